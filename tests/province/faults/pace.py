"""Hosts that are slow, or that want to be asked slowly."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from email.utils import formatdate

from tests.province.exchange import Pace, Reply, Request
from tests.province.faults.base import is_page, page

DRIP = Pace(pieces=4, every_s=0.05)
ENDLESS_DRIP = Pace(pieces=60, every_s=0.25)
PENALTY_S = 1.0
ASKS_BEFORE_PENALTY = 14
HURRY_S = 0.15
"""Requests closer to each other than this hurry the host."""
SLOWEST_S = 0.45
Clock = Callable[[], float]


def slow_drip(request: Request, reply: Reply, before: int) -> Reply:
    """Pages come in small pieces with waits between them."""
    return replace(reply, pace=DRIP) if is_page(reply) else reply


def endless_drip(request: Request, before: int) -> Reply | None:
    """A few bytes now and then, and never the page."""
    return Reply(200, b"<!DOCTYPE html><html><head>".ljust(120), length=48_000, pace=ENDLESS_DRIP)


@dataclass
class TooManyRequests:
    """After some requests 429 with Retry-After: in seconds, every second time as a date."""

    clock: Clock = time.monotonic
    ends_s: float = 0.0
    since: int = 0
    penalties: int = 0

    def __call__(self, request: Request, before: int) -> Reply | None:
        """The refusal while the penalty lasts, and each time one begins."""
        now = self.clock()
        if now >= self.ends_s:
            self.since += 1
            if self.since <= ASKS_BEFORE_PENALTY:
                return None
            self.since, self.penalties = 0, self.penalties + 1
            self.ends_s = now + PENALTY_S
        return self._refusal()

    def _refusal(self) -> Reply:
        asked = page("429 Too Many Requests", "<h1>Too Many Requests</h1>", 429)
        until = formatdate(time.time() + PENALTY_S + 1, usegmt=True)
        after = until if self.penalties % 2 == 0 else str(round(PENALTY_S))
        return replace(asked, headers=(*asked.headers, ("Retry-After", after)))


@dataclass
class SlowsDown:
    """Who asks without rest waits longer each time; who leaves pauses is served at once again."""

    clock: Clock = time.monotonic
    last_s: float = float("-inf")
    wait_s: float = 0.0

    def __call__(self, request: Request, reply: Reply, before: int) -> Reply:
        """The portal's reply, later."""
        now = self.clock()
        hurried = now - self.last_s < HURRY_S
        self.wait_s = min(self.wait_s * 1.5 + 0.02, SLOWEST_S) if hurried else self.wait_s / 3
        self.last_s = now + self.wait_s
        return replace(reply, pace=Pace(pieces=1, every_s=self.wait_s))
