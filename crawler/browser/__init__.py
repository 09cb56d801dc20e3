"""Shows pages whose text appears only when their scripts run.

What had come by plain HTTP is given to a headless Chromium that has no network of its own; what
the page's scripts ask for goes through the fetcher, with its address guard and its politeness:
shell -> turn at the machine -> a place in the browser -> context -> scripts and data -> rest.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crawler.browser.patience import Patience
from crawler.browser.rendering import shown_at, shown_of
from crawler.browser.shelf import Shelf
from crawler.fetcher import Fetcher
from crawler.fetcher.page_requests import PageLimits
from domain.exchanges import Answer, Shown
from domain.protocols import Clock
from domain.settings import BrowserSettings

if TYPE_CHECKING:
    from crawler.browser.chromium import Chromium

__all__ = ["Browser", "Renderer"]


class Browser:
    """One browser for all portals of the process; nothing is started before the first page."""

    def __init__(
        self, program: str, settings: BrowserSettings, fetcher: Fetcher, clock: Clock
    ) -> None:
        self.settings = settings
        self.fetcher = fetcher
        self.clock = clock
        self.places = asyncio.Semaphore(settings.pages_at_once)
        self._program = program
        self._chromium: Chromium | None = None

    @property
    def chromium(self) -> Chromium:
        """What drives the program."""
        if self._chromium is None:
            # Here, for Playwright takes long to load and most commands show no page.
            from crawler.browser.chromium import Chromium

            agent, memory_mb = self.fetcher.agent, self.settings.memory_mb
            self._chromium = Chromium(self._program, agent, memory_mb, self.clock)
        return self._chromium

    def renderer(self) -> Renderer:
        """What one visit shows pages with; it remembers the scripts of its portal."""
        return Renderer(self, Patience(self.settings.timeout_s))

    async def aclose(self) -> None:
        """End the browser, if it was ever started."""
        if self._chromium is not None:
            await self._chromium.aclose()


@dataclass(frozen=True, slots=True)
class Renderer:
    """The :class:`~domain.protocols.Render` of one visit."""

    browser: Browser
    _patience: Patience
    _shelf: Shelf = field(default_factory=Shelf)

    async def __call__(self, shell: Answer, forbids: Callable[[str], bool]) -> Shown:
        """What the page shows, in the turn of one request at its machine."""
        from crawler.browser.showing import Showing  # here for the same reason as above

        browser = self.browser
        settings, clock = browser.settings, browser.clock
        limits = PageLimits(settings.max_requests, settings.max_bytes)
        show = Showing(browser.chromium, settings, self._shelf, self._patience)
        async with browser.fetcher.page(shown_at(shell), limits) as requests, browser.places:
            started_at, started_s = clock.now(), clock.monotonic()
            seen = await show(shell, requests, forbids)
            elapsed_s = clock.monotonic() - started_s
        return shown_of(shell, seen, started_at, elapsed_s)
