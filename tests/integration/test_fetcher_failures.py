"""The fetcher against a real socket: what fails, and what each failure is called."""

from __future__ import annotations

import asyncio
import gzip
import socket

import pytest

from app.clock import SystemClock
from crawler.fetcher import Fetcher
from crawler.politeness import Politeness
from domain.exchanges import Ask
from domain.outcomes import Outcome
from domain.settings import CrawlerSettings
from tests.integration.fetching import IP, SETTINGS, fetcher_of, one, run
from tests.integration.small_server import DRIP, HANG, SmallServer, page
from tests.province.certificate import server_context


@pytest.mark.parametrize(
    ("raw", "outcome"),
    [
        (page(b"", "304 Not Modified"), Outcome.NOT_MODIFIED),
        (page(b"x", "401 Unauthorized"), Outcome.LOGIN_REQUIRED),
        (page(b"x", "403 Forbidden"), Outcome.BLOCKED),
        (page(b"x", "404 Not Found"), Outcome.NOT_FOUND),
        (page(b"x", "500 Error"), Outcome.HTTP_ERROR),
        (page(b"x", "429 Too Many Requests"), Outcome.BLOCKED),
        (page(b"x" * 200_001), Outcome.TOO_LARGE),
        (
            page(gzip.compress(b"x" * 30_000_000), "200 OK", "Content-Encoding: gzip"),
            Outcome.TOO_LARGE,
        ),
        (page(b"\x1b\x2f\x00\x04", "200 OK", "Content-Encoding: br"), Outcome.UNREADABLE),
        (b"HTTP/1.1 200 OK\r\nX: " + b"a" * 300_000 + b"\r\n\r\n", Outcome.HTTP_ERROR),
        (b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 50_000 + b"\r\n", Outcome.HTTP_ERROR),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", Outcome.HTTP_ERROR),
        (b"", Outcome.REFUSED),
        (HANG, Outcome.TIMEOUT),
        (DRIP, Outcome.TIMEOUT),
    ],
    ids=lambda value: value.value if isinstance(value, Outcome) else "raw",
)
def test_outcomes(raw: bytes, outcome: Outcome) -> None:
    """Every way of a portal, also hostile ones, is an outcome and never an exception."""
    answer = one(raw)
    assert answer.outcome is outcome
    assert len(answer.body) <= SETTINGS.max_body_bytes


def test_a_body_cut_short() -> None:
    """What came of a cut body is kept, the outcome is an error, and it was tried again."""
    answer = one(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\nX: (short)\r\n\r\nnua")
    assert (answer.outcome, answer.body, len(answer.earlier)) == (Outcome.HTTP_ERROR, b"nua", 1)


@pytest.mark.parametrize(
    ("location", "outcome"),
    [
        ("http://169.254.169.254/latest", Outcome.UNSAFE_ADDRESS),
        ("http://[::ffff:169.254.169.254]/", Outcome.UNSAFE_ADDRESS),
        ("http://0/", Outcome.UNSAFE_ADDRESS),
        ("file:///etc/passwd", Outcome.UNSAFE_ADDRESS),
        ("http://a:b@127.0.41.1/", Outcome.UNSAFE_ADDRESS),
        ("/a", Outcome.HTTP_ERROR),
        ("/user/login?destination=a", Outcome.LOGIN_REQUIRED),
    ],
)
def test_redirects_that_lead_nowhere(location: str, outcome: Outcome) -> None:
    """Forbidden targets, circles and login pages are not followed."""
    raw = page(b"", "302 Found", f"Location: {location}")
    assert one(raw).outcome is outcome


def test_redirects() -> None:
    """The way is kept; a cookie set on the way lets the same page answer at last."""

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        answer = await fetcher(Ask(server.at(IP, "/a")))
        assert answer.outcome is Outcome.OK
        assert answer.final_address == server.at(IP, "/a")
        assert answer.redirects == (server.at(IP, "/a"), server.at(IP, "/b"))

    pages = {
        "/a": [page(b"", "302 Found", "Location: /b", "Set-Cookie: k=1"), page(b"vao")],
        "/b": [page(b"", "302 Found", "Location: /a")],
    }
    run(pages, work)


def test_a_header_cannot_be_smuggled_in() -> None:
    """Line ends inside a Location do not become headers of the next request."""

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        await fetcher(Ask(server.at(IP, "/a")))
        assert all("\r\nx-evil" not in seen.head.lower() for seen in server.log)

    run({"/a": [page(b"", "302 Found", "Location: /b%0d%0aX-Evil: 1\rX-Evil: 2")]}, work)


def test_what_passes_is_tried_again() -> None:
    """After a 503 the page comes, and the earlier try is told."""

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        answer = await fetcher(Ask(server.at(IP, "/a")))
        assert (answer.outcome, answer.body) == (Outcome.OK, b"day")
        assert [(each.outcome, each.status) for each in answer.earlier] == [
            (Outcome.HTTP_ERROR, 503)
        ]

    run({"/a": [page(b"", "503 Busy"), page(b"day")]}, work)


def test_nobody_there() -> None:
    """A closed port is refused, an unknown name is DNS, and neither raises."""

    async def nobody(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    async def work() -> list[Outcome]:
        fetcher = fetcher_of()
        refused = await fetcher(Ask("http://127.0.41.9:9/"))
        clock = SystemClock()
        lost = Fetcher(SETTINGS, clock, Politeness(0, clock), nobody)
        unknown = await lost(Ask("http://khong-co.example/"))
        await fetcher.aclose()
        return [refused.outcome, unknown.outcome]

    assert asyncio.run(work()) == [Outcome.REFUSED, Outcome.DNS]


def test_loopback_is_shut_by_default() -> None:
    """Without leave no request reaches a private address, whatever its name."""

    async def inside(host: str, port: int) -> list[str]:
        return ["127.0.41.1"]

    async def work() -> list[Outcome]:
        clock = SystemClock()
        fetcher = Fetcher(CrawlerSettings(), clock, Politeness(0, clock), inside)
        return [
            (await fetcher(Ask(address))).outcome
            for address in ("http://xa.example/", "http://127.1/", "http://2130706433/")
        ]

    assert asyncio.run(work()) == [Outcome.UNSAFE_ADDRESS] * 3


def test_a_self_signed_portal_is_read_and_its_fault_told() -> None:
    """TLS that cannot be verified is a fault of the portal, and the visit goes on."""
    context = server_context(IP, "fetcher")

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        for _ in range(2):
            answer = await fetcher(Ask(server.at(IP, "/a", "https")))
            assert (answer.outcome, answer.body) == (Outcome.OK, b"an toan")
            assert answer.tls is not None
            assert answer.tls.fault == "chứng chỉ tự ký"
            assert answer.tls.version.startswith("TLSv1")
        assert len(server.log) == 2

    run({"/a": [page(b"an toan")]}, work, tls=context)


def test_no_tls_at_all() -> None:
    """A port that speaks no TLS is the outcome ``tls``, not an exception."""

    async def shouting(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail server\r\n")
        writer.close()

    async def work() -> Outcome:
        server = await asyncio.start_server(shouting, IP, 0)
        port = server.sockets[0].getsockname()[1]
        fetcher = fetcher_of()
        outcome = (await fetcher(Ask(f"https://{IP}:{port}/"))).outcome
        await fetcher.aclose()
        server.close()
        return outcome

    assert asyncio.run(work()) is Outcome.TLS
