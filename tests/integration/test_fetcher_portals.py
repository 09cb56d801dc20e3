"""The fetcher against a real socket: what portals do, what hostile ones do, and its manners."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from itertools import pairwise

import pytest

from crawler.fetcher import Fetcher
from domain.exchanges import Answer, Ask
from domain.outcomes import Outcome
from domain.settings import CrawlerSettings
from tests.integration.fetching import IP, SETTINGS, fetcher_of, one, run
from tests.integration.small_server import HANG, SmallServer, bit_by_bit, page


def test_a_page_and_its_facts() -> None:
    """A page comes back with body, headers, the address connected to and no TLS facts."""
    answer = one(page(b"xin chao", "200 OK", "X-A: b", "ETag: q"))
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
        fetcher.forget(IP)
        await fetcher(Ask(server.at(IP, "/a")))
        first, second, other, later = (seen.head.lower() for seen in server.log)
        assert "user-agent: giamsat" in first
        assert "thanhtra@example.vn" in first
        assert "accept-language: vi" in first
        assert 'if-none-match: "v1"' in first
        assert "if-modified-since: sun, 01 nov 2026" in first
        assert "cookie: s=1" in second
        assert "cookie" not in first + other + later

    run({"/a": [page(b"", "200 OK", "Set-Cookie: s=1; path=/")]}, work)


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
    answer = one(page(b"", "302 Found", "Location: " + location))
    assert not answer.outcome.seen


def test_a_cookie_set_by_a_redirect() -> None:
    """A page that sends back to itself to set a cookie is read."""
    to_itself = page(b"", "302 Found", "Location: /a", "Set-Cookie: s=1; path=/")

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        answer = await fetcher(Ask(server.at(IP, "/a")))
        assert answer.body == b"xin chao"
        assert "cookie: s=1" in server.log[1].head.lower()

    run({"/a": [to_itself, page(b"xin chao")]}, work)


def test_a_host_that_others_still_visit_is_not_forgotten() -> None:
    """Of two visits to one host the last one drops its cookies."""

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        fetcher.enter(IP)
        fetcher.enter(IP)
        await fetcher(Ask(server.at(IP, "/a")))
        fetcher.forget(IP)
        await fetcher(Ask(server.at(IP, "/a")))
        fetcher.forget(IP)
        await fetcher(Ask(server.at(IP, "/a")))
        assert ["cookie: s=1" in seen.head.lower() for seen in server.log] == [False, True, False]

    run({"/a": [page(b"", "200 OK", "Set-Cookie: s=1; path=/")]}, work)


def test_paths_go_out_as_linked() -> None:
    """Escapes reach the server as they are in the canonical address."""
    path = "/t%E1%BB%87p%20(1)%2Fb;c=d'!$,@/%CC%82.pdf"

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        await fetcher(Ask(server.at(IP, path + "?l=a+b&x=%2B%7C[]")))
        assert server.log[0].head.split(" ")[1].startswith(path + "?l=a+b&x=%2B%7C")

    run({}, work)


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
    run({"/a": [page(b"", "200 OK", *odd, *cookies)]}, work)


def test_a_large_file_may_take_its_time() -> None:
    """A file that keeps coming is not a slow drip, though it takes longer than the rest may."""

    async def steadily(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 150000\r\n\r\n")
        await bit_by_bit(writer, b"x" * 10_000, 0.03, times=15)
        writer.close()

    async def work() -> Answer:
        server = await asyncio.start_server(steadily, IP, 0)
        port = server.sockets[0].getsockname()[1]
        fetcher = fetcher_of(replace(SETTINGS, timeout_s=0.1, retries=0))
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
    run(pages, work)


def test_crawl_delay_of_a_host_named_with_its_port() -> None:
    """What robots.txt asks for holds, whether the host is named with its port or without."""

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        fetcher.slow_down(f"{IP}:{server.port}", 0.15)
        for _ in range(2):
            await fetcher(Ask(server.at(IP, "/a")))
        assert server.log[1].at_s - server.log[0].at_s > 0.14

    run({"/a": [page(b"x")]}, work)


def test_giving_up_is_not_an_outcome() -> None:
    """Cancelling a request cancels it, and the machine is free for the next one."""

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        task = asyncio.create_task(fetcher(Ask(server.at(IP, "/lau"))))
        await server.asked.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (await fetcher(Ask(server.at(IP, "/a")))).outcome is Outcome.OK

    run({"/a": [page(b"x")], "/lau": [HANG]}, work)


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
    run(pages, work, settings)
    assert time.monotonic() - begun_s < 3.0
