"""Bodies that are not what their heads say: cut, mislabelled, wrongly measured."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace

from tests.province.exchange import Framing, Reply, Request
from tests.province.faults.base import NO_STORE, is_file, is_page

_META = re.compile(rb"(?i)charset=(\"?)utf-8")
SESSION_OVER = (
    "<html><head><title>Thông báo</title></head><body><h3>Phiên làm việc đã hết hạn.</h3>"
    "<p>Vui lòng tải lại trang hoặc liên hệ quản trị hệ thống.</p></body></html>"
)


def half_body(request: Request, reply: Reply, before: int) -> Reply:
    """Every third page breaks off at its half; its length was announced rightly."""
    if before % 3 != 1 or not is_page(reply):
        return reply
    return replace(reply, sent_bytes=len(reply.body) // 2)


def half_files(request: Request, reply: Reply, before: int) -> Reply:
    """No file ever comes whole: the proxy before the portal gives up at the half."""
    return replace(reply, sent_bytes=len(reply.body) // 2) if is_file(reply) else reply


def long_length(request: Request, reply: Reply, before: int) -> Reply:
    """Pages come whole, but more was announced than there is."""
    if not is_page(reply):
        return reply
    return replace(reply, length=len(reply.body) + 512, sent_bytes=len(reply.body))


def short_length(request: Request, reply: Reply, before: int) -> Reply:
    """The length counts letters where it should count bytes: more comes than was announced."""
    if not is_page(reply):
        return reply
    return replace(reply, length=_letters(reply), sent_bytes=len(reply.body))


def cut_pages(request: Request, reply: Reply, before: int) -> Reply:
    """The same behind a proxy that believes it: the end of every page is lost, in good order."""
    return replace(reply, body=reply.body[: _letters(reply)]) if is_page(reply) else reply


def _letters(reply: Reply) -> int:
    return len(reply.body.decode("utf-8", "replace"))


def wrong_charset(request: Request, reply: Reply, before: int) -> Reply:
    """The head says Latin letters, the page says Western ones, the bytes are UTF-8."""
    if not reply.media_type.startswith("text/html"):
        return reply
    body = _META.sub(rb"charset=\1windows-1252", reply.body)
    return replace(reply, body=body, media_type="text/html; charset=ISO-8859-1")


def false_gzip(request: Request, reply: Reply, before: int) -> Reply:
    """To who takes compressed pages they are called so and are not."""
    takes = "gzip" in request.headers.get("accept-encoding", "")
    if not takes or not is_page(reply):
        return reply
    return replace(reply, headers=(*reply.headers, ("Content-Encoding", "gzip")))


def chunked_gzip(request: Request, reply: Reply, before: int) -> Reply:
    """Pages come compressed and in chunks, as most servers send them, and rightly so."""
    takes = "gzip" in request.headers.get("accept-encoding", "")
    if not takes or not is_page(reply):
        return reply
    headers = (*reply.headers, ("Content-Encoding", "gzip"))
    body = gzip.compress(reply.body, 6, mtime=0)
    return replace(reply, body=body, headers=headers, framing=Framing.CHUNKS)


def until_close(request: Request, reply: Reply, before: int) -> Reply:
    """No length is ever told: a reply ends when the connection does."""
    return replace(reply, framing=Framing.CLOSE) if reply.status == 200 else reply


def html_as_pdf(request: Request, reply: Reply, before: int) -> Reply:
    """Every file is a page that says the session is over, under the file's own type."""
    if not is_file(reply):
        return reply
    return Reply(200, SESSION_OVER.encode(), NO_STORE, reply.media_type)
