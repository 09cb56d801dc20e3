"""One request at a time to a machine, and a pause between the starts of two."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from crawler.pace import LONGEST_PAUSE_S, Pace
from domain.protocols import Clock

_FEW = 64
"""So many hosts and machines are not worth looking through."""
LEFT_AFTER_S = 3600.0
"""A host that nobody asked for so long has no visit under way."""


class Turn:
    """The right to send one request to one machine, now."""

    def __init__(self, clock: Clock, waited_s: float) -> None:
        self._clock = clock
        self.started_at_s = clock.monotonic()
        self.waited_s = waited_s
        """Seconds that the host itself made us wait; waiting for others is not in it."""

    def sent(self, ago_s: float = 0.0) -> None:
        """Say when the request had arrived: the pause counts from there."""
        self.started_at_s = max(self.started_at_s, self._clock.monotonic() - ago_s)


class _Place:
    """What is remembered of a machine or a host: when it was asked last, and when it may be."""

    def __init__(self, delay_s: float) -> None:
        self.users = 0
        """Requests that wait for it or hold it."""
        self.forgotten = False
        """Whether nobody has visited it since the last visit ended; never of a machine."""
        self.lock = asyncio.Lock()
        self.delay_s = delay_s
        self.last_start_s: float | None = None
        self.held_until_s = float("-inf")
        self.pace = Pace()

    def tells_nothing(self, delay_s: float, now_s: float) -> bool:
        """Whether it says no more than one made anew would: its pauses are over, nothing asked."""
        return not self.users and self.delay_s <= delay_s and self.due_s() <= now_s

    def is_left(self, now_s: float) -> bool:
        """Whether nobody visits it; the hosts that portals link to are never said to be left."""
        asked_s = self.last_start_s
        return self.forgotten or (asked_s is not None and now_s - asked_s > LEFT_AFTER_S)

    def due_s(self) -> float:
        """The moment, on the monotonic clock, before which nothing may start."""
        if self.last_start_s is None:
            return self.held_until_s
        pause_s = max(self.delay_s, self.pace.pause_s(self.delay_s))
        return max(self.last_start_s + pause_s, self.held_until_s)


class Politeness:
    """The turns of all machines; portals that share an IP address share its rate.

    What one host asks for beyond that rate (Crawl-delay, Retry-After, a rest) holds for that host
    alone: it must not keep the hundred others on the same machine waiting.
    """

    def __init__(self, delay_s: float, clock: Clock) -> None:
        self._delay_s = delay_s
        self._clock = clock
        self._machines: dict[str, _Place] = {}
        self._hosts: dict[str, _Place] = {}
        self._kept = 0
        """Of how many something was left when it was last looked through."""

    @asynccontextmanager
    async def turn(self, machine: str, host: str = "") -> AsyncIterator[Turn]:
        """Wait for the turn at the host, then at its machine, and hold both."""
        own, shared = self._host(host or machine), self._machine(machine)
        with _used(own), _used(shared):
            async with own.lock:
                waited_s = await self._wait_until_due(own)
                async with shared.lock:
                    await self._wait_until_due(shared)
                    turn = Turn(self._clock, waited_s)
                    try:
                        yield turn
                    finally:
                        own.last_start_s = shared.last_start_s = turn.started_at_s

    def slow_down(self, host: str, delay_s: float) -> None:
        """Make the pause at a host at least ``delay_s``; it never gets shorter."""
        state = self._host(host)
        state.delay_s = max(state.delay_s, delay_s)

    def too_fast(self, host: str) -> None:
        """The host said that it is asked too often: the pause is doubled, up to a limit."""
        self.slow_down(host, min(2 * self._host(host).delay_s, LONGEST_PAUSE_S))

    def hold(self, host: str, seconds: float) -> None:
        """Let nothing start at a host for a while, as its Retry-After asks."""
        state = self._host(host)
        state.held_until_s = max(state.held_until_s, self._clock.monotonic() + seconds)

    def heard(self, host: str, took_s: float) -> None:
        """Take note of how long the host took to answer: one that slows down is asked slower."""
        self._host(host).pace.heard(took_s)

    def forget(self, host: str) -> None:
        """Nobody visits the host any more: its pace is learnt anew, what it asked for is kept."""
        if host in self._hosts:
            self._hosts[host].pace = Pace()
            self._hosts[host].forgotten = True
        if self.remembered >= 2 * self._kept + _FEW:  # so seldom that it costs nothing a visit
            self._drop_idle()

    @property
    def remembered(self) -> int:
        """Of how many hosts and machines something is remembered."""
        return len(self._hosts) + len(self._machines)

    def _drop_idle(self) -> None:
        """Let go of what tells nothing, or a night would hold every host that it ever asked."""
        now_s = self._clock.monotonic()
        idle = [
            (places, name)
            for places in (self._hosts, self._machines)
            for name, place in places.items()
            if (places is self._machines or place.is_left(now_s))
            and place.tells_nothing(self._delay_s, now_s)
        ]
        for places, name in idle:
            del places[name]
        self._kept = self.remembered

    async def _wait_until_due(self, state: _Place) -> float:
        """Wait; the seconds it took."""
        waited_s = 0.0
        while (wait_s := state.due_s() - self._clock.monotonic()) > 0:
            await self._clock.sleep(wait_s)
            waited_s += wait_s
        return waited_s

    def _machine(self, machine: str) -> _Place:
        return self._place(self._machines, machine)

    def _host(self, host: str) -> _Place:
        return self._place(self._hosts, host)

    def _place(self, places: dict[str, _Place], name: str) -> _Place:
        if name not in places:
            places[name] = _Place(self._delay_s)
        places[name].forgotten = False
        return places[name]


@contextmanager
def _used(place: _Place) -> Iterator[None]:
    """The place stays until the end of the block, and so do its lock and its pause."""
    place.users += 1
    try:
        yield
    finally:
        place.users -= 1
