"""The order of a night's visits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from crawler.cadence import Past, Turn, may_take_over, order_of
from domain.outcomes import PortalState, StoppedBy
from tests.unit.crawler_visit.portal import START


def test_longest_without_a_good_visit_comes_first() -> None:
    """Never visited, then never well visited, then by the age of the last good visit."""
    day = timedelta(days=1)
    turns = [
        Turn("fresh", "http://a.vn/", START, START),
        Turn("stale", "http://b.vn/", START - 3 * day, START),
        Turn("down", "http://c.vn/", None, START),
        Turn("new", "http://d.vn/"),
    ]
    assert [turn.code for turn in order_of(turns)] == ["new", "down", "stale", "fresh"]


def test_agencies_on_one_host_take_turns_with_others() -> None:
    """Communes that share a host do not fill the first places of the night."""
    turns = [Turn(f"x{n}", f"http://shared.vn/x{n}/") for n in range(3)]
    turns.append(Turn("y", "http://own.vn/"))
    assert [turn.code for turn in order_of(turns)] == ["x0", "y", "x1", "x2"]


NIGHT = date(2026, 11, 22)
WHOLE = Past(NIGHT, PortalState.REACHED, StoppedBy.NOTHING_LEFT, made_alike=True)


@pytest.mark.parametrize(
    ("past", "nights_later", "takes_over"),
    [
        (WHOLE, 1, True),
        (WHOLE, 6, True),
        (WHOLE, 7, False),
        (WHOLE, -1, False),
        (replace(WHOLE, state=PortalState.PARTLY_REACHED), 1, False),
        (replace(WHOLE, state=PortalState.UNREACHABLE), 1, False),
        (replace(WHOLE, stopped_by=StoppedBy.MAX_REQUESTS), 1, False),
        (replace(WHOLE, stopped_by=StoppedBy.ALL_FOUND), 1, False),
        (replace(WHOLE, made_alike=False), 1, False),
    ],
)
def test_what_may_be_taken_over(past: Past, nights_later: int, takes_over: bool) -> None:
    """Only from a whole look, made with the same eyes, and not too many nights ago."""
    tonight = NIGHT + timedelta(days=nights_later)
    assert may_take_over(past, tonight, 7) is takes_over


def test_every_night_may_be_a_full_look() -> None:
    """With one night as the distance nothing is ever taken over, not even the same night."""
    assert not may_take_over(WHOLE, NIGHT + timedelta(days=1), 1)
    assert not may_take_over(WHOLE, NIGHT, 1)
