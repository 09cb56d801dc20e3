"""A crawl that a service manager ends: cleanly, and gone on with afterwards."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from tests.integration.programs import command, environment, giamsat
from tests.integration.small_server import HANG, page, serving

IP = "127.0.43.1"
HOME = page(b"<html><body><a href='/treo'>Tin</a>Xin chao</body></html>", "200 OK")


def _prepare(folder: Path, port: int) -> tuple[str, ...]:
    """A registry of one agency and a configuration that reaches it; the options to use them."""
    registry, config = folder / "registry.csv", folder / "config.toml"
    registry.write_text(
        f"code,name,level,parent,portal_url\n1,UBND xã Một,commune,,http://{IP}:{port}/\n",
        encoding="utf-8",
    )
    config.write_text(
        f'[database]\nurl = "sqlite:///{folder}/giamsat.db"\n'
        "[crawler]\nallow_private_addresses = true\ndelay_s = 0.0\ntimeout_s = 30.0\n",
        encoding="utf-8",
    )
    options = ("--config", str(config))
    assert giamsat("registry", "import", str(registry), *options).status == 0
    return options


async def _ended_while_it_waits(folder: Path) -> tuple[int, bytes]:
    """The exit status and words of a crawl ended while a page of the portal hangs."""
    pages = {"/": [HOME], "/treo": [HANG]}
    async with serving(pages) as server:
        options = await asyncio.to_thread(_prepare, folder, server.port)
        process = await asyncio.create_subprocess_exec(
            *command("crawl", *options), env=environment(), stderr=subprocess.PIPE
        )
        async with asyncio.timeout(30):
            while all(seen.path != "/treo" for seen in server.log):
                server.asked.clear()
                await server.asked.wait()
            process.send_signal(signal.SIGTERM)
            _, words = await process.communicate()
    assert process.returncode is not None
    return process.returncode, words


def test_sigterm_ends_a_crawl_like_ctrl_c(tmp_path: Path) -> None:
    """Exit 130 without a traceback; what was fetched is committed and the night is still open."""
    status, words = asyncio.run(_ended_while_it_waits(tmp_path))
    assert status == 130, words.decode()
    assert b"Traceback" not in words
    with closing(sqlite3.connect(tmp_path / "giamsat.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        addresses = {row[0] for row in database.execute("SELECT address FROM request")}
        unfinished = database.execute("SELECT count(*) FROM run WHERE finished_at IS NULL")
        assert unfinished.fetchone() == (1,)
    assert any(address.endswith("/") for address in addresses)
