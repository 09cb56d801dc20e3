"""Names of agencies: their words, and finding them in the lines of a head."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rules.issuers.unit_words import (
    AFTER_EVERYDAY_WORDS,
    BEFORE_EVERYDAY_WORDS,
    BODIES,
    NOT_ALONE,
    RANKS,
    WHOLE_NAMES,
    bare_words_of,
    cut,
    keys,
    marker_words,
    words_of,
)
from rules.vietnamese.folding import fold_words
from rules.vietnamese.letters import has_diacritics, toned_key

_COMMITTEE = re.compile(
    r"^(?:(?:uỷ|ủy|Uỷ|Ủy|ỦY|UỶ)\s+ban\s+nhân\s+dân|ubnd|hđnd\s*(?:và|-|&)\s*ubnd)\s+", re.IGNORECASE
)


MOST_WORDS_BETWEEN = 6
"""Words that may stand between a body and the unit it belongs to."""


@dataclass(frozen=True)
class UnitName:
    """An agency's name without "UBND": "xã Minh Quán", "Sở Nội vụ"."""

    written: str

    @cached_property
    def core(self) -> str:
        """The name without the committee in front of it."""
        return _COMMITTEE.sub("", self.written.strip())

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The core's words with tones, "và" left out."""
        return words_of(self.core)

    @cached_property
    def bare_words(self) -> tuple[str, ...]:
        """The core's words without diacritics."""
        return bare_words_of(self.core)

    @cached_property
    def rank(self) -> int:
        """1 commune, 2 district, 3 province, 0 any other body."""
        low = " ".join(self.bare_words[:2])
        for marker, rank in RANKS.items():
            if low.startswith(fold_words(marker)):
                return rank
        return 0

    @cached_property
    def proper(self) -> str:
        """The name without its marker: "Minh Quán" of "xã Minh Quán"."""
        for marker in sorted(RANKS, key=len, reverse=True):
            if (fold_words(self.core) + " ").startswith(fold_words(marker) + " "):
                return " ".join(self.core.split()[len(marker.split()) :])
        return self.core

    @cached_property
    def seat(self) -> UnitName | None:
        """The place that a body's name ends with: "tỉnh Yên Bái" of "Sở Y tế tỉnh Yên Bái"."""
        start = self._seat_start
        return UnitName(" ".join(cut(self.core)[start:])) if start is not None else None

    @cached_property
    def short_forms(self) -> tuple[UnitName, ...]:
        """The name as a head writes it when its seat stands elsewhere: "Thanh tra tỉnh"."""
        start = self._seat_start
        if start is None:
            return ()
        written = cut(self.core)
        seat_marker = 2 if self.bare_words[start] in ("thi", "thanh", "dac") else 1
        forms = [written[: start + seat_marker]]
        if self.bare_words[:start] not in NOT_ALONE and self.bare_words[start - 1] != "ubnd":
            forms.append(written[:start])
        return tuple(UnitName(" ".join(form)) for form in forms)

    @cached_property
    def _seat_start(self) -> int | None:
        """Where the seat begins in the words of a body's name."""
        if self.rank:
            return None
        for marker in sorted(RANKS, key=len, reverse=True):
            end = _last(self.words, marker_words(marker))
            if end is not None and end + 1 - len(marker.split()) > 2 and end < len(self.words):
                return end - len(marker.split())
        return None

    @cached_property
    def initials(self) -> str:
        """First letters without diacritics: "snv" of "Sở Nội vụ"."""
        return "".join(word[0] for word in self.bare_words)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands in a line, counted in words."""

    start: int
    end: int
    exact: bool
    """False when only the letters without diacritics agree, though both sides carry them."""


class HeadLine:
    """The issuer's lines of a head, cut into words."""

    def __init__(self, text: str) -> None:
        self.written = cut(text)
        self.toned = has_diacritics(text)
        self.words = tuple(toned_key(word) for word in self.written)
        self.bare = tuple(fold_words(word) for word in self.written)

    def find(self, name: UnitName) -> Place | None:
        """The last place of a name, exact ones before those that differ in diacritics."""
        end = _last(self.words, name.words)
        if end is not None:
            return Place(end - len(name.words), end, exact=True)
        end = _last(self.bare, name.bare_words)
        if end is None:
            return None
        both = self.toned and has_diacritics(name.core)
        return Place(end - len(name.bare_words), end, exact=not both)

    def spells(self, name: UnitName) -> bool:
        """Whether whole words of it spell a name, blanks not counted: "XÃMINH QUÁN"."""
        letters = "".join(name.bare_words)
        if letters not in "".join(self.bare):
            return False
        starts = range(len(self.bare))
        return any(
            letters == "".join(self.bare[start:end])
            for start in starts
            for end in range(start + 1, min(start + len(name.bare_words), len(self.bare)) + 1)
        )

    def bodies_after(self, place: Place, rank: int) -> str | None:
        """A unit named behind a place that lies below it; None when only parents follow."""
        lower = tuple(marker for marker, value in RANKS.items() if value < rank)
        return next(
            (mark for mark in (*BODIES, *lower) if (self._marker_end(mark) or 0) > place.end), None
        )

    def body_before(self, place: Place) -> str | None:
        """A body that a unit's name belongs to: the school of "TRƯỜNG TIỂU HỌC XÃ ..."."""
        for marker in BODIES:
            end = self._marker_end(marker, place.start)
            near = end is not None and place.start - end <= MOST_WORDS_BETWEEN
            if near and "ubnd" not in self.words[end : place.start]:
                return marker
        return None

    @property
    def is_bare_province(self) -> bool:
        """Whether it is "ỦY BAN NHÂN DÂN TỈNH" without saying which province's."""
        return self.bare[-2:] == ("ubnd", "tinh") and not self.names_a_unit

    @property
    def names_a_unit(self) -> bool:
        """Whether any agency is named at all, a bare "UBND" not counted."""
        return self.last_unit() is not None

    def last_unit(self) -> tuple[int, str] | None:
        """Where the last unit of the line starts, and its marker; lower ranks before parents."""
        found: list[tuple[int, int, str]] = []
        for marker in (*BODIES, *RANKS):
            end = self._marker_end(marker)
            if end is not None and (end < len(self.words) or marker in WHOLE_NAMES):
                depth = 5 - RANKS[marker] if marker in RANKS else 9
                found.append((depth, end - len(marker.split()), marker))
        if not found:
            return None
        _, start, marker = max(found)
        return start, marker

    @property
    def last_name(self) -> str | None:
        """The last unit's name as written, without what the next line brought along."""
        unit = self.last_unit()
        return self.unit_name(unit[0]) if unit is not None else None

    def names_a_committee(self, place: Place, rank: int) -> bool:
        """Whether behind a place a committee of a higher rank is named, not just where it lies."""
        higher = [marker_words(marker) for marker, value in RANKS.items() if value > rank]
        starts = (at for at in range(place.end, len(self.bare)) if self.bare[at - 1] == "ubnd")
        return any(self.words[at : at + len(part)] == part for at in starts for part in higher)

    def seats(self, rank: int) -> Iterator[tuple[str, ...]]:
        """The words in capitals behind every marker of a rank: whose seat the line names."""
        for marker, value in RANKS.items():
            part = marker_words(marker) if value == rank else ()
            for end in range(len(part), len(self.words)) if part else ():
                if self._is_marker(marker, part, end):
                    yield tuple(itertools.takewhile(_is_capital, self.written[end : end + 4]))

    def unit_name(self, start: int) -> str:
        """The name that begins at a word, up to where another thing is spoken of."""
        kept = self.written[start : start + 1]
        capitals = all(word.isupper() for word in self.written[start : start + 2])
        for place in range(start + 1, min(start + 10, len(self.written))):
            word = self.written[place]
            other = word == "UBND" and self.bare[place - 1] != "phong"
            if other or toned_key(word) in _ENDS_A_NAME or (word.isdigit() and len(word) > 2):
                break
            if capitals and not word.isupper():
                break
            kept.append(word)
        return " ".join(kept)

    def _marker_end(self, marker: str, until: int | None = None) -> int | None:
        """Where the last use of a marker as one ends."""
        part = marker_words(marker)
        if part[-1] not in self.words:
            return None
        last = len(self.words) if until is None else until
        ends = range(last, len(part) - 1, -1)
        return next((end for end in ends if self._is_marker(marker, part, end)), None)

    def _is_marker(self, marker: str, part: tuple[str, ...], end: int) -> bool:
        start = end - len(part)
        if self.words[start:end] != part:
            return False
        before = self.words[start - 1] if start else ""
        after = self.words[end] if end < len(self.words) else ""
        everyday = before in keys(BEFORE_EVERYDAY_WORDS.get(marker, ()))
        return not everyday and after not in keys(AFTER_EVERYDAY_WORDS.get(marker, ()))


_ENDS_A_NAME = frozenset(
    toned_key(word)
    for word in (
        "số",
        "căn",
        "ngày",
        "năm",
        "mã",
        "kính",
        "độc",
        "theo",
        "về",
        "của",
        "thực",
        "trên",
    )
)


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def _last(words: tuple[str, ...], part: tuple[str, ...]) -> int | None:
    """Where the last occurrence of ``part`` ends."""
    length = len(part)
    for start in range(len(words) - length, -1, -1):
        if words[start : start + length] == part:
            return start + length
    return None
