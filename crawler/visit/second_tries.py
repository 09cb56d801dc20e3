"""What is tried again later in a visit: addresses whose failure may pass."""

from __future__ import annotations

from crawler.visit.desk import Opened
from crawler.visit.links.frontier import Candidate


class SecondTries:
    """The addresses that failed and are asked once more, when everything else was opened."""

    def __init__(self) -> None:
        self._failed: list[Candidate] = []
        self._asked_again: set[str] = set()

    def saw(self, candidate: Candidate, opened: Opened) -> None:
        """Take note of an outcome: one that may pass is worth another request later."""
        outcome = opened.attempt.outcome
        if opened.again or (outcome is not None and outcome.passing):
            self._failed.append(candidate)

    def take(self) -> list[Candidate]:
        """What failed since the last time, without what was asked again already."""
        again: list[Candidate] = []
        for candidate in self._failed:
            if candidate.key not in self._asked_again:
                self._asked_again.add(candidate.key)
                again.append(candidate)
        self._failed = []
        return again
