"""Whose a paper is where no head above says it: below the title, in its decision, in a table."""

from __future__ import annotations

import re

from rules.vietnamese.folding import Folded

_TOP = 1800
_ANNEX = re.compile(
    r"(?:\(|^|\n)\s*(?:duoc |da |da duoc )?(?:ban hanh |phe duyet |cong bo )?kem theo "
    r"(?:cac )?(?:quyet dinh|qd|thong bao|ke hoach|cong van|ban cong bo|cong bo|to trinh|van ban)"
    r"(?! nay)[^()]{0,140}?\s(?:cua|do)\s"
)
_STATED = re.compile(
    r"(?:^|\n|\|)\s*(?:\d{1,2}[.)]\s*|[-+*]\s*)?(?:ten )?(?:co quan|don vi|noi)"
    r"\s+(?:ban hanh|phat hanh|cong bo|ap dung he thong)\s*[|:]\s*"
)
_BELOW_TITLE = re.compile(
    r"[\s:.]*((?:ubnd|uy ban nhan dan|so|chi cuc|ban|van phong|thanh tra)\s[^\n|:;.]{3,80}?)"
    r"\s*\n\s*"
    r"so\s*[:.]?\s*\d{0,5}[\s.…_]*/"
)
_ENDS = re.compile(r"[();|.]|\n\s*\n|\s(?:về|v/v|năm|ngày|ban hành)\s", re.IGNORECASE)
_LONGEST = 130


def annexed_to(whole: Folded) -> str:
    """Whose the decision is that a list is issued with: "Chủ tịch UBND xã ..."; else empty."""
    return _behind(whole, _ANNEX, one_line=False)


def stated_issuer(whole: Folded) -> str:
    """What stands beside "Cơ quan ban hành" in a table of facts about a paper; else empty."""
    return _behind(whole, _STATED, one_line=True)


def below_title(top: Folded, title_end: int) -> str:
    """The office named between a title that opens a paper and its number; else empty."""
    found = _BELOW_TITLE.match(top.plain, title_end)
    return top.quote(*found.span(1)) if found else ""


def _behind(whole: Folded, pattern: re.Pattern[str], *, one_line: bool) -> str:
    found = pattern.search(whole.plain, 0, _TOP)
    if found is None:
        return ""
    rest = whole.source[found.end() : found.end() + _LONGEST]
    rest = rest.split("\n")[0] if one_line else rest
    return " ".join(_ENDS.split(rest, maxsplit=1)[0].split())
