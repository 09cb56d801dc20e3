"""Pages that would hang, grow, leave or reach where they must not: each costs only itself."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
from dataclasses import replace

import pytest

from app.clock import SystemClock
from crawler.browser import Browser
from crawler.browser.program import PACKAGE
from crawler.browser.starts import MOST_FAILED_STARTS
from crawler.fetcher import Fetcher
from crawler.politeness import Politeness
from domain.exchanges import Ask
from domain.outcomes import Outcome
from tests.integration.crawler_browser.showing_pages import (
    IP,
    PATIENT,
    SETTINGS,
    Shop,
    data,
    html,
    needs_chromium,
    run,
)
from tests.integration.small_server import HANG, page, serving

pytestmark = needs_chromium
ROOT = '<div id="root"></div>'
HASTY = replace(SETTINGS, timeout_s=4.0)


def scripted(code: str) -> list[bytes]:
    """A page with one script."""
    return html(f"{ROOT}<script>{code}</script>")


GOOD = scripted("root.innerText = 'Xin chào'")


def test_what_never_ends_is_given_up_and_the_next_page_is_shown() -> None:
    """A script without end, data without end: the browser itself goes on."""
    pages = {
        "/lap": scripted("while (true) {}"),
        "/treo": scripted("fetch('/mai')"),
        "/mai": [HANG],
        "/tot": GOOD,
    }

    async def work(shop: Shop) -> None:
        for path in ("/lap", "/treo"):
            assert (await shop.show(path)).answer.outcome is Outcome.TIMEOUT
        assert "Xin chào" in (await shop.show("/tot")).answer.body.decode()

    run(pages, work, HASTY)


def test_questions_and_windows_stop_nobody() -> None:
    """Alerts are waved away, windows closed, and what leaves the page stays on it."""
    pages = {
        "/hoi": scripted("for (let n = 0; n < 20; n++) { alert(n); confirm(n) }; prompt(''); "
                         "root.innerText = 'hỏi xong'"),
        "/cua-so": scripted("for (let n = 0; n < 5; n++) window.open('/khac'); "
                            "root.innerText = 'mở xong'"),
        "/di": scripted("root.innerText = 'ở lại'; location.href = '/trang-chu'"),
        "/vong": scripted("root.innerText = 'vòng'; "
                          "setInterval(() => location.href = '/vong?' + Math.random(), 20)"),
    }  # fmt: skip

    async def work(shop: Shop) -> None:
        said = {path: (await shop.show(path)).answer for path in pages}
        assert "hỏi xong" in said["/hoi"].body.decode()
        assert "mở xong" in said["/cua-so"].body.decode()
        gone = said["/di"].body.decode()
        assert "ở lại" in gone
        assert f'http-equiv="refresh" content="0; url={shop.server.at(IP, "/trang-chu")}"' in gone
        assert shop.asked("/khac") == shop.asked("/trang-chu") == 0
        assert shop.asked("/vong") == 1

    run(pages, work, replace(SETTINGS, timeout_s=8.0))


def test_a_page_that_eats_memory_is_ended() -> None:
    """Its own process, and no other page's."""
    eats = "const held = []; (function more() { for (let n = 0; n < 20; n++) "
    eats += "held.push(new Uint8Array(4e6).fill(7)); setTimeout(more, 5) })()"

    async def work(shop: Shop) -> None:
        greedy = await shop.show("/an")
        assert greedy.answer.outcome is Outcome.HTTP_ERROR
        assert "bộ nhớ" in greedy.answer.detail
        assert "Xin chào" in (await shop.show("/tot")).answer.body.decode()
        assert shop.browser.chromium.starts == 1

    run({"/an": scripted(eats), "/tot": GOOD}, work, replace(SETTINGS, memory_mb=250))


def test_a_browser_that_dies_is_started_again() -> None:
    """The page it was showing counts as failed; the next one is shown by another."""

    async def work(shop: Shop) -> None:
        shell = await shop.ask("/treo")
        showing = asyncio.create_task(shop.browser.renderer()(shell, lambda address: False))
        while not shop.asked("/mai"):
            shop.server.asked.clear()
            await shop.server.asked.wait()
        processes = await shop.browser.chromium.processes()
        os.kill(next(one.pid for one in processes if one.kind == "browser"), signal.SIGKILL)
        assert (await showing).answer.outcome is Outcome.HTTP_ERROR
        assert "Xin chào" in (await shop.show("/tot")).answer.body.decode()
        assert shop.browser.chromium.starts == 2

    run({"/treo": scripted("fetch('/mai')"), "/mai": [HANG], "/tot": GOOD}, work)


def test_scripts_reach_no_forbidden_address_however_it_is_named() -> None:
    """By number, by a name that turns, by a redirect: the guard of every request holds."""
    asked: list[str] = []

    async def resolve(host: str, port: int) -> list[str]:
        """The portal's name is good at first; the other is what rebinding gives."""
        asked.append(host)
        return [IP] if host == "cong.test" and asked.count(host) == 1 else ["169.254.169.254"]

    tries = (
        "http://169.254.169.254/latest", "http://khac.test:{port}/", "/chuyen",
        "http://[::ffff:169.254.169.254]/", "http://cong.test:81/",
    )  # fmt: skip
    calls = ";".join(f"fetch('{one}', {{mode: 'no-cors'}}).catch(() => 0)" for one in tries)
    gone = [page(b"", "302 Found", "Location: http://169.254.169.254/x")]

    async def work() -> None:
        pages = {"/": html(""), "/chuyen": gone}
        async with serving(pages) as server:
            pages["/"] = scripted(calls.replace("{port}", str(server.port)))
            clock = SystemClock()
            fetcher = Fetcher(PATIENT, clock, Politeness(0.0, clock), resolve)
            browser = Browser(shutil.which(PACKAGE) or "", SETTINGS, fetcher, clock)
            try:
                shell = await fetcher(Ask(f"http://cong.test:{server.port}/"))
                await browser.renderer()(shell, lambda address: False)
            finally:
                await browser.aclose()
                await fetcher.aclose()
            assert [(seen.host, seen.path) for seen in server.log] == [(IP, "/"), (IP, "/chuyen")]
            assert {"cong.test", "khac.test"} <= set(asked)

    asyncio.run(work())


@pytest.mark.parametrize("scheme", ["http", "ws"])
def test_the_browser_has_no_way_to_the_network_of_its_own(scheme: str) -> None:
    """What no handler of ours sees goes nowhere, not even to this machine."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        place = f"{scheme}://127.0.0.1:{listener.getsockname()[1]}/"
        code = f"new {'WebSocket' if scheme == 'ws' else 'EventSource'}('{place}')"
        code += f"; new Image().src = '{place.replace('ws', 'http')}'; root.innerText = 'xong'"

        async def work(shop: Shop) -> None:
            assert "xong" in (await shop.show()).answer.body.decode()

        run({"/": scripted(code)}, work)
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_a_browser_that_does_not_start_fails_its_page_only() -> None:
    """A program that is no browser: the page stays unseen, and nothing is raised."""

    async def work(shop: Shop) -> None:
        browser = Browser("/bin/false", SETTINGS, shop.fetcher, SystemClock())
        for _ in range(MOST_FAILED_STARTS + 2):
            shown = await browser.renderer()(await shop.ask("/tot"), lambda address: False)
            assert shown.answer.outcome is Outcome.HTTP_ERROR
            assert "trình duyệt" in shown.answer.detail
        await browser.aclose()

    run({"/tot": GOOD, "/api": data("{}")}, work)
