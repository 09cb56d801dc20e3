"""What a round passed over, told at its end with all that links said of it by then."""

from __future__ import annotations

from collections import Counter

from crawler.urls import family
from crawler.visit.ledger import Ledger
from crawler.visit.links.book import LinkBook
from crawler.visit.links.excerpts import Excerpts
from crawler.visit.links.frontier import Candidate, Frontier
from domain.outcomes import Skip
from domain.visits import REST_IS_LISTED

_MOST_TRAP_SAMPLES = 5
_MOST_LEFT_UNTOLD = 200
"""Unopened addresses whose words plainly say something else: samples are enough."""


class LeftUnopened:
    """The addresses that a round does not open, with the reason."""

    def __init__(self) -> None:
        self._skipped: list[tuple[Candidate, Skip, str]] = []
        self._trap_samples: Counter[str] = Counter()

    def skip(self, candidate: Candidate, skip: Skip, detail: str = "") -> None:
        """Pass an address over."""
        self._skipped.append((candidate, skip, detail))

    def close_trap(self, candidate: Candidate) -> None:
        """Pass over a member of a closed family; a few samples are kept."""
        of = family(candidate.key)
        self._trap_samples[of] += 1
        if self._trap_samples[of] <= _MOST_TRAP_SAMPLES:
            self.skip(candidate, Skip.TRAP_CLOSED)

    def drain(self, frontier: Frontier, reason: Skip) -> None:
        """Pass over what nobody came to open."""
        untold = 0
        for candidate in frontier.drain():
            untold += not candidate.could_mean
            if candidate.could_mean or untold <= _MOST_LEFT_UNTOLD:
                self.skip(candidate, reason)

    def tell(self, ledger: Ledger, links: LinkBook, excerpts: Excerpts) -> frozenset[str]:
        """Enter all of it into the ledger; the addresses whose words could mean a paper."""
        said = links.also_said()
        passed_over = [
            (one, Skip.TRAP_CLOSED, REST_IS_LISTED)
            if skip is Skip.NEEDS_POST and excerpts.goes_on_with_listed(one)
            else (one, skip, "")
            for one, skip in links.passed_over.all()
        ]
        every = [*self._skipped, *passed_over]
        for candidate, skip, detail in every:
            ledger.skipped(candidate, skip, detail, said.get(candidate.key, ()))
        ledger.also(said)
        return frozenset(one.address for one, _, _ in every if one.could_mean)
