"""The addresses still to be opened, the most promising first."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from domain.publications import PublicationId
from domain.visits import FoundBy, LinkWords


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address to open, with all that was known of it before."""

    address: str
    found_by: FoundBy
    words: LinkWords = field(default_factory=LinkWords)
    parent: str | None = None
    depth: int = 0
    priority: float = 0.0
    could_mean: frozenset[PublicationId] = frozenset()


class Frontier:
    """A queue by promise; among equals the fewer links from home, then the first found."""

    def __init__(self) -> None:
        self._heap: list[tuple[float, int, int, str]] = []
        self._waiting: dict[str, Candidate] = {}
        self._added = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, candidate: Candidate) -> None:
        """Put an address in; one that waits already is left as it is."""
        if candidate.address not in self._waiting:
            self._push(candidate)

    def promote(self, address: str, priority: float, could_mean: frozenset[PublicationId]) -> None:
        """Another link said more of a waiting address: it moves forward if that promises more."""
        waiting = self._waiting.get(address)
        if waiting is None:
            return
        said = replace(
            waiting,
            priority=max(priority, waiting.priority),
            could_mean=waiting.could_mean | could_mean,
        )
        self._push(said)

    def pop(self) -> Candidate | None:
        """The most promising address, taken out; None when nothing is left."""
        while self._heap:
            priority, _, _, address = heapq.heappop(self._heap)
            candidate = self._waiting.get(address)
            if candidate is not None and candidate.priority == -priority:
                return self._waiting.pop(address)
        return None

    def drain(self) -> Iterator[Candidate]:
        """Everything that is left, in the order it would have been opened."""
        while (candidate := self.pop()) is not None:
            yield candidate

    def _push(self, candidate: Candidate) -> None:
        self._added += 1
        self._waiting[candidate.address] = candidate
        entry = (-candidate.priority, candidate.depth, self._added, candidate.address)
        heapq.heappush(self._heap, entry)
