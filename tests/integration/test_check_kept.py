"""A check is kept where there is a database, however it ends; without one it says so."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from storage.store import open_store
from tests.integration.programs import Ended, command, environment, giamsat

PAGES = 12
LOOPBACK = {
    "GIAMSAT_CRAWLER__ALLOW_PRIVATE_ADDRESSES": "true",
    "GIAMSAT_CRAWLER__DELAY_S": "0.01",
}
LONGEST_WAIT_S = 60.0
HOME = (
    "<title>UBND xã A</title><h1>UBND xã A</h1>"
    + "".join(f'<p><a href="/tin/{n}.html">Công khai số {n}</a></p>' for n in range(PAGES))
)  # fmt: skip


@dataclass(slots=True)
class Portal:
    """A portal of a few pages, each with a validator, that can be told to wait."""

    url: str = ""
    asked: list[str] = field(default_factory=list)
    go_on: threading.Event = field(default_factory=threading.Event)

    def page(self, path: str) -> str | None:
        """The page of a path; all but the home page wait until told to go on."""
        self.asked.append(path)
        if path == "/":
            return HOME
        if not path.startswith("/tin/"):
            return None
        if len([one for one in self.asked if one.startswith("/tin/")]) > PAGES // 3:
            self.go_on.wait(LONGEST_WAIT_S)
        return f"<title>Tin {path}</title><p>Nội dung của bài {path} là một bài tin ngắn.</p>"

    def wait_for(self, count: int) -> None:
        """Until so many articles have been asked for."""
        end = time.monotonic() + LONGEST_WAIT_S
        while len([one for one in self.asked if one.startswith("/tin/")]) < count:
            assert time.monotonic() < end, self.asked
            threading.Event().wait(0.02)


@pytest.fixture
def portal() -> Iterator[Portal]:
    """The portal on loopback; pages do not wait unless a test says so."""
    told = Portal()
    told.go_on.set()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            text = told.page(self.path)
            etag = f'"{self.path}"'
            current = text is not None and self.headers.get("If-None-Match") == etag
            body = b"" if text is None or current else text.encode()
            self.send_response(404 if text is None else 304 if current else 200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            if text is not None:
                self.send_header("ETag", etag)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """The portal keeps its own log."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        told.url = f"http://127.0.0.1:{server.server_port}/"
        yield told
        told.go_on.set()
        server.shutdown()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """An empty database."""
    path = tmp_path / "giamsat.db"
    open_store(f"sqlite:///{path}").close()
    return path


def check(portal: Portal, database: Path) -> Ended:
    """Check the portal in this process."""
    words = ("check", portal.url, "--json", "--database", f"sqlite:///{database}")
    return giamsat(*words, environment=LOOPBACK)


@contextmanager
def checking(portal: Portal, database: Path) -> Iterator[subprocess.Popen[str]]:
    """A check in a process group of its own, as a terminal starts it."""
    words = command("check", portal.url, "--json", "--database", f"sqlite:///{database}")
    with subprocess.Popen(
        words,
        env=environment() | LOOPBACK,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def rows(database: Path, query: str) -> list[Any]:  # rows of any columns
    """What a sound database answers."""
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return connection.execute(query).fetchall()


VISITS = "SELECT agency_id, run_id, stopped_by FROM visit ORDER BY id"


def test_without_a_database_it_says_so_and_makes_none(portal: Portal, tmp_path: Path) -> None:
    """One line on stderr, the report on stdout, no file."""
    ended = check(portal, tmp_path / "none.db")
    assert ended.status == 0, ended.err
    agency = json.loads(ended.out)["agency"]
    assert (agency["code"], agency["name"], agency["level"]) == (None, "UBND xã A", "other")
    assert len([line for line in ended.err.splitlines() if "none.db" in line]) == 1
    assert list(tmp_path.iterdir()) == []


def test_checks_are_kept_and_save_requests(portal: Portal, database: Path) -> None:
    """Twice the same address: one row beside the registry, two visits, copies confirmed."""
    first = json.loads(check(portal, database).out)
    again = json.loads(check(portal, database).out)
    assert first["agency"]["code"] is None
    assert first["coverage"]["not_modified"] == 0
    assert again["coverage"]["not_modified"] >= PAGES
    statuses = [[f["status"] for f in one["findings"]] for one in (first, again)]
    assert statuses[0] == statuses[1]
    kept = rows(database, VISITS)
    assert kept == [(kept[0][0], None, "nothing_left")] * 2
    assert rows(database, "SELECT on_demand, level FROM agency") == [(1, "other")]
    assert rows(database, "SELECT count(*) FROM finding")[0][0] == 2 * len(first["findings"])
    assert rows(database, "SELECT count(*) FROM snapshot")[0][0] > 2 * PAGES
    listed = giamsat("registry", "list", "--database", f"sqlite:///{database}")
    assert "0 agencies" in listed.out


def test_an_unusable_database_is_an_error(portal: Portal, database: Path) -> None:
    """A database that cannot be used is said, nothing is asked, nothing printed."""
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    ended = check(portal, database)
    assert (ended.status, ended.out) == (2, "")
    assert "newer giamsat" in ended.err
    assert portal.asked == []


def test_interrupted_it_prints_and_keeps_what_is_known(portal: Portal, database: Path) -> None:
    """Ctrl-C, which a terminal sends to the whole group: the report so far, printed and kept."""
    portal.go_on.clear()
    with checking(portal, database) as process:
        portal.wait_for(PAGES // 3 + 1)
        os.killpg(process.pid, signal.SIGINT)
        portal.go_on.set()
        out, err = process.communicate(timeout=LONGEST_WAIT_S)
    report = json.loads(out)
    assert report["coverage"]["stopped_by"] == "interrupted", err
    assert {f["status"] for f in report["findings"]} == {"undetermined"}
    assert [row[1:] for row in rows(database, VISITS)] == [(None, "interrupted")]
    assert rows(database, "SELECT count(*) FROM judgement") == [(1,)]


def test_killed_it_leaves_a_sound_store(portal: Portal, database: Path) -> None:
    """SIGKILL: the visit stays unfinished, and the next check of the address is whole."""
    portal.go_on.clear()
    with checking(portal, database) as process:
        portal.wait_for(PAGES // 3 + 1)
        process.kill()
    portal.go_on.set()
    assert [row[1:] for row in rows(database, VISITS)] == [(None, None)]
    assert check(portal, database).status == 0
    kept = rows(database, VISITS)
    assert [row[1:] for row in kept] == [(None, None), (None, "nothing_left")]
    assert len({row[0] for row in kept}) == 1
    assert rows(database, "SELECT count(*) FROM judgement") == [(1,)]
