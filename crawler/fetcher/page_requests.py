"""The requests of one page that a browser shows: together, in the turns of their machines, capped.

A page counts as one request, so its parts come within one turn at each machine; that turn is held
until the page is done. The turn of a second machine is waited for only so long: two pages that
each hold what the other waits for would wait for ever.
"""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from crawler.fetcher.exchange import Exchange
from crawler.fetcher.failures import outcome_of_status
from crawler.fetcher.hops import Hop, PartAsk
from crawler.politeness import Politeness, Turn
from crawler.scope import is_login_system
from crawler.urls import resolve
from domain.exchanges import Headers
from domain.outcomes import Outcome

PARTS_AT_ONCE = 6
"""As many as a person's browser sends to one host."""
MAX_REDIRECTS = 5
OTHER_TURN_S = 10.0
MOST_COOKIES = 20
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class PageLimits:
    """How much one page may ask for while it is shown."""

    requests: int
    body_bytes: int


@dataclass(frozen=True, slots=True)
class Part:
    """What came of one of a page's requests, after redirects."""

    ask: PartAsk
    hop: Hop
    outcome: Outcome
    detail: str
    final_address: str

    @property
    def headers(self) -> Headers:
        """Names in lower case."""
        return tuple((name.lower(), value) for name, value in self.hop.headers.multi_items())


class PageRequests:
    """Asks for what one page needs; never raises for what a portal does."""

    def __init__(
        self, exchange: Exchange, politeness: Politeness, limits: PageLimits, turns: AsyncExitStack
    ) -> None:
        self._exchange = exchange
        self._politeness = politeness
        self._limits = limits
        self._turns = turns
        self._held: dict[str, Turn] = {}
        self._taking = asyncio.Lock()
        self._lanes = asyncio.Semaphore(PARTS_AT_ONCE)
        self.sent = 0
        self.body_bytes = 0

    async def take_turn(self, address: str) -> None:
        """Wait for the turn of the page's own machine, however long its queue is."""
        ip = await self._exchange.machine_of(address)
        if isinstance(ip, str):
            await self._turn(ip, _host(address))

    def take_cookies(self, address: str, cookies: tuple[tuple[str, str], ...]) -> None:
        """Cookies that the page's own scripts set for its host: kept like those it sends."""
        jar = self._exchange.habits(_host(address)).cookies
        for name, value in cookies[:MOST_COOKIES]:
            if f"{name}={value}".isprintable() and f"{name}{value}".isascii():
                jar.set(name, value, domain=_host(address))

    async def __call__(self, ask: PartAsk) -> Part:
        """The part, its redirects followed; every address is checked like the portal's own."""
        async with self._lanes:
            return await self._follow(ask)

    async def _follow(self, ask: PartAsk) -> Part:
        address = resolve(ask.address)
        if address is None:
            return _failed(ask, Outcome.UNSAFE_ADDRESS, "địa chỉ không hợp lệ")
        for _ in range(MAX_REDIRECTS + 1):
            if is_login_system(address):
                return _failed(ask, Outcome.LOGIN_REQUIRED, "hệ thống phải đăng nhập")
            hop = await self._hop(replace(ask, address=address))
            location = hop.headers.get("location", "")
            if hop.outcome is not None or hop.status not in _REDIRECTS or not location:
                return _part(ask, hop, address)
            following = resolve(location, address)
            if following is None or ask.method != "GET":
                return _failed(ask, Outcome.UNSAFE_ADDRESS, "chuyển hướng không theo được")
            address = following
        return _failed(ask, Outcome.HTTP_ERROR, f"quá {MAX_REDIRECTS} lần chuyển hướng")

    async def _hop(self, ask: PartAsk) -> Hop:
        left_bytes = self._limits.body_bytes - self.body_bytes
        if self.sent >= self._limits.requests or left_bytes <= 0:
            return Hop(Outcome.TOO_LARGE, "trang gọi quá nhiều yêu cầu hoặc dữ liệu")
        self.sent += 1
        ip = await self._exchange.machine_of(ask.address)
        if isinstance(ip, Hop):
            return ip
        turn = self._held.get(ip) or await self._other_turn(ip, _host(ask.address))
        if turn is None:
            return Hop(Outcome.TIMEOUT, "máy chủ khác đang bận")
        most_bytes = min(left_bytes, self._limits.body_bytes // 2)
        hop = await self._exchange.send_part(ask, turn, ip, most_bytes)
        self.body_bytes += len(hop.body)
        return hop

    async def _other_turn(self, ip: str, host: str) -> Turn | None:
        try:
            async with asyncio.timeout(OTHER_TURN_S):
                return await self._turn(ip, host)
        except TimeoutError:
            return None

    async def _turn(self, ip: str, host: str) -> Turn:
        async with self._taking:
            if ip not in self._held:
                waiting = self._politeness.turn(ip, host)
                self._held[ip] = await self._turns.enter_async_context(waiting)
            return self._held[ip]


def _part(ask: PartAsk, hop: Hop, address: str) -> Part:
    outcome, detail = hop.outcome, hop.detail
    if outcome is None:
        outcome, detail = outcome_of_status(hop.status or 0)
    return Part(ask, hop, outcome, detail, address)


def _failed(ask: PartAsk, outcome: Outcome, detail: str) -> Part:
    return Part(ask, Hop(outcome, detail), outcome, detail, ask.address)


def _host(address: str) -> str:
    return urlsplit(address).hostname or ""
