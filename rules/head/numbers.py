"""Document numbers: "12/KH-UBND", also with the number left blank."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rules.vietnamese.folding import Folded

_TYPES = "qdpd|qd|kh|tb|bc|bb|ttr|ct|hd|gm|nq|cv|pa|cb|pl|bccd|kl|gt|dm|htqlcl"
_NUMBER = re.compile(
    rf"(?:(?<![a-z])so\s*[:.]?\s*)?(?<![\d/])(\d{{0,5}}[a-z]?)[ .…_]*/\s*(?:(\d{{4}})\s*/\s*)?"
    rf"(({_TYPES})\s?-\s?[a-z0-9&]+(?:[-.][a-z0-9&]+)?)(?![a-z])"
)
_LETTER = re.compile(
    r"so(?<![a-z]so)\s*:\s*(\d{0,5})[ .…_]*/\s*(?:(\d{4})\s*/\s*)?"
    r"([a-z]{2,12}(?:\s?-\s?[a-z0-9&]{1,10}){0,2})(?![a-z])"
)
_SLASH = re.compile(r"/\s*(?:\d{4}\s*/\s*)?[a-z]{2}")
"""What no number is without."""
_LAW = re.compile(r"-\s?(?:TTg|CP|BKHCN)\b|/QH\d", re.IGNORECASE)
_TYPE_NAMES = {
    "qd": "quyết định",
    "qdpd": "quyết định",
    "kh": "kế hoạch",
    "tb": "thông báo",
    "bc": "báo cáo",
    "bb": "biên bản",
    "ttr": "tờ trình",
    "ct": "chương trình",
    "hd": "hướng dẫn",
    "gm": "giấy mời",
    "nq": "nghị quyết",
    "cv": "công văn",
    "pa": "phương án",
    "kl": "kết luận",
    "dm": "danh mục",
}


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A document number as written, blanks removed."""

    start: int
    end: int
    number: str
    type_name: str | None
    """What its letters stand for; None for a letter's number or one unknown."""

    @property
    def is_law(self) -> bool:
        """Whether it numbers a law text: "19/2014/QĐ-TTg", "42/2022/NĐ-CP"."""
        return _LAW.search(self.number) is not None

    @property
    def suffix(self) -> str:
        """The issuer's letters: "UBND" of "12/QĐ-UBND"; empty when there are none."""
        return self.number.rsplit("-", 1)[1] if "-" in self.number else ""


def first_number(text: Folded, until: int | None = None) -> NumberMention | None:
    """The first document number before ``until``; one behind "Số:" before any other."""
    end = len(text.plain) if until is None else until
    if not may_have_number(text, end):
        return None
    best: NumberMention | None = None
    for pattern in (_NUMBER, _LETTER):
        match = pattern.search(text.plain, 0, end)
        if match is not None and (best is None or match.start() < best.start):
            best = _mention(text, match)
    return best


def may_have_number(text: Folded, until: int) -> bool:
    """Whether what no number is without stands before ``until``; quicker than finding one."""
    return _SLASH.search(text.plain, 0, until) is not None


def _mention(text: Folded, match: re.Match[str]) -> NumberMention:
    written = text.source[match.start(1) : match.end()]
    number = re.sub(r"[\s.…_]+(?=/)|\s+", "", written).strip(".…_")
    kind = match.group(4) if match.re is _NUMBER else match.group(3).split("-")[0].strip()
    return NumberMention(match.start(), match.end(), number, _TYPE_NAMES.get(kind))
