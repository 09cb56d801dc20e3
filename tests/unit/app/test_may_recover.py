"""Which portals are visited once more in the same night."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.failed_visit import PROGRAM_FAILED
from app.later_tries import may_recover
from crawler.visit.walk_state import HOME_NOT_SHOWN
from domain.findings import AgencyReport
from domain.outcomes import StoppedBy
from tests.unit.reports.builders import report


def ended(stopped_by: StoppedBy, detail: str = "") -> AgencyReport:
    """A report of a visit that ended so."""
    made = report()
    coverage = replace(made.coverage, stopped_by=stopped_by)
    return replace(made, coverage=coverage, state_detail=detail)


@pytest.mark.parametrize("has_browser", [True, False])
def test_a_home_page_that_was_not_shown_may_be_later(has_browser: bool) -> None:
    """Where there is a browser: the machine may have been too busy for it."""
    told = f"cổng đã chuyển; {HOME_NOT_SHOWN}"
    unseen = ended(StoppedBy.NOTHING_LEFT, told)
    assert may_recover(unseen, has_browser=has_browser) is has_browser


def test_a_portal_seen_to_its_end_is_not_visited_again() -> None:
    """Nor one at which our own program failed: it would fail again."""
    assert not may_recover(ended(StoppedBy.NOTHING_LEFT), has_browser=True)
    broken = ended(StoppedBy.PORTAL_FAILED, PROGRAM_FAILED)
    assert not may_recover(broken, has_browser=True)


def test_a_portal_that_fell_silent_may_answer_later() -> None:
    """With a browser and without."""
    assert may_recover(ended(StoppedBy.PORTAL_FAILED), has_browser=False)
