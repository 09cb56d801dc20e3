"""Answers from portals that are made up, in the program's own politeness, without a network."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from crawler.politeness import Politeness
from domain.exchanges import Answer, Ask
from domain.outcomes import Outcome
from domain.protocols import Clock
from tests.bench.portals.made import MadePortal

_ANSWER_S = 0.2
"""What a portal takes to answer."""


class MadeFetcher:
    """In place of the real one; every host is a machine of its own.

    A portal is there while it is visited: measured is what the program holds, not what made it up.
    """

    def __init__(
        self, made: Callable[[str], MadePortal | None], delay_s: float, clock: Clock
    ) -> None:
        """``made``: the portal of a host; None for a host that has none."""
        self._made = made
        self._visited: dict[str, MadePortal | None] = {}
        self._politeness = Politeness(delay_s, clock)
        self._clock = clock

    async def __call__(self, ask: Ask) -> Answer:
        """The page, in its turn."""
        parts = urlsplit(ask.address)
        host = parts.hostname or ""
        async with self._politeness.turn(host, host) as turn:
            started_at = self._clock.now()
            await self._clock.sleep(_ANSWER_S)
            if host not in self._visited:
                self._visited[host] = self._made(host)
            portal = self._visited[host]
            body = portal.page(parts.path) if portal is not None else None
        kind = "text/xml" if parts.path.endswith(".xml") else "text/html; charset=utf-8"
        return Answer(
            ask, Outcome.OK if body is not None else Outcome.NOT_FOUND, started_at, _ANSWER_S,
            final_address=ask.address, status=200 if body is not None else 404,
            headers=(("content-type", kind),), body=body or b"", ip=host, waited_s=turn.waited_s,
        )  # fmt: skip

    def enter(self, host: str) -> None:
        """Nothing is held."""

    def forget(self, host: str) -> None:
        """Forget its pace and its pages."""
        self._visited.pop(host, None)
        self._politeness.forget(host)

    def slow_down(self, host: str, delay_s: float) -> None:
        """As the real one."""
        self._politeness.slow_down(host, delay_s)
