"""A night goes on when the program fails at one portal, and stops when the store does."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from app.inspecting import judged
from app.night import NightResult, crawl_night
from domain.errors import StoreError
from domain.findings import AgencyReport
from domain.outcomes import PortalState, StoppedBy
from domain.publications import Status
from domain.visits import Attempt
from storage.store import Store
from tests.unit.app.portals import Net, parts, three_agencies
from tests.unit.crawler.clocks import FakeClock


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three agencies with a portal each."""
    opened = three_agencies(tmp_path)
    yield opened
    opened.close()


def night(store: Store, net: Net, only: tuple[str, ...] = ()) -> NightResult:
    """One night."""

    def told(done: int, total: int, report: AgencyReport | None) -> None:
        """Nobody listens."""

    return asyncio.run(crawl_night(parts(net), store, year=2026, only=only, told=told))


@pytest.mark.parametrize(
    ("address", "state"),
    [
        ("http://xa2.vn/", PortalState.UNREACHABLE),
        ("http://xa2.vn/tin", PortalState.PARTLY_REACHED),
    ],
)
def test_a_mistake_of_ours_costs_one_visit(store: Store, address: str, state: PortalState) -> None:
    """The other portals are judged; the failed one accuses of nothing and the night is not good."""
    net = Net(FakeClock(), {address: ZeroDivisionError("ours")})
    result = night(store, net)
    by_code = {report.agency.code: report for report in result.reports}
    failed = by_code.pop("2")
    assert [report.portal_state for report in by_code.values()] == [PortalState.REACHED] * 2
    assert failed.portal_state is state
    assert failed.coverage.stopped_by is StoppedBy.PORTAL_FAILED
    assert {finding.status for finding in failed.findings} == {Status.UNDETERMINED}
    assert all("chương trình gặp lỗi" in finding.reason for finding in failed.findings)
    assert not result.health.good
    assert "UBND xã Hai" in result.health.note
    run = store.last_run()
    assert run is not None
    assert (run.good, run.planned, run.visited) == (False, 3, 3)


def test_a_visit_leaves_nothing_of_its_pages_behind(store: Store) -> None:
    """When a portal is done, what was asked of those before it is no longer in memory."""
    before = {id(one) for one in gc.get_objects() if isinstance(one, Attempt)}
    alive: list[set[str]] = []

    def told(done: int, total: int, report: AgencyReport | None) -> None:
        gc.collect()
        alive.append(
            {
                urlsplit(one.address).hostname or ""
                for one in gc.get_objects()
                if isinstance(one, Attempt) and id(one) not in before
            }
        )

    made = parts(Net(FakeClock()))
    one_by_one = replace(made.settings.crawler, portals_at_once=1)
    made = replace(made, settings=replace(made.settings, crawler=one_by_one))
    asyncio.run(crawl_night(made, store, year=2026, only=(), told=told))
    assert len(alive) == 4
    assert max(len(hosts) for hosts in alive) == 1


def test_a_failed_visit_judged_again_accuses_nobody(store: Store) -> None:
    """Judged from what was stored, with rules that no longer fail: the rest was never looked at."""
    net = Net(FakeClock(), {"http://xa2.vn/tin": ZeroDivisionError("ours")})
    night(store, net)
    today = FakeClock().now().date()
    (failed,) = (
        kept
        for kept in store.latest_visits(today, 2026)
        if kept.stored_agency.inspected.agency.code == "2"
    )
    assert [attempt.address for attempt in failed.visit.attempts] == ["http://xa2.vn/"]
    again = judged(parts(net), failed.stored_agency.inspected, failed.visit, (), 2026)
    assert {finding.status for finding in again.findings} == {Status.UNDETERMINED}


def test_a_mistake_of_ours_is_told(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    """Its traceback goes to the log with the agency's name, never into a verdict."""
    night(store, Net(FakeClock(), {"http://xa2.vn/": ZeroDivisionError("ours")}))
    (record,) = caplog.records
    assert "UBND xã Hai" in record.getMessage()
    assert record.exc_info is not None


def test_a_store_error_ends_the_night(store: Store) -> None:
    """It is raised as itself, and the run stays open to be gone on with."""
    net = Net(FakeClock(), {"http://xa2.vn/": StoreError("disk full")})
    with pytest.raises(StoreError, match="disk full"):
        night(store, net)
    run = store.last_run()
    assert run is not None
    assert run.finished_at is None
    assert night(store, replace(net, raises={})).resumed


def test_some_agencies_by_hand_are_no_night(store: Store) -> None:
    """They join no nightly run and stand for none, before it, after a cut and beside it."""
    clock = FakeClock()
    night(store, Net(clock), only=("1",))
    assert store.last_run() is None
    with pytest.raises(StoreError):
        night(store, Net(clock, {"http://xa2.vn/": StoreError("cut off")}))
    cut_off = store.last_run()
    assert cut_off is not None
    by_hand = night(store, Net(clock), only=("2", "3"))
    assert not by_hand.resumed
    assert {report.agency.code for report in by_hand.reports} == {"2", "3"}
    assert store.last_run() == cut_off
    net = Net(clock)
    assert night(store, net).resumed
    assert "http://xa2.vn/" in net.asked
    finished = store.last_run()
    assert finished is not None
    assert (finished.planned, finished.visited, finished.good) == (3, 3, True)
    assert [run.partial for run in store.runs(9)] == [True, False, True]
