"""A database is opened, brought up to date, or refused with a clear line and left alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from domain.errors import StoreError
from storage.store import Store, open_store
from tests.unit.storage import samples


def refused(url: str, *, create: bool = True) -> str:
    """The line with which a database is refused."""
    with pytest.raises(StoreError) as caught:
        open_store(url, create=create, busy_timeout_s=0.05)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_opening_twice_keeps_what_is_there(store: Store, url: str) -> None:
    """A second opening changes nothing and sees what the first committed."""
    store.import_agencies([samples.agency()], samples.NOON)
    again = open_store(url, create=False)
    assert [one.inspected.agency for one in again.agencies()] == [samples.agency()]
    again.close()


def test_no_database(tmp_path: Path) -> None:
    """Without one, the next step is named and no file appears."""
    path = tmp_path / "none.db"
    assert "registry import" in refused(f"sqlite:///{path}", create=False)
    assert not path.exists()


def test_no_folder(tmp_path: Path) -> None:
    """A missing folder is named and not made."""
    assert "does not exist" in refused(f"sqlite:///{tmp_path}/none/giamsat.db")


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "postgresql://h/d", "nonsense"])
def test_addresses_that_name_no_file(url: str) -> None:
    """Only a file can be the store."""
    assert refused(url)


def test_not_a_database(tmp_path: Path) -> None:
    """A file of another kind is refused and stays as it was."""
    path = tmp_path / "bai.txt"
    path.write_bytes(b"this is a text of more than sixteen bytes" * 100)
    before = path.read_bytes()
    assert "not a database" in refused(f"sqlite:///{path}")
    assert path.read_bytes() == before


def test_a_foreign_database(tmp_path: Path) -> None:
    """Another program's database is refused and stays as it was, byte by byte."""
    path = tmp_path / "theirs.db"
    with sqlite3.connect(path) as theirs:
        theirs.execute("CREATE TABLE notes (text)")
    theirs.close()
    before = path.read_bytes()
    assert "not giamsat's" in refused(f"sqlite:///{path}")
    assert path.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["theirs.db"]


def test_a_newer_database(store: Store, url: str) -> None:
    """A database written by a newer giamsat is refused."""
    store.close()
    with sqlite3.connect(url.removeprefix("sqlite:///")) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.close()
    assert "newer giamsat (version 9999)" in refused(url)


def test_a_locked_database(store: Store, url: str) -> None:
    """While another process writes, the wait is bounded and the reason is said."""
    store.flush()
    other = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert "another process is writing" in refused(url)
    other.close()


def test_a_read_only_file(store: Store, url: str) -> None:
    """A file marked read-only is refused, for the superuser too."""
    store.close()
    path = Path(url.removeprefix("sqlite:///"))
    path.chmod(0o444)
    assert "read-only" in refused(url)
    path.chmod(0o644)


def test_a_read_only_folder(tmp_path: Path) -> None:
    """A folder marked read-only is refused."""
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o555)
    assert "read-only" in refused(f"sqlite:///{folder}/giamsat.db")


def test_a_closed_store_says_so(store: Store) -> None:
    """Writing after closing is an error that can be read; closing twice is none."""
    store.close()
    store.close()
    with pytest.raises(StoreError, match="already closed"):
        store.flush()


def test_a_failed_batch_reaches_every_caller(store: Store) -> None:
    """When a batch cannot be written, later calls raise instead of losing things silently."""
    store.import_agencies([samples.agency()], samples.NOON)
    recorder = store.recorder(999, store.agencies()[0].id)
    recorder.skipped(samples.passed_over(1))
    with pytest.raises(StoreError):
        store.flush()
    with pytest.raises(StoreError):
        recorder.skipped(samples.passed_over(2))
