"""A browser that failed to start is started again after a rest, not given up for the night."""

from __future__ import annotations

import asyncio

from crawler.browser.starts import MOST_FAILED_STARTS, REST_S, Starts
from tests.unit.crawler.clocks import FakeClock


def failing(clock: FakeClock) -> Starts:
    """Starts that failed as often as is borne."""
    starts = Starts(clock)
    for _ in range(MOST_FAILED_STARTS):
        assert starts.may_start
        starts.failed()
    return starts


def test_failed_starts_are_followed_by_a_rest() -> None:
    """Each page would else wait for one more in vain."""
    assert not failing(FakeClock()).may_start


def test_after_the_rest_it_is_started_once_more() -> None:
    """One more failure begins another rest."""
    clock = FakeClock()
    starts = failing(clock)
    asyncio.run(clock.sleep(REST_S))
    assert starts.may_start
    starts.failed()
    assert not starts.may_start


def test_a_start_that_worked_forgets_the_failed_ones() -> None:
    """Only failures in a row tell against the program."""
    clock = FakeClock()
    starts = failing(clock)
    starts.worked()
    starts.failed()
    assert starts.may_start
