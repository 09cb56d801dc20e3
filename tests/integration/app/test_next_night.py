"""A night after a whole look asks little, finds what is new, and accuses of nothing unseen."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.night import crawl_night
from app.rejudging import judge_stored
from domain.errors import StoreError
from domain.findings import AgencyReport, Finding
from domain.outcomes import Outcome, PortalState
from domain.publications import Status
from storage.store import Store, open_store
from tests.integration.app.scripted_portal import (
    ANOTHER,
    CODE,
    PAPER,
    ROOT,
    THE_PAPER,
    TURNING,
    Scripted,
    links,
    page,
    pages,
    papers,
)
from tests.unit.app.portals import parts, three_agencies
from tests.unit.crawler.clocks import FakeClock

DAY_S = 24 * 3600.0
FIRST_NIGHT = date(2026, 11, 22)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three agencies, of which one has a portal of some pages."""
    opened = three_agencies(tmp_path)
    yield opened
    opened.close()


def night(store: Store, portal: Scripted, after: int = 0, *, full: bool = False) -> AgencyReport:
    """The report on the portal, of a night so many nights after the first."""
    portal.asked.clear()
    portal.clock.passed_s = max(portal.clock.passed_s, after * DAY_S)

    def told(done: int, total: int, report: AgencyReport | None) -> None:
        """Nobody listens."""

    result = asyncio.run(
        crawl_night(parts(portal), store, year=2026, only=(), told=told, full=full)
    )
    return next(report for report in result.reports if report.agency.code == CODE)


def finding(report: AgencyReport, publication: str = "quality_objectives") -> Finding:
    """What is said of one publication."""
    return next(one for one in report.findings if one.publication == publication)


def test_an_unchanged_portal_is_asked_little(store: Store) -> None:
    """Only where new things would show; the verdicts stand, and name the look they rest on."""
    portal = Scripted(FakeClock(), pages=pages())
    first = night(store, portal)
    assert (first.portal_state, first.rests_on) == (PortalState.REACHED, None)
    assert first.coverage.requests > 18
    second = night(store, portal, 1)
    assert sorted(portal.paths) == [
        "/",
        "/iso",
        "/iso/mtcl",
        "/robots.txt",
        "/sitemap.xml",
        "/van-ban",
    ]
    assert second.rests_on == FIRST_NIGHT
    assert second.coverage.taken_over + second.coverage.requests == first.coverage.requests
    assert [(one.publication, one.status) for one in second.findings] == [
        (one.publication, one.status) for one in first.findings
    ]
    assert second.portal_state is PortalState.REACHED


def test_what_was_taken_over_is_judged_alike_from_the_store(store: Store) -> None:
    """Judging again finds every page, in whichever night it was asked."""
    portal = Scripted(FakeClock(), pages=pages())
    for after in range(3):
        night(store, portal, after)
    made = parts(portal)
    again = asyncio.run(judge_stored(made, made.pool, store, 2026, lambda _: None))
    assert (again.agencies, again.appended, again.changes) == (3, 0, ())


def test_taking_over_confirms_no_accusation(store: Store) -> None:
    """Only nights that opened the portal whole do; what was found anew each night counts."""
    portal = Scripted(FakeClock(), pages=pages())
    for after in range(3):
        report = night(store, portal, after)
    missing = finding(report, "qms_documents")
    assert (missing.status, missing.confirmations, missing.confirmed) == (Status.MISSING, 1, False)
    assert finding(report).confirmations == 3
    report = night(store, portal, 3, full=True)
    missing = finding(report, "qms_documents")
    assert (report.rests_on, missing.confirmations, missing.confirmed) == (None, 2, True)


def test_a_full_look_comes_again(store: Store) -> None:
    """After so many nights, though each night between took over from the one before."""
    portal = Scripted(FakeClock(), pages=pages())
    rested = [night(store, portal, after).rests_on for after in range(9)]
    week = [FIRST_NIGHT] * 6
    assert rested == [None, *week, None, date(2026, 11, 29)]


def test_another_year_or_other_rules_need_a_full_look(store: Store) -> None:
    """What the last look saw, it saw with other eyes."""
    portal = Scripted(FakeClock(), pages=pages())
    night(store, portal)

    def told(done: int, total: int, report: AgencyReport | None) -> None:
        """Nobody listens."""

    portal.clock.passed_s = DAY_S
    newer = replace(parts(portal), rule_digest="newer")
    result = asyncio.run(crawl_night(newer, store, year=2026, only=(), told=told))
    assert {report.rests_on for report in result.reports} == {None}


@pytest.mark.parametrize(
    "changed",
    [
        {"/van-ban": page("Văn bản", links(ANOTHER, *papers(1, 5)) + TURNING)},
        {"/iso": page("Hệ thống quản lý chất lượng", links(ANOTHER))},
        {"/": page("UBND xã Hai", links(ANOTHER))},
        {"/sitemap.xml": f"<urlset><url><loc>{ROOT}{ANOTHER[0]}</loc></url></urlset>"},
    ],
)
def test_a_paper_that_appears_is_found_that_night(store: Store, changed: dict[str, str]) -> None:
    """On the first page of a list, in a section that was empty, at home, or only in the sitemap."""
    before = pages() | {"/iso": page("Hệ thống quản lý chất lượng", "<p>Đang cập nhật.</p>")}
    portal = Scripted(FakeClock(), pages=before)
    assert finding(night(store, portal)).status is Status.MISSING
    portal.pages = before | {ANOTHER[0]: PAPER} | changed
    report = night(store, portal, 1)
    assert (finding(report).status, report.rests_on) == (Status.PUBLISHED, FIRST_NIGHT)
    assert "/van-ban/3" not in portal.paths


def test_what_is_new_on_two_pages_of_a_list(store: Store) -> None:
    """Behind a first page with something new the next is asked too, and there the paper is."""
    before = pages() | {"/iso": page("Hệ thống quản lý chất lượng", "<p>Đang cập nhật.</p>")}
    portal = Scripted(FakeClock(), pages=before)
    night(store, portal)
    news = papers(20, 25)
    portal.pages = before | {
        ANOTHER[0]: PAPER,
        "/van-ban": page("Văn bản", links(*news) + TURNING),
        "/van-ban?page=2": page("Văn bản", links(ANOTHER, *papers(1, 5)) + TURNING),
    }
    portal.pages |= {at: page(said, f"<p>{said} {at}</p>") for at, said in news}
    assert finding(night(store, portal, 1)).status is Status.PUBLISHED


def test_a_vanished_paper_is_looked_for(store: Store) -> None:
    """The portal is opened whole that night, and the paper found where it went."""
    portal = Scripted(FakeClock(), pages=pages())
    night(store, portal)
    moved = ("/van-ban/12/mtcl-2026", "Xem chi tiết")
    portal.pages = {at: text for at, text in pages().items() if at != THE_PAPER[0]} | {
        "/iso": page("Hệ thống quản lý chất lượng", "<p>Đang cập nhật.</p>"),
        "/van-ban/12": page(papers(12, 12)[0][1], links(moved)),
        moved[0]: PAPER,
    }
    report = night(store, portal, 1)
    assert (finding(report).status, report.rests_on) == (Status.PUBLISHED, None)


def test_a_vanished_paper_that_is_nowhere(store: Store) -> None:
    """That night looks everywhere itself; what was linked is not taken for missing at once."""
    portal = Scripted(FakeClock(), pages=pages())
    night(store, portal)
    portal.pages = {at: text for at, text in pages().items() if at != THE_PAPER[0]}
    portal.pages["/iso"] = page("Hệ thống quản lý chất lượng", "<p>Đang cập nhật.</p>")
    report = night(store, portal, 1)
    assert (finding(report).status, report.rests_on) == (Status.UNVERIFIED, None)
    assert "/van-ban/7" in portal.paths
    assert portal.paths.count("/van-ban") == 1
    assert finding(night(store, portal, 2, full=True)).status is Status.MISSING


def test_a_list_that_lost_entries(store: Store) -> None:
    """A list that leads to less than it did may have lost a paper: the portal is opened whole."""
    portal = Scripted(FakeClock(), pages=pages())
    night(store, portal)
    portal.pages = pages() | {"/van-ban": page("Văn bản", links(*papers(1, 4)) + TURNING)}
    assert night(store, portal, 1).rests_on is None


@pytest.mark.parametrize("failing", ["/", "/iso", "/van-ban", "/iso/mtcl", "/robots.txt"])
def test_a_portal_in_trouble_is_accused_of_nothing(store: Store, failing: str) -> None:
    """What fails on the second night takes no accusation over from the first."""
    portal = Scripted(FakeClock(), pages=pages())
    night(store, portal)
    portal.fails = {failing: Outcome.HTTP_ERROR}
    report = night(store, portal, 1)
    if failing == "/iso/mtcl":  # it was opened whole, and the paper itself may still be there
        assert not finding(report).status.accuses
    else:
        assert not [one for one in report.findings if one.status.accuses]


def test_new_robots_rules_need_a_full_look(store: Store) -> None:
    """What they close now was taken over from a night when it was open."""
    portal = Scripted(FakeClock(), pages=pages())
    night(store, portal)
    portal.robots = "User-agent: *\nDisallow: /van-ban\n"
    report = night(store, portal, 1)
    assert report.rests_on is None
    assert not finding(report, "qms_documents").status.accuses


def test_a_look_with_gaps_is_taken_over_by_nobody(store: Store) -> None:
    """The night after a portal that was seen in part opens it whole."""
    portal = Scripted(FakeClock(), pages=pages(), fails={"/van-ban": Outcome.HTTP_ERROR})
    night(store, portal)
    portal.fails = {}
    assert night(store, portal, 1).rests_on is None


@pytest.mark.parametrize("gone", [False, True])
def test_a_night_that_was_cut_off_goes_on(store: Store, tmp_path: Path, gone: bool) -> None:
    """After a kill at any request, also while a full look was made for what vanished."""
    portal = Scripted(FakeClock(), pages=pages())
    night(store, portal)
    if gone:
        portal.pages = {at: text for at, text in pages().items() if at != THE_PAPER[0]}
        portal.pages["/iso"] = page("Hệ thống quản lý chất lượng", "<p>Đang cập nhật.</p>")
    last = "/van-ban/12" if gone else "/van-ban"
    portal.raises = {f"{ROOT}{last}": StoreError("cut off")}
    with pytest.raises(StoreError):
        night(store, portal, 1)
    asked_before = set(portal.paths) - {last}
    portal.raises = {}
    store.close()
    opened_again = open_store(f"sqlite:///{tmp_path / 'giamsat.db'}")
    try:
        report = night(opened_again, portal)
    finally:
        opened_again.close()
    assert not asked_before & set(portal.paths)
    assert report.rests_on == (None if gone else FIRST_NIGHT)
    expected = Status.UNVERIFIED if gone else Status.PUBLISHED
    assert finding(report).status is expected
