"""Endless families of addresses: noticed by bringing nothing new, and closed."""

from __future__ import annotations

from collections import Counter
from urllib.parse import parse_qsl, urlsplit

from crawler.urls import family

_BARREN_ANSWERS = 20
_STALE_ANSWERS = 60
_SAME_SEGMENT_TIMES = 4
_NOISE_VOTES = 8
_MOST_KEYS = 8


class FamilyWatch:
    """Counts, per family, the answers in a row that brought no new link and no new main text."""

    def __init__(self) -> None:
        self._prints: set[str] = set()
        self._barren: Counter[str] = Counter()
        self._stale: Counter[str] = Counter()
        self._closed: set[str] = set()

    def is_closed(self, address: str) -> bool:
        """Whether the address is of a family that brings nothing new, or loops in its path."""
        return family(address) in self._closed or _loops(address)

    def saw(self, address: str, content_print: str, new_links: bool) -> bool:
        """Take note of an answer with content; True when its main text was new.

        ``new_links`` counts only links to other families: a calendar always links to its next
        month. A family whose text never changes closes in the end whatever it links to, for
        session numbers make every link look new.
        """
        new_text = content_print not in self._prints
        self._prints.add(content_print)
        of = family(address)
        self._barren[of] = 0 if new_text or new_links else self._barren[of] + 1
        self._stale[of] = 0 if new_text else self._stale[of] + 1
        if self._barren[of] >= _BARREN_ANSWERS or self._stale[of] >= _STALE_ANSWERS:
            self._closed.add(of)
        return new_text


def _loops(address: str) -> bool:
    """Whether one path segment repeats without end, as broken relative links make it."""
    segments = [part for part in urlsplit(address).path.split("/") if part]
    if len(segments) <= _SAME_SEGMENT_TIMES:
        return False
    return max(Counter(segments).values()) > _SAME_SEGMENT_TIMES


class NoiseKeys:
    """Learns which query keys mean nothing, because pages stay the same whatever their value."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str], tuple[str, str]] = {}
        self._votes: Counter[str] = Counter()
        self._matters: set[str] = set()

    def saw(self, address: str, content_print: str) -> None:
        """Compare a page with the first one that differed from it by one query key only."""
        pairs = parse_qsl(urlsplit(address).query, keep_blank_values=True)[:_MOST_KEYS]
        for key, value in pairs:
            slot = (_without(address, frozenset({key})), key)
            first = self._first.setdefault(slot, (value, content_print))
            if first[0] == value:
                continue
            if first[1] == content_print:
                self._votes[key] += 1
            else:
                self._matters.add(key)

    def reduced(self, address: str) -> str:
        """The address without the keys known to mean nothing."""
        if "?" not in address:
            return address
        noise = frozenset(
            key
            for key, votes in self._votes.items()
            if votes >= _NOISE_VOTES and key not in self._matters
        )
        return _without(address, noise) if noise else address


def _without(address: str, keys: frozenset[str]) -> str:
    path, _, query = address.partition("?")
    kept = [pair for pair in query.split("&") if pair.partition("=")[0] not in keys]
    return f"{path}?{'&'.join(kept)}" if kept else path
