"""How often Python looks for garbage while portals are visited."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_ALLOCATIONS = 20_000
"""A page makes tens of thousands of small values that are gone with it: looking through them after
every 700, as Python does by itself, took a twelfth of a night's CPU and found nothing."""
_YOUNGER = 20


@contextmanager
def collected_seldom() -> Iterator[None]:
    """Look seldom until the block ends, then as before."""
    before = gc.get_threshold()
    gc.set_threshold(_ALLOCATIONS, _YOUNGER, _YOUNGER)
    try:
        yield
    finally:
        gc.set_threshold(*before)
