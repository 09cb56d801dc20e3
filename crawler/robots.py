"""What a robots.txt allows one crawler."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isfinite

from protego import Protego

MAX_ROBOTS_CHARS = 500_000
LONGEST_CRAWL_DELAY_S = 60.0
"""A portal that asks for longer pauses cannot be looked through in a night, and is told as such."""


@dataclass(frozen=True, slots=True)
class RobotsRules:
    """The rules of one host for one crawler."""

    crawl_delay_s: float | None = None
    sitemaps: tuple[str, ...] = ()
    _parsed: Protego | None = field(default=None, repr=False, compare=False)
    _agent: str = "*"
    _default: bool = True

    @classmethod
    def parse(cls, text: str, user_agent: str) -> RobotsRules:
        """Rules read from the file's text; a page served instead of it forbids nothing."""
        text = text[:MAX_ROBOTS_CHARS].lstrip("\ufeff \t\r\n")
        if text.startswith("<"):
            return ALLOW_ALL
        agent = user_agent.partition("/")[0].strip() or "*"
        parsed = Protego.parse(text)
        return cls(_delay(parsed, agent), tuple(parsed.sitemaps), parsed, agent)

    def allows(self, address: str) -> bool:
        """Whether the address may be asked for; robots.txt itself always may."""
        if self._parsed is None:
            return self._default
        return bool(self._parsed.can_fetch(address, self._agent))


def _delay(parsed: Protego, agent: str) -> float | None:
    """Crawl-delay, or what Request-rate comes to; None when neither says anything usable."""
    delay = parsed.crawl_delay(agent)
    rate = parsed.request_rate(agent)
    if delay is None and rate is not None and rate.requests > 0:
        delay = rate.seconds / rate.requests
    return float(delay) if delay is not None and isfinite(delay) and delay >= 0 else None


ALLOW_ALL = RobotsRules()
"""No robots.txt, or none that could be read."""
DENY_ALL = RobotsRules(_default=False)
"""Nothing may be asked for."""
