"""The daemon killed during a crawl, again and again: it goes on, loses nothing, doubles nothing."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.integration.programs import command, environment, giamsat
from tests.quality.run_province import ServedProvince, served

KILLS = int(os.environ.get("GIAMSAT_KILLS", "3"))
"""The full proof takes twenty: GIAMSAT_KILLS=20 before scripts/test and this file's name."""
SHORTEST_LIFE_S = 5.0  # it takes some seconds to start and to play again what it had
LONGEST_LIFE_S = 8.0

Key = tuple[int, int]


@contextmanager
def daemon(province: ServedProvince) -> Iterator[subprocess.Popen[bytes]]:
    """The scheduler with a cron of every minute, killed at the end."""
    words = command("schedule", "--config", str(province.config))
    with subprocess.Popen(words, env=environment(), stderr=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.kill()


def lives(process: subprocess.Popen[bytes], seconds: float) -> bool:
    """Let it work for a while; whether it is still alive then."""
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return True
    return False


def committed(path: Path) -> tuple[dict[Key, str], int]:
    """Requests and judgements in a database that is sound."""
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        rows = database.execute("SELECT visit_id, seq, address FROM request").fetchall()
        judged = database.execute("SELECT count(*) FROM judgement").fetchone()[0]
    return {(visit, seq): address for visit, seq, address in rows}, judged


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedProvince]:
    """The small province, its registry imported, scheduled every minute."""
    folder = tmp_path_factory.mktemp("killed")
    with served(folder, size="small", seed=3, year=2026, timeout_s=1.0) as running:
        settings = running.config.read_text(encoding="utf-8")
        once = settings.replace("[crawler]", "[crawler]\nportal_retries = 0")  # a visit each
        every_minute = '\n[schedule]\ncron = "* * * * *"\n'
        running.config.write_text(once + every_minute, encoding="utf-8")
        imported = giamsat(
            "registry", "import", str(running.registry), "--config", str(running.config)
        )
        assert imported.status == 0, imported.err
        yield running


def first_night_cut_off(province: ServedProvince, chance: random.Random) -> None:
    """A crawl killed in its first second, so that the daemon finds a night to go on with."""
    words = command("crawl", "--config", str(province.config))
    with subprocess.Popen(
        words, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as crawl:
        assert lives(crawl, chance.uniform(3.0, 4.0))
        crawl.kill()


def test_killed_daemon_goes_on(province: ServedProvince) -> None:
    """Sound after every kill; the night is finished in the end, each portal visited once."""
    chance = random.Random(22)
    path = province.directory / "giamsat.db"
    first_night_cut_off(province, chance)
    kept, judged = committed(path)
    went_on = 0
    for _ in range(KILLS):
        with daemon(province) as process:
            lives(process, chance.uniform(SHORTEST_LIFE_S, LONGEST_LIFE_S))
        now, judged_now = committed(path)
        assert kept.items() <= now.items(), "something committed is gone"
        assert judged_now >= judged
        went_on += len(now) > len(kept)
        kept, judged = now, judged_now
    assert went_on >= KILLS // 2, "it was hardly ever killed during a crawl"
    finished = giamsat("crawl", "--config", str(province.config))
    assert finished.status == 0, finished.err
    assert_each_counted_once(path, kept)


def assert_each_counted_once(path: Path, kept: dict[Key, str]) -> None:
    """One visit an agency and run, one judgement a visit, one row an address and visit."""
    everything, _ = committed(path)
    assert kept.items() <= everything.items()
    with closing(sqlite3.connect(path)) as database:

        def count(sql: str) -> int:
            return int(database.execute(sql).fetchone()[0])

        assert count("SELECT count(*) FROM run WHERE finished_at IS NULL") == 0
        assert count("SELECT count(*) FROM visit WHERE finished_at IS NULL") == 0
        doubled = "SELECT count(*) FROM (SELECT 1 FROM {} GROUP BY {} HAVING count(*) > 1)"
        assert count(doubled.format("visit", "run_id, agency_id")) == 0
        assert count(doubled.format("judgement", "visit_id")) == 0
        agencies = count("SELECT count(*) FROM run_agency WHERE run_id = 1")
        assert count("SELECT count(*) FROM visit WHERE run_id = 1") == agencies
