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

START_S = 30.0
CLOSE_S = 5.0
PAGES_A_BROWSER = 300
"""After so many pages it is started anew: what leaks never grows large."""
_WINDOW = {"width": 1366, "height": 4000}
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

    def __init__(self, program: str, agent: str, memory_mb: int) -> None:
        self._program = program
        self._agent = agent
        self._memory_mb = memory_mb
        self._starting = asyncio.Lock()
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None
        self._watch: CDPSession | None = None
        self._open = 0
        self._pages = 0
        self.starts = 0

    async def context(self) -> BrowserContext:
        """An empty context; Playwright's errors and TimeoutError where none can be had."""
        async with self._starting:
            if self._pages >= PAGES_A_BROWSER and self._open == 0:
                await self._end_browser()
            if self._browser is None or not self._browser.is_connected():
                await self._start()
            assert self._browser is not None  # noqa: S101 - started just above
            context = await self._browser.new_context(
                accept_downloads=False,
                ignore_https_errors=True,
                java_script_enabled=True,
                locale="vi-VN",
                service_workers="block",
                timezone_id="Asia/Ho_Chi_Minh",
                user_agent=self._agent_of(self._browser),
                viewport={"width": _WINDOW["width"], "height": _WINDOW["height"]},
            )
        self._open += 1
        self._pages += 1
        return context

    async def done(self, context: BrowserContext) -> None:
        """Close a context; a browser that does not let go of it is ended."""
        self._open -= 1
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

    async def _start(self) -> None:
        """Start the program, without its own sandbox where the system allows it none."""
        await self._end_all()
        self._playwright = await async_playwright().start()
        may_sandbox = os.geteuid() != 0  # Chromium refuses to make one for root
        try:
            self._browser = await self._launched(may_sandbox)
        except Error:
            if not may_sandbox:
                raise
            self._browser = await self._launched(sandbox=False)
        self._watch = await self._browser.new_browser_cdp_session()
        self._pages = 0
        self.starts += 1

    async def _launched(self, sandbox: bool) -> Browser:
        assert self._playwright is not None  # noqa: S101 - started by the caller
        return await self._playwright.chromium.launch(
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
        if self._browser is not None:
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
