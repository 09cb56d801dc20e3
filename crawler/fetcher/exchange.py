"""One request and its response: the turn, the headers, TLS that may be at fault, the body."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Container
from dataclasses import replace
from urllib.parse import urlsplit

import httpx

from crawler.fetcher.bodies import read_body
from crawler.fetcher.breaker import Breaker
from crawler.fetcher.failures import NOT_HTTP, handshake_fault
from crawler.fetcher.guard import Guard
from crawler.fetcher.habits import Habits
from crawler.fetcher.headers import header_value, usual_headers, waits_s
from crawler.fetcher.hops import Hop, PartAsk
from crawler.fetcher.loose import LooseAnswer
from crawler.fetcher.responses import announced, failed, hop_of
from crawler.fetcher.transport import GuardedTransport, Wire
from crawler.politeness import LEFT_AFTER_S, Politeness, Turn
from domain.exchanges import Ask
from domain.protocols import Clock
from domain.settings import CrawlerSettings

SERVER_LAG_S = 0.05
"""A busy server takes note of a request this much late: the pause must hold by its clock too."""
_TOO_MANY_REQUESTS = 429
_FEW = 64
"""So many hosts are not worth looking through."""
_COOKIES = ("set-cookie", "set-cookie2")
TOTAL_TIMEOUTS = 3
"""A whole request may take this many times ``timeout_s``: a slow drip ends."""
SLOWEST_BYTES_PER_S = 50_000
"""A large file may take longer, as long as it comes at this rate: 30 MB in ten minutes."""


class Exchange:
    """Sends single requests; each host has its own cookies, all share connections."""

    def __init__(
        self,
        settings: CrawlerSettings,
        clock: Clock,
        politeness: Politeness,
        guard: Guard,
        trusted: ssl.SSLContext | None = None,
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._politeness = politeness
        self._guard = guard
        self._transport = GuardedTransport(guard, trusted)
        self._usual = usual_headers(settings)
        self._timeout = httpx.Timeout(settings.timeout_s).as_dict()
        self._breaker = Breaker(settings.retry_wait_s)
        self._habits: dict[str, Habits] = {}
        self._kept = 0
        """Of how many hosts something was left when they were last looked through."""

    async def send(self, ask: Ask, address: str, first: bool) -> Hop:
        """One request in its turn; conditional headers and the form go to the first hop only."""
        ip = await self.machine_of(address)
        if isinstance(ip, Hop):
            return ip
        try:
            request = self._request(ask, address, first)
        except Exception as error:  # the address may be one that httpx cannot take
            return failed(error)
        async with self._politeness.turn(ip, _host(request)) as turn:
            return await self._sent(request, turn, ip, turn.waited_s)

    async def machine_of(self, address: str) -> str | Hop:
        """The checked IP address whose turn a request must wait for; what failed else."""
        try:
            host, port = _host_and_port(address)
            pinned = self._guard.pinned(host, port)
            if pinned is not None:
                return pinned
            async with asyncio.timeout(self._total_s):
                return await self._guard.pin(host, port)
        except Exception as error:  # put into words by failures.py; what is ours is raised again
            return failed(error)

    async def send_part(self, part: PartAsk, turn: Turn, ip: str, most_bytes: int) -> Hop:
        """One of the requests that a page makes, in a turn that is held already."""
        habits = self.habits(_host_and_port(part.address)[0])
        said = {name.encode(): header_value(value) for name, value in part.headers}
        headers = self._headers(said | habits.headers())
        try:
            request = httpx.Request(
                part.method, part.address, headers=headers, content=part.content or None
            )
            habits.send_cookies(request)
        except Exception as error:  # the address may be one that httpx cannot take
            return failed(error)
        request.extensions["most_bytes"] = most_bytes
        return await self._sent(request, turn, ip)

    async def _sent(
        self, request: httpx.Request, turn: Turn, ip: str, waited_s: float = 0.0
    ) -> Hop:
        """The request sent to the machine whose turn is held."""
        host, port = _host(request), _port(request)
        self._guard.keep(host, port, ip)
        started_at, started_s = self._clock.now(), self._clock.monotonic()
        try:
            hop = await self._in_turn(request, turn)
        except Exception as error:  # put into words by failures.py; what is ours is raised again
            hop = failed(error)
            self._guard.pass_over(host, port)
            self.habits(host).speaks_loosely |= hop.detail == NOT_HTTP
        elapsed_s = self._clock.monotonic() - started_s
        self._heed(hop, host)
        return replace(hop, started_at=started_at, elapsed_s=elapsed_s, waited_s=waited_s)

    def habits(self, host: str) -> Habits:
        """What is known of a host."""
        known = self._habits.get(host)
        if known is None:
            known = self._habits[host] = Habits()
        known.asked_s = self._clock.monotonic()
        return known

    def is_resting(self, host: str) -> bool:
        """Whether the host stopped answering, so that it is tried once and not again at once."""
        return self._breaker.is_open(host)

    def forget(self, host: str, visited: Container[str] = ()) -> None:
        """Drop cookies, the pinned address and all that was learnt of a host.

        ``visited``: hosts of visits under way, which are kept however long they are left alone.
        """
        self._drop(host)
        if self.remembered >= 2 * self._kept + _FEW:  # so seldom that it costs nothing a visit
            left_s = self._clock.monotonic() - LEFT_AFTER_S
            left = [name for name, one in self._habits.items() if one.asked_s < left_s]
            for name in left:
                if name not in visited:
                    self._drop(name)
            self._kept = self.remembered

    @property
    def remembered(self) -> int:
        """Of how many hosts something is remembered."""
        return len(self._habits)

    def _drop(self, host: str) -> None:
        self._guard.forget(host)
        self._breaker.forget(host)
        self._politeness.forget(host)
        self._habits.pop(host, None)

    async def aclose(self) -> None:
        """Close all connections."""
        self._habits.clear()
        await self._transport.close()

    @property
    def _total_s(self) -> float:
        return TOTAL_TIMEOUTS * self._settings.timeout_s

    async def _in_turn(self, request: httpx.Request, turn: Turn) -> Hop:
        """Send, and once more without verification when the certificate is at fault."""
        habits = self.habits(_host(request))
        try:
            async with asyncio.timeout(self._total_s) as deadline:
                try:
                    return await self._once(request, turn, deadline)
                except Exception as error:  # only a handshake's failure is handled here
                    fault = handshake_fault(error)
                    encrypted = request.url.scheme == "https"
                    if fault is None or habits.tls_fault is not None or not encrypted:
                        raise
                return await self._unverified(request, turn, deadline, fault)
        except BaseException:
            turn.sent()  # a machine in trouble gets its whole pause
            raise

    async def _unverified(
        self, request: httpx.Request, turn: Turn, deadline: asyncio.Timeout, fault: str
    ) -> Hop:
        """The same without verification; the fault is the portal's only if that goes well."""
        habits = self.habits(_host(request))
        habits.tls_fault = fault
        try:
            return await self._once(request, turn, deadline)
        except Exception:  # raised again: the fault was none of the certificate
            habits.tls_fault = None
            raise

    async def _once(self, request: httpx.Request, turn: Turn, deadline: asyncio.Timeout) -> Hop:
        host = _host(request)
        habits = self.habits(host)
        request.extensions["timeout"] = self._timeout
        request.extensions["unverified"] = habits.tls_fault is not None
        # Not through a client: it would build the next request of a redirect at once, and
        # raise on a Location that it cannot take. Redirects are followed by hand.
        loosely, habits.may_miscount = habits.speaks_loosely or habits.may_miscount, False
        send = self._transport.send_loosely if loosely else self._transport.handle_async_request
        response = await send(request)
        try:
            if any(name in response.headers for name in _COOKIES):
                habits.cookies.extract_cookies(response)
            wire: Wire = response.extensions["wire"]
            now_s = asyncio.get_running_loop().time()
            turn.sent(_arrived_ago_s(wire, now_s))
            self._politeness.heard(host, now_s - wire.sent_at_s)
            chunks = _extending(response, deadline)
            most = request.extensions.get("most_bytes", self._settings.max_body_bytes)
            body = await read_body(chunks, announced(response), most)
        finally:
            await response.aclose()
        habits.learn(body, good=response.status_code < 300)
        if isinstance(response.stream, LooseAnswer):
            habits.speaks_loosely |= response.stream.surplus
        return hop_of(response, wire, body, habits)

    def _request(self, ask: Ask, address: str, first: bool) -> httpx.Request:
        habits = self.habits(_host_and_port(address)[0])
        said = habits.headers()
        if first and ask.etag:
            said[b"If-None-Match"] = header_value(ask.etag)
        if first and ask.last_modified:
            said[b"If-Modified-Since"] = header_value(ask.last_modified)
        method = ask.method if first else "GET"
        form = _grouped(ask.form) if first and ask.form else None
        request = httpx.Request(method, address, headers=self._headers(said), data=form)
        habits.send_cookies(request)
        return request

    def _headers(self, said: dict[bytes, bytes]) -> httpx.Headers:
        """The usual headers, and in place of them or besides what this request says."""
        if not said:
            return self._usual
        headers = self._usual.copy()
        headers.update(said)
        return headers

    def _heed(self, hop: Hop, host: str) -> None:
        """Leave a host alone that asks for it, or that stopped answering."""
        rest_s = self._breaker.saw(host, hop.outcome, hop.status)
        if hop.status in (429, 503):
            rest_s = max(rest_s, waits_s(hop.headers, self._clock.now()))
        if hop.status == _TOO_MANY_REQUESTS:
            self._politeness.too_fast(host)
        if rest_s > 0:
            self._politeness.hold(host, rest_s)


def _grouped(form: tuple[tuple[str, str], ...]) -> dict[str, list[str]]:
    """The fields of a form by name: a list of boxes sends several values under one."""
    grouped: dict[str, list[str]] = {}
    for name, value in form:
        grouped.setdefault(name, []).append(value)
    return grouped


def _host(request: httpx.Request) -> str:
    """The name as it goes over the wire: httpx would show punycode in letters."""
    return request.url.raw_host.decode("ascii")


def _port(request: httpx.Request) -> int:
    return request.url.port or (443 if request.url.scheme == "https" else 80)


def _host_and_port(address: str) -> tuple[str, int]:
    parts = urlsplit(address)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


async def _extending(response: httpx.Response, deadline: asyncio.Timeout) -> AsyncIterator[bytes]:
    """The raw chunks; each puts the deadline off by the time it may take to arrive."""
    assert isinstance(response.stream, httpx.AsyncByteStream)  # noqa: S101 - as the transport gave
    async for chunk in response.stream:
        ends_s = deadline.when()
        if ends_s is not None:
            deadline.reschedule(ends_s + len(chunk) / SLOWEST_BYTES_PER_S)
        yield chunk


def _arrived_ago_s(wire: Wire, headers_came_at_s: float) -> float:
    """How long ago the server had the request at the latest: it may lag, but not past answering."""
    return max(0.0, headers_came_at_s - wire.sent_at_s - SERVER_LAG_S)
