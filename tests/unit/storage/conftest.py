"""A store in a temporary folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from storage.opening import Database
from storage.store import Store, utc_now
from tests.unit.databases import database
from tests.unit.empty_database import empty_database

__all__ = ["anew", "database", "store", "url"]


@pytest.fixture
def url(database: Database) -> str:
    """Where the store lies."""
    return empty_database(database.path)


@pytest.fixture
def store(database: Database, url: str) -> Iterator[Store]:
    """An empty store."""
    opened = Store(database, utc_now)
    yield opened
    opened.close()


@pytest.fixture
def anew(database: Database, url: str) -> Callable[[], Store]:
    """Opens the store of this address as a later program would: by new connections."""
    return lambda: Store(database, utc_now)
