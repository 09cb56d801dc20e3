"""One page shown: opened from what had come, left to its scripts, and taken as it stands then."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from html import escape

from playwright.async_api import BrowserContext, Dialog, Error, Page, Route

from crawler.browser.chromium import Chromium
from crawler.browser.clicks import only_clicked, with_entries
from crawler.browser.gate import Gate
from crawler.browser.memory import end_the_greedy
from crawler.browser.patience import Patience
from crawler.browser.rendering import shown_at
from crawler.browser.seen import Seen, Traffic
from crawler.browser.settling import settled
from crawler.browser.shelf import Shelf
from crawler.fetcher.page_requests import PageRequests
from domain.exchanges import Answer
from domain.outcomes import Outcome
from domain.settings import BrowserSettings

OPEN_S = 150.0
"""Until there is a browser with room for the page; that is not the page's own time."""
LOOK_EVERY_S = 0.5
"""How often the memory of the browser's processes is looked at."""
_MOST_CHARACTERS = 10_000_000


@dataclass(frozen=True, slots=True)
class _Task:
    """A page to be shown, and what it may ask for."""

    shell: Answer
    requests: PageRequests
    forbids: Callable[[str], bool]
    traffic: Traffic = field(default_factory=Traffic)

    @property
    def address(self) -> str:
        """Where it is shown."""
        return shown_at(self.shell)


@dataclass(frozen=True, slots=True)
class Showing:
    """Shows one page within its limits of time and memory."""

    chromium: Chromium
    settings: BrowserSettings
    shelf: Shelf
    patience: Patience

    async def __call__(
        self, shell: Answer, requests: PageRequests, forbids: Callable[[str], bool]
    ) -> Seen:
        """How the page stands in the end; never raises for what it does."""
        task = _Task(shell, requests, forbids)
        try:
            async with self._context() as context:
                return await self._in_time(context, task)
        except TimeoutError:
            why = "trình duyệt không khởi động kịp, máy đang bận"
            return Seen(outcome=Outcome.TIMEOUT, detail=why, traffic=task.traffic)
        except Error as error:
            why = f"trình duyệt bị lỗi khi dựng trang: {error.message.splitlines()[0][:150]}"
            return Seen(outcome=Outcome.HTTP_ERROR, detail=why, traffic=task.traffic)

    async def _in_time(self, context: BrowserContext, task: _Task) -> Seen:
        """The page as it stands when it is done, or that it was not done in time."""
        address, traffic, loop = task.address, task.traffic, asyncio.get_running_loop()
        begun_s, done = loop.time(), True
        try:
            async with asyncio.timeout(self.patience.seconds(address)):
                return await self._shown(context, task)
        except TimeoutError:
            done = False
            return Seen(outcome=Outcome.TIMEOUT, detail=_too_slow(traffic), traffic=traffic)
        finally:
            self.patience.took(address, loop.time() - begun_s, done=done)

    @contextlib.asynccontextmanager
    async def _context(self) -> AsyncIterator[BrowserContext]:
        async with asyncio.timeout(OPEN_S):
            context = await self.chromium.context()
        try:
            yield context
        finally:
            # Shielded: cut short by the page's own time limit, it must still be cleared away.
            await asyncio.shield(self.chromium.done(context))

    async def _shown(self, context: BrowserContext, task: _Task) -> Seen:
        await context.route("**/*", _refuse)  # what no page of ours asks: windows it opens
        page = await context.new_page()
        address, traffic = task.address, task.traffic
        gate = Gate(page, task.shell, address, task.requests, self.shelf, task.forbids, traffic)
        await page.route("**/*", gate)
        context.on("page", _close)
        page.on("dialog", _dismiss)
        ended = asyncio.create_task(self._ended_early(page))
        done = asyncio.create_task(self._come_to_rest(page, address, traffic))
        try:
            await asyncio.wait((ended, done), return_when=asyncio.FIRST_COMPLETED)
            if done.done():
                return await done
            return Seen(outcome=Outcome.HTTP_ERROR, detail=await ended, traffic=traffic)
        finally:
            for each in (ended, done):
                each.cancel()
            await asyncio.gather(ended, done, return_exceptions=True)

    async def _come_to_rest(self, page: Page, address: str, traffic: Traffic) -> Seen:
        await page.goto(address, wait_until="commit", timeout=0)
        if await settled(page, traffic) > _MOST_CHARACTERS:
            return Seen(outcome=Outcome.TOO_LARGE, detail="trang dựng ra quá lớn", traffic=traffic)
        clicked = await only_clicked(page)
        html = _with_its_place(await page.content(), page.url, address, traffic)
        html = with_entries(html, clicked)
        if traffic.failures:
            why = f"dữ liệu của trang không tải được: {traffic.failures[0]}"
            return Seen(html, Outcome.HTTP_ERROR, why, traffic)
        return Seen(html, traffic=traffic)

    async def _ended_early(self, page: Page) -> str:
        """Waits for the page's process to end, or ends it when it takes too much memory."""
        crashed = asyncio.Event()
        page.on("crash", lambda _: crashed.set())
        page.on("close", lambda _: crashed.set())  # as it does with a browser that dies
        while not crashed.is_set():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_EVERY_S):
                    await crashed.wait()
            if end_the_greedy(await self.chromium.processes(), self.settings.memory_mb):
                return f"trang cần hơn {self.settings.memory_mb} MB bộ nhớ"
        return "trình duyệt bị sập khi dựng trang"


def _too_slow(traffic: Traffic) -> str:
    if traffic.failures:
        return f"dựng trang quá lâu; dữ liệu không tải được: {traffic.failures[0]}"
    return "dựng trang quá lâu trong trình duyệt"


def _with_its_place(html: str, url: str, address: str, traffic: Traffic) -> str:
    """The markup, with what relative links mean and where the scripts would have gone."""
    head = ""
    if (
        url.partition("#")[0] != address.partition("#")[0]
        and url.startswith("http")
        and "<base" not in html
    ):
        head += f'<base href="{escape(url)}">'
    if traffic.onward:
        head += f'<meta http-equiv="refresh" content="0; url={escape(traffic.onward[0])}">'
    return html.replace("<head>", f"<head>{head}", 1) if head else html


async def _refuse(route: Route) -> None:
    with contextlib.suppress(Error):  # the window is closed already
        await route.abort()


async def _close(page: Page) -> None:
    with contextlib.suppress(Error):
        await page.close()


async def _dismiss(dialog: Dialog) -> None:
    with contextlib.suppress(Error):
        await dialog.dismiss()
