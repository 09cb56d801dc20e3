"""One visit to one portal, from robots.txt to the last address tried again.

``pages`` says what an answer really is and what its text comes to, ``links`` which addresses are
known, passed over or next, ``aids`` asks the portal's own; the modules beside them do the asking.

The order of requests follows from the answers alone, so that a visit that is played again with
the same answers asks the same addresses in the same order.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from crawler.visit.entrance import Entrance, enter
from crawler.visit.round import Round
from crawler.visit.task import PortalTask, VisitTools
from domain.outcomes import PortalState, StoppedBy
from domain.visits import Visit

__all__ = ["PortalTask", "VisitTools", "night_of", "visit_portal"]

_NOON = 12


async def visit_portal(
    task: PortalTask, tools: VisitTools, *, started_at: datetime | None = None
) -> Visit:
    """Visit a portal and give the facts; what it does is told to the recorder as it happens.

    ``started_at`` is given when an interrupted visit is taken up again: it keeps its night.
    """
    started_at = started_at or tools.clock.now()
    entrance = await enter(task, tools)
    if entrance.home is None:
        return _told(task, tools, started_at, entrance, None)
    visit_round = Round(entrance, task, tools)
    try:
        await visit_round.open_homes()
        await visit_round.check_evidence()
        await visit_round.ask_aids()
        await visit_round.open_everything()
        await visit_round.try_again()
        await visit_round.finish_reading()
    finally:
        visit_round.give_up_reading()
    visit_round.close()
    return _told(task, tools, started_at, entrance, visit_round)


def night_of(moment: datetime, timezone: str) -> date:
    """The night a moment belongs to: its local date; before noon, the day before."""
    local = moment.astimezone(ZoneInfo(timezone))
    return local.date() - timedelta(days=1) if local.hour < _NOON else local.date()


def _told(
    task: PortalTask,
    tools: VisitTools,
    started_at: datetime,
    entrance: Entrance,
    done: Round | None,
) -> Visit:
    """The facts of the visit, put together."""
    state, detail = (entrance.state, entrance.detail) if done is None else done.state()
    failing = state in (PortalState.UNREACHABLE, PortalState.BLOCKED, PortalState.MAINTENANCE)
    failed = StoppedBy.NOTHING_LEFT
    if failing and not entrance.forbidden:
        failed = StoppedBy.PORTAL_FAILED
    if state is PortalState.UNREACHABLE and tools.interrupted():
        failed = StoppedBy.INTERRUPTED
    return Visit(
        portal_url=task.portal_url,
        night=night_of(started_at, tools.timezone),
        state=state,
        stopped_by=failed if done is None else done.stopped_by,
        started_at=started_at,
        finished_at=tools.clock.now(),
        state_detail=detail,
        search=entrance.no_aid if done is None else done.search,
        sitemap=entrance.no_aid if done is None else done.sitemap,
        attempts=entrance.ledger.attempts(),
        platform="" if done is None else done.platform,
        portal_faults=tuple(entrance.ledger.faults),
        rests_on=task.last_look.rests_on if task.last_look and done else None,
    )
