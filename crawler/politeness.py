"""One request at a time to a machine, and a pause between the starts of two."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from domain.protocols import Clock


class Turn:
    """The right to send one request to one machine, now."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.started_at_s = clock.monotonic()

    def sent(self, ago_s: float = 0.0) -> None:
        """Say when the request had arrived: the pause counts from there."""
        self.started_at_s = max(self.started_at_s, self._clock.monotonic() - ago_s)


class _Machine:
    """What is remembered of one IP address or host."""

    def __init__(self, delay_s: float) -> None:
        self.lock = asyncio.Lock()
        self.delay_s = delay_s
        self.last_start_s: float | None = None
        self.held_until_s = float("-inf")

    def due_s(self) -> float:
        """The moment, on the monotonic clock, before which nothing may start."""
        if self.last_start_s is None:
            return self.held_until_s
        return max(self.last_start_s + self.delay_s, self.held_until_s)


class Politeness:
    """The turns of all machines; portals that share an IP address share its rate."""

    def __init__(self, delay_s: float, clock: Clock) -> None:
        self._delay_s = delay_s
        self._clock = clock
        self._machines: dict[str, _Machine] = {}
        self._host_delays_s: dict[str, float] = {}

    @asynccontextmanager
    async def turn(self, machine: str, host: str = "") -> AsyncIterator[Turn]:
        """Wait for the turn and hold it; ``host`` brings its own, longer pause along."""
        state = self._machine(machine)
        async with state.lock:
            state.delay_s = max(state.delay_s, self._host_delays_s.get(host, 0.0))
            await self._wait_until_due(state)
            turn = Turn(self._clock)
            try:
                yield turn
            finally:
                state.last_start_s = turn.started_at_s

    def slow_down(self, machine: str, delay_s: float) -> None:
        """Make the pause at a machine or host at least ``delay_s``; it never gets shorter."""
        self._host_delays_s[machine] = max(delay_s, self._host_delays_s.get(machine, 0.0))
        state = self._machine(machine)
        state.delay_s = max(state.delay_s, delay_s)

    def hold(self, machine: str, seconds: float) -> None:
        """Let nothing start at a machine for a while, as its Retry-After asks."""
        state = self._machine(machine)
        state.held_until_s = max(state.held_until_s, self._clock.monotonic() + seconds)

    async def _wait_until_due(self, state: _Machine) -> None:
        while (wait_s := state.due_s() - self._clock.monotonic()) > 0:
            await self._clock.sleep(wait_s)

    def _machine(self, machine: str) -> _Machine:
        found = self._machines.get(machine)
        if found is None:
            found = self._machines[machine] = _Machine(self._delay_s)
        return found
