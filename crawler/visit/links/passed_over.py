"""Links that are not opened, each with the reason."""

from __future__ import annotations

from collections import Counter

from crawler.visit.links.frontier import Candidate
from domain.documents import Zone
from domain.outcomes import Skip
from domain.publications import PublicationId

_MOST_KEPT = 5000
_LISTED = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)
ABOUT_THE_SYSTEM = 0.75
"""From here on a link promises a paper or the system, rather than a section of any kind."""

Passed = tuple[Candidate, Skip]
"""What is not opened, and why."""


class PassedOver:
    """Keeps them all up to a limit, and beyond it the first of each meaning as a gap."""

    def __init__(self, everything: frozenset[PublicationId]) -> None:
        self._everything = everything
        self._kept: dict[tuple[str, str], Passed] = {}
        self._beyond: dict[tuple[frozenset[PublicationId], Skip], Passed] = {}
        self._places: Counter[str] = Counter()

    def __contains__(self, key: tuple[str, str]) -> bool:
        return key in self._kept

    def place(self, address: str) -> str:
        """A name of its own for each of many titles whose links lead to one place or nowhere."""
        self._places[address] += 1
        count = self._places[address]
        return address if count == 1 else f"{address} ({count})"

    def keep(self, key: tuple[str, str], candidate: Candidate, skip: Skip) -> None:
        """Keep one; ``key`` is its address, or what else tells it from others."""
        if len(self._kept) < _MOST_KEPT:
            self._kept.setdefault(key, (candidate, skip))
        elif skip.leaves_a_gap or self.names_some(candidate):
            self.beyond(candidate, skip if skip.leaves_a_gap else Skip.BUDGET)

    def beyond(self, candidate: Candidate, skip: Skip = Skip.BUDGET) -> None:
        """A limit was reached: the first of those that could mean the same stands for all."""
        if candidate.could_mean:
            self._beyond.setdefault((candidate.could_mean, skip), (candidate, skip))

    def names_some(self, candidate: Candidate) -> bool:
        """Whether its words name some publications, rather than none or just anything."""
        return bool(candidate.could_mean) and candidate.could_mean != self._everything

    def may_hold(self, candidate: Candidate) -> bool:
        """Whether its words name some, or the system."""
        return self.names_some(candidate) or candidate.priority >= ABOUT_THE_SYSTEM

    def may_be_paper(self, candidate: Candidate) -> bool:
        """Whether it names some, or stands in a list about the system with words for anything."""
        listed = candidate.words.zone in _LISTED and candidate.priority >= ABOUT_THE_SYSTEM
        return self.names_some(candidate) or (bool(candidate.could_mean) and listed)

    def all(self) -> tuple[Passed, ...]:
        """Everything kept, in the order met."""
        return (*self._kept.values(), *self._beyond.values())
