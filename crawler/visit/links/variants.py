"""Pages that are the same with a query key and without it, but for what differs every time."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.visit.links.family_watch import Brought
from crawler.visit.links.query_keys import names_of, ordered, pairs_of, without

_MOST_TARGETS = 300
"""From here on not all targets are known."""
_MOST_REMEMBERED = 2_000


@dataclass(frozen=True, slots=True)
class _Said:
    """What a page says and leads to beside variants of itself.

    Without dates and numbers: a clock or a counter of visits differs at every request, and so
    would any two variants.
    """

    words: frozenset[int]
    offered: frozenset[int]
    """Words by which it offers its variants: no two pages offer the same ones."""
    led: int

    def same(self, other: _Said) -> bool:
        """Whether both say and lead to the same."""
        told_apart = (self.words ^ other.words) - self.offered - other.offered
        return self.led == other.led and not told_apart


class Variants:
    """Remembers what opened pages said, and which keys of a further one change nothing of it."""

    def __init__(self) -> None:
        self._said: dict[int, _Said] = {}

    def idle_keys(self, address: str, brought: Brought) -> frozenset[str]:
        """The keys without which the page was opened before and was the same."""
        said = _said(address, brought)
        if said is None:
            return frozenset()
        if len(self._said) < _MOST_REMEMBERED:
            self._said.setdefault(hash(ordered(address)), said)
        keys = [key for key, _ in pairs_of(address)]
        return frozenset(key for key in keys if self._is_same_without(key, address, said))

    def _is_same_without(self, key: str, address: str, said: _Said) -> bool:
        before = self._said.get(hash(ordered(without(address, frozenset({key})))))
        return before is not None and before.same(said)


def _said(address: str, brought: Brought) -> _Said | None:
    """What it says; None where not all of it is known."""
    shape = brought.shape
    if not shape.exact or len(brought.targets) >= _MOST_TARGETS:
        return None
    path, keys = address.partition("?")[0], names_of(address)
    led = {target for target in brought.targets if not _is_variant(target, path, keys)}
    if not shape.words and not led:
        return None
    return _Said(shape.words, shape.offered, hash(frozenset(led)))


def _is_variant(target: str, path: str, keys: frozenset[str]) -> bool:
    """Whether a link leads to the page itself with more keys, fewer or other values."""
    if target.partition("?")[0].partition("://")[2].removeprefix("www.") != path:
        return False
    to = names_of(target)
    return to >= keys or to <= keys
