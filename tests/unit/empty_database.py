"""A database with its tables made, kept in memory: making them anew for each test takes time."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from storage.store import open_store


def empty_database(path: Path) -> str:
    """Lay one down as this file; its address."""
    path.write_bytes(_content())
    return f"sqlite:///{path}"


@cache
def _content() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        open_store(f"sqlite:///{path}").close()
        return path.read_bytes()
