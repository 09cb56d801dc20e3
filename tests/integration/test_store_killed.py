"""Killed at any moment, the store is sound and what was committed is there once."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from pathlib import Path

from storage.store import open_store
from tests.integration.store_writer import AGENCIES, NIGHT, PAGES

ROOT = Path(__file__).parents[2]
KILLS = 10


def run_until(url: str, lines: int | None) -> tuple[set[str], bool]:
    """Start the writer and kill it after so many lines; what it asked, and whether it ended."""
    command = [sys.executable, "-m", "tests.integration.store_writer", url]
    asked: list[str] = []
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for number, line in enumerate(writer.stdout, start=1):
            asked += [line.split()[1]] if line.startswith("asked") else []
            if number == lines:
                writer.kill()
                break
    assert len(asked) == len(set(asked))
    return set(asked), writer.returncode == 0


def committed(path: Path) -> set[str]:
    """The addresses that are in the store, each there once, in a database that is sound."""
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        rows = [row[0] for row in database.execute("SELECT address FROM request")]
        shots = [row[0] for row in database.execute("SELECT address FROM snapshot")]
        unjudged = database.execute(
            "SELECT count(*) FROM visit LEFT JOIN judgement ON judgement.visit_id = visit.id"
            " WHERE (visit.finished_at IS NULL) != (judgement.id IS NULL)"
        ).fetchone()[0]
    database.close()
    assert len(rows) == len(set(rows)) == len(shots)
    assert unjudged == 0
    return set(rows)


def test_killed_again_and_again(tmp_path: Path) -> None:
    """Ten kills at random lines: nothing committed is lost, doubled, or asked for again."""
    path = tmp_path / "giamsat.db"
    url = f"sqlite:///{path}"
    open_store(url).close()
    chance = random.Random(20261122)
    kept: set[str] = set()
    for _ in range(KILLS):
        asked, ended = run_until(url, chance.randint(1, AGENCIES * PAGES // KILLS - 1))
        assert not asked & kept
        after = committed(path)
        assert kept <= after
        kept = after
        assert not ended
    assert kept
    asked, ended = run_until(url, None)
    assert ended
    assert not asked & kept
    assert len(committed(path)) == AGENCIES * PAGES
    store = open_store(url)
    visits = list(store.latest_visits(NIGHT, 2026))
    assert [len(one.visit.attempts) for one in visits] == [PAGES] * AGENCIES
    assert [(line.good, line.visited) for line in store.runs(5)] == [(True, AGENCIES)]
    bodies = [store.body(page[1]) for one in visits for page in store.pages(one.visit_id, "1")]
    assert len(bodies) == AGENCIES * PAGES
    store.close()
