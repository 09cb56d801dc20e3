"""Query keys that show what is known otherwise: filters, sort orders and tools, in any combination.

Every further set of keys looks like a new family of addresses. So each key of a path is judged
by what the pages that carry it brought: after enough in a row that brought no new text and no link
that promises any, what those pages had in common is closed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from crawler.visit.links.family_watch import Brought
from crawler.visit.links.query_keys import ordered, pairs_of, without

_BARREN_ANSWERS = 20
_DULL_ANSWERS = 5
"""Pages in a row without new text, after which new links with the key promise nothing."""
_FEWEST_ADDED = 10
"""Of a key that stands alone: so often the page without it was opened too."""
_MOST_BLOCKS = 200_000

Shared = dict[str, str | None]
"""The keys that pages have in common, with the value where that is common too."""


@dataclass(slots=True)
class _Streak:
    """What the last pages with a key were like."""

    dull: int = 0
    """Without new text."""
    barren: int = 0
    """Without new text and without a link that promises any."""
    added: int = 0
    """Of the barren: the page without the key was opened too."""
    shared: Shared = field(default_factory=dict)
    """What the barren have in common."""

    def fruitful(self) -> None:
        """A page brought something."""
        self.barren, self.added, self.shared = 0, 0, {}

    def bore_nothing(self, pairs: dict[str, str], *, added: bool) -> None:
        """A page brought nothing."""
        self.shared = _common(self.shared, pairs) if self.barren else dict(pairs)
        self.barren += 1
        self.added += added

    @property
    def closes(self) -> bool:
        """Whether enough pages brought nothing, and what they share says which pages those are.

        A lone key with ever other values may be what tells a portal's pages apart, as "id" does.
        """
        if self.barren < _BARREN_ANSWERS:
            return False
        return len(self.shared) > 1 or self.added >= _FEWEST_ADDED


class KeyWatch:
    """Counts, per path and query key, the answers in a row that brought nothing."""

    def __init__(self) -> None:
        self._streaks: dict[tuple[str, str], _Streak] = {}
        self._closed: dict[tuple[str, str], list[Shared]] = {}
        self._opened: set[int] = set()
        self._barren: set[int] = set()
        self._blocks: set[int] = set()

    def saw(self, address: str, brought: Brought, idle: frozenset[str] = frozenset()) -> None:
        """Take note of an answer with content; ``address`` without its scheme.

        ``idle``: the keys without which the page was opened before and was the same.
        """
        self._opened.add(hash(ordered(address)))
        path, pairs = address.partition("?")[0], dict(pairs_of(address))
        if not pairs:
            return
        new_text = self._is_new(brought) and not idle
        promises = any(self._promises(target, path, pairs) for target in brought.new_links)
        brought_new = new_text or promises
        for key in self._blamed(address, pairs, idle, brought_new=brought_new):
            streak = self._streaks.setdefault((path, key), _Streak())
            streak.dull = 0 if new_text else streak.dull + 1
            if brought_new:
                streak.fruitful()
            else:
                streak.bore_nothing(pairs, added=self._opened_without(address, key))
            self._judge(path, key, pairs, streak, brought_new=brought_new)

    def closed(self, address: str) -> str | None:
        """What closed family of variants the address belongs to; None for none."""
        path, pairs = address.partition("?")[0], dict(pairs_of(address))
        for key in pairs:
            for shared in self._closed.get((path, key), ()):
                if _has(pairs, shared):
                    return f"{path}?{sorted(shared)}"
        return None

    def _judge(
        self, path: str, key: str, pairs: dict[str, str], streak: _Streak, *, brought_new: bool
    ) -> None:
        """Close what brought nothing, and open again what did after all."""
        known = self._closed.get((path, key), [])
        if brought_new and known:
            self._closed[path, key] = [shared for shared in known if not _has(pairs, shared)]
        elif streak.closes and streak.shared not in known:
            self._closed.setdefault((path, key), []).append(dict(streak.shared))

    def _blamed(
        self, address: str, pairs: dict[str, str], idle: frozenset[str], *, brought_new: bool
    ) -> frozenset[str]:
        """The keys that a page tells of: all, but of a good page's variant those it has more.

        Else the variants of a few papers would tell against the keys by which the portal tells
        all its papers apart.
        """
        bare = {hash(ordered(without(address, frozenset({key})))) for key in idle}
        if idle and bare.isdisjoint(self._barren):
            return idle
        if not brought_new:
            self._barren.add(hash(ordered(address)))
        return frozenset(pairs)

    def _opened_without(self, address: str, key: str) -> bool:
        return hash(ordered(without(address, frozenset({key})))) in self._opened

    def _promises(self, target: str, path: str, pairs: dict[str, str]) -> bool:
        """Whether a new link leads elsewhere, or differs by a key whose pages bring new text."""
        to = target.partition("?")[0]
        if to != path:
            return True
        other = {key for key, value in pairs_of(target) if pairs.get(key) != value}
        streaks = (self._streaks.get((path, key)) for key in other)
        return any(streak is None or streak.dull < _DULL_ANSWERS for streak in streaks)

    def _is_new(self, brought: Brought) -> bool:
        """Whether any block of text was on no page with a query before."""
        shape = brought.shape
        own = shape.blind if brought.self_found else shape.blocks
        new = not own <= self._blocks
        if len(self._blocks) >= _MOST_BLOCKS:
            return True  # too much was seen to tell
        self._blocks |= shape.blocks | shape.blind
        return new


def _common(shared: Shared, pairs: dict[str, str]) -> Shared:
    return {
        key: value if pairs[key] == value else None for key, value in shared.items() if key in pairs
    }


def _has(pairs: dict[str, str], shared: Shared) -> bool:
    return all(
        key in pairs and (value is None or pairs[key] == value) for key, value in shared.items()
    )
