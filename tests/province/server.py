"""The province's server: one event loop, one listener an address, HTTP/1.1 by hand.

By hand, because faults need the raw connection: to hang, to drop, to answer nonsense.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
import struct
import time

from tests.province.exchange import Act, Log, Logged, Reply, Request
from tests.province.host import Host
from tests.province.sending import in_pieces

LONGEST_HEAD = 64 * 1024


class Connection(asyncio.Protocol):
    """One connection to one host; requests on it are answered in turn."""

    def __init__(self, host: Host, log: Log) -> None:
        self.host, self.log = host, log
        self.buffer = b""
        self.transport: asyncio.Transport | None = None
        self.sending: asyncio.Task[None] | None = None
        self.flows = asyncio.Event()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.flows.set()

    def pause_writing(self) -> None:
        self.flows.clear()

    def resume_writing(self) -> None:
        self.flows.set()

    def connection_lost(self, error: Exception | None) -> None:
        if self.sending is not None:
            self.sending.cancel()

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        self._serve_waiting()
        if len(self.buffer) > LONGEST_HEAD and self.transport:
            self.transport.close()

    def _serve_waiting(self) -> None:
        while self.sending is None and (request := self._next()) is not None:
            self._serve(request)

    def _next(self) -> Request | None:
        head, found, rest = self.buffer.partition(b"\r\n\r\n")
        if not found:
            return None
        lines = head.decode("utf-8", "replace").split("\r\n")
        pairs = (line.partition(":") for line in lines[1:])
        headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
        length = headers.get("content-length", "0")
        size = int(length) if length.isdigit() else 0
        if len(rest) < size:
            return None
        self.buffer = rest[size:]
        method, _, target = lines[0].partition(" ")
        return Request(method, target.rpartition(" ")[0] or "/", headers, rest[:size])

    def _serve(self, request: Request) -> None:
        started = time.monotonic()
        reply = self.host.answer(request)
        transport = self.transport
        if transport is None or transport.is_closing():
            return
        keep = reply.keeps_open and request.headers.get("connection", "").lower() != "close"
        if not reply.at_once and reply.act is Act.SEND:
            self.sending = asyncio.get_running_loop().create_task(
                self._send_slowly(transport, request, reply, keep, started)
            )
            return
        self._note(request, reply, started)  # first, or a reader of the log could come too early
        sends = reply.act is Act.SEND or reply.sent_bytes is not None
        if sends:
            transport.write(reply.encoded(self.host.server, keep, request.method == "HEAD"))
        if reply.act is Act.RESET:
            _tear_down(transport)
        elif reply.act is Act.DROP or (sends and not keep):
            transport.close()

    async def _send_slowly(
        self,
        transport: asyncio.Transport,
        request: Request,
        reply: Reply,
        keep: bool,
        started: float,
    ) -> None:
        """Send the reply piece by piece, as slowly as it wants and the other side takes it."""
        try:
            async for piece in in_pieces(reply, self.host.server, keep, request.method == "HEAD"):
                await self.flows.wait()
                transport.write(piece)
        finally:  # also where the other side has gone meanwhile
            self._note(request, reply, started)
            self.sending = None
        if not keep or reply.length is not None:
            transport.close()
        self._serve_waiting()

    def _note(self, request: Request, reply: Reply, started: float) -> None:
        status = reply.status if reply.act is Act.SEND else 0
        agent = request.headers.get("user-agent", "")
        self.log.add(
            Logged(
                self.host.address,
                request.method,
                request.target,
                status,
                started,
                time.monotonic(),
                agent,
                reply.act.value,
                request.headers.get("referer", ""),
            )
        )


def _tear_down(transport: asyncio.Transport) -> None:
    """End the connection so that the other side is told of an error."""
    raw = transport.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


def bound(address: str, port: int) -> socket.socket:
    """A listening socket."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((address, port))
    except OSError:
        made.close()
        raise
    made.listen(256)
    made.setblocking(False)
    return made


def bind_all(addresses: list[str], port: int) -> tuple[int, list[socket.socket]]:
    """One socket an address, all on one port; port 0 takes a port that is free on all of them."""
    for _ in range(20):
        sockets: list[socket.socket] = []
        chosen = port
        try:
            for address in addresses:
                sockets.append(bound(address, chosen))
                chosen = sockets[0].getsockname()[1]
        except OSError:
            for made in sockets:
                made.close()
            if port:
                raise
            continue
        return chosen, sockets
    raise OSError("no port is free on every address of the province")


async def serve(
    hosts: list[Host],
    sockets: list[socket.socket],
    contexts: dict[str, ssl.SSLContext],
    log: Log,
) -> list[asyncio.Server]:
    """Start to answer on every socket."""
    loop = asyncio.get_running_loop()
    servers = []
    for host, made in zip(hosts, sockets, strict=True):
        context = contexts.get(host.address)
        servers.append(
            await loop.create_server(
                lambda host=host: Connection(host, log),
                sock=made,
                ssl=context,
            )
        )
    return servers
