"""All that only SQLite knows: connections, pragmas, locking, and the meaning of its errors."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import URL, Engine

from domain.errors import StoreError

_ANY_WRITE_BIT = 0o222
_READERS_KEPT = 8
_READERS_MORE = 64
"""More than the threads of a crawl that could ask at once."""


def file_of(url: URL) -> Path:
    """The database file that an address names; :class:`StoreError` where there is none."""
    if url.get_backend_name() != "sqlite":
        raise StoreError(f"database {url.render_as_string()}: only sqlite:///FILE is supported")
    if not url.database or url.database == ":memory:" or url.database.startswith("file:"):
        raise StoreError("database: name a file, as in sqlite:///giamsat.db")
    return Path(url.database)


def refuse_unwritable(path: Path) -> None:
    """Raise where the file or its folder is missing or marked read-only, root or not."""
    folder = path.absolute().parent
    if not folder.is_dir():
        raise StoreError(f"database {path}: the folder {folder} does not exist; create it first")
    if path.is_dir():
        raise StoreError(f"database {path}: this is a folder, not a file")
    for place in (path, folder) if path.exists() else (folder,):
        if not place.stat().st_mode & _ANY_WRITE_BIT:
            raise StoreError(
                f"database {path}: {place} is read-only; allow writing or choose another --database"
            )


def inspecting_engine(url: URL, busy_timeout_s: float) -> Engine:
    """Connections that change nothing about a file that may not be ours."""
    return sa.create_engine(
        url, poolclass=sa.pool.NullPool, connect_args={"timeout": busy_timeout_s}
    )


def writing_engine(url: URL, busy_timeout_s: float) -> Engine:
    """Connections whose transactions take the write lock at once, so that they never deadlock."""
    engine = sa.create_engine(
        url, poolclass=sa.pool.StaticPool, connect_args=_connect_args(busy_timeout_s)
    )
    sa.event.listen(engine, "connect", _prepare_writer)
    sa.event.listen(engine, "begin", _begin_immediate)
    return engine


def reading_engine(url: URL, busy_timeout_s: float) -> Engine:
    """Connections that see one moment of the database and cannot write."""
    engine = sa.create_engine(
        url,
        pool_size=_READERS_KEPT,
        max_overflow=_READERS_MORE,
        connect_args=_connect_args(busy_timeout_s),
    )
    sa.event.listen(engine, "connect", _prepare_reader)
    sa.event.listen(engine, "begin", _begin_deferred)
    return engine


def _connect_args(busy_timeout_s: float) -> dict[str, Any]:  # passed on to sqlite3.connect
    return {"timeout": busy_timeout_s, "check_same_thread": False, "isolation_level": None}


def _prepare_writer(connection: sqlite3.Connection, _: object) -> None:
    # WAL lets readers go on beside the one writer. With it, NORMAL can lose the last
    # transactions when the power fails, but never when the process is killed, and never harms
    # the file; what is lost is asked again by the resumed visit. FULL costs an fsync a batch.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _prepare_reader(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA query_only = ON")


def _begin_immediate(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_deferred(connection: sa.Connection) -> None:
    if connection.get_execution_options().get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN")


def is_busy(error: sa.exc.DBAPIError) -> bool:
    """Whether another process holds the lock, which may pass."""
    code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def explained(error: sa.exc.DBAPIError, place: object) -> StoreError:
    """A database error as one clear line, told by its code."""
    code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    return StoreError(f"database {place}: {_MEANINGS.get(code) or error.orig}")


@contextmanager
def explaining(place: object) -> Iterator[None]:
    """Database errors inside become :class:`StoreError`, each one clear line."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise explained(error, place) from error


_MEANINGS = {
    sqlite3.SQLITE_BUSY: "another process is writing to it; wait until it is done, then try again",
    sqlite3.SQLITE_LOCKED: "another process has locked it; wait until it is done, then try again",
    sqlite3.SQLITE_READONLY: "it is read-only; allow writing or choose another --database",
    sqlite3.SQLITE_PERM: "no permission; allow writing or choose another --database",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; check that the folder exists and is writable",
    sqlite3.SQLITE_NOTADB: "the file is not a database; choose another --database",
    sqlite3.SQLITE_CORRUPT: "the file is damaged; restore a backup or choose another --database",
    sqlite3.SQLITE_FULL: "the disk is full; free some space and start again",
    sqlite3.SQLITE_IOERR: "the disk failed to read or write; check the disk, then start again",
}
