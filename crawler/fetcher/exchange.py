"""One request and its response: the turn, the headers, TLS that may be at fault, the body."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import httpx

from crawler.fetcher.bodies import ACCEPT_ENCODING, Body, read_body
from crawler.fetcher.cookies import cookie_jar
from crawler.fetcher.failures import failure_of, handshake_fault
from crawler.fetcher.guard import Guard
from crawler.fetcher.transport import GuardedTransport, Wire
from crawler.politeness import Politeness, Turn
from domain.exchanges import Ask, TlsFacts
from domain.outcomes import Outcome
from domain.protocols import Clock
from domain.settings import CrawlerSettings

MAX_RETRY_AFTER_S = 120.0
SERVER_LAG_S = 0.05
"""A busy server takes note of a request this much late: the pause must hold by its clock too."""
TOTAL_TIMEOUTS = 3
"""A whole request may take this many times ``timeout_s``: a slow drip ends."""
SLOWEST_BYTES_PER_S = 50_000
"""A large file may take longer, as long as it comes at this rate: 30 MB in ten minutes."""


@dataclass(frozen=True, slots=True)
class Hop:
    """What came of one request."""

    outcome: Outcome | None = None
    """None when the status decides."""
    detail: str = ""
    status: int | None = None
    headers: httpx.Headers = field(default_factory=httpx.Headers)
    body: bytes = field(default=b"", repr=False)
    ip: str | None = None
    tls: TlsFacts | None = None
    started_at: datetime | None = None
    """When its turn came; None when it never did."""
    elapsed_s: float = 0.0
    """From then on: waiting for the turn is not the portal's time."""


class Exchange:
    """Sends single requests; a client for each host keeps its cookies, all share connections."""

    def __init__(
        self, settings: CrawlerSettings, clock: Clock, politeness: Politeness, guard: Guard
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._politeness = politeness
        self._guard = guard
        self._transport = GuardedTransport(guard)
        self._clients: dict[str, httpx.AsyncClient] = {}
        self._tls_faults: dict[str, str] = {}

    async def send(self, ask: Ask, address: str, first: bool) -> Hop:
        """One request in its turn; conditional headers and the form go to the first hop only."""
        host, port = _host_and_port(address)
        try:
            async with asyncio.timeout(self._total_s):
                ip = await self._guard.pin(host, port)
        except Exception as error:  # put into words by failures.py; what is ours is raised again
            return _failed(error)
        try:
            request = self._request(ask, address, first)
        except Exception as error:  # as above: the address may be one that httpx cannot take
            return _failed(error)
        async with self._politeness.turn(ip, host) as turn:
            self._guard.keep(host, port, ip)
            started_at, started_s = self._clock.now(), self._clock.monotonic()
            try:
                hop = await self._in_turn(request, turn)
            except Exception as error:  # as above
                hop = _failed(error)
                self._guard.pass_over(host, port)
            elapsed_s = self._clock.monotonic() - started_s
        self._heed_retry_after(hop, ip)
        return replace(hop, started_at=started_at, elapsed_s=elapsed_s)

    async def forget(self, host: str) -> None:
        """Drop cookies, the pinned address and TLS faults of a host."""
        self._guard.forget(host)
        self._tls_faults.pop(host, None)
        client = self._clients.pop(host, None)
        if client is not None:
            await client.aclose()

    async def aclose(self) -> None:
        """Close all connections."""
        self._clients.clear()
        await self._transport.close()

    @property
    def _total_s(self) -> float:
        return TOTAL_TIMEOUTS * self._settings.timeout_s

    async def _in_turn(self, request: httpx.Request, turn: Turn) -> Hop:
        """Send, and once more without verification when the certificate is at fault."""
        host = _host(request)
        try:
            async with asyncio.timeout(self._total_s) as deadline:
                try:
                    return await self._once(request, turn, deadline)
                except Exception as error:  # only a handshake's failure is handled here
                    fault = handshake_fault(error)
                    if fault is None or host in self._tls_faults:
                        raise
                    self._tls_faults[host] = fault
                return await self._once(request, turn, deadline)
        except BaseException:
            turn.sent()  # a machine in trouble gets its whole pause
            raise

    async def _once(self, request: httpx.Request, turn: Turn, deadline: asyncio.Timeout) -> Hop:
        request.extensions["unverified"] = _host(request) in self._tls_faults
        # Not through the client: it would build the next request of a redirect at once, and
        # raise on a Location that it cannot take. Redirects are followed by hand.
        response = await self._transport.handle_async_request(request)
        try:
            self._client(_host(request)).cookies.extract_cookies(response)
            wire: Wire = response.extensions["wire"]
            turn.sent(_arrived_ago_s(wire, asyncio.get_running_loop().time()))
            body = await read_body(
                _extending(response.aiter_raw(), deadline),
                response.headers.get("content-encoding", ""),
                response.headers.get("content-length", ""),
                self._settings.max_body_bytes,
                framed="content-length" in response.headers
                or "transfer-encoding" in response.headers,
            )
        finally:
            await response.aclose()
        return self._hop(response, wire, body)

    def _hop(self, response: httpx.Response, wire: Wire, body: Body) -> Hop:
        fault = self._tls_faults.get(_host(response.request))
        tls = TlsFacts(wire.tls_version, fault) if wire.tls_version else None
        outcome, detail = _verdict(body) if response.status_code < 300 else (None, "")
        return Hop(
            outcome, detail, response.status_code, response.headers, body.content, wire.ip, tls
        )

    def _request(self, ask: Ask, address: str, first: bool) -> httpx.Request:
        client = self._client(_host_and_port(address)[0])
        headers: dict[bytes, bytes] = {}
        if first and ask.etag:
            headers[b"If-None-Match"] = _header_value(ask.etag)
        if first and ask.last_modified:
            headers[b"If-Modified-Since"] = _header_value(ask.last_modified)
        method = ask.method if first else "GET"
        form = dict(ask.form) if first and ask.form else None
        return client.build_request(
            method, address, headers=headers, data=form, timeout=self._settings.timeout_s
        )

    def _client(self, host: str) -> httpx.AsyncClient:
        """A client costs little over a shared transport; one for all hosts would cost much."""
        client = self._clients.get(host)
        if client is None:
            client = httpx.AsyncClient(
                transport=self._transport,
                headers=self._headers(),
                trust_env=False,
                cookies=cookie_jar(),
            )
            self._clients[host] = client
        return client

    def _headers(self) -> dict[str, str]:
        return {
            "User-Agent": agent_string(self._settings),
            "Accept": "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8",
            "Accept-Language": "vi,en;q=0.5",
            "Accept-Encoding": ACCEPT_ENCODING,
        }

    def _heed_retry_after(self, hop: Hop, ip: str) -> None:
        if hop.status in (429, 503):
            self._politeness.hold(ip, waits_s(hop.headers, self._clock.now()))


def agent_string(settings: CrawlerSettings) -> str:
    """Who is asking, and where to complain; ASCII, as headers must be."""
    named = settings.user_agent.replace("+contact", settings.contact or "no contact configured")
    if settings.contact and settings.contact not in named:
        named = f"{named} {settings.contact}"
    folded = named.encode("ascii", "replace").decode("ascii")
    return "".join(character for character in folded if character.isprintable())


def waits_s(headers: httpx.Headers, now: datetime) -> float:
    """Seconds that Retry-After asks for, at most two minutes; 0 when it asks for nothing."""
    value = headers.get("retry-after", "").strip()
    try:
        if value.isascii() and value.isdigit():
            seconds = float(value[:9])
        else:
            moment = parsedate_to_datetime(value) if value else now
            aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            seconds = (aware - now).total_seconds()
    except (ValueError, TypeError, OverflowError):  # a header that says nothing readable
        return 0.0
    return min(max(seconds, 0.0), MAX_RETRY_AFTER_S) if math.isfinite(seconds) else 0.0


def _host(request: httpx.Request) -> str:
    """The name as it goes over the wire: httpx would show punycode in letters."""
    return request.url.raw_host.decode("ascii")


def _host_and_port(address: str) -> tuple[str, int]:
    parts = urlsplit(address)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


async def _extending(
    chunks: AsyncIterator[bytes], deadline: asyncio.Timeout
) -> AsyncIterator[bytes]:
    """The chunks; each puts the deadline off by the time it may take to arrive."""
    async for chunk in chunks:
        ends_s = deadline.when()
        if ends_s is not None:
            deadline.reschedule(ends_s + len(chunk) / SLOWEST_BYTES_PER_S)
        yield chunk


def _arrived_ago_s(wire: Wire, headers_came_at_s: float) -> float:
    """How long ago the server had the request at the latest: it may lag, but not past answering."""
    return max(0.0, headers_came_at_s - wire.sent_at_s - SERVER_LAG_S)


def _header_value(text: str) -> bytes:
    """A value a portal once sent, made safe to send back."""
    return "".join(filter(str.isprintable, text)).encode()


def _failed(error: Exception) -> Hop:
    """The failure as an outcome; raises again what is an error of ours."""
    failure = failure_of(error)
    if failure is None:
        raise error
    return Hop(failure.outcome, failure.detail)


def _verdict(body: Body) -> tuple[Outcome | None, str]:
    """The outcome of a success whose body did not come whole."""
    if body.too_large:
        return Outcome.TOO_LARGE, "nội dung quá lớn"
    if body.undecodable:
        return Outcome.UNREADABLE, f"không giải nén được nội dung ({body.undecodable})"
    if body.broken is not None:
        failure = failure_of(body.broken)
        if failure is None:
            raise body.broken
        if failure.outcome is Outcome.TIMEOUT:
            return failure.outcome, failure.detail
        return Outcome.HTTP_ERROR, "nội dung bị cắt giữa chừng"
    return None, ""
