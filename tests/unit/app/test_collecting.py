"""Garbage is looked for seldom while portals are visited, and as before afterwards."""

from __future__ import annotations

import gc

import pytest

from app.collecting import collected_seldom


def test_it_is_as_before_afterwards_even_after_an_error() -> None:
    """Nobody else's program is changed for good."""
    usual = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    try:
        _check_that_it_is_as_before()
    finally:
        gc.set_threshold(*usual)


def _check_that_it_is_as_before() -> None:
    before, inside = gc.get_threshold(), list[int]()

    def failing() -> None:
        with collected_seldom():
            inside.append(gc.get_threshold()[0])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        failing()
    assert inside[0] > before[0]
    assert gc.get_threshold() == before
