"""The order of a night's visits."""

from __future__ import annotations

from datetime import timedelta

from crawler.cadence import Turn, order_of
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
