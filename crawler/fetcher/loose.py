"""Reads answers that are no proper HTTP as a browser would: for servers that miscount and misspell.

The connection is closed after each answer, so that its end tells where the body ends, whatever
length was announced. Asked only of hosts that a strict reader could not understand.
"""

from __future__ import annotations

import asyncio
import re
import ssl
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import httpx

MAX_HEAD_BYTES = 64 * 1024
_CHUNK_BYTES = 64 * 1024
_SURPLUS_WAIT_S = 0.5
"""After the announced length: more may come, or a server that does not close."""
_STATUS_LINE = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b")
_SIZE_LINE = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LONGEST_SIZE_LINE = 40
_WITHOUT_END = 1 << 60
_NAME = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_OF_FRAMING = (b"content-length", b"transfer-encoding", b"connection")


class NotHttp(Exception):  # noqa: N818 - says what came, and never leaves the fetcher
    """What came is not even loosely an answer."""


@dataclass(frozen=True, slots=True)
class Head:
    """Status and headers, without those that tell where the body ends."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    length: int | None
    chunked: bool


def parse_head(raw: bytes) -> Head:
    """The head of an answer; raises :class:`NotHttp`."""
    first, _, rest = raw.partition(b"\n")
    match = _STATUS_LINE.match(first)
    if match is None:
        raise NotHttp
    fields = list(_fields(rest))
    lengths = {value for name, value in fields if name == b"content-length" and value.isdigit()}
    chunked = any(
        name == b"transfer-encoding" and b"chunked" in value.lower() for name, value in fields
    )
    kept = tuple(field for field in fields if field[0] not in _OF_FRAMING)
    # Of several lengths none can be believed.
    length = int(lengths.pop()[:18]) if len(lengths) == 1 and not chunked else None
    return Head(int(match[1]), kept, length, chunked)


def _fields(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    for line in raw.splitlines():
        name, colon, value = line.partition(b":")
        name = name.strip()
        if colon and _NAME.fullmatch(name):
            yield name.lower(), value.strip().replace(b"\0", b"")


class LooseAnswer(httpx.AsyncByteStream):
    """One answer on a connection of its own."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, timeout_s: float
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._timeout_s = timeout_s
        self._begun = b""
        self._head: Head | None = None
        self.surplus = False
        """Whether more came than was announced."""

    @property
    def peer(self) -> str:
        """The address connected to."""
        name = self._writer.get_extra_info("peername")
        return str(name[0]) if name else ""

    @property
    def tls_version(self) -> str | None:
        """None without TLS."""
        tls = self._writer.get_extra_info("ssl_object")
        return tls.version() if tls else None

    async def send(self, request: httpx.Request) -> None:
        """Write the request."""
        path = request.url.raw_path
        lines = [b"%s %s HTTP/1.1" % (request.method.encode("ascii"), path)]
        for name, value in request.headers.raw:
            if name.lower() != b"connection":
                lines.append(b"%s: %s" % (name, value))
        self._writer.write(b"\r\n".join([*lines, b"Connection: close"]) + b"\r\n\r\n")
        self._writer.write(request.content)
        await self._writer.drain()

    async def head(self) -> Head:
        """Read to the end of the head; raises :class:`NotHttp`."""
        raw = b""
        while (end := _HEAD_END.search(raw)) is None:
            more = await self._more()
            if raw[:1] not in b"H" or not more or len(raw) > MAX_HEAD_BYTES:
                raise NotHttp
            raw += more
        self._begun = raw[end.end() :]
        self._head = parse_head(raw[: end.start()])
        if 100 <= self._head.status < 200:
            raise NotHttp
        return self._head

    async def __aiter__(self) -> AsyncIterator[bytes]:
        chunks = self._raw()
        async for chunk in _unchunked(chunks) if self._head and self._head.chunked else chunks:
            yield chunk

    async def aclose(self) -> None:
        """Drop the connection."""
        self._writer.transport.abort()

    async def _raw(self) -> AsyncIterator[bytes]:
        """All that comes until the connection ends; raises EOFError when less was announced."""
        length = self._head.length if self._head else None
        came, chunk = 0, self._begun
        while True:
            came += len(chunk)
            self.surplus = length is not None and came > length
            if chunk:
                yield chunk
            try:
                complete = length is not None and came >= length
                chunk = await self._more(_SURPLUS_WAIT_S if complete else None)
            except TimeoutError:
                if complete:
                    return
                raise
            if not chunk:
                break
        if length is not None and came < length:
            raise EOFError

    async def _more(self, wait_s: float | None = None) -> bytes:
        async with asyncio.timeout(min(wait_s or self._timeout_s, self._timeout_s)):
            return await self._reader.read(_CHUNK_BYTES)


async def open_loosely(
    ip: str, port: int, host: str, context: ssl.SSLContext | None, timeout_s: float
) -> LooseAnswer:
    """Connect to a checked address."""
    async with asyncio.timeout(timeout_s):
        name = host if context else None
        reader, writer = await asyncio.open_connection(ip, port, ssl=context, server_hostname=name)
    return LooseAnswer(reader, writer, timeout_s)


async def _unchunked(chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The content of chunks; from a place where no size stands on, everything as it came."""
    held, at, left = b"", 0, 0
    async for more in chunks:
        held, at = held[at:] + more, 0  # chunks of a byte must not cost a copy of the rest each
        while at < len(held):
            if not left:
                while held[at : at + 1] in (b"\r", b"\n"):
                    at += 1
                line = _SIZE_LINE.match(held, at)
                if (
                    line is None
                    and len(held) - at < _LONGEST_SIZE_LINE
                    and held.find(b"\n", at) < 0
                ):
                    break
                left, at = (int(line[1], 16), line.end()) if line else (_WITHOUT_END, at)
                if not left:
                    return
            part = held[at : at + left]
            at, left = at + len(part), left - len(part)
            yield part
    if left < _WITHOUT_END // 2:
        raise EOFError
