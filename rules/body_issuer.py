"""Whose a paper without a head is, by the agencies that its text speaks of."""

from __future__ import annotations

import re

from rules.issuer import IssuerJudge
from rules.issuer_verdict import IssuerVerdict, Whose
from rules.unit_names import HeadLine, UnitName
from rules.vietnamese.folding import fold

_LENGTH = 4000
_TOP = 800
_COMMITTEE = re.compile(
    r"(?:UBND|[UỦ]([ỷỶyYỵ])?\s?(?:BAN|[Bb]an)\s+(?:NHÂN|[Nn]hân)\s+(?:DÂN|[Dd]ân))\s+"
    r"((?:[Xx]ã|XÃ|[Pp]hường|PHƯỜNG|[Tt]hị trấn|THỊ TRẤN|[Hh]uyện|HUYỆN|[Tt]hị xã|THỊ XÃ"
    r"|[Tt]hành phố|THÀNH PHỐ)(?:[ ](?!UBND|NĂM|VỀ|THEO)[A-ZÀ-ỸĐ]\w*){1,4})"
)
_FIRM = re.compile(
    r"(?<![a-z])(?:cong ty\s+(?:co phan|tnhh|trach nhiem|cp|lien doanh|mtv|dien luc|xang dau)"
    r"|tong cong ty|tap doan|doanh nghiep tu nhan|hop tac xa|xi nghiep|nha may|benh vien"
    r"|truong\s+(?:mam non|tieu hoc|thcs|thpt|trung hoc|pho thong|ptdt|cao dang|dai hoc))(?![a-z])"
)
_OFTEN = 2


def issuer_of_body(judge: IssuerJudge, text: str) -> IssuerVerdict | None:
    """What the text says where neither head, signer, title nor place did; None when nothing."""
    text = text[:_LENGTH]
    names = (judge.own, *judge.own.short_forms)
    places = [place for name in names if (place := HeadLine(text).find(name)) is not None]
    others = [name for name in _committees(text) if not _is_known(name, judge)]
    firms = _FIRM.findall(fold(text[:_TOP]).plain)
    if any(place.exact for place in places):
        if others:
            return _asked(others[0].written)
        return IssuerVerdict(Whose.OWN, judge.own.written, 0.75)
    if len(firms) >= _OFTEN or (firms and _FIRM.search(fold(text[:200]).plain)):
        return IssuerVerdict(Whose.OTHER, None, 0.8, "Giấy tờ của doanh nghiệp, trường, bệnh viện")
    if firms:
        return _asked(firms[0])
    return _asked(others[0].written) if others else None


def _committees(text: str) -> list[UnitName]:
    """The communes and districts whose committees the text names."""
    return [UnitName(" ".join(match.group(2).split())) for match in _COMMITTEE.finditer(text)]


def _is_known(name: UnitName, judge: IssuerJudge) -> bool:
    """Whether a committee is the agency's own or one above it, which any paper may name."""
    line = HeadLine(name.written)
    return any(line.find(known) is not None for known in (judge.own, *judge.above))


def _asked(name: str) -> IssuerVerdict:
    return IssuerVerdict(
        Whose.UNCLEAR, None, 0.5, f"Nội dung nói về “{name}”, không ghi nơi ban hành"
    )
