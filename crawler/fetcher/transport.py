"""The way to the network: httpx over aiohttp's connections, every one to a checked address."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass
from socket import AF_INET, AF_INET6, AddressFamily

import aiohttp
import httpx
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.connector import Connection
from yarl import URL

from crawler.fetcher.guard import Guard
from crawler.fetcher.loose import open_loosely

CHUNK_BYTES = 64 * 1024
MAX_HEADER_BYTES = 64 * 1024
MAX_WAIT_S = 60.0


@dataclass(frozen=True, slots=True)
class Wire:
    """The connection a response came over."""

    ip: str
    tls_version: str | None
    sent_at_s: float
    """When the request went out, on the event loop's clock."""


class _ClientResponse(aiohttp.ClientResponse):
    """Notes its connection, which is given back before a short response can be asked for it."""

    wire: Wire

    async def start(self, connection: Connection) -> aiohttp.ClientResponse:
        """Called when the request has been written and the response is awaited."""
        transport = connection.transport
        peer = transport.get_extra_info("peername") if transport else None
        tls = transport.get_extra_info("ssl_object") if transport else None
        now_s = asyncio.get_running_loop().time()
        self.wire = Wire(peer[0] if peer else "", tls.version() if tls else None, now_s)
        return await super().start(connection)


class _PinnedResolver(AbstractResolver):
    """Gives aiohttp the address that was checked, and never asks the network itself."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard

    async def resolve(
        self, host: str, port: int = 0, family: AddressFamily = AF_INET
    ) -> list[ResolveResult]:
        """The one pinned address."""
        ip = await self._guard.pin(host, port)
        chosen = AF_INET6 if ":" in ip else AF_INET
        return [ResolveResult(hostname=host, host=ip, port=port, family=chosen, proto=0, flags=0)]

    async def close(self) -> None:
        """Nothing is held."""


class _Stream(httpx.AsyncByteStream):
    """The raw body; closed early, it drops the connection instead of reading on."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._response.content.iter_chunked(CHUNK_BYTES):
            yield chunk

    async def aclose(self) -> None:
        """Give the connection back if the body was read to its end."""
        if self._response.content.at_eof():
            self._response.release()
        else:
            self._response.close()


class GuardedTransport(httpx.AsyncBaseTransport):
    """One pool of connections for all portals; exceptions are aiohttp's and the guard's own.

    Request extensions: ``unverified`` (bool) takes any certificate. Response extensions:
    ``wire`` (:class:`Wire`).
    """

    def __init__(self, guard: Guard, trusted: ssl.SSLContext | None = None) -> None:
        self._guard = guard
        self._verified = trusted
        self._unverified: ssl.SSLContext | None = None
        self._session: aiohttp.ClientSession | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Check where the request goes, send it, and return when the headers are there."""
        tls = request.url.scheme == "https"
        port = request.url.port or (443 if tls else 80)
        await self._guard.pin(
            request.url.raw_host.decode("ascii"), port
        )  # aiohttp resolves no IP literals
        timeout = request.extensions.get("timeout", {})
        response = await self._opened().request(
            request.method,
            URL(str(request.url), encoded=True),
            headers=request.headers.multi_items(),
            data=request.content or None,
            allow_redirects=False,
            ssl=self._context(bool(request.extensions.get("unverified"))) if tls else True,
            timeout=aiohttp.ClientTimeout(
                sock_connect=timeout.get("connect"), sock_read=timeout.get("read")
            ),
        )
        assert isinstance(response, _ClientResponse)  # noqa: S101 - given to the session below
        return httpx.Response(
            response.status,
            headers=response.raw_headers,
            stream=_Stream(response),
            extensions={"wire": response.wire},
            request=request,
        )

    async def send_loosely(self, request: httpx.Request) -> httpx.Response:
        """The same on a connection of its own, for a host whose answers are no proper HTTP."""
        host = request.url.raw_host.decode("ascii")
        tls = request.url.scheme == "https"
        port = request.url.port or (443 if tls else 80)
        ip = await self._guard.pin(host, port)
        timeout_s = float(request.extensions.get("timeout", {}).get("read") or MAX_WAIT_S)
        context = self._context(bool(request.extensions.get("unverified"))) if tls else None
        answer = await open_loosely(ip, port, host.strip("[]"), context, timeout_s)
        try:
            await answer.send(request)
            sent_at_s = asyncio.get_running_loop().time()
            head = await answer.head()
        except BaseException:
            await answer.aclose()
            raise
        return httpx.Response(
            head.status,
            headers=list(head.headers),
            stream=answer,
            extensions={"wire": Wire(answer.peer, answer.tls_version, sent_at_s)},
            request=request,
        )

    async def aclose(self) -> None:
        """Kept open: the clients of all portals share it, and closing one closes nothing."""

    async def close(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(
                limit=0, resolver=_PinnedResolver(self._guard), use_dns_cache=False
            )
            self._session = aiohttp.ClientSession(
                connector=connector,
                response_class=_ClientResponse,
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                trust_env=False,
                timeout=aiohttp.ClientTimeout(total=None),
                max_line_size=MAX_HEADER_BYTES,
                max_field_size=MAX_HEADER_BYTES,
            )
            # A silent second sending would come without its pause; the fetcher tries again itself.
            self._session._retry_connection = False
        return self._session

    def _context(self, unverified: bool) -> ssl.SSLContext:
        """Shared contexts, built at first use: each costs some 46 ms."""
        if unverified:
            self._unverified = self._unverified or tolerant_context()
            return self._unverified
        self._verified = self._verified or httpx.create_ssl_context(trust_env=False)
        return self._verified


def tolerant_context() -> ssl.SSLContext:
    """Takes any certificate and the old protocols and ciphers that old portals still speak."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.options |= 0x4  # OP_LEGACY_SERVER_CONNECT, which ssl names from Python 3.12 on
    return context
