"""Names of agencies: their words, and finding them in the lines of a head."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from rules.vietnamese.folding import fold_words
from rules.vietnamese.letters import has_diacritics, toned_key

_COMMITTEE = re.compile(
    r"^(?:(?:uỷ|ủy|Uỷ|Ủy|ỦY|UỶ)\s+ban\s+nhân\s+dân|ubnd|hđnd\s*(?:và|-|&)\s*ubnd)\s+", re.IGNORECASE
)
_COMMITTEE_ANYWHERE = re.compile(r"(?:uỷ|ủy)\s+ban\s+nhân\s+dân", re.IGNORECASE)
_RANKS = {
    "tỉnh": 3,
    "huyện": 2,
    "quận": 2,
    "thị xã": 2,
    "thành phố": 2,
    "xã": 1,
    "phường": 1,
    "thị trấn": 1,
    "đặc khu": 1,
}
_BODIES = (
    "sở",
    "chi cục",
    "văn phòng",
    "thanh tra",
    "ban quản lý",
    "ban dân tộc",
    "trung tâm",
    "trường",
    "bệnh viện",
    "phòng",
    "công ty",
    "đảng ủy",
    "hội đồng nhân dân",
    "ban chỉ đạo",
    "trạm y tế",
)
_COMMITTEES = (("uy3", "ban", "nhân", "dân"), ("uy", "ban", "nhan", "dan"))
_GLUE = frozenset({"va", "&"})


def _shortened(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "ủy ban nhân dân" as one word, so that it equals "UBND"."""
    kept: list[str] = []
    for word in words:
        kept.append(word)
        if tuple(kept[-4:]) in _COMMITTEES:
            kept[-4:] = ["ubnd"]
    return tuple(kept)


def _words(text: str) -> tuple[str, ...]:
    return _shortened(tuple(word for word in toned_key(text).split() if word not in _GLUE))


def _bare_words(text: str) -> tuple[str, ...]:
    return _shortened(tuple(word for word in fold_words(text).split() if word not in _GLUE))


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
        return _words(self.core)

    @cached_property
    def bare_words(self) -> tuple[str, ...]:
        """The core's words without diacritics."""
        return _bare_words(self.core)

    @cached_property
    def rank(self) -> int:
        """1 commune, 2 district, 3 province, 0 any other body."""
        low = " ".join(self.bare_words[:2])
        for marker, rank in _RANKS.items():
            if low.startswith(fold_words(marker)):
                return rank
        return 0

    @cached_property
    def proper(self) -> str:
        """The name without its marker: "Minh Quán" of "xã Minh Quán"."""
        for marker in sorted(_RANKS, key=len, reverse=True):
            if fold_words(self.core).startswith(fold_words(marker) + " "):
                return " ".join(self.core.split()[len(marker.split()) :])
        return self.core

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
        short = _COMMITTEE_ANYWHERE.sub("UBND", text.replace("&", " "))
        self.written = [
            word for word in re.findall(r"\w+", short) if fold_words(word) not in ("", *_GLUE)
        ]
        self.toned = has_diacritics(text)
        self.words = _words(text)
        self.bare = _bare_words(text)

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

    def bodies_after(self, place: Place, rank: int) -> str | None:
        """A unit named behind a place that lies below it; None when only parents follow."""
        rest = self.words[place.end :]
        for marker in _BODIES:
            if _last(rest, _words(marker)) is not None:
                return marker
        lower = (marker for marker, value in _RANKS.items() if value < rank)
        return next((mark for mark in lower if _last(rest, _words(mark)) is not None), None)

    @property
    def names_a_unit(self) -> bool:
        """Whether any agency is named at all, a bare "UBND" not counted."""
        return self.last_unit() is not None

    def last_unit(self) -> tuple[int, str] | None:
        """Where the last unit of the line starts, and its marker; lower ranks before parents."""
        found: list[tuple[int, int, str]] = []
        for marker in _BODIES:
            end = _last(self.words, _words(marker))
            if end is not None and end < len(self.words):
                found.append((9, end - len(marker.split()), marker))
        for marker, rank in _RANKS.items():
            end = _last(self.words, _words(marker))
            if end is not None and end < len(self.words):
                found.append((5 - rank, end - len(marker.split()), marker))
        if not found:
            return None
        _, start, marker = max(found)
        return start, marker


def _last(words: tuple[str, ...], part: tuple[str, ...]) -> int | None:
    """Where the last occurrence of ``part`` ends."""
    length = len(part)
    for start in range(len(words) - length, -1, -1):
        if words[start : start + length] == part:
            return start + length
    return None
