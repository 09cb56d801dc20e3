"""The years that a yearly paper may be for beside the one that was read: a period, two parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.detection.target_year import ON_WHAT_WAS, year_of_title
from rules.head import DocumentHead
from rules.vietnamese.folding import Folded, fold, fold_words

_SPAN = re.compile(r"(?<!\d)(20\d\d)\s*(?:[-–]|den|toi)\s*(?:het\s+)?(?:nam\s+)?(20\d\d)(?!\d)")
_ONWARD = re.compile(
    r"\btừ năm (20\d\d)(?! đến)|\bnăm (20\d\d) (?:và (?:các |những )?năm (?:tiếp|sau|tới)|trở đi)",
    re.IGNORECASE,
)
"""With its marks: "điện tử năm 2025" is no "từ năm 2025"."""
_EVERY_YEAR = re.compile(r"(?<![a-z])(?:hang|moi|cac) nam(?![a-z])")
_ON_WHAT_WAS = re.compile(r"ket (?:qua|luan)|xem xet|danh gia|khac phuc|bao cao|tong ket|so ket")
_YEAR = re.compile(r"(?:\bnam )?\b20\d\d\b")
_ANY_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SLIPS_UNTIL_MONTH = 3
_LONGEST_SPAN = 10
_GOES_ON_FOR = 6
"""Years after the first of a paper that ends nowhere."""
_BODY_CHARS = 20_000
_LONGEST_LINE = 150


def open_years(title: str, body: Folded, head: DocumentHead) -> frozenset[int]:
    """All years that title and headings leave open for it; a plain title's is the only one."""
    years = {*_of_title(title, head), *_of_headings(title, body)}
    signed = head.issued_on.year if head.issued_on is not None else None
    tells = head.type_name in ON_WHAT_WAS or _ON_WHAT_WAS.search(fold(title).plain)
    if not tells and years:  # a report speaks of the year to come as well
        said = {int(one) for one in _ANY_YEAR.findall(fold(title).plain)}
        years |= {one for one in said if one > min(years)}
        if signed is not None and signed - 1 in years and _is_early(head):
            years.add(signed)  # nobody sets goals for a year that is over: it is a slip
    return frozenset(years)


def _is_early(head: DocumentHead) -> bool:
    return head.issued_on is not None and head.issued_on.month <= _SLIPS_UNTIL_MONTH


def _of_title(title: str, head: DocumentHead) -> Iterator[int]:
    plain = fold(title).plain
    for found in _SPAN.finditer(plain):
        first, last = int(found[1]), int(found[2])
        if 0 < last - first <= _LONGEST_SPAN:
            yield from range(first, last + 1)
    for found in _ONWARD.finditer(title):
        yield from range(first := int(found[1] or found[2]), first + _GOES_ON_FOR)
    named = year_of_title(title)
    signed = head.issued_on.year if head.issued_on is not None else head.year_written
    if named is not None:
        yield named
    elif signed is not None and _EVERY_YEAR.search(plain):
        yield from range(signed, signed + _GOES_ON_FOR)


def _of_headings(title: str, body: Folded) -> Iterator[int]:
    """The years of lines that say no more than the title and a year, or a year alone."""
    names = {_without_year(title), ""}
    for line in body.source[:_BODY_CHARS].split("\n"):
        # "năm 2026." in small letters is where a sentence was broken.
        heading = "20" in line and len(line) <= _LONGEST_LINE and line.lstrip()[:1].isupper()
        if heading and _without_year(line) in names:
            year = year_of_title(line)
            if year is not None:
                yield year


def _without_year(line: str) -> str:
    return " ".join(_YEAR.sub(" ", fold_words(line)).split())
