"""How long and how often a portal in trouble is asked: never in haste, never without end."""

from __future__ import annotations

from domain.outcomes import PortalState
from domain.settings import CrawlerSettings
from tests.integration.faults import menu
from tests.integration.faults.looking import look
from tests.integration.faults.menu import PAPER, at, robots
from tests.integration.faults.portal import Act, response


def test_the_time_of_a_portal_ends() -> None:
    """Pauses that the portal asks for are its own time: its budget ends the visit, as a gap."""
    settings = CrawlerSettings(
        allow_private_addresses=True, timeout_s=5.0, retries=1, portal_time_s=60.0
    )
    looked = look(robots("User-agent: *\nCrawl-delay: 20"), settings)
    assert looked.inspection.report.coverage.stopped_by == "portal_time"
    assert looked.took_s < 100
    assert not looked.accused_of


def test_a_portal_that_is_asked_too_often_is_asked_slower() -> None:
    """Each 429 doubles the pause, also where nothing says how long to wait."""
    looked = look(at(PAPER, response(b"", "429 Too Many Requests"), times=3))
    assert looked.inspection.report.portal_state is PortalState.REACHED
    assert looked.took_s > 20
    usual = look(lambda asked: None)
    assert usual.took_s < 10


def test_a_silent_portal_is_left_alone() -> None:
    """One that dies under way is given rests that grow, and only a few single probes."""
    looked = look(menu.after(3, Act.CLOSE))
    assert looked.took_s > 90
    assert len(looked.log) < 20


def test_a_long_retry_after_is_for_later() -> None:
    """Who asks for an hour is not asked the same again at once; the portal's own time counts it."""
    busy = response(b"x", "503 Busy", "Retry-After: 3600")
    looked = look(at(PAPER, busy))
    asked = [asked for asked in looked.log if asked.path == PAPER]
    assert len(asked) == 2
    assert looked.took_s > 600
    assert looked.status("quality_objectives") == "unverified"
