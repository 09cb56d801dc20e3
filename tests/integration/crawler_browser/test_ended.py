"""However giamsat ends, no process of the browser stays behind; and it goes on without one."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.integration.crawler_browser.showing_pages import data, html, needs_chromium, script
from tests.integration.programs import command, environment, giamsat
from tests.integration.small_server import HANG, SmallServer, serving

pytestmark = needs_chromium
IP = "127.0.44.7"
SHELL = html('<div id="root"></div><script src="/main.js"></script>')
CODE = """fetch('/api' + location.pathname).then(r => r.json()).then(d => {
  root.innerHTML = '<main><h1>' + d.ten + '</h1><p>' + d.noiDung + '</p>' + d.muc.map(
    m => '<p><a href="' + m.href + '">' + m.ten + '</a></p>').join('') + '</main>' })"""
TEXT = "Trang thông tin của Ủy ban nhân dân xã, đăng các văn bản, tin tức và thông báo. " * 5


def entry(name: str, *links: tuple[str, str]) -> list[bytes]:
    """What the interface says of one page."""
    listed = ", ".join(f'{{"href": "{href}", "ten": "{words}"}}' for href, words in links)
    return data(f'{{"ten": "{name}", "noiDung": "{TEXT}", "muc": [{listed}]}}')


def portal() -> dict[str, list[bytes]]:
    """A portal of scripts whose last page waits for data that never come."""
    links = (("/mot", "Công khai ISO 9001:2015"), ("/hai", "Tin tức"))
    return {
        "/": SHELL,
        "/mot": SHELL,
        "/hai": SHELL,
        "/main.js": script(CODE),
        "/api/": entry("Cổng thông tin xã", *links),
        "/api/mot": entry("Công khai ISO 9001:2015"),
        "/api/hai": [HANG],
    }


def prepared(folder: Path, port: int) -> tuple[str, ...]:
    """A registry of one agency and a configuration that reaches it; the options to use them."""
    registry, config = folder / "registry.csv", folder / "config.toml"
    registry.write_text(
        f"code,name,level,parent,portal_url\n1,UBND xã Một,commune,,http://{IP}:{port}/\n",
        encoding="utf-8",
    )
    config.write_text(
        f'[database]\nurl = "sqlite:///{folder}/giamsat.db"\n'
        "[crawler]\nallow_private_addresses = true\ndelay_s = 0.0\ntimeout_s = 30.0\n"
        "portal_retries = 0\n",
        encoding="utf-8",
    )
    options = ("--config", str(config))
    assert giamsat("registry", "import", str(registry), *options).status == 0
    return options


def descendants(pid: int) -> set[int]:
    """The processes that a process started, and those that they did."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:  # it has just ended
            continue
        parents[int(folder.name)] = int(stat.rpartition(")")[2].split()[1])
    found, grown = {pid}, True
    while grown:
        more = {child for child, parent in parents.items() if parent in found} - found
        found, grown = found | more, bool(more)
    return found - {pid}


async def until_asked(server: SmallServer, path: str) -> None:
    """Wait until a path was asked for."""
    async with asyncio.timeout(60):
        while all(seen.path != path for seen in server.log):
            server.asked.clear()
            await server.asked.wait()


def watch(pid: int) -> int | None:
    """What becomes readable when a process ends; None where it has ended."""
    try:
        return os.pidfd_open(pid)
    except ProcessLookupError:
        return None


async def all_gone(processes: set[int]) -> bool:
    """Whether every one of them has ended, given a moment."""
    waiting = [watched for watched in map(watch, processes) if watched is not None]
    try:
        async with asyncio.timeout(20):
            for each in waiting:
                ended = asyncio.Event()
                asyncio.get_running_loop().add_reader(each, ended.set)
                await ended.wait()
                asyncio.get_running_loop().remove_reader(each)
    except TimeoutError:
        return False
    finally:
        for each in waiting:
            os.close(each)
    return True


def heeds_ctrl_c() -> None:
    """As a shell starts what it runs in the foreground, however these tests were started."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def ignores_ctrl_c() -> None:
    """As a shell starts what a script runs in the background."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


async def until_ended(process: asyncio.subprocess.Process) -> int:
    """Its exit status, long before the page that never comes to rest is given up."""
    async with asyncio.timeout(25):
        return await process.wait()


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGKILL])
def test_no_process_stays_behind(tmp_path: Path, name: signal.Signals) -> None:
    """A page is being shown; Ctrl-C goes to the whole group of the terminal, a kill to one."""

    async def work() -> None:
        async with serving(portal()) as server:
            options = await asyncio.to_thread(prepared, tmp_path, server.port)
            process = await asyncio.create_subprocess_exec(
                *command("crawl", *options),
                env=environment(),
                start_new_session=True,
                preexec_fn=heeds_ctrl_c,
            )
            await until_asked(server, "/api/hai")
            started = descendants(process.pid)
            assert len(started) > 2
            if name is signal.SIGINT:
                os.killpg(process.pid, name)
            else:
                process.send_signal(name)
            await until_ended(process)
            assert await all_gone(started)

    asyncio.run(work())


def test_a_visit_that_was_cut_off_goes_on_without_the_browser(tmp_path: Path) -> None:
    """What was shown is played back from the store; judged again it says the same.

    Where Ctrl-C is ignored, as in the background of a script, SIGTERM ends it all the same.
    """

    async def cut_off(pages: dict[str, list[bytes]]) -> tuple[str, ...]:
        async with serving(pages) as server:
            options = await asyncio.to_thread(prepared, tmp_path, server.port)
            process = await asyncio.create_subprocess_exec(
                *command("crawl", *options), env=environment(), preexec_fn=ignores_ctrl_c
            )
            await until_asked(server, "/api/hai")
            process.send_signal(signal.SIGTERM)
            assert await until_ended(process) == 130
        return options

    options = asyncio.run(cut_off(portal()))
    off = {"GIAMSAT_BROWSER__ENABLED": "false"}
    ended = giamsat("crawl", *options, environment=off)
    assert ended.status in (0, 1), ended.err
    with closing(sqlite3.connect(tmp_path / "giamsat.db")) as database:
        kinds = dict(database.execute("SELECT kind, count(*) FROM snapshot GROUP BY kind"))
        read = database.execute(
            "SELECT count(*) FROM request r JOIN snapshot s USING (visit_id, seq) "
            "WHERE r.position IS NOT NULL AND s.kind = 'rendered' AND r.outcome = 'ok'"
        ).fetchone()
    assert (kinds["rendered"], kinds["part"], read) == (2, 2, (2,))
    assert "không đổi kết luận" in " ".join(giamsat("judge", *options).out.split())
