"""Endless families of addresses: noticed by bringing nothing new, and closed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from crawler.urls import family
from crawler.visit.links.frontier import Candidate
from crawler.visit.pages.text import NO_SHAPE, Prints, Shape
from domain.documents import Zone
from domain.visits import LinkWords

_BARREN_ANSWERS = 20
_STALE_ANSWERS = 100
_STALE_TARGET_ANSWERS = 10
"""Answers in a row without new text, after which new links to a family no longer count."""
_SAME_SEGMENT_TIMES = 4
_MOST_OPENED_CLOSED = 50
_MOST_OF_SAME_WORDS = 5


@dataclass(frozen=True, slots=True)
class Brought:
    """What an opened page brought."""

    prints: Prints
    targets: tuple[str, ...] = ()
    """Where its links lead."""
    new_families: frozenset[str] = frozenset()
    """The other families that new links of this page belong to."""
    self_found: bool = False
    """Whether the page itself was found on a page of its own family, as a next month is."""
    new_links: tuple[str, ...] = ()
    """Addresses that nobody knew before this page."""
    shape: Shape = NO_SHAPE
    """Its text without the words of links to itself."""


def self_found(candidate: Candidate) -> bool:
    """Whether it was found on a page of its own family, and not merely named as related."""
    if candidate.parent is None or candidate.words.zone is Zone.RELATED:
        return False
    return family(candidate.parent) == family(candidate.address)


class FamilyWatch:
    """Counts, per family, the answers in a row that brought no new link and no new main text.

    New links count only where they lead to other families: a calendar always links to its next
    month. A family whose text never changes closes in the end whatever it links to, for session
    numbers make every link look new.
    """

    def __init__(self) -> None:
        self._prints: set[str] = set()
        self._barren: Counter[str] = Counter()
        self._stale: Counter[str] = Counter()
        self._dull: Counter[str] = Counter()
        self._shells: Counter[str] = Counter()
        self._closed: set[str] = set()

    def is_closed(self, address: str) -> bool:
        """Whether the address is of a family that brings nothing new, or loops in its path."""
        return family(address) in self._closed or _loops(address)

    def saw(self, address: str, brought: Brought) -> None:
        """Take note of an answer with content."""
        of, new_text = family(address), self._is_new(brought)
        self._prints |= {brought.prints.exact, brought.prints.undated, brought.prints.blind}
        self._barren[of] = 0 if new_text or self._promises(brought) else self._barren[of] + 1
        self._stale[of] = 0 if new_text else self._stale[of] + 1
        self._dull[of] = 0 if new_text else self._dull[of] + 1
        if self._barren[of] >= _BARREN_ANSWERS or self._stale[of] >= _STALE_ANSWERS:
            self._closed.add(of)

    def saw_shell(self, address: str) -> None:
        """The page shows nothing without a browser: that was no look, and closes no family."""
        self._shells[family(address)] += 1

    def is_shell(self, address: str) -> bool:
        """Whether so many pages of the family needed a browser that the next one will too."""
        return self._shells[family(address)] >= _BARREN_ANSWERS

    def saw_nothing(self, address: str) -> None:
        """The address holds nothing: that closes no family, but new links to it promise less."""
        self._dull[family(address)] += 1

    def _promises(self, brought: Brought) -> bool:
        """Whether a new link leads to a family that still brings new text."""
        return any(self._dull[of] < _STALE_TARGET_ANSWERS for of in brought.new_families)

    def _is_new(self, brought: Brought) -> bool:
        """Whether the main text is new, be it by its numbers only.

        Articles that a list names and that differ in a number are told apart; the months of a
        calendar, each found on the one before, are not.
        """
        if brought.self_found:
            return brought.prints.blind not in self._prints
        return brought.prints.undated not in self._prints


class ClosedDoors:
    """Which members of a closed family are opened all the same: those that name a paper.

    A family closes because its pages are alike; an address in it whose link names a publication
    is another matter. Session numbers show the same link again and again: a few times are enough.
    """

    def __init__(self) -> None:
        self._opened: Counter[str] = Counter()
        self._same: Counter[tuple[str, str]] = Counter()

    def opens(self, of: str, words: LinkWords) -> bool | None:
        """Whether to open one of a family; None when so many were that the rest stays unseen."""
        said = "|".join((words.text, words.title, words.context, words.section))
        self._same[of, said] += 1
        if self._same[of, said] > _MOST_OF_SAME_WORDS:
            return False
        self._opened[of] += 1
        return True if self._opened[of] <= _MOST_OPENED_CLOSED else None


def _loops(address: str) -> bool:
    """Whether one path segment repeats without end, as broken relative links make it."""
    path = address.partition("#")[0].partition("?")[0]
    segments = [part for part in path.split("/")[3:] if part]
    if len(segments) <= _SAME_SEGMENT_TIMES:
        return False
    return max(Counter(segments).values()) > _SAME_SEGMENT_TIMES
