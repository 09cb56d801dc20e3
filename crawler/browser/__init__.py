"""Shows pages whose text appears only when their scripts run.

What had come by plain HTTP is given to a headless Chromium that has no network of its own; what
the page's scripts ask for goes through the fetcher, with its address guard and its politeness:
shell -> turn at the machine -> a place in the browser -> context -> scripts and data -> rest.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from crawler.browser.chromium import Chromium
from crawler.browser.rendering import render_ask, shown_of
from crawler.browser.shelf import Shelf
from crawler.browser.showing import Showing
from crawler.fetcher import Fetcher
from crawler.fetcher.page_requests import PageLimits
from domain.exchanges import Answer, Shown
from domain.protocols import Clock
from domain.settings import BrowserSettings

__all__ = ["Browser", "Renderer", "render_ask"]


class Browser:
    """One browser for all portals of the process; nothing is started before the first page."""

    def __init__(
        self, program: str, settings: BrowserSettings, fetcher: Fetcher, clock: Clock
    ) -> None:
        self.settings = settings
        self.fetcher = fetcher
        self.clock = clock
        self.chromium = Chromium(program, fetcher.agent, settings.memory_mb)
        self.places = asyncio.Semaphore(settings.pages_at_once)

    def renderer(self) -> Renderer:
        """What one visit shows pages with; it remembers the scripts of its portal."""
        return Renderer(self)

    async def aclose(self) -> None:
        """End the browser, if it was ever started."""
        await self.chromium.aclose()


@dataclass(frozen=True, slots=True)
class Renderer:
    """The :class:`~domain.protocols.Render` of one visit."""

    browser: Browser
    _shelf: Shelf = field(default_factory=Shelf)

    async def __call__(self, shell: Answer, forbids: Callable[[str], bool]) -> Shown:
        """What the page shows, in the turn of one request at its machine."""
        browser = self.browser
        settings, clock = browser.settings, browser.clock
        limits = PageLimits(settings.max_requests, settings.max_bytes)
        show = Showing(browser.chromium, settings, self._shelf)
        address = shell.final_address or shell.ask.address
        async with browser.fetcher.page(address, limits) as requests, browser.places:
            started_at, started_s = clock.now(), clock.monotonic()
            seen = await show(shell, requests, forbids)
            elapsed_s = clock.monotonic() - started_s
        return shown_of(shell, seen, started_at, elapsed_s)
