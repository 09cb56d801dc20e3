"""The fetcher against a real socket: what portals do, what hostile ones do, and its manners."""

from __future__ import annotations

import asyncio
import gzip
import socket
import ssl
import time
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from app.clock import SystemClock
from crawler.fetcher import Fetcher
from crawler.politeness import Politeness
from domain.exchanges import Answer, Ask
from domain.outcomes import Outcome
from domain.settings import CrawlerSettings
from tests.integration.small_server import DRIP, HANG, SmallServer, page, serving
from tests.province.certificate import server_context

IP = "127.0.41.1"
"""Loopback address of the tests' portal."""
SETTINGS = CrawlerSettings(
    allow_private_addresses=True,
    delay_s=0.0,
    timeout_s=0.3,
    retries=1,
    retry_wait_s=0.0,
    max_body_bytes=200_000,
    contact="thanhtra@example.vn",
)


def _fetcher(settings: CrawlerSettings = SETTINGS) -> Fetcher:
    clock = SystemClock()
    return Fetcher(settings, clock, Politeness(settings.delay_s, clock))


def _run(
    pages: Mapping[str, list[bytes]],
    work: Callable[[SmallServer, Fetcher], Coroutine[Any, Any, None]],
    settings: CrawlerSettings = SETTINGS,
    tls: ssl.SSLContext | None = None,
) -> None:
    async def all_of_it() -> None:
        async with serving(pages, tls) as server:
            fetcher = _fetcher(settings)
            try:
                await work(server, fetcher)
            finally:
                await fetcher.aclose()

    asyncio.run(all_of_it())


def _one(raw: bytes, ask: Callable[[str], Ask] = Ask) -> Answer:
    answers: list[Answer] = []

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        answers.append(await fetcher(ask(server.at(IP, "/a"))))

    _run({"/a": [raw]}, work)
    return answers[0]


def test_a_page_and_its_facts() -> None:
    """A page comes back with body, headers, the address connected to and no TLS facts."""
    answer = _one(page(b"xin chao", "200 OK", "X-A: b", "ETag: q"))
    assert (answer.outcome, answer.status, answer.body) == (Outcome.OK, 200, b"xin chao")
    assert ("etag", "q") in answer.headers
    assert (answer.ip, answer.tls, answer.earlier) == (IP, None, ())
    assert answer.final_address.endswith("/a")


def test_what_is_sent() -> None:
    """An honest agent with its contact, Vietnamese first, validators, cookies of this host only."""

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        await fetcher(Ask(server.at(IP, "/a"), etag='"v1"', last_modified="Sun, 01 Nov 2026"))
        await fetcher(Ask(server.at(IP, "/a")))
        await fetcher(Ask(server.at("127.0.41.2", "/a")))
        await fetcher.forget(IP)
        await fetcher(Ask(server.at(IP, "/a")))
        first, second, other, later = (seen.head.lower() for seen in server.log)
        assert "user-agent: giamsat" in first
        assert "thanhtra@example.vn" in first
        assert "accept-language: vi" in first
        assert 'if-none-match: "v1"' in first
        assert "if-modified-since: sun, 01 nov 2026" in first
        assert "cookie: s=1" in second
        assert "cookie" not in first + other + later

    _run({"/a": [page(b"", "200 OK", "Set-Cookie: s=1; path=/")]}, work)


@pytest.mark.parametrize(
    "location",
    [
        "http://h:80:80/",
        "http://h:abc/",
        "http://[::::]/",
        "http://[abc]/",
        "http://" + "a" * 70 + ".vn/",
        "http://\u00ad.vn/",
        "http://127.0.41.1:1\x01\x02/",
        "http://h:99999/",
        "//",
        "http:///x",
        "http://%zz/",
    ],
)
def test_a_location_that_leads_nowhere(location: str) -> None:
    """Whatever stands in Location, the redirect ends in an outcome and raises nothing."""
    answer = _one(page(b"", "302 Found", "Location: " + location))
    assert not answer.outcome.seen


def test_a_cookie_set_by_a_redirect() -> None:
    """A page that sends back to itself to set a cookie is read."""
    to_itself = page(b"", "302 Found", "Location: /a", "Set-Cookie: s=1; path=/")

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        answer = await fetcher(Ask(server.at(IP, "/a")))
        assert answer.body == b"xin chao"
        assert "cookie: s=1" in server.log[1].head.lower()

    _run({"/a": [to_itself, page(b"xin chao")]}, work)


def test_a_host_that_others_still_visit_is_not_forgotten() -> None:
    """Of two visits to one host the last one drops its cookies."""

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        fetcher.enter(IP)
        fetcher.enter(IP)
        await fetcher(Ask(server.at(IP, "/a")))
        await fetcher.forget(IP)
        await fetcher(Ask(server.at(IP, "/a")))
        await fetcher.forget(IP)
        await fetcher(Ask(server.at(IP, "/a")))
        assert ["cookie: s=1" in seen.head.lower() for seen in server.log] == [False, True, False]

    _run({"/a": [page(b"", "200 OK", "Set-Cookie: s=1; path=/")]}, work)


def test_paths_go_out_as_linked() -> None:
    """Escapes reach the server as they are in the canonical address."""
    path = "/t%E1%BB%87p%20(1)%2Fb;c=d'!$,@/%CC%82.pdf"

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        await fetcher(Ask(server.at(IP, path + "?l=a+b&x=%2B%7C[]")))
        assert server.log[0].head.split(" ")[1].startswith(path + "?l=a+b&x=%2B%7C")

    _run({}, work)


def test_odd_headers_are_sent_back_or_left_out() -> None:
    """Letters in a validator and in a cookie break nothing; a hundred cookies are not kept."""

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        for _ in range(2):
            answer = await fetcher(Ask(server.at(IP, "/a"), etag='"đ\r\nX-Evil: 1"'))
            assert answer.outcome is Outcome.OK
        head = server.log[1].head
        assert "\r\nx-evil" not in head.lower()
        assert head.count("=v") <= 50

    cookies = [f"Set-Cookie: c{number}=v; path=/" for number in range(100)]
    odd = ["Set-Cookie: tên=giá trị; path=/", "Set-Cookie: ;;=;", "Set-Cookie: a=b; expires=x"]
    _run({"/a": [page(b"", "200 OK", *odd, *cookies)]}, work)


def test_a_large_file_may_take_its_time() -> None:
    """A file that keeps coming is not a slow drip, though it takes longer than the rest may."""

    async def steadily(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 150000\r\n\r\n")
        for _ in range(15):
            writer.write(b"x" * 10_000)
            await asyncio.sleep(0.03)
        writer.close()

    async def work() -> Answer:
        server = await asyncio.start_server(steadily, IP, 0)
        port = server.sockets[0].getsockname()[1]
        fetcher = _fetcher(replace(SETTINGS, timeout_s=0.1, retries=0))
        answer = await fetcher(Ask(f"http://{IP}:{port}/"))
        await fetcher.aclose()
        server.close()
        return answer

    answer = asyncio.run(work())
    assert (answer.outcome, len(answer.body)) == (Outcome.OK, 150_000)


def test_form_posts() -> None:
    """The paging of ASP.NET lists is posted, and a redirect after it is a GET."""

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        ask = Ask(server.at(IP, "/ds"), method="POST", form=(("__EVENTTARGET", "trang$2"),))
        answer = await fetcher(ask)
        assert answer.body == b"trang hai"
        assert [seen.head.split(" ")[0] for seen in server.log] == ["POST", "GET"]

    pages = {
        "/ds": [b"HTTP/1.1 302 Found\r\nLocation: /xong\r\nConnection: close\r\n\r\n"],
        "/xong": [page(b"trang hai")],
    }
    _run(pages, work)


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
        (page(b"x", "200 OK", "Content-Encoding: br"), Outcome.UNREADABLE),
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
    answer = _one(raw)
    assert answer.outcome is outcome
    assert len(answer.body) <= SETTINGS.max_body_bytes


def test_a_body_cut_short() -> None:
    """What came of a cut body is kept, the outcome is an error, and it was tried again."""
    answer = _one(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\nX: (short)\r\n\r\nnua")
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
    assert _one(raw).outcome is outcome


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
    _run(pages, work)


def test_a_header_cannot_be_smuggled_in() -> None:
    """Line ends inside a Location do not become headers of the next request."""

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        await fetcher(Ask(server.at(IP, "/a")))
        assert all("\r\nx-evil" not in seen.head.lower() for seen in server.log)

    _run({"/a": [page(b"", "302 Found", "Location: /b%0d%0aX-Evil: 1\rX-Evil: 2")]}, work)


def test_what_passes_is_tried_again() -> None:
    """After a 503 the page comes, and the earlier try is told."""

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        answer = await fetcher(Ask(server.at(IP, "/a")))
        assert (answer.outcome, answer.body) == (Outcome.OK, b"day")
        assert [(each.outcome, each.status) for each in answer.earlier] == [
            (Outcome.HTTP_ERROR, 503)
        ]

    _run({"/a": [page(b"", "503 Busy"), page(b"day")]}, work)


def test_nobody_there() -> None:
    """A closed port is refused, an unknown name is DNS, and neither raises."""

    async def nobody(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    async def work() -> list[Outcome]:
        fetcher = _fetcher()
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

    _run({"/a": [page(b"an toan")]}, work, tls=context)


def test_no_tls_at_all() -> None:
    """A port that speaks no TLS is the outcome ``tls``, not an exception."""

    async def shouting(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail server\r\n")
        writer.close()

    async def work() -> Outcome:
        server = await asyncio.start_server(shouting, IP, 0)
        port = server.sockets[0].getsockname()[1]
        fetcher = _fetcher()
        outcome = (await fetcher(Ask(f"https://{IP}:{port}/"))).outcome
        await fetcher.aclose()
        server.close()
        return outcome

    assert asyncio.run(work()) is Outcome.TLS


def test_crawl_delay_of_a_host_named_with_its_port() -> None:
    """What robots.txt asks for holds, whether the host is named with its port or without."""

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        fetcher.slow_down(f"{IP}:{server.port}", 0.15)
        for _ in range(2):
            await fetcher(Ask(server.at(IP, "/a")))
        assert server.log[1].at_s - server.log[0].at_s > 0.14

    _run({"/a": [page(b"x")]}, work)


def test_giving_up_is_not_an_outcome() -> None:
    """Cancelling a request cancels it, and the machine is free for the next one."""

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        task = asyncio.create_task(fetcher(Ask(server.at(IP, "/lau"))))
        await server.asked.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (await fetcher(Ask(server.at(IP, "/a")))).outcome is Outcome.OK

    _run({"/a": [page(b"x")], "/lau": [HANG]}, work)


def test_manners() -> None:
    """Never two at once, never under the pause, retries and redirects included."""
    delay_s = 0.1
    settings = CrawlerSettings(
        allow_private_addresses=True, delay_s=delay_s, retries=1, retry_wait_s=0.0
    )

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        ips = ("127.0.41.1", "127.0.41.2", "127.0.41.3")
        paths = ("/a", "/loop", "/busy", "/a", "/drop")
        await asyncio.gather(*(fetcher(Ask(server.at(ip, path))) for ip in ips for path in paths))
        assert server.at_once == 1
        for ip in ips:
            starts = [seen.at_s for seen in server.log if seen.host == ip]
            assert len(starts) == 8
            gaps = [later - first for first, later in pairwise(starts)]
            assert min(gaps) > delay_s - 0.01

    pages = {
        "/a": [page(b"x")],
        "/loop": [page(b"", "302 Found", "Location: /loop")],
        "/busy": [page(b"", "503 Busy")],
        "/drop": [b""],
    }
    begun_s = time.monotonic()
    _run(pages, work, settings)
    assert time.monotonic() - begun_s < 3.0
