"""What all unit tests share: temporary folders in memory, and one place for databases."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from storage import sqlite as lite
from storage.opening import Database

_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes its own folder there, for this user alone
_NEEDED_BYTES = 256_000_000


def pytest_configure() -> None:
    """Keep temporary folders in memory: unit tests ask nothing of a disk, which makes them wait."""
    usable = _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)
    if usable and shutil.disk_usage(_MEMORY).free > _NEEDED_BYTES:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The connections of one file, which each test finds anew.

    They remember how statements are written in SQL: to write them again for each test takes
    longer than to run them.
    """
    path = tmp_path_factory.mktemp("database") / "giamsat.db"
    url = make_url(f"sqlite:///{path}")
    shared = Database(path, lite.writing_engine(url, 10.0), lite.reading_engine(url, 10.0))
    yield shared
    shared.close()
