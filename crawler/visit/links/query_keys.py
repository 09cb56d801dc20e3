"""The keys of an address's query, and the address without some of them."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

_MOST_KEYS = 8

Pairs = list[tuple[str, str]]


def pairs_of(address: str) -> Pairs:
    """The first pairs of the query."""
    if "?" not in address:
        return []
    return parse_qsl(urlsplit(address).query, keep_blank_values=True)[:_MOST_KEYS]


def ordered(address: str) -> str:
    """The address with its query in the order of key names: servers seldom care for it."""
    path, _, query = address.partition("?")
    if "&" not in query:
        return address
    pairs = sorted(query.split("&"), key=lambda pair: pair.partition("=")[0])
    return f"{path}?{'&'.join(pairs)}"


def without(address: str, keys: frozenset[str]) -> str:
    """The address without some query keys."""
    path, _, query = address.partition("?")
    kept = [pair for pair in query.split("&") if pair.partition("=")[0] not in keys]
    return f"{path}?{'&'.join(kept)}" if kept else path


def names_of(address: str) -> frozenset[str]:
    """The names of the query's keys."""
    _, _, query = address.partition("?")
    return frozenset(pair.partition("=")[0] for pair in query.split("&") if pair)
