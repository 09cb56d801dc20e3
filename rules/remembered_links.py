"""What the links of one visit promise, worked out once for crawling and judging."""

from __future__ import annotations

from domain.protocols import LinkScorer, LinkValue
from domain.visits import LinkWords

_MOST_KEPT = 5_000
"""As many links as most portals have; of a larger one the first, for memory's sake."""


class RememberedLinks:
    """A :class:`~domain.protocols.LinkScorer` for one visit, which weighs the same link once.

    A visit weighs every link as it meets it, and judging asks for all again that it left unopened.
    """

    def __init__(self, scorer: LinkScorer) -> None:
        self._scorer = scorer
        self._values: dict[int, LinkValue] = {}

    def value(self, address: str, words: LinkWords) -> LinkValue:
        """The promise of one link."""
        key = hash((address, words))
        known = self._values.get(key)
        if known is None:
            known = self._scorer.value(address, words)
            if len(self._values) < _MOST_KEPT:
                self._values[key] = known
        return known
