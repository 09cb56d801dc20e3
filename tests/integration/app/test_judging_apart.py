"""Judging stored visits in worker processes comes to what one process comes to."""

from __future__ import annotations

import asyncio
import multiprocessing
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from app.changes import Rejudgement
from app.judging_apart import JudgingApart
from app.rejudging import judge_stored
from app.wiring import Parts
from domain.settings import DatabaseSettings, Settings
from storage.store import Store, open_store
from tests.integration.app.test_rejudging import made, make_old, night

__all__ = ["night"]


@pytest.fixture
def changed(tmp_path: Path, night: Path) -> Path:
    """Two copies of a night, with findings of which the rules think otherwise now."""
    for name in ("here", "apart"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "giamsat.db").write_bytes((night / "giamsat.db").read_bytes())
        make_old(folder)
    return tmp_path


@contextmanager
def opened(folder: Path) -> Iterator[tuple[Store, Settings]]:
    """The store of a folder, and the settings by which a worker finds it."""
    url = f"sqlite:///{folder / 'giamsat.db'}"
    store = open_store(url)
    try:
        yield store, replace(Settings(), database=DatabaseSettings(url=url))
    finally:
        store.close()


def judged_apart(folder: Path, by: Parts) -> Rejudgement:
    """Judge what a folder holds, with workers."""
    with opened(folder) as (store, settings):
        apart = JudgingApart(settings, by.pool.version)
        try:
            return asyncio.run(judge_stored(by, by.pool, store, 2026, lambda _: None, apart))
        finally:
            apart.close()


def test_workers_come_to_the_same(changed: Path) -> None:
    """Also where a reading is gone, and its page must be read anew in the main process."""
    for folder in ("here", "apart"):
        with closing(sqlite3.connect(changed / folder / "giamsat.db")) as connection, connection:
            connection.execute("DELETE FROM reading WHERE id = (SELECT min(id) FROM reading)")
    with opened(changed / "here") as (store, _):
        by = made(rule_digest="newer")
        here = asyncio.run(judge_stored(by, by.pool, store, 2026, lambda _: None))
    apart = judged_apart(changed / "apart", made(rule_digest="newer"))
    assert apart == here
    assert (apart.agencies, apart.appended) == (3, 3)
    assert apart.changes


def test_what_dead_workers_leave_is_judged_all_the_same(changed: Path) -> None:
    """Killed from outside, they cost time and no verdict."""

    async def twice(store: Store, settings: Settings) -> tuple[Rejudgement, Rejudgement]:
        by, newer = made(rule_digest="new"), made(rule_digest="newer")
        apart = JudgingApart(settings, by.pool.version)
        try:
            alive = await judge_stored(by, by.pool, store, 2026, lambda _: None, apart)
            for worker in multiprocessing.active_children():
                worker.kill()
                worker.join()
            return alive, await judge_stored(newer, by.pool, store, 2026, lambda _: None, apart)
        finally:
            apart.close()

    with opened(changed / "apart") as (store, settings):
        alive, after = asyncio.run(twice(store, settings))
    assert (alive.agencies, after.agencies) == (3, 3)
    assert (alive.appended, after.appended) == (3, 3)
