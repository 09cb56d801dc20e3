"""A browser, a small server and a page to show, for the browser's tests."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

import pytest

from app.clock import SystemClock
from crawler.browser import Browser
from crawler.browser.program import PACKAGE
from crawler.fetcher import Fetcher
from domain.exchanges import Answer, Ask, Shown
from domain.settings import BrowserSettings
from tests.integration.fetching import SETTINGS as CRAWLER
from tests.integration.fetching import fetcher_of
from tests.integration.small_server import SmallServer, page, serving

IP = "127.0.44.1"
OTHER_IP = "127.0.44.2"
needs_chromium = pytest.mark.skipif(
    shutil.which(PACKAGE) is None, reason=f"{PACKAGE} is not installed"
)
SETTINGS = BrowserSettings(timeout_s=20.0, memory_mb=400)
PATIENT = replace(CRAWLER, timeout_s=10.0)
"""A page's data may wait for a busy machine."""


@dataclass
class Shop:
    """All that a test works with."""

    server: SmallServer
    fetcher: Fetcher
    browser: Browser

    async def show(
        self,
        path: str = "/",
        forbids: Callable[[str], bool] = lambda address: False,
        ip: str = IP,
    ) -> Shown:
        """Ask for a page and have it shown."""
        return await self.browser.renderer()(await self.ask(path, ip), forbids)

    async def ask(self, path: str = "/", ip: str = IP) -> Answer:
        """Ask for a page by plain HTTP."""
        return await self.fetcher(Ask(self.server.at(ip, path)))

    def asked(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(seen.path == path for seen in self.server.log)


def run(
    pages: Mapping[str, list[bytes]],
    work: Callable[[Shop], Awaitable[None]],
    settings: BrowserSettings = SETTINGS,
    *,
    delay_s: float = 0.0,
) -> None:
    """Serve the pages, do the work, and close everything."""

    async def all_of_it() -> None:
        async with serving(dict(pages)) as server:
            fetcher = fetcher_of(replace(PATIENT, delay_s=delay_s))
            program = shutil.which(PACKAGE) or ""
            browser = Browser(program, settings, fetcher, SystemClock())
            try:
                await work(Shop(server, fetcher, browser))
            finally:
                await browser.aclose()
                await fetcher.aclose()

    asyncio.run(all_of_it())


def html(body: str, *headers: str) -> list[bytes]:
    """A page."""
    text = f"<!doctype html><html><head><title>Cổng</title></head><body>{body}</body></html>"
    return [page(text.encode(), "200 OK", "Content-Type: text/html; charset=utf-8", *headers)]


def script(code: str) -> list[bytes]:
    """A script."""
    return [page(code.encode(), "200 OK", "Content-Type: text/javascript; charset=utf-8")]


def data(text: str, status: str = "200 OK", *headers: str) -> list[bytes]:
    """An answer of an interface."""
    return [page(text.encode(), status, "Content-Type: application/json; charset=utf-8", *headers)]
