"""The addresses still to be opened, the most promising first."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from crawler.visit.links.post import Post
from domain.exchanges import Ask
from domain.protocols import Promise
from domain.publications import PublicationId
from domain.visits import FoundBy, LinkWords

_OF_OTHERS = 0.6
"""Below sections about the system, above those that may hold anything."""


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
    why: Promise = Promise.UNTOLD
    """What in its words decided."""
    post: Post | None = None
    """None for an address that is simply opened."""

    @property
    def key(self) -> str:
        """What tells it from others: the address, and the page of its list where one is posted."""
        return self.post.place(self.address) if self.post else self.address

    @property
    def ask(self) -> Ask:
        """The request that opens it."""
        if self.post is None:
            return Ask(self.address)
        return Ask(self.address, "POST", self.post.fields)


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
        if candidate.key not in self._waiting:
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

    def pop(self, wanted: frozenset[PublicationId] | None = None) -> Candidate | None:
        """The most promising address, taken out; None when nothing is left.

        ``wanted``: what is still looked for. What leads only to other publications waits longer.
        """
        while self._heap:
            rank, _, _, key = heapq.heappop(self._heap)
            candidate = self._waiting.get(key)
            if candidate is None or -rank not in (candidate.priority, _later(candidate)):
                continue
            first_met = -rank > _later(candidate)
            if wanted and first_met and _is_of_others(candidate, wanted):
                self._put(candidate, _later(candidate))
            else:
                return self._waiting.pop(key)
        return None

    def best(self) -> float:
        """How much the most promising address promises; 0 when nothing is left."""
        while self._heap:
            rank, _, _, key = self._heap[0]
            candidate = self._waiting.get(key)
            if candidate is not None and -rank in (candidate.priority, _later(candidate)):
                return -rank
            heapq.heappop(self._heap)
        return 0.0

    def drain(self) -> Iterator[Candidate]:
        """Everything that is left, in the order it would have been opened."""
        while (candidate := self.pop()) is not None:
            yield candidate

    def _push(self, candidate: Candidate) -> None:
        self._waiting[candidate.key] = candidate
        self._put(candidate, candidate.priority)

    def _put(self, candidate: Candidate, rank: float) -> None:
        self._added += 1
        entry = (-rank, candidate.depth, self._added, candidate.key)
        heapq.heappush(self._heap, entry)


def _is_of_others(candidate: Candidate, wanted: frozenset[PublicationId]) -> bool:
    """Whether it names publications, and none that is still looked for."""
    return bool(candidate.could_mean) and candidate.could_mean.isdisjoint(wanted)


def _later(candidate: Candidate) -> float:
    """Where an address waits that leads only to what is not looked for first."""
    return candidate.priority * _OF_OTHERS
