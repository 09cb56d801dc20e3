"""A store in a temporary folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.store import Store, open_store
from tests.unit.empty_database import empty_database


@pytest.fixture
def url(tmp_path: Path) -> str:
    """Where the store lies."""
    return empty_database(tmp_path / "giamsat.db")


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """An empty store."""
    opened = open_store(url)
    yield opened
    opened.close()
