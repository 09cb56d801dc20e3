"""Portals that failed and are visited once more, later in the same night and slower."""

from __future__ import annotations

from urllib.parse import urlsplit

from app.failed_visit import PROGRAM_FAILED
from app.wiring import Parts
from crawler.visit.walk_state import HOME_NOT_SHOWN
from domain.agencies import Inspected
from domain.exchanges import Ask
from domain.findings import AgencyReport
from domain.outcomes import StoppedBy

SLOWER = 2.0
"""The pause between two requests then, in usual pauses."""


def may_recover(report: AgencyReport, *, has_browser: bool) -> bool:
    """Whether a portal fell silent, turned us away or is under maintenance: later it may not.

    So may a home page that the browser did not show: the machine may have been too busy. A
    robots.txt that forbids is obeyed all night, and our own mistakes come up again.
    """
    failed = report.coverage.stopped_by is StoppedBy.PORTAL_FAILED
    not_shown = has_browser and HOME_NOT_SHOWN in report.state_detail
    return (failed or not_shown) and report.state_detail != PROGRAM_FAILED


def slow_down(parts: Parts, inspected: Inspected) -> None:
    """Ask the agency's hosts slower from now on."""
    for portal in inspected.agency.portals:
        host = urlsplit(portal.url).hostname or ""
        parts.fetcher.slow_down(host, SLOWER * parts.settings.crawler.delay_s)


async def is_worth_a_visit(parts: Parts, report: AgencyReport) -> bool:
    """Whether a new visit can show more than the one before.

    A portal that showed some of its pages is asked for its home page first: a visit that fails at
    once would stand in the place of one that saw something.
    """
    if not report.portal_state.judgeable:
        return True
    answer = await parts.fetcher(Ask(report.portal_url))
    return answer.outcome.seen
