"""The store's connections, for tests that keep something."""

from __future__ import annotations

from tests.unit.databases import database

__all__ = ["database"]
