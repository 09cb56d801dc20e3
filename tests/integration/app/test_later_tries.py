"""A portal that failed is visited again later in the same night, and only one that may recover."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from app.night import NightResult, crawl_night
from domain.errors import StoreError
from domain.exchanges import Answer, Ask
from domain.findings import AgencyReport
from domain.outcomes import Outcome, PortalState
from domain.publications import Status
from storage.store import Store
from tests.unit.app.portals import Net, parts, three_agencies
from tests.unit.crawler.clocks import FakeClock

FOREVER_S = 10.0**9


@dataclass
class Unsteady(Net):
    """Portals that are silent until some moment, or whose robots.txt forbids all."""

    silent_until_s: dict[str, float] = field(default_factory=dict)
    forbidding: frozenset[str] = frozenset()
    slowed: dict[str, float] = field(default_factory=dict)

    async def __call__(self, ask: Ask) -> Answer:
        answer = await super().__call__(ask)
        host = urlsplit(ask.address).hostname or ""
        if self.clock.monotonic() < self.silent_until_s.get(host, 0.0):
            return replace(answer, outcome=Outcome.TIMEOUT, status=None, body=b"")
        if host in self.forbidding and ask.address.endswith("/robots.txt"):
            rules = b"User-agent: *\nDisallow: /\n"
            return replace(answer, outcome=Outcome.OK, status=200, body=rules, headers=())
        return answer

    def slow_down(self, host: str, delay_s: float) -> None:
        self.slowed[host] = delay_s

    def visits(self, host: str) -> int:
        """How often its robots.txt was asked: once a visit, or twice when it failed."""
        return self.asked.count(f"http://{host}/robots.txt")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three agencies with a portal each."""
    opened = three_agencies(tmp_path)
    yield opened
    opened.close()


def _night(store: Store, net: Net, only: tuple[str, ...] = ()) -> NightResult:
    def told(done: int, total: int, report: AgencyReport | None) -> None:
        """Nobody listens."""

    return asyncio.run(crawl_night(parts(net), store, year=2026, only=only, told=told))


def _states(result: NightResult) -> dict[str | None, PortalState]:
    return {report.agency.code: report.portal_state for report in result.reports}


def test_a_portal_that_recovers_is_seen_the_same_night(store: Store) -> None:
    """Silent for ten minutes, it is visited half an hour later, slower, and judged by that."""
    net = Unsteady(FakeClock(), silent_until_s={"xa2.vn": 600.0})
    result = _night(store, net)
    assert set(_states(result).values()) == {PortalState.REACHED}
    assert net.clock.monotonic() > 1800.0
    assert net.slowed == {"xa2.vn": 2.0}
    assert net.visits("xa1.vn") == 1
    run = store.last_run()
    assert run is not None
    assert (run.good, run.planned, run.visited) == (True, 3, 3)


def test_a_portal_that_stays_silent_accuses_nobody(store: Store) -> None:
    """After its later try it is unreachable, everything open, and no third visit follows."""
    net = Unsteady(FakeClock(), silent_until_s={"xa2.vn": FOREVER_S})
    result = _night(store, net)
    assert _states(result)["2"] is PortalState.UNREACHABLE
    (silent,) = (report for report in result.reports if report.agency.code == "2")
    assert {finding.status for finding in silent.findings} == {Status.UNDETERMINED}
    assert 1800.0 < net.clock.monotonic() < 3600.0


def test_a_portal_that_forbids_is_not_asked_again(store: Store) -> None:
    """robots.txt is obeyed all night: nobody waits for it to change."""
    net = Unsteady(FakeClock(), forbidding=frozenset({"xa2.vn"}))
    assert _states(_night(store, net))["2"] is PortalState.BLOCKED
    assert net.visits("xa2.vn") == 1
    assert net.clock.monotonic() < 1800.0


def test_some_agencies_by_hand_are_not_waited_for(store: Store) -> None:
    """Somebody sits before the screen: what failed is told at once."""
    net = Unsteady(FakeClock(), silent_until_s={"xa2.vn": FOREVER_S})
    assert _states(_night(store, net, only=("2",)))["2"] is PortalState.UNREACHABLE
    assert net.clock.monotonic() < 1800.0


def test_a_night_cut_off_while_it_waits_tries_again(store: Store) -> None:
    """The next run of the night visits the failed portal once more, and no other."""
    silent = {"xa2.vn": 600.0}
    broken: dict[str, Exception] = {"http://xa3.vn/": StoreError("disk full")}
    with pytest.raises(StoreError):
        _night(store, Unsteady(FakeClock(), broken, silent_until_s=silent))
    net = Unsteady(FakeClock(), silent_until_s=silent)
    net.clock.passed_s = 700.0
    result = _night(store, net)
    assert result.resumed
    assert set(_states(result).values()) == {PortalState.REACHED}
    assert net.visits("xa1.vn") <= 1


@dataclass
class Dying(Net):
    """The second portal answers a few times, then never again."""

    answers: int = 0

    async def __call__(self, ask: Ask) -> Answer:
        answer = await super().__call__(ask)
        if urlsplit(ask.address).hostname != "xa2.vn":
            return answer
        self.answers -= 1
        if self.answers >= 0:
            return answer
        return replace(answer, outcome=Outcome.TIMEOUT, status=None, body=b"")


def test_what_was_seen_before_a_night_was_cut_off_is_kept(store: Store) -> None:
    """The later try asks for the home page first: a visit that fails at once replaces nothing."""

    def cut_off(done: int, total: int, report: AgencyReport | None) -> None:
        """The night ends when the second portal has failed."""
        if report is not None and report.agency.code == "2":
            raise StoreError("disk full")

    made = parts(Dying(FakeClock(), answers=3))
    with pytest.raises(StoreError):
        asyncio.run(crawl_night(made, store, year=2026, only=(), told=cut_off))
    net = Dying(FakeClock())
    result = _night(store, net)
    assert result.resumed
    assert _states(result)["2"] is PortalState.PARTLY_REACHED
    assert {one for one in net.asked if "xa2.vn" in one} == {"http://xa2.vn/"}
