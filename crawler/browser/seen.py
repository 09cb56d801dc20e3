"""What came of showing one page, and what it asked for meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from crawler.fetcher.page_requests import Part
from domain.outcomes import Outcome


@dataclass
class Traffic:
    """What a page has asked for so far."""

    under_way: int = 0
    stirred: asyncio.Event = field(default_factory=asyncio.Event)
    """Set whenever a request begins or ends."""
    failures: list[str] = field(default_factory=list)
    """Data or scripts of the page's own that did not come: it does not show all that it has."""
    parts: list[Part] = field(default_factory=list)
    """Data that came, in the order it came."""
    onward: list[str] = field(default_factory=list)
    """Where its scripts would have gone instead."""

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Something that the page waits for is under way."""
        self.under_way += 1
        self.stirred.set()
        try:
            yield
        finally:
            self.under_way -= 1
            self.stirred.set()


@dataclass(frozen=True, slots=True)
class Seen:
    """How a page stood in the end, or why it never came to stand."""

    html: str = field(default="", repr=False)
    outcome: Outcome = Outcome.OK
    detail: str = ""
    traffic: Traffic = field(default_factory=Traffic)
