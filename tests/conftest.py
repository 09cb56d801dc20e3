"""How pytest itself is kept quick."""

from __future__ import annotations

import gc
import os
import sys

from hypothesis import settings

from tests.examples_tried import EXAMPLES, FEW, MANY


def pytest_configure() -> None:
    """Keep compiled tests, and look for unreachable objects rarely.

    Every worker loads every test file; where PYTHONDONTWRITEBYTECODE is set it would compile all
    of them anew, and that takes longer than running them.
    """
    sys.dont_write_bytecode = False
    # A busy machine makes any example slow; that is no mistake of what is tested.
    settings.register_profile(FEW, deadline=None, max_examples=20)
    settings.register_profile(MANY, deadline=None, max_examples=300)
    settings.load_profile(os.environ.get(EXAMPLES, FEW))
    gc.set_threshold(100_000, 20, 50)


def pytest_collection_finish() -> None:
    """Thousands of tests and modules stay to the end: no use in walking over them again."""
    gc.freeze()
