"""What one page of a portal was told, so that the next does not ask for it again."""

from __future__ import annotations

from collections import OrderedDict

from crawler.fetcher.hops import PartAsk
from crawler.fetcher.page_requests import Part
from domain.outcomes import Outcome

_MOST_BYTES = 40_000_000
_SAYS_WHERE = frozenset({"referer", "origin"})

_Key = tuple[str, tuple[tuple[str, str], ...]]


class Shelf:
    """Scripts and data of one visit's pages; the longest unused make room.

    Whoever walks through such a portal loads its frame, menu and scripts once. Only good answers
    to plain questions are kept.
    """

    def __init__(self) -> None:
        self._parts: OrderedDict[_Key, Part] = OrderedDict()
        self._bytes = 0

    def find(self, ask: PartAsk) -> Part | None:
        """The answer to the same question, if it was asked before."""
        key = _key(ask)
        part = self._parts.get(key) if ask.method == "GET" else None
        if part is not None:
            self._parts.move_to_end(key)
        return part

    def keep(self, part: Part) -> None:
        """Keep an answer that can be given again."""
        if part.ask.method != "GET" or part.outcome is not Outcome.OK:
            return
        key = _key(part.ask)
        if key not in self._parts:
            self._parts[key] = part
            self._bytes += len(part.hop.body)
        while self._bytes > _MOST_BYTES:
            _, gone = self._parts.popitem(last=False)
            self._bytes -= len(gone.hop.body)


def _key(ask: PartAsk) -> _Key:
    said = tuple(sorted(pair for pair in ask.headers if pair[0] not in _SAYS_WHERE))
    return ask.address, said
