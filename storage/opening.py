"""Opening a database: look first, and touch nothing that is not giamsat's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Engine, make_url

from domain.errors import StoreError
from storage import migrate
from storage import sqlite as lite


class NoDatabaseError(StoreError):
    """There is none at that address yet."""


@dataclass(frozen=True, slots=True)
class Database:
    """A database of this version, with connections for its writer and for readers."""

    path: Path
    writing: Engine
    reading: Engine

    def close(self) -> None:
        """Let go of the file."""
        self.reading.dispose()
        self.writing.dispose()


def open_database(url: str, *, create: bool, busy_timeout_s: float) -> Database:
    """The database of an address, made or brought up to date; :class:`StoreError` otherwise."""
    try:
        target = make_url(url)
    except sa.exc.ArgumentError as error:
        raise StoreError(f"database {url}: not an address like sqlite:///giamsat.db") from error
    path = lite.file_of(target)
    try:
        if not create and not (path.exists() and path.stat().st_size):
            raise NoDatabaseError(
                f"database {path}: there is none yet; run giamsat registry import FILE first"
            )
        lite.refuse_unwritable(path)
    except OSError as error:
        raise StoreError(f"database {path}: it cannot be opened: {error.strerror}") from error
    writing = lite.writing_engine(target, busy_timeout_s)
    try:
        _prepare(lite.inspecting_engine(target, busy_timeout_s), writing, path)
    except StoreError:
        writing.dispose()
        raise
    except sa.exc.DBAPIError as error:
        writing.dispose()
        raise lite.explained(error, path) from error
    return Database(path, writing, lite.reading_engine(target, busy_timeout_s))


def _prepare(inspecting: Engine, writing: Engine, place: object) -> None:
    """Look before touching; then the tables of this version.

    Taking the write lock once shows a database that is locked or read-only before any work.
    """
    with inspecting.connect() as connection:
        version = migrate.version_of(connection, place)
    with writing.begin() as connection:
        if version != migrate.VERSIONS[-1]:
            migrate.upgrade(connection)
