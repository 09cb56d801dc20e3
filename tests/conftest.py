"""How pytest itself is kept quick."""

from __future__ import annotations

import gc
import sys

from hypothesis import settings


def pytest_configure() -> None:
    """Keep compiled tests, and look for unreachable objects rarely.

    Every worker loads every test file; where PYTHONDONTWRITEBYTECODE is set it would compile all
    of them anew, and that takes longer than running them.
    """
    sys.dont_write_bytecode = False
    # A busy machine makes any example slow; that is no mistake of what is tested.
    settings.register_profile("giamsat", deadline=None)
    settings.load_profile("giamsat")
    gc.set_threshold(100_000, 20, 50)


def pytest_collection_finish() -> None:
    """Thousands of tests and modules stay to the end: no use in walking over them again."""
    gc.freeze()
