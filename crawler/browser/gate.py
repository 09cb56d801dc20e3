"""What a page may ask for while it is shown: its own text, scripts and data, and nothing else."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.async_api import Error, Page, Request, Route

from crawler.browser.seen import Traffic
from crawler.browser.shelf import Shelf
from crawler.fetcher.hops import PartAsk
from crawler.fetcher.page_requests import PageRequests, Part
from crawler.scope import Scope
from documents.list_told import error_said
from domain.exchanges import Answer
from domain.outcomes import Outcome

_DATA = frozenset({"xhr", "fetch"})
_WATCHERS = re.compile(
    r"(?:\A|\.)(?:google-analytics\.com|googletagmanager\.com|doubleclick\.net|facebook\.(?:com|net)"
    r"|fbcdn\.net|zalo\.me|zdn\.vn|youtube\.com|hotjar\.com|histats\.com|tawk\.to|subiz\.\w+"
    r"|cloudflareinsights\.com|clarity\.ms|addthis\.com|sharethis\.com|addtoany\.com|twitter\.com"
    r"|(?:maps|fonts)\.googleapis\.com|recaptcha\.net|www\.google\.com|gstatic\.com)\Z"
)
_STREAMS = re.compile(r"/(?:signalr|socket\.io|sockjs|hubs?)(?:/|\Z)", re.IGNORECASE)
_NOT_OURS = frozenset(
    {
        "accept-encoding", "authorization", "connection", "content-length", "cookie", "host",
        "proxy-authorization", "user-agent",
    }
)  # fmt: skip
_NOT_TOLD = frozenset(
    {
        "connection", "content-encoding", "content-length", "keep-alive", "set-cookie",
        "transfer-encoding",
    }
)  # fmt: skip
_HURTS = frozenset(
    {
        Outcome.TIMEOUT, Outcome.REFUSED, Outcome.DNS, Outcome.TLS, Outcome.BLOCKED,
        Outcome.TOO_LARGE, Outcome.UNREADABLE,
    }
)  # fmt: skip
_MOST_RELOADS = 1
_MOST_NOTED = 20
_LONGEST_FAILURE_BYTES = 100_000


@dataclass
class Gate:
    """Answers the requests of one page; the browser itself has no way to the network."""

    page: Page
    shell: Answer
    address: str
    requests: PageRequests
    shelf: Shelf
    forbids: Callable[[str], bool]
    traffic: Traffic = field(default_factory=Traffic)
    _navigations: int = 0

    async def __call__(self, route: Route) -> None:
        """Answer, refuse or pass on one request."""
        with contextlib.suppress(Error):  # the page was closed or crashed meanwhile
            await self._answer(route, route.request)

    async def _answer(self, route: Route, request: Request) -> None:
        if request.resource_type == "document":
            await self._answer_document(route, request)
        elif request.resource_type == "stylesheet":
            await route.fulfill(status=200, content_type="text/css", body="")  # some wait for it
        elif request.resource_type == "script" or request.resource_type in _DATA:
            await self._answer_part(route, request)
        else:
            await route.abort()

    async def _answer_document(self, route: Route, request: Request) -> None:
        """The page itself from what came already; where it goes from there is only noted."""
        if not _is_main(request, self.page):
            await route.abort()
            return
        self._navigations += 1
        if self._navigations == 1:
            declared = self.shell.header("content-type") or "text/html"
            await route.fulfill(status=200, content_type=declared, body=self.shell.body)
        elif _place(request.url) == _place(self.address) and self._navigations <= 1 + _MOST_RELOADS:
            with self.traffic.busy():
                await self._reload(route, request)
        else:
            if len(self.traffic.onward) < _MOST_NOTED:
                self.traffic.onward.append(request.url)
            await route.abort("aborted")

    async def _reload(self, route: Route, request: Request) -> None:
        """A page that sets a cookie and loads itself again is asked for with it; so is the rest."""
        cookies = await self.page.context.cookies(request.url)
        self.requests.take_cookies(
            request.url, tuple((one.get("name", ""), one.get("value", "")) for one in cookies)
        )
        ask = PartAsk(request.url, headers=(("referer", self.address),))
        await self._pass_on(route, await self.requests(ask))

    async def _answer_part(self, route: Route, request: Request) -> None:
        """A script or data: from memory, else asked of its host."""
        ask, is_data = _ask_of(request), request.resource_type in _DATA
        refused = self._refused(ask)
        if refused is None:
            with self.traffic.busy():
                await self._pass_on(route, await self._part(ask, is_data))
            return
        if refused:
            self.traffic.failures.append(f"{ask.address[:200]} ({refused})")
        await route.abort()

    async def _part(self, ask: PartAsk, is_data: bool) -> Part:
        known = self.shelf.find(ask)
        part = known or await self._asked(ask)
        if is_data and known is None:
            self.traffic.parts.append(part)
        if self._hurts(part, is_data):
            self.traffic.failures.append(f"{ask.address[:200]} ({part.detail or 'báo lỗi'})")
        return part

    def _refused(self, ask: PartAsk) -> str | None:
        """Why a part is not asked for; empty where nobody misses it, None where it may be."""
        parts = urlsplit(ask.address)
        if parts.scheme not in ("http", "https") or _WATCHERS.search(parts.hostname or ""):
            return ""
        if _STREAMS.search(parts.path) or ask.method not in ("GET", "POST"):
            return ""
        if ask.method == "POST" and not self._is_own(ask.address):
            return ""
        if parts.netloc == urlsplit(self.address).netloc and self.forbids(ask.address):
            return "robots.txt của cổng không cho xem"
        return None

    async def _asked(self, ask: PartAsk) -> Part:
        part = await self.requests(ask)
        if not _says_it_failed(part):
            self.shelf.keep(part)
        return part

    async def _pass_on(self, route: Route, part: Part) -> None:
        status = part.hop.status
        if status is None or part.outcome is Outcome.TOO_LARGE:
            await route.abort("failed")
            return
        headers = {name: value for name, value in part.headers if name not in _NOT_TOLD}
        await route.fulfill(status=status, headers=headers, body=part.hop.body)

    def _hurts(self, part: Part, is_data: bool) -> bool:
        """Whether the page may lack something because of this answer."""
        if not is_data and not self._is_own(part.ask.address):
            return False
        broken = part.outcome is Outcome.HTTP_ERROR and not 400 <= (part.hop.status or 0) < 500
        if broken or part.outcome in _HURTS:
            return True
        return is_data and self._is_own(part.ask.address) and _says_it_failed(part)

    def _is_own(self, address: str) -> bool:
        return Scope((self.address,)).same_province(address)


def _says_it_failed(part: Part) -> bool:
    """Whether data that came well only says that the portal's program failed."""
    declared = part.hop.headers.get("content-type", "")
    if part.outcome is not Outcome.OK or "json" not in declared.lower():
        return False
    if len(part.hop.body) > _LONGEST_FAILURE_BYTES:
        return False
    try:
        return error_said(json.loads(part.hop.body)) is not None
    except (ValueError, RecursionError):  # it only calls itself JSON
        return False


def _ask_of(request: Request) -> PartAsk:
    headers = tuple(
        (name, value)
        for name, value in request.headers.items()
        if name not in _NOT_OURS and not name.startswith("sec-")
    )
    return PartAsk(request.url, request.method, headers, request.post_data_buffer or b"")


def _is_main(request: Request, page: Page) -> bool:
    try:
        return request.frame == page.main_frame
    except Error:  # a frame that does not stand yet is not the main one
        return False


def _place(address: str) -> str:
    return address.partition("#")[0]
