"""A database with its tables made, kept in memory: making them anew for each test takes time.

The tables are made as they are declared; an integration test holds that the migrations make the
same ones, and Alembic need not be loaded here.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from storage.migrate import VERSIONS
from storage.tables import metadata


def empty_database(path: Path) -> str:
    """Lay one down as this file; its address."""
    return lay_down(path, _content())


def lay_down(path: Path, content: bytes) -> str:
    """Make this the whole database of a file, whatever stood there; its address."""
    for left in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        left.unlink(missing_ok=True)  # a new file: who still has the old one open keeps that
    path.write_bytes(content)
    return f"sqlite:///{path}"


@cache
def _content() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        engine = sa.create_engine(f"sqlite:///{path}")
        with engine.begin() as connection:
            metadata.create_all(connection)
            connection.exec_driver_sql(
                "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
            )
            connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (VERSIONS[-1],))
        engine.dispose()
        with closing(sqlite3.connect(path)) as file:
            # A store asks for it too: to find it set saves two writes to the disk at each opening.
            file.execute("PRAGMA journal_mode = WAL")
        return path.read_bytes()
