"""The year a yearly paper is for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rules.head import DocumentHead
from rules.vietnamese.folding import Folded, fold

_MASKS = re.compile(
    r"(?:900[01]|14001|22000|27001|45001|iso)\s*[:\-/. (]*\s*(?:19|20)\d\d"
    r"|\d+\s*/\s*(?:19|20)\d\d(?:\s*/\s*[a-z])?"
    r"|giai doan\s*:?\s*(?:tu\s+|nam\s+)*(?:19|20)\d\d"
    r"(?:\s*(?:-|den|toi)\s*(?:nam\s+)?(?:19|20)\d\d)?"
    r"|nam hoc\s*:?\s*(?:19|20)\d\d(?:\s*-\s*(?:19|20)\d\d)?"
    r"|nhiem ky\s*:?\s*(?:19|20)\d\d(?:\s*-\s*(?:19|20)\d\d)?"
    r"|(?:19|20)\d\d\s*-\s*(?:19|20)\d\d"
    r"|ngay\s*[\d.…_ ]{0,6}\s*thang\s*[\d.…_ ]{0,6}\s*nam\s*(?:19|20)\d\d"
    r"|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d"
    r"|(?<![a-z])den\s+(?:het\s+)?(?:cuoi\s+)?nam\s+(?:19|20)\d\d"
    r"|(?:tu|ke tu|trong)\s+nam\s+(?:19|20)\d\d\s+den"
    r"|(?:so voi|cung ky|thay the|sau)\s+nam\s+(?:19|20)\d\d"
    r"|thay the (?:cho )?(?:quyet dinh|ke hoach|thong bao|van ban)[^,;|]{0,50}? nam (?:19|20)\d\d"
)
_LOOKS_BACK = re.compile(
    r"(?:ket qua|can cu|tren co so|rut kinh nghiem)\s+(?:cua\s+)?nam\s+(?:19|20)\d\d"
)
"""Years a plan builds on; in a report they are its own."""
CONTRADICTED = "tiêu đề trái ngày ký"
ON_WHAT_WAS = frozenset({"báo cáo", "biên bản", "kết luận"})
"""Types that tell of what was done: signed late in a year they are for it, not for the next."""
_EARLY_MONTHS = 2
_LATE_MONTHS = 11
_AHEAD_FROM_MONTH = 9
_NAMED = re.compile(r"(?<![a-z])nam\s*:?\s*(20\d\d)(?!\d)")
_ANY = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_QUARTER = re.compile(r"(?<![a-z])qu[iy]\s*[ivx\d]+\s*[/-]\s*(20\d\d)")
_MEETING = re.compile(
    r"(?:bien ban|cuoc hop|hop xem xet|ket luan).{0,150}?"
    r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](20\d\d)(?!\d)"
)
"""Minutes are for the year of the day they are named after."""
_SEVERAL = re.compile(r"nam\s+(?:20\d\d\s*(?:,|va|&)\s*(?:nam\s+)?)+(20\d\d)(?!\d)")
"""The years of one paper: no single one is its own."""
_TWO_YEARS = re.compile(
    r"giai doan\s*:?\s*(?:tu\s+|nam\s+)*(20\d\d)\s*(?:-|den|toi)\s*(?:nam\s+)?(20\d\d)(?!\d)"
)
_BODY_LENGTH = 6000


@dataclass(frozen=True, slots=True)
class TargetYear:
    """The year a paper is for, and how that was known."""

    year: int | None
    sure: bool
    source: str
    """In Vietnamese: "tiêu đề", "nội dung", "ngày ký"."""


def year_of_title(title: str) -> int | None:
    """The year a title gives, law numbers, editions and periods masked."""
    plain = fold(title).plain
    quarter = _QUARTER.search(plain)
    masked = _MASKS.sub(" ", plain)
    if _SEVERAL.search(masked):
        return None
    for text in (_LOOKS_BACK.sub(" ", masked), masked):
        for pattern in (_NAMED, _ANY):
            found = pattern.findall(text)
            if found:
                return int(found[-1] if pattern is _ANY else found[0])
    dated = quarter or _MEETING.search(plain)
    return int(dated.group(1)) if dated else None


def target_year(
    titles: tuple[str, ...], body: Folded, head: DocumentHead, *, certain: bool = True
) -> TargetYear:
    """The year by title, else by "năm ..." in the body, else by the date of signing.

    ``certain`` is False for recognised text, where one digit misread makes another year.
    """
    for title in titles:
        several = _SEVERAL.search(_MASKS.sub(" ", fold(title).plain))
        if several:
            return TargetYear(int(several.group(1)), False, "tiêu đề")
        year = year_of_title(title)
        if year is not None:
            fits = head.issued_on is None or -1 <= year - head.issued_on.year <= 1
            if not certain and head.issued_on is not None:
                fits = year in _possible_years(head.issued_on.year, head)
            return TargetYear(year, fits, "tiêu đề" if fits else CONTRADICTED)
    spanned = next(filter(None, map(_end_of_two_years, titles)), None)
    if spanned is not None:
        return TargetYear(spanned, False, "tiêu đề")
    named = _body_year(body, head)
    if named is not None:
        return TargetYear(named, True, "nội dung")
    signed = head.issued_on.year if head.issued_on else head.year_written
    if signed is None:
        return TargetYear(None, False, "")
    return TargetYear(signed, _for_year_of_signing(head), "ngày ký")


def _end_of_two_years(title: str) -> int | None:
    """The later year of a period of two, which a yearly paper may well be for."""
    found = _TWO_YEARS.search(fold(title).plain)
    years = [int(year) for year in found.groups()] if found else []
    return years[1] if years and years[1] - years[0] == 1 else None


def _for_year_of_signing(head: DocumentHead) -> bool:
    """Whether the month of signing leaves no doubt about the year."""
    if head.issued_on is None:
        return True
    if head.type_name in ON_WHAT_WAS:
        return head.issued_on.month > _EARLY_MONTHS
    return head.issued_on.month < _LATE_MONTHS


def _body_year(body: Folded, head: DocumentHead) -> int | None:
    """The year the body names most; the first one where two are named equally often."""
    masked = _MASKS.sub(" ", body.plain[head.body_start : head.body_start + _BODY_LENGTH])
    years = [int(year) for year in _NAMED.findall(_LOOKS_BACK.sub(" ", masked))]
    signed = head.issued_on.year if head.issued_on else head.year_written
    if signed is not None:
        years = [year for year in years if year in _possible_years(signed, head)]
    if not years:
        return None
    return max(dict.fromkeys(years), key=years.count)


def _possible_years(signed: int, head: DocumentHead) -> tuple[int, ...]:
    """The year of signing; from autumn on also the next, for a report early on also the last."""
    month = head.issued_on.month if head.issued_on is not None else None
    if head.type_name in ON_WHAT_WAS:
        early = month is not None and month <= _EARLY_MONTHS + 1
        return (signed, signed - 1) if early else (signed,)
    return (signed, signed + 1) if month is None or month >= _AHEAD_FROM_MONTH else (signed,)
