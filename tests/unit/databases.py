"""The one place for databases; apart from what all tests share, for not all need SQLAlchemy."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy.engine import make_url

from storage import sqlite as lite
from storage.opening import Database


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
