"""Query keys that mean nothing: pages stay the same whatever their value."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from urllib.parse import unquote

from crawler.visit.links.family_watch import Brought
from crawler.visit.links.query_keys import ordered, pairs_of, without

_NOISE_VOTES = 20
_YEAR_LIKE_VOTES = 25
"""Short numbers are years, pages and sections, several of which may be empty alike."""
_YEAR_LIKE = re.compile(r"\d{1,4}\Z")
_MOST_UNQUOTED = 8
_MOST_TARGETS = 300
"""From here on not all targets are known, and the words of all links tell pages apart."""


class NoiseKeys:
    """Learns them from pages that differ in one query key only."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str], tuple[str, str]] = {}
        self._votes: Counter[str] = Counter()
        self._matters: set[str] = set()
        self._noise: frozenset[str] = frozenset()

    def saw(self, address: str, brought: Brought, idle: frozenset[str] = frozenset()) -> None:
        """Compare a page with the first one that differed from it by one query key only.

        ``idle``: the keys without which the page was opened before and was the same.
        """
        for key, value in pairs_of(address):
            if key in self._matters:
                continue
            bare = ordered(without(address, frozenset({key})))
            same = _print_without(key, address, brought)
            first = self._first.setdefault((bare, key), (value, same))
            if key in idle or (first[0] != value and first[1] == same):
                self._vote(key, value)
            elif first[0] != value:
                self._matters.add(key)
                self._noise -= {key}

    def _vote(self, key: str, value: str) -> None:
        """Two values of the key, or one and none, brought the same page."""
        self._votes[key] += 1
        needed = _YEAR_LIKE_VOTES if _YEAR_LIKE.match(value) else _NOISE_VOTES
        if self._votes[key] >= needed:
            self._noise |= {key}

    def reduced(self, address: str) -> str:
        """The address without the keys known to mean nothing."""
        return without(address, self._noise) if self._noise and "?" in address else address


def without_way_back(target: str, page: str) -> str:
    """A link of a page to itself, without the pairs whose value is the page's own place."""
    path, _, query = target.partition("?")
    if not ("/" in query or "%2" in query) or path != page.partition("?")[0]:
        return target
    pairs = query.split("&")
    kept = [pair for pair in pairs if not _is_back(pair.partition("=")[2], _place(path))]
    if not kept:
        return path
    return target if len(kept) == len(pairs) else f"{path}?{'&'.join(kept)}"


def _place(path: str) -> str:
    """The path without scheme and host."""
    rest = path.partition("://")[2] or path
    return "/" + rest.partition("/")[2]


def _print_without(key: str, address: str, brought: Brought) -> str:
    """A page's own text and links, but for one query key of the links."""
    known_whole = len(brought.targets) < _MOST_TARGETS
    text = (brought.shape.exact if known_whole else "") or brought.prints.exact
    path, dropped = address.partition("?")[0], frozenset({key})
    targets = {_seen_from(path, without(target, dropped)) for target in brought.targets}
    digest = hashlib.sha256(text.encode())
    digest.update("\n".join(sorted(targets)).encode())
    return digest.hexdigest()


def _seen_from(path: str, target: str) -> str:
    """A link as any variant of the page has it: a way back to the page is one and the same."""
    before, _, query = target.partition("?")
    if "%" not in query or not before.endswith(path):
        return target
    place = _place(path)
    pairs = [pair.partition("=") for pair in query.split("&")]
    kept = {name if _is_back(value, place) else f"{name}={value}" for name, _, value in pairs}
    return f"{before}?{'&'.join(sorted(kept))}"


def _is_back(value: str, place: str) -> bool:
    """Whether a value is the page's own place, however often it was packed into another."""
    return _plain(value).partition("?")[0] == _plain(place)


def _plain(value: str) -> str:
    """Without escapes: a path's own letters are escaped once, and once more in every value."""
    for _ in range(_MOST_UNQUOTED):
        plain = unquote(value)
        if plain == value:
            break
        value = plain
    return value
