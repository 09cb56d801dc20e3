"""Migrations: what they make of nothing, and of the databases of older versions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from domain.agencies import Agency, Level, PortalAddress
from storage.migrate import VERSIONS
from storage.store import Store, open_store
from storage.tables import metadata
from storage.upgrading import configuration, steps
from tests.unit.empty_database import empty_database
from tests.unit.storage import samples

TODAY = date(2026, 11, 22)


@pytest.fixture
def url(tmp_path: Path) -> str:
    """Where the new store lies."""
    return f"sqlite:///{tmp_path}/giamsat.db"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """A store that the migrations have just made."""
    opened = open_store(url)
    yield opened
    opened.close()


def old_database(folder: Path, version: str, *rows: str) -> str:
    """The address of a database as an older giamsat left it."""
    url = f"sqlite:///{folder}/old.db"
    with sa.create_engine(url).begin() as connection:
        config = configuration()
        config.attributes["connection"] = connection
        command.upgrade(config, version)
    with closing(sqlite3.connect(folder / "old.db")) as old, old:
        for row in rows:
            old.execute(row)
    return url


def shape(url: str) -> dict[str, list[tuple[object, ...]]]:
    """Columns, keys and indexes of every table, as SQLite tells them."""
    told: dict[str, list[tuple[object, ...]]] = {}
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (name,) in names.fetchall():
            rows = told[name] = []
            for what in ("table_info", "foreign_key_list", "index_list"):
                asked = connection.execute(f"SELECT * FROM pragma_{what}(?)", (name,))  # noqa: S608 - three constants
                rows += sorted((what, *row[1:]) for row in asked)
    return told


def check(store: Store) -> int:
    """One whole check of an address; its id."""
    portals = (PortalAddress(samples.HOME),)
    checked = Agency(None, "Phường Yên Thịnh", Level.OTHER, portals=portals)
    agency_id = store.on_demand_agency(checked, samples.NOON)
    visit_id = store.open_visit(None, agency_id, samples.HOME, samples.NOON).visit_id
    opened = samples.attempt(1)
    recorder = store.recorder(visit_id, agency_id)
    recorder.answered(opened, samples.answer(opened))
    recorder.classified(opened)
    report = replace(samples.report(url=opened.address), agency=checked)
    made_with = {"rule_digest": "r", "config_digest": "c", "reader_version": "1"}
    store.close_visit(visit_id, samples.visit((opened,)), report, **made_with)
    return agency_id


def test_migrations_build_the_declared_tables(store: Store, url: str) -> None:
    """What the migrations make is what the code believes is there."""
    store.flush()
    with sa.create_engine(url).connect() as connection:
        context = MigrationContext.configure(connection, opts={"render_as_batch": True})
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == VERSIONS[-1]
    assert steps() == VERSIONS


def test_unit_tests_have_the_same_tables(store: Store, url: str, tmp_path: Path) -> None:
    """Their quick empty database differs in nothing that SQLite tells."""
    store.flush()
    assert shape(empty_database(tmp_path / "empty.db")) == shape(url)


def test_a_new_file_is_made(url: str) -> None:
    """Where there is no file, one is made with all its tables."""
    made = open_store(url)
    assert made.agencies() == ()
    made.close()


def test_a_database_from_before_is_brought_up_to_date(tmp_path: Path) -> None:
    """One of version 0002 opens with its agencies and verdicts as they were, and takes checks."""
    url = old_database(
        tmp_path,
        "0002",
        "INSERT INTO agency (id, code, valid_from, name, level, imported_at) VALUES"
        " (7, '04249', '0001-01-01', 'Phường Yên Thịnh', 'commune', '2026-01-01 00:00:00')",
    )
    store = open_store(url, create=False)
    assert [(one.id, one.inspected.agency.code) for one in store.agencies()] == [(7, "04249")]
    assert check(store) != 7
    assert [one.id for one in store.agencies()] == [7]
    assert store.reports(2026, TODAY, 2) == ()
    store.close()


def test_runs_from_before_count_as_nightly(tmp_path: Path) -> None:
    """A database of version 0003 opens with its runs, and each is still a night's."""
    url = old_database(
        tmp_path,
        "0003",
        "INSERT INTO run (id, night, year, started_at, note, config_digest, rule_digest)"
        " VALUES (5, '2026-11-22', 2026, '2026-11-22 05:00:00', '', 'c', 'r')",
    )
    store = open_store(url, create=False)
    last = store.last_run()
    assert last is not None
    assert (last.run_id, last.partial) == (5, False)
    run = store.open_run(
        samples.NIGHT, 2026, samples.NOON, config_digest="c", rule_digest="r", agency_ids=[]
    )
    assert run.run_id == 5
    store.close()
