"""A night goes on when the program fails at one portal, and stops when the store does."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

import pytest

from app.inspecting import judged
from app.night import NightResult, crawl_night
from app.wiring import Parts, make_ruling
from crawler.fetcher import Fetcher
from documents import READER_VERSION
from documents.hints import Hints
from documents.pool import ReaderPool
from documents.read import read_body
from domain.agencies import Agency, Level, PortalAddress
from domain.documents import Reading
from domain.errors import StoreError
from domain.exchanges import Answer, Ask
from domain.findings import AgencyReport
from domain.outcomes import Outcome, PortalState, StoppedBy
from domain.publications import Status
from domain.settings import Settings
from storage.store import Store, open_store
from tests.unit.crawler.clocks import FakeClock

PAGE = "<html><head><title>Cổng</title></head><body><a href='/tin'>Tin</a>Xin chào</body></html>"


@dataclass
class Net:
    """Portals of one page each; asking some addresses ends in an exception."""

    clock: FakeClock
    raises: dict[str, Exception] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def __call__(self, ask: Ask) -> Answer:
        """The page at the root, nothing elsewhere."""
        await self.clock.sleep(1.0)
        self.asked.append(ask.address)
        if ask.address in self.raises:
            raise self.raises[ask.address]
        found = ask.address.count("/") == 3 and ask.address.endswith("/")
        return Answer(
            ask,
            Outcome.OK if found else Outcome.NOT_FOUND,
            self.clock.now(),
            0.1,
            final_address=ask.address,
            status=200 if found else 404,
            headers=(("content-type", "text/html; charset=utf-8"),),
            body=PAGE.encode() if found else b"",
        )

    def slow_down(self, host: str, delay_s: float) -> None:
        """Nobody waits here."""

    def enter(self, host: str) -> None:
        """Nothing is kept here."""

    async def forget(self, host: str) -> None:
        """Nothing is kept here."""


class Readers:
    """Reads in this process."""

    version = READER_VERSION

    async def read(self, content: bytes, media_type: str, name: str) -> Reading:
        """As the workers would."""
        return read_body(content, Hints(media_type, name))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three agencies with a portal each."""
    opened = open_store(f"sqlite:///{tmp_path}/giamsat.db")
    names = {"1": "UBND xã Một", "2": "UBND xã Hai", "3": "UBND xã Ba"}
    opened.import_agencies(
        [
            Agency(code, name, Level.COMMUNE, None, (PortalAddress(f"http://xa{code}.vn/", True),))
            for code, name in names.items()
        ],
        FakeClock().now(),
    )
    yield opened
    opened.close()


def parts(net: Net) -> Parts:
    """The real rules and the pretended portals."""
    ruling = make_ruling(Settings(), net.clock)
    return Parts(
        ruling.settings,
        ruling.clock,
        ruling.catalogue,
        ruling.scorer,
        ruling.detector,
        ruling.judge,
        ruling.config_digest,
        fetcher=cast("Fetcher", net),  # all that a visit asks of one
        pool=cast("ReaderPool", Readers()),  # as above
    )


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
