"""What the doctor finds, and what it says to do."""

from __future__ import annotations

import os
import sqlite3
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.clock import SystemClock
from app.doctor import Examined, Health, examine
from domain.agencies import Agency, Level, PortalAddress
from domain.settings import BrowserSettings, DatabaseSettings, Settings
from storage.store import open_store
from tests.unit.empty_database import empty_database

NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)
IMPORT = "giamsat registry import FILE"


def settings_for(path: Path) -> Settings:
    """Settings that name a database."""
    return Settings(database=DatabaseSettings(f"sqlite:///{path}"))


def found(settings: Settings, part: str) -> Examined:
    """What the doctor says of one part."""
    clock = SystemClock()
    return next(one for one in examine(settings, clock, wait_s=0.05) if one.part == part)


@pytest.fixture
def empty(tmp_path: Path) -> Settings:
    """Settings that name a database without agencies."""
    path = tmp_path / "giamsat.db"
    empty_database(path)
    return settings_for(path)


def test_no_database(tmp_path: Path) -> None:
    """None yet: the advice is the one command that makes it, and no file appears."""
    said = found(settings_for(tmp_path / "giamsat.db"), "Database")
    assert (said.health, said.advice) == (Health.BAD, IMPORT)
    assert "none yet" in said.found
    assert list(tmp_path.iterdir()) == []


def test_empty_database(empty: Settings) -> None:
    """A database without agencies lacks its registry; addresses checked on demand are none."""
    store = open_store(empty.database.url)
    portals = (PortalAddress("http://a.vn/"),)
    store.on_demand_agency(Agency(None, "A", Level.OTHER, portals=portals), NOON)
    store.close()
    said = found(empty, "Database")
    assert (said.health, said.advice) == (Health.BAD, IMPORT)
    assert "empty" in said.found


def test_good_database(empty: Settings) -> None:
    """Agencies and the last night are told, also of one that was cut off."""
    store = open_store(empty.database.url)
    store.import_agencies([Agency("01", "UBND xã A", Level.COMMUNE)], NOON)
    assert "1 agencies, no night yet" in found(empty, "Database").found
    run = store.open_run(
        date(2026, 11, 22), 2026, NOON, config_digest="c", rule_digest="r", agency_ids=[1]
    )
    said = found(empty, "Database")
    assert said.health is Health.GOOD
    assert "last night 2026-11-22, CUT OFF" in said.found
    store.close_run(run.run_id, NOON, good=True, note="")
    assert "finished" in found(empty, "Database").found
    store.close()


def test_locked_database(empty: Settings) -> None:
    """A database somebody writes to: what is wrong and what to do stand apart."""
    other = sqlite3.connect(empty.database.url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    said = found(empty, "Database")
    other.close()
    assert said.health is Health.BAD
    assert "another process is writing" in said.found
    assert said.advice.startswith("wait")


def test_foreign_file(tmp_path: Path) -> None:
    """A file that is no database is named and left alone."""
    path = tmp_path / "giamsat.db"
    path.write_bytes(b"my shopping list, longer than the header of a database" * 10)
    said = found(settings_for(path), "Database")
    assert said.health is Health.BAD
    assert "not a database" in said.found
    assert said.advice == "choose another --database"
    assert path.read_bytes().startswith(b"my shopping list")


def test_disk(empty: Settings, tmp_path: Path) -> None:
    """The folder of the database is looked at; one that is not there is named."""
    assert str(tmp_path) in found(empty, "Disk").found
    said = found(settings_for(tmp_path / "none" / "giamsat.db"), "Disk")
    assert (said.health, said.advice) == (Health.BAD, "make it")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_unwritable_folder(tmp_path: Path) -> None:
    """A folder this user may not write to is named."""
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o555)
    said = found(settings_for(folder / "giamsat.db"), "Disk")
    assert said.health is Health.BAD
    assert "not writable" in said.found


def test_next_night(empty: Settings) -> None:
    """A good rule tells the next night in its own time zone."""
    said = found(empty, "Schedule")
    assert said.health is Health.GOOD
    assert "22:00" in said.found


def test_no_browser(empty: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """JavaScript portals are off without one, and the package is named."""
    monkeypatch.setenv("PATH", "/nowhere")
    said = found(empty, "Browser")
    assert (said.health, said.advice) == (Health.OFF, "apt-get install chromium-headless-shell")
    assert "undetermined" in said.found


def test_a_browser_that_is_there(empty: Settings) -> None:
    """Its path is told."""
    named = replace(empty, browser=BrowserSettings(executable=sys.executable))
    said = found(named, "Browser")
    assert said.health is Health.GOOD
    assert said.found.startswith(sys.executable)
