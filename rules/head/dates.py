"""Dates as documents and portals write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rules.vietnamese.folding import Folded

_LONG = re.compile(
    r"ngay\s*(\d{1,2}|[.…_ ]{0,12})\s*thang\s*(\d{1,2}|[.…_ ]{0,12})\s*nam\s*(\d{4})(?!\d)"
)
_SHORT = re.compile(r"(\d(?<![\d/.-]\d)\d?)\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})(?![\d/.-])")
_CALLED_DAY = re.compile(r"(?<![\d/.-])ngay$")
_YEAR = re.compile(r"[/.-]\s?\d{4}")
"""What every short date ends with."""
_WEEKDAY = re.compile(r"(?:(?<![a-z])thu\s*(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|hom nay)$")
_WEEKDAY_ENDS = ("hai", "ba", "tu", "nam", "sau", "bay", *"234567", "nhat", "nay")
_PLACE = re.compile(r"([^\n,.;:|]{2,40}?)\s*,\s*$")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written; ``day`` is None where its day or month was left blank."""

    start: int
    end: int
    day: date | None
    year: int


def _real(year: int, month: int, day: int) -> date | None:
    """The date, when it exists and a portal could mean it."""
    if not 1990 <= year <= 2100:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def long_dates(text: Folded) -> Iterator[DateMention]:
    """Dates written "ngày 05 tháng 02 năm 2021", also with blanks left in them."""
    for match in _LONG.finditer(text.plain):
        day, month, year = match.groups()
        known = day.strip().isdigit() and month.strip().isdigit()
        real = _real(int(year), int(month), int(day)) if known else None
        yield DateMention(match.start(), match.end(), real, int(year))


def head_dates(text: Folded) -> list[DateMention]:
    """Dates as a paper's head bears them, in order: long ones, and short ones where a day stands.

    "Trấn Yên, ngày 05/02/2026", "Trấn Yên, 05.02.2026", "ngày 5-2-2026" on a line of its own; a
    short date anywhere else is a deadline, a page's clock or another paper's.
    """
    found = [*long_dates(text), *_short_dates(text)]
    found = [each for each in found if not _follows_a_weekday(text, each.start)]
    return sorted(found, key=lambda each: each.start)


def _follows_a_weekday(text: Folded, start: int) -> bool:
    """Whether a date is a page's clock: "Thứ hai, 05/02/2026"."""
    before = text.plain[:start].rstrip().removesuffix(",").rstrip()
    return before.endswith(_WEEKDAY_ENDS) and _WEEKDAY.search(before) is not None


def _short_dates(text: Folded) -> Iterator[DateMention]:
    if _YEAR.search(text.plain) is None:
        return
    for match in _SHORT.finditer(text.plain):
        start = _start_of_day(text.plain, match.start())
        named = start < match.start() and not text.plain[:start].rpartition("\n")[2].strip(" |")
        if not named and place_before(text, start) is None:
            continue
        real = _real(int(match.group(4)), int(match.group(3)), int(match.group(1)))
        if real is not None:
            yield DateMention(start, match.end(), real, real.year)


def _start_of_day(plain: str, digits: int) -> int:
    """Where the word "ngày" before a date begins, else where its digits do."""
    before = plain[:digits].rstrip()
    called = before.endswith("ngay") and _CALLED_DAY.search(before, max(0, len(before) - 4))
    return len(before) - 4 if called else digits


def place_before(text: Folded, start: int) -> str | None:
    """The place in front of a date: "Yên Bái, ngày ..."; None when there is none."""
    if not text.source[max(0, start - 45) : start].rstrip().endswith(","):
        return None  # nearly always
    match = _PLACE.search(text.source, max(0, start - 45), start)
    if match is None:
        return None
    words = match.group(1).strip(" -–").split()
    # Interleaved columns put other words before the place: it is at most four capitalised words.
    kept: list[str] = []
    for word in reversed(words):
        if not word[:1].isupper() or word.isupper() or len(kept) == 4:
            break
        kept.insert(0, word)
    return " ".join(kept) or None
