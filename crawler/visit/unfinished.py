"""Files that are being read while the visit goes on: reading never holds up a portal's rhythm.

A file's result is taken a fixed number of requests after it came, not when it happens to be done:
the order of requests must follow from the answers alone.
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass

from crawler.visit.desk import Asked
from crawler.visit.links.frontier import Candidate
from domain.documents import Reading
from domain.protocols import Read

REQUESTS_MEANWHILE = 8
"""At one request a second a scan of several pages is recognised within so many."""
_MOST_BYTES = 50_000_000
"""Bodies of so many bytes in all may wait for their readers in one visit."""


@dataclass(frozen=True, slots=True)
class _Unfinished:
    candidate: Candidate
    asked: Asked
    reading: asyncio.Task[Reading]
    due_at: int


class ReadingMeanwhile:
    """The files of one visit whose reading is under way, the first come first."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._waiting: deque[_Unfinished] = deque()
        self._requests = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def begin(self, candidate: Candidate, asked: Asked) -> None:
        """Start to read what came back."""
        reading = asyncio.ensure_future(self._read(asked.answer))
        due_at = self._requests + REQUESTS_MEANWHILE
        self._waiting.append(_Unfinished(candidate, asked, reading, due_at))

    def count_request(self) -> None:
        """Another address was asked."""
        self._requests += 1

    @property
    def is_due(self) -> bool:
        """Whether the first one must be taken before anything else is asked."""
        if not self._waiting:
            return False
        held = sum(len(one.asked.answer.body) for one in self._waiting)
        return self._waiting[0].due_at <= self._requests or held > _MOST_BYTES

    async def take(self) -> tuple[Candidate, Asked, Reading]:
        """The first one, once it is read."""
        first = self._waiting.popleft()
        return first.candidate, first.asked, await first.reading

    def give_up(self) -> tuple[Candidate, ...]:
        """Stop reading; what had come and was not read yet."""
        left = tuple(one.candidate for one in self._waiting)
        for one in self._waiting:
            one.reading.cancel()
        self._waiting.clear()
        return left
