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
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)")
_ENGLISH = re.compile(
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)"
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
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


def numeric_dates(text: Folded) -> Iterator[DateMention]:
    """Dates written 05/3/2014, 5.3.2014, 7-4-2009 or "Sep 29, 2021"; impossible ones left out."""
    for match in _NUMERIC.finditer(text.plain):
        real = _real(int(match.group(4)), int(match.group(3)), int(match.group(1)))
        if real is not None:
            yield DateMention(match.start(), match.end(), real, real.year)
    for match in _ENGLISH.finditer(text.plain):
        month = _MONTHS.index(match.group(1)) + 1
        real = _real(int(match.group(3)), month, int(match.group(2)))
        if real is not None:
            yield DateMention(match.start(), match.end(), real, real.year)


def place_before(text: Folded, start: int) -> str | None:
    """The place in front of a date: "Yên Bái, ngày ..."; None when there is none."""
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
