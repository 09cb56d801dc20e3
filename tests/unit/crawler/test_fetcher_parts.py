"""The fetcher's parts that need no network: bodies, failures, waits, the agent string."""

from __future__ import annotations

import asyncio
import gzip
import socket
import ssl
import zlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import httpx
import idna
import pytest

from crawler.fetcher.bodies import Announced, Body, read_body
from crawler.fetcher.failures import failure_of, handshake_fault, may_pass, outcome_of_status
from crawler.fetcher.guard import UnsafeAddress
from crawler.fetcher.headers import MAX_RETRY_AFTER_S, agent_string, waits_s
from crawler.fetcher.unpacking import is_gzip_file
from domain.outcomes import Outcome
from domain.settings import CrawlerSettings

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


def _read(data: bytes, encoding: str = "", declared: str = "", cap: int = 1000) -> Body:
    async def chunks() -> AsyncIterator[bytes]:
        for start in range(0, len(data), 7):
            yield data[start : start + 7]

    return asyncio.run(read_body(chunks(), Announced(encoding, declared), cap))


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"xin chao", ""),
        (gzip.compress(b"xin chao", mtime=0), "GZIP"),
        (gzip.compress(b"xin ", mtime=0) + gzip.compress(b"chao", mtime=0), "gzip"),
        (zlib.compress(b"xin chao"), "deflate"),
        (zlib.compress(b"xin chao")[2:-4], "deflate"),
        (b"xin chao", "gzip"),
        (b"xin chao", "br"),
        (b"xin chao", "utf-8"),
        (gzip.compress(b"xin chao", mtime=0), ""),
        (gzip.compress(gzip.compress(b"xin chao", mtime=0), mtime=0), "gzip"),
        (gzip.compress(gzip.compress(b"xin chao", mtime=0), mtime=0), "gzip, gzip"),
        (zlib.compress(b"xin chao"), "gzip"),
        (gzip.compress(b"xin chao", mtime=0), "br"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    """Every encoding servers send is undone by what the bytes are, whatever the header says."""
    assert _read(data, encoding).content == b"xin chao"


@pytest.mark.parametrize(
    ("data", "encoding", "declared"),
    [
        (b"x" * 1001, "", ""),
        (gzip.compress(b"x" * 5_000_000), "gzip", ""),
        (b"x" * 1001, "", "5000000000"),
    ],
)
def test_caps(data: bytes, encoding: str, declared: str) -> None:
    """Too much on the wire, too much unpacked and too much announced are all too large."""
    body = _read(data, encoding, declared)
    assert body.too_large
    assert len(body.content) <= 1000


def test_a_packed_file_stays_packed() -> None:
    """Nobody unpacks a sitemap.xml.gz or an archive on the way."""

    async def chunks() -> AsyncIterator[bytes]:
        yield gzip.compress(b"xin chao", mtime=0)

    body = asyncio.run(read_body(chunks(), Announced(is_gzip_file=True), 99))
    assert body.content.startswith(b"\x1f\x8b")
    assert is_gzip_file("text/xml", "http://xa.vn/sitemap.xml.gz?a=b")
    assert is_gzip_file("application/x-gzip", "http://xa.vn/tai-ve")
    assert not is_gzip_file("text/html", "http://xa.vn/tin")


def test_undecodable() -> None:
    """An encoding nobody asked for, and damaged data, are said to be so."""
    assert _read(b"\x1b\x2f\x00\x04", "br").undecodable == "br"
    assert _read(gzip.compress(b"a" * 99)[:-8] + b"\0" * 8, "gzip").undecodable == "gzip"


def test_a_packed_stream_without_its_end() -> None:
    """It is cut short where only the connection's end ends it, and whole where HTTP counted it."""

    async def chunks() -> AsyncIterator[bytes]:
        yield gzip.compress(b"xin chao")[:-8]

    assert asyncio.run(read_body(chunks(), Announced("gzip"), 99)).broken is None
    counted = Announced("gzip", framed=False)
    assert asyncio.run(read_body(chunks(), counted, 99)).broken is not None


def test_a_broken_stream_keeps_what_came() -> None:
    """What arrived before the break is kept beside its cause."""

    async def chunks() -> AsyncIterator[bytes]:
        yield b"xin"
        raise ConnectionResetError

    body = asyncio.run(read_body(chunks(), Announced(), 10))
    assert body.content == b"xin"
    assert isinstance(body.broken, ConnectionResetError)


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (UnsafeAddress("x"), Outcome.UNSAFE_ADDRESS),
        (socket.gaierror(-2, "x"), Outcome.DNS),
        (ssl.SSLError(1, "x"), Outcome.TLS),
        (TimeoutError(), Outcome.TIMEOUT),
        (ConnectionRefusedError(), Outcome.REFUSED),
        (ConnectionResetError(), Outcome.REFUSED),
        (OSError(113, "no route"), Outcome.REFUSED),
        (idna.IDNAError("x"), Outcome.UNSAFE_ADDRESS),
        (httpx.InvalidURL("x"), Outcome.UNSAFE_ADDRESS),
        (httpx.RemoteProtocolError("x"), Outcome.HTTP_ERROR),
    ],
)
def test_exceptions(error: Exception, outcome: Outcome) -> None:
    """The cause decides, also when another exception is wrapped around it."""
    try:
        raise httpx.ConnectError("wrapped") from error
    except httpx.ConnectError as wrapped:
        failure = failure_of(wrapped)
    assert failure is not None
    assert failure.outcome is outcome
    assert failure.detail


def test_our_own_errors_are_not_outcomes() -> None:
    """A mistake in the program is no failure of a portal."""
    mistake = KeyError("x")
    mistake.__context__ = TimeoutError()
    assert failure_of(mistake) is None
    assert handshake_fault(TimeoutError()) is None


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (200, Outcome.OK),
        (304, Outcome.NOT_MODIFIED),
        (401, Outcome.LOGIN_REQUIRED),
        (403, Outcome.BLOCKED),
        (404, Outcome.NOT_FOUND),
        (410, Outcome.NOT_FOUND),
        (429, Outcome.BLOCKED),
        (500, Outcome.HTTP_ERROR),
        (418, Outcome.HTTP_ERROR),
    ],
)
def test_statuses(status: int, outcome: Outcome) -> None:
    """Every final status has its outcome."""
    assert outcome_of_status(status)[0] is outcome


def test_what_may_pass() -> None:
    """Overload, silence and cut bodies are tried again; an answer is an answer."""
    assert may_pass(Outcome.HTTP_ERROR, 503)
    assert may_pass(Outcome.BLOCKED, 429)
    assert may_pass(Outcome.TIMEOUT, None)
    assert may_pass(Outcome.HTTP_ERROR, 200)
    assert not may_pass(Outcome.BLOCKED, 403)
    assert not may_pass(Outcome.HTTP_ERROR, 500)
    assert not may_pass(Outcome.DNS, None)
    assert not may_pass(Outcome.HTTP_ERROR, 302)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("", 0.0),
        ("7", 7.0),
        ("99999999999999999999", MAX_RETRY_AFTER_S),
        ("-5", 0.0),
        ("Sun, 22 Nov 2026 15:00:30 GMT", 30.0),
        ("Sun, 22 Nov 2020 15:00:30 GMT", 0.0),
        ("hôm sau", 0.0),
    ],
)
def test_retry_after(value: str, seconds: float) -> None:
    """Retry-After is heeded in both spellings, within reason."""
    headers = httpx.Headers([(b"retry-after", value.encode())])
    assert waits_s(headers, NOW) == seconds


def test_agent_string() -> None:
    """It names the program and the contact, in ASCII, without line ends."""
    agent = agent_string(CrawlerSettings(user_agent="giamsat/0.1", contact="a@so.vn\r\nX: 1"))
    assert agent.startswith("giamsat/0.1")
    assert "a@so.vn" in agent
    assert agent.isascii()
    assert agent.isprintable()
