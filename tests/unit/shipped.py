"""What is shipped, loaded once for all tests: reading the catalogue anew for each takes time."""

from __future__ import annotations

from functools import cache

from app.wiring import Ruling, make_ruling
from domain.settings import Settings
from rules.catalogue import Catalogue
from tests.unit.crawler.clocks import FakeClock


@cache
def ruling() -> Ruling:
    """The judging half with default settings."""
    return make_ruling(Settings(), FakeClock())


def catalogue() -> Catalogue:
    """The shipped publications."""
    return ruling().catalogue
