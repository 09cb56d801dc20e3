"""The one Chromium of this process: started when it is first needed, again after a crash.

It has no way to the network of its own. No name resolves in it and its proxy does not exist, so
a request that is not answered by us goes nowhere: sockets, workers, prefetching and addresses
that a portal makes up for it included.
"""

from __future__ import annotations

import asyncio
import contextlib
import os

from playwright.async_api import (
    Browser,
    BrowserContext,
    CDPSession,
    Error,
    Playwright,
    async_playwright,
)

from crawler.browser.memory import BrowserProcess
from crawler.browser.starts import Starts
from domain.protocols import Clock

START_S = 60.0
"""A busy machine takes ten times as long as an idle one, which takes a second or two."""
CLOSE_S = 5.0
PAGES_A_BROWSER = 300
"""After so many pages it is started anew: what leaks never grows large."""
WIDTH = 1366
HEIGHT = 4000
"""Tall, so that lists which load when they are scrolled to load at once."""
_ARGUMENTS = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pings",
    "--mute-audio",
    "--blink-settings=imagesEnabled=false",
)
_NO_PROXY = "http://giamsat.invalid:1"


class Chromium:
    """Gives each page a context of its own."""

    def __init__(self, program: str, agent: str, memory_mb: int, clock: Clock) -> None:
        self._program = program
        self._agent = agent
        self._memory_mb = memory_mb
        self._starting = asyncio.Lock()
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None
        self._watch: CDPSession | None = None
        self._open = 0
        self._pages = 0
        self._tries = Starts(clock)
        self.starts = 0

    async def context(self) -> BrowserContext:
        """An empty context; Playwright's errors where none can be had."""
        # Apart from the page that waits for it: a start that is cut short leaves processes behind.
        browser = await asyncio.shield(asyncio.create_task(self._ready()))
        context = await browser.new_context(
            accept_downloads=False,
            ignore_https_errors=True,
            locale="vi-VN",
            service_workers="block",
            timezone_id="Asia/Ho_Chi_Minh",
            user_agent=self._agent_of(browser),
            viewport={"width": WIDTH, "height": HEIGHT},
        )
        self._open += 1
        self._pages += 1
        return context

    async def _ready(self) -> Browser:
        """The browser, started where it does not run or has shown many pages."""
        async with self._starting:
            worn = self._pages >= PAGES_A_BROWSER and self._open == 0
            if self._browser is not None and self._browser.is_connected() and not worn:
                return self._browser
            return await self._start()

    async def done(self, context: BrowserContext) -> None:
        """Close a context; a browser that does not let go of it is ended."""
        self._open -= 1
        if context.browser is None or not context.browser.is_connected():
            return  # it went with its browser
        try:
            async with asyncio.timeout(CLOSE_S):
                await context.unroute_all(behavior="ignoreErrors")
                await context.close()
        except (Error, TimeoutError):
            await self.abandon()

    async def processes(self) -> tuple[BrowserProcess, ...]:
        """The browser's processes; none where it cannot say."""
        if self._watch is None:
            return ()
        try:
            told = await self._watch.send("SystemInfo.getProcessInfo")
        except Error:  # it is ending
            return ()
        return tuple(BrowserProcess(int(one["id"]), one["type"]) for one in told["processInfo"])

    async def abandon(self) -> None:
        """Let go of a browser that no longer answers: the next page starts another."""
        async with self._starting:
            await self._end_all()

    async def aclose(self) -> None:
        """End the browser and what drives it."""
        await self.abandon()

    async def _start(self) -> Browser:
        """Start the program, and what drives it; a start that fails leaves nothing behind."""
        await self._end_browser()
        if not self._tries.may_start:
            raise Error("không khởi động được trình duyệt")
        try:
            if self._playwright is None:
                self._playwright = await async_playwright().start()
            browser = await self._launched(self._playwright)
            self._watch = await browser.new_browser_cdp_session()
        except BaseException:
            self._tries.failed()
            await self._end_all()
            raise
        self._browser = browser
        self._pages = 0
        self._tries.worked()
        self.starts += 1
        return browser

    async def _launched(self, playwright: Playwright) -> Browser:
        """The program, without its own sandbox where the system allows it none."""
        if os.geteuid() == 0:  # Chromium refuses to make one for root
            return await self._launch(playwright, sandbox=False)
        try:
            return await self._launch(playwright, sandbox=True)
        except Error:
            return await self._launch(playwright, sandbox=False)

    async def _launch(self, playwright: Playwright, *, sandbox: bool) -> Browser:
        return await playwright.chromium.launch(
            executable_path=self._program,
            args=[*_ARGUMENTS, f"--js-flags=--max-old-space-size={self._memory_mb}"],
            chromium_sandbox=sandbox,
            handle_sigint=False,
            handle_sigterm=False,
            handle_sighup=False,
            proxy={"server": _NO_PROXY, "bypass": "<-loopback>"},
            timeout=START_S * 1000,
        )

    async def _end_all(self) -> None:
        await self._end_browser()
        if self._playwright is not None:
            with contextlib.suppress(Error, TimeoutError):
                async with asyncio.timeout(CLOSE_S):
                    await self._playwright.stop()
            self._playwright = None

    async def _end_browser(self) -> None:
        if self._browser is not None and self._browser.is_connected():
            with contextlib.suppress(Error, TimeoutError):
                async with asyncio.timeout(CLOSE_S):
                    await self._browser.close()
        self._browser = self._watch = None

    def _agent_of(self, browser: Browser) -> str:
        """What scripts are told: a headless Chromium, and whose."""
        version = browser.version.partition(".")[0]
        return (
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
            f"HeadlessChrome/{version}.0.0.0 Safari/537.36 {self._agent}"
        )
