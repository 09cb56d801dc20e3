"""The judging half as it is shipped, put together once for all tests.

It stands apart from the catalogue: it loads the whole program, which tests of the rules do not
need.
"""

from __future__ import annotations

from functools import cache

from app.wiring import Ruling, make_ruling
from domain.settings import Settings
from tests.unit.crawler.clocks import FakeClock


@cache
def ruling() -> Ruling:
    """The judging half with default settings."""
    return make_ruling(Settings(), FakeClock())
