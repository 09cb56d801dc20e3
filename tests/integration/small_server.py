"""A small server on loopback that answers as told and keeps its own log."""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

DRIP = b"(drip)"
HANG = b"(hang)"


@dataclass(frozen=True, slots=True)
class Seen:
    """One request as the server saw it."""

    host: str
    path: str
    head: str
    at_s: float


@dataclass(slots=True)
class SmallServer:
    """Raw responses by path; a list is used up one by one, its last stays."""

    pages: Mapping[str, list[bytes]]
    log: list[Seen] = field(default_factory=list)
    under_way: dict[str, int] = field(default_factory=dict)
    at_once: int = 0
    """The most requests to one address that were under way together."""
    port: int = 0
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once a request has come in."""

    def at(self, ip: str, path: str, scheme: str = "http") -> str:
        """The address of a page on one of the loopback addresses."""
        return f"{scheme}://{ip}:{self.port}{path}"

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection until the client or the page ends it."""
        await served_through(reader, writer, self._one)

    async def _one(self, head: str, target: str, writer: asyncio.StreamWriter) -> bool:
        path = target.partition("?")[0]
        ip = writer.get_extra_info("sockname")[0]
        self.log.append(Seen(ip, path, head, time.monotonic()))
        self.asked.set()
        self.under_way[ip] = self.under_way.get(ip, 0) + 1
        self.at_once = max(self.at_once, self.under_way[ip])
        try:
            return await self._answer(writer, path)
        finally:
            self.under_way[ip] -= 1

    async def _answer(self, writer: asyncio.StreamWriter, path: str) -> bool:
        queue = self.pages.get(path) or [page(b"", "404 Not Found")]
        raw = queue.pop(0) if len(queue) > 1 else queue[0]
        if raw == HANG:
            await asyncio.Event().wait()
        if raw == DRIP:
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
            await bit_by_bit(writer, b"x", 0.02)
        writer.write(raw)
        await writer.drain()
        return b"content-length" in raw[:4000].lower() and b"(short)" not in raw[:4000]


Answering = Callable[[str, str, asyncio.StreamWriter], Awaitable[bool]]
"""Answers a request by its head and its target; whether the connection goes on."""


async def served_through(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, answer: Answering
) -> None:
    """Answer the requests of one connection until either side ends it."""
    try:
        goes_on = True
        while goes_on:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            goes_on = await answer(head, head.split(" ", 2)[1], writer)
    except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        pass  # the client went away: that is its right
    except asyncio.CancelledError:
        pass  # the test is over
    finally:
        writer.close()


async def bit_by_bit(
    writer: asyncio.StreamWriter, part: bytes, every_s: float, times: int | None = None
) -> None:
    """Write a part at each tick of a timer: some times, or until the client has had enough."""
    loop, done = asyncio.get_running_loop(), asyncio.Event()

    def tick(left: int | None) -> None:
        if writer.is_closing() or left == 0:
            done.set()
            return
        writer.write(part)
        loop.call_later(every_s, tick, None if left is None else left - 1)

    tick(times)
    await done.wait()


def page(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    """A whole response with its length."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


@asynccontextmanager
async def serving(
    pages: Mapping[str, list[bytes]], tls: ssl.SSLContext | None = None
) -> AsyncIterator[SmallServer]:
    """The server, listening on all of 127.0.0.0/8."""
    small = SmallServer(pages)
    server = await asyncio.start_server(small.handle, "0.0.0.0", 0, ssl=tls)
    small.port = server.sockets[0].getsockname()[1]
    try:
        yield small
    finally:
        server.close()
