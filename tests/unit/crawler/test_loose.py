"""Answers that are no proper HTTP, taken as a browser takes them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from crawler.fetcher.loose import NotHttp, _unchunked, parse_head


@pytest.mark.parametrize(
    ("raw", "status", "length", "chunked"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5", 200, 5, False),
        (b"HTTP/1.0 404\nContent-Length : 5\n", 404, 5, False),
        (b"HTTP/1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5", 200, 5, False),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6", 200, None, False),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -1", 200, None, False),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: Chunked", 200, None, True),
    ],
)
def test_heads(raw: bytes, status: int, length: int | None, chunked: bool) -> None:
    """Of contradicting lengths none is believed; what frames the body is not passed on."""
    head = parse_head(raw)
    assert (head.status, head.length, head.chunked) == (status, length, chunked)
    assert head.headers == ()


def test_headers() -> None:
    """Odd names are left out, the others kept in order, nothing runs over a line's end."""
    head = parse_head(
        b"HTTP/1.1 200 OK\r\nX-Powered By: x\r\nSet-Cookie: a=1\r\nno colon\r\nX: \xe1"
    )
    assert head.headers == ((b"set-cookie", b"a=1"), (b"x", b"\xe1"))


@pytest.mark.parametrize("raw", [b"", b"SSH-2.0-x", b"<html>", b"HTTP/1.1 abc"])
def test_no_http(raw: bytes) -> None:
    """What has no status is no answer, however loosely read."""
    with pytest.raises(NotHttp):
        parse_head(raw)


def _joined(raw: bytes, size: int) -> tuple[bytes, bool]:
    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(raw), size):
            yield raw[start : start + size]

    async def read() -> tuple[bytes, bool]:
        got = b""
        try:
            async for piece in _unchunked(pieces()):
                got += piece
        except EOFError:
            return got, False
        return got, True

    return asyncio.run(read())


@pytest.mark.parametrize("size", [1, 3, 1000])
@pytest.mark.parametrize(
    ("raw", "content", "whole"),
    [
        (b"3\r\nxin\r\n5 ;a=b\r\n chao\r\n0\r\n\r\n", b"xin chao", True),
        (b"3\nxin\n5\n chao\n0\n\n", b"xin chao", True),
        (b"3\r\nxin\r\n5\r\n ch", b"xin ch", False),
        (b"3\r\nxin\r\n", b"xin", False),
        (b"zz\r\n<html>xin chao</html>\r\n", b"zz\r\n<html>xin chao</html>\r\n", True),
    ],
)
def test_chunks(raw: bytes, size: int, content: bytes, whole: bool) -> None:
    """Whatever pieces they come in; what has no size is taken as it is, what has no end is cut."""
    assert _joined(raw, size) == (content, whole)
