"""A small sound portal served byte by byte, so that any answer of it can be spoilt."""

from __future__ import annotations

import asyncio
import socket
import ssl
import struct
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import Enum

from tests.integration.small_server import bit_by_bit, page, served_through


class Act(Enum):
    """What else than bytes a server does to a connection."""

    CLOSE = "close"
    RESET = "reset"
    HANG = "hang"
    DRIP = "drip"
    """A byte now and then, without end."""


Step = bytes | Act
Answer = Sequence[Step]
"""Done one after another; the connection stays open at the end unless a step ends it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as the portal saw it."""

    path: str
    count: int
    """Of requests to this path, this one included."""
    total: int
    """Of all requests, this one included."""
    head: str


Fault = Callable[[Asked], Answer | None]
"""What is answered instead; None leaves it to the sound portal."""


def response(
    body: bytes, status: str = "200 OK", *headers: str, kind: str = "text/html; charset=utf-8"
) -> bytes:
    """A whole, sound response."""
    return page(body, status, *([f"Content-Type: {kind}"] if kind else []), *headers)


def html(title: str, body: str) -> str:
    """A page with the portal's frame around it."""
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title></head><body><header><h2>Cổng thông tin "
        f"điện tử UBND xã Minh Quán</h2></header><nav><a href='/'>Trang chủ</a> "
        f"<a href='/iso'>Hệ thống quản lý chất lượng ISO 9001:2015</a> "
        f"<a href='/gioi-thieu'>Giới thiệu chung</a> <a href='/tin-tuc'>Tin tức</a></nav>"
        f"<main><h1>{title}</h1>{body}</main><footer>UBND xã Minh Quán, huyện Trấn Yên</footer>"
        f"</body></html>"
    )


OBJECTIVES = (
    "<p>ỦY BAN NHÂN DÂN<br>XÃ MINH QUÁN</p><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>"
    "Độc lập - Tự do - Hạnh phúc</p><p>Số: 12/QĐ-UBND</p>"
    "<p>Minh Quán, ngày 20 tháng 01 năm 2026</p>"
    "<p>MỤC TIÊU CHẤT LƯỢNG NĂM 2026</p><p>Ủy ban nhân dân xã Minh Quán ban hành mục tiêu "
    "chất lượng năm 2026 theo TCVN ISO 9001:2015:</p><p>1. 100% hồ sơ được giải quyết đúng hạn.</p>"
    "<p>2. Trên 98% người dân hài lòng với việc giải quyết thủ tục hành chính.</p>"
    "<p>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH<br>Nguyễn Văn Minh</p>"
)
PAGES = {
    "/": html(
        "UBND xã Minh Quán",
        "<p>Chào mừng quý vị đến với cổng thông tin điện tử của xã Minh Quán.</p>"
        "<p><a href='/tin-tuc'>Tin mới nhất của xã</a></p>",
    ),
    "/iso": html(
        "Hệ thống quản lý chất lượng ISO 9001:2015",
        "<ul><li><a href='/muc-tieu'>Mục tiêu chất lượng năm 2026 của UBND xã Minh Quán</a></li>"
        "</ul>",
    ),
    "/muc-tieu": html("Mục tiêu chất lượng năm 2026", OBJECTIVES),
    "/gioi-thieu": html("Giới thiệu chung", "<p>Xã Minh Quán có 12 thôn, dân số 4.512 người.</p>"),
    "/tin-tuc": html("Tin tức", "<p>Hội nghị tổng kết phong trào thi đua yêu nước của xã.</p>"),
}
NOT_FOUND = html("404", "<p>Không tìm thấy trang quý vị yêu cầu.</p>").encode()


@dataclass(slots=True)
class Portal:
    """The sound portal with one fault, and the log of what it was asked."""

    fault: Fault
    pages: dict[str, str] = field(default_factory=lambda: dict(PAGES))
    log: list[Asked] = field(default_factory=list)
    port: int = 0
    tasks: set[asyncio.Task[None]] = field(default_factory=set)
    """Of the connections."""
    _counts: Counter[str] = field(default_factory=Counter)

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection until either side ends it."""
        task = asyncio.current_task()
        if task is not None:
            self.tasks.add(task)
        await served_through(reader, writer, self._one)

    async def _one(self, head: str, path: str, writer: asyncio.StreamWriter) -> bool:
        self._counts[path] += 1
        asked = Asked(path, self._counts[path], self._counts.total(), head)
        self.log.append(asked)
        steps = self.fault(asked)
        for step in steps if steps is not None else (self.sound(path),):
            if not await _done(step, writer):
                return False
        return "connection: close" not in head.lower()

    def sound(self, path: str) -> bytes:
        """What the portal answers without any fault."""
        text = self.pages.get(path)
        if text is None:
            return response(NOT_FOUND, "404 Not Found")
        return response(text.encode())


async def _done(step: Step, writer: asyncio.StreamWriter) -> bool:
    """Do one step; whether the connection goes on."""
    if isinstance(step, bytes):
        writer.write(step)
        await writer.drain()
        return True
    if step is Act.HANG:
        await asyncio.Event().wait()
    if step is Act.DRIP:
        await bit_by_bit(writer, b" ", 0.02)
    if step is Act.RESET:
        # A linger time of zero makes closing a reset, as a crashed server's machine sends it.
        raw = writer.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()
    return False


@asynccontextmanager
async def serving(
    portal: Portal, ip: str, tls: ssl.SSLContext | None = None
) -> AsyncIterator[Portal]:
    """The portal, listening on one loopback address."""
    server = await asyncio.start_server(portal.handle, ip, 0, ssl=tls)
    portal.port = server.sockets[0].getsockname()[1]
    try:
        yield portal
    finally:
        server.close()
        for task in portal.tasks:
            task.cancel()
        await asyncio.gather(*portal.tasks, return_exceptions=True)
