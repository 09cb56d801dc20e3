"""The whole link graph of portals, walked breadth first: what one measures an order against."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import httpx

from crawler.scope import Scope, is_login_system
from crawler.urls import canonical, is_not_content, is_paper_like
from crawler.visit.pages.text import base_of, prints_of
from documents import from_html
from documents.hints import Hints
from domain.documents import Document

MOST_ADDRESSES = 3_000
"""A calendar without end is walked no further."""
_PORTALS_AT_ONCE = 20
_TIMEOUT_S = 3.0


@dataclass
class Graph:
    """The addresses of one portal in the order a breadth-first crawler opens them."""

    home: str
    parents: dict[str, str | None] = field(default_factory=dict)
    """By what page each was found first: the shortest way, as levels are walked in order."""
    prints: set[str] = field(default_factory=set)
    """Digests of what the addresses hold: pages that only repeat another count once."""

    @property
    def contents(self) -> int:
        """Addresses that hold something of their own."""
        return len(self.prints)

    def breadth_first(self, wanted: Iterable[frozenset[str]]) -> int | None:
        """Addresses opened until one of each set is; None when one is never reached."""
        places = {address: number for number, address in enumerate(self.parents, 1)}
        last = [min((places[one] for one in any_of if one in places), default=None)
                for any_of in wanted]  # fmt: skip
        return None if None in last else max(filter(None, last), default=0)

    def shortest_paths(self, wanted: Iterable[frozenset[str]]) -> int | None:
        """Addresses on the shortest ways from home to one of each set, taken together."""
        ways = [
            [self._way(one) for one in sorted(any_of) if one in self.parents] for any_of in wanted
        ]
        if not all(ways):
            return None
        together: set[str] = set()
        for choices in sorted(ways, key=lambda every: min(map(len, every))):
            together |= set(min(choices, key=lambda way: len(set(way) - together)))
        return len(together)

    def _way(self, address: str) -> list[str]:
        way: list[str] = []
        at: str | None = address
        while at is not None:
            way.append(at)
            at = self.parents[at]
        return way


async def graphs(homes: Iterable[str]) -> Mapping[str, Graph]:
    """The graphs of many portals, by their home address; some at a time."""
    slots = asyncio.Semaphore(_PORTALS_AT_ONCE)

    async def one(home: str) -> Graph:
        async with slots, _client() as client:
            return await _walk(client, home)

    made = await asyncio.gather(*(one(home) for home in homes))
    return {graph.home: graph for graph in made}


def _client() -> httpx.AsyncClient:
    return httpx.AsyncClient(
        verify=False,  # noqa: S501 - loopback, and a certificate that is faulty on purpose
        timeout=_TIMEOUT_S,
        follow_redirects=True,
    )


async def _walk(client: httpx.AsyncClient, home: str) -> Graph:
    graph, scope = Graph(home, {home: None}), Scope((home,))
    waiting = deque([home])
    while waiting:
        address = waiting.popleft()
        for target in await _links(client, graph, address):
            if len(graph.parents) >= MOST_ADDRESSES:
                return graph
            if target not in graph.parents and _is_opened(scope, target):
                graph.parents[target] = address
                waiting.append(target)
    return graph


def _is_opened(scope: Scope, address: str) -> bool:
    if is_not_content(address) or is_login_system(address):
        return False
    return scope.covers(address) or (is_paper_like(address) and scope.same_province(address))


async def _links(client: httpx.AsyncClient, graph: Graph, address: str) -> list[str]:
    """Where a page leads to; nothing for a file or a failure."""
    try:
        answer = await client.get(address)
    except (httpx.HTTPError, httpx.InvalidURL):
        return []
    declared = answer.headers.get("content-type", "")
    if answer.status_code != httpx.codes.OK:
        return []
    if "html" not in declared:
        graph.prints.add(address)
        return []
    reading = from_html.read(answer.content, Hints(declared=declared))
    if not isinstance(reading, Document):
        return []
    graph.prints.add(prints_of(reading, answer.content).blind)
    base = base_of(reading, canonical(str(answer.url)) or address)
    found = (canonical(link.href, base) for link in reading.links if not link.posts)
    return [target for target in found if target]
