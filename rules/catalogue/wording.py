"""A wording of the catalogue: phrases in order, "…" for anything between, {X} for a word group."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rules.vietnamese.search import Hits, Span

_PIECES = re.compile(r"(\{[A-Z_]+\}|…)")
_FREE_GAP = 90
_CLOSE_GAP = 3


@dataclass(frozen=True, slots=True)
class Part:
    """One phrase or group of a wording."""

    label: str
    """The phrase as written, or ``{GROUP}``."""
    gap: int
    """How many characters may stand between it and the part before."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way of naming something, as written in the catalogue."""

    written: str
    parts: tuple[Part, ...]

    def found(self, hits: Hits) -> Span | None:
        """Where the wording first stands in a text that was searched; None when it does not."""
        return next(self.places(hits), None)

    def places(self, hits: Hits) -> Iterator[Span]:
        """Every place of the wording, the first part at each of its own places once."""
        for start, end in hits.of(self.parts[0].label):
            last = self._follow(hits, end)
            if last is not None:
                yield (start, last)

    def _follow(self, hits: Hits, end: int) -> int | None:
        for part in self.parts[1:]:
            following = (span for span in hits.of(part.label) if end <= span[0] <= end + part.gap)
            nearest = next(following, None)
            if nearest is None:
                return None
            end = nearest[1]
        return end


@lru_cache(maxsize=4096)
def parse_wording(written: str) -> Wording:
    """The parts of a wording; "..." is read as "…". ValueError says what is wrong with it."""
    parts: list[Part] = []
    gap = _CLOSE_GAP
    for piece in _PIECES.split(written.replace("...", "…")):
        if piece == "…":
            gap = _FREE_GAP
        elif piece.strip():
            parts.append(Part(_label(piece), gap))
            gap = _CLOSE_GAP
    if not parts:
        raise ValueError(f"holds no words: {written!r}")
    if gap == _FREE_GAP or written.lstrip().startswith(("…", "...")):
        raise ValueError(f"“…” stands between words, not at an end: {written!r}")
    return Wording(written, tuple(parts))


def _label(piece: str) -> str:
    """A phrase or group; ValueError for braces that are no group."""
    label = piece.strip()
    if not _PIECES.fullmatch(label) and ("{" in label or "}" in label):
        raise ValueError(f"a word group is written {{NAME}} in capitals: {label!r}")
    return label


class Wordings:
    """A list of wordings, quick to look for: only those whose first part was found are tried."""

    def __init__(self, wordings: Iterable[Wording] = ()) -> None:
        self._all = tuple(wordings)
        self._by_first: dict[str, list[Wording]] = {}
        for wording in self._all:
            self._by_first.setdefault(wording.parts[0].label, []).append(wording)

    def __iter__(self) -> Iterator[Wording]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def found(self, hits: Hits) -> tuple[tuple[Span, Wording], ...]:
        """Every wording that stands in the text, with its first place."""
        return tuple(self.each(hits))

    def each(self, hits: Hits) -> Iterator[tuple[Span, Wording]]:
        """The same one by one, for who needs only the first few."""
        for label in hits.among(self._by_first.keys()):
            for wording in self._by_first[label]:
                span = wording.found(hits)
                if span is not None:
                    yield span, wording


def found_any(wordings: Wordings, hits: Hits) -> Span | None:
    """The earliest place of any of the wordings; the longest of those that start there."""
    spans = [span for span, _ in wordings.found(hits)]
    return min(spans, key=lambda span: (span[0], -span[1]), default=None)
