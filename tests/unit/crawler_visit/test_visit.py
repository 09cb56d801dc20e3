"""A visit as a whole: order, states, budgets, and what is left unopened."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from datetime import date, timedelta

from crawler.visit import PortalTask, night_of
from domain.documents import Reading
from domain.exchanges import Answer, TlsFacts
from domain.outcomes import Outcome, PortalState, Skip, StoppedBy
from domain.settings import CrawlerSettings
from domain.visits import FoundBy, KnownAddress, LinkWords
from tests.unit.crawler_visit.portal import (
    HOME,
    START,
    FakePortal,
    Handler,
    Notes,
    Served,
    at_home,
    page,
    read,
    small_portal,
    visit,
)


def test_whole_portal_is_opened_most_promising_first() -> None:
    """Robots, home and the ISO section come before the news; all is opened; state reached."""
    done = visit(small_portal())
    asked = [address.removeprefix(HOME) for address in done.portal.asked]
    assert asked[:2] == ["robots.txt", ""]
    assert asked.index("files/cong-bo-iso.pdf") < asked.index("tin")
    assert done.visit.state is PortalState.REACHED
    assert done.visit.stopped_by is StoppedBy.NOTHING_LEFT
    assert len(done.notes.pages) == 5
    assert done.visit.night == date(2026, 11, 22)


def test_the_same_answers_give_the_same_order() -> None:
    """Two visits with the same answers ask the same addresses in the same order."""
    first, second = visit(small_portal()), visit(small_portal())
    assert first.portal.asked == second.portal.asked
    assert first.visit == second.visit


def test_raw_exchange_is_recorded_before_it_is_classified() -> None:
    """Every request is told raw, then in its final form, with rising order."""
    done = visit(small_portal())
    assert [one.order for one, _ in done.notes.raw] == [one.order for one in done.notes.final]
    orders = [one.order for one in done.visit.attempts]
    assert orders == sorted(orders)
    assert len(done.notes.raw) == len(done.portal.asked)


def test_nothing_of_a_visit_outlives_it() -> None:
    """What a visit held is let go at its end, without Python having to look for rings."""

    async def reader(answer: Answer) -> Reading:
        return await read(answer)

    held = weakref.ref(reader)
    gc.disable()
    try:
        visit(small_portal(), reader=reader)
        del reader
        assert held() is None
    finally:
        gc.enable()


def test_night_before_noon_is_the_day_before() -> None:
    """A visit at 11:00 local time belongs to the night before."""
    assert night_of(START, "Asia/Ho_Chi_Minh") == date(2026, 11, 22)
    assert night_of(START + timedelta(hours=12), "Asia/Ho_Chi_Minh") == date(2026, 11, 22)


def test_stops_when_all_is_found() -> None:
    """Once every publication is settled nothing more is asked, and the rest is so marked."""
    done = visit(small_portal(), notes=Notes(settled_after=1))
    assert done.visit.stopped_by is StoppedBy.ALL_FOUND
    assert done.visit.state is PortalState.REACHED
    assert done.outcome("/iso") is Skip.ALL_FOUND


def test_each_budget_stops_the_visit_and_leaves_gaps() -> None:
    """Requests, bytes and time each end the visit, partly reached."""
    for settings, reason in (
        (CrawlerSettings(max_requests=3), StoppedBy.MAX_REQUESTS),
        (CrawlerSettings(max_portal_bytes=10), StoppedBy.MAX_BYTES),
        (CrawlerSettings(portal_time_s=3.0), StoppedBy.PORTAL_TIME),
    ):
        done = visit(small_portal(), settings=settings)
        assert done.visit.stopped_by is reason
        assert done.visit.state is PortalState.PARTLY_REACHED
        assert done.outcome("/iso") is Skip.BUDGET


def test_interruption_leaves_gaps() -> None:
    """An interrupted visit ends at once and says so."""
    done = visit(small_portal(), interrupted=lambda: True)
    assert done.visit.stopped_by is StoppedBy.INTERRUPTED
    assert done.outcome("/iso") is Skip.BUDGET


def test_failed_address_is_tried_again_at_the_end() -> None:
    """A section that fails once is asked again after everything else, and then read."""

    def flaky(time: int) -> Served:
        return Served("", Outcome.HTTP_ERROR, 503) if time == 1 else Served(page("ISO"))

    done = visit({**small_portal(), "/iso": flaky})
    assert done.outcome("/iso") is Outcome.OK
    assert done.portal.asked[-1] == HOME + "iso"
    assert done.visit.state is PortalState.REACHED


def test_section_that_goes_on_failing_makes_it_partly_reached() -> None:
    """An ISO section that answers 500 twice is a gap, named in the detail."""
    done = visit({**small_portal(), "/iso": Served("", Outcome.HTTP_ERROR, 500)})
    assert done.portal.asked.count(HOME + "iso") == 2
    assert done.visit.state is PortalState.PARTLY_REACHED
    assert "/iso" in done.visit.state_detail


def many_pages(count: int) -> dict[str, Handler]:
    """A portal of many articles."""
    links = [f"/tin/bai-{number}|Bài viết" for number in range(count)]
    articles: dict[str, Handler] = {
        f"/tin/bai-{number}": page(f"Bài {'a' * number}") for number in range(count)
    }
    return {"/": page("Trang chủ", *links), **articles}


def test_portal_that_dies_is_left_alone() -> None:
    """A portal that stops answering is asked some times, its home once more, and then left."""
    refused = Served("", Outcome.REFUSED, None)
    portal = FakePortal(
        at_home(many_pages(60)), gate=lambda count, address: refused if count > 25 else None
    )
    done = visit(portal)
    assert done.visit.stopped_by is StoppedBy.PORTAL_FAILED
    assert done.visit.state is PortalState.PARTLY_REACHED
    assert len(portal.asked) < 40
    assert done.outcome("/tin/bai-59") is Skip.PORTAL_FAILED


def test_challenge_that_starts_later_is_never_content() -> None:
    """Challenge pages with 200 after 30 requests are blocked, and end the visit."""
    challenge = Served("<title>Just a moment...</title><p>Checking your browser</p>")
    portal = FakePortal(
        at_home(many_pages(80)), gate=lambda count, address: challenge if count > 30 else None
    )
    done = visit(portal)
    assert done.visit.stopped_by is StoppedBy.PORTAL_FAILED
    assert all("Checking" not in str(one.reading) for one in done.notes.pages)
    assert Outcome.BLOCKED in {one.outcome for one in done.visit.attempts}


def test_challenge_at_the_very_last_address_is_no_look_at_the_portal() -> None:
    """Where the last answer was refused, the home page is asked whether the portal refuses too."""
    challenge = Served("<title>Just a moment...</title><p>Checking your browser</p>")
    whole = len(visit(FakePortal(at_home(many_pages(20)))).portal.asked)
    portal = FakePortal(
        at_home(many_pages(20)), gate=lambda count, address: challenge if count >= whole else None
    )
    assert visit(portal).visit.stopped_by is StoppedBy.PORTAL_FAILED


def test_one_address_that_is_refused_is_not_the_portal() -> None:
    """The home page still answers: only that address was not seen."""
    challenge = Served("<title>Just a moment...</title><p>Checking your browser</p>")
    done = visit({**many_pages(20), "/tin/bai-7": challenge})
    assert done.visit.stopped_by is StoppedBy.NOTHING_LEFT
    assert done.outcome("/tin/bai-7") is Outcome.BLOCKED


def test_home_page_decides_the_state_of_a_portal_one_cannot_enter() -> None:
    """Each kind of home page that is none gives its own state."""
    cases = {
        PortalState.UNREACHABLE: Served("", Outcome.TIMEOUT, None),
        PortalState.MAINTENANCE: Served(
            "<title>Thông báo</title><p>Hệ thống đang bảo trì, vui lòng quay lại sau.</p>"
        ),
        PortalState.PARKED: Served("<p>Tên miền này đang được rao bán</p>"),
        PortalState.LOGIN_REQUIRED: Served(
            '<h1>Đăng nhập</h1><p>Mật khẩu</p><input type="password" name="p">'
        ),
        PortalState.BLOCKED: Served("<p>The requested URL was rejected. Support ID: 123</p>"),
        PortalState.NO_PORTAL: Served("", Outcome.NOT_FOUND, 404),
    }
    for state, home in cases.items():
        done = visit({"/": home})
        assert done.visit.state is state
        assert not done.notes.pages


def test_moved_portal_is_followed() -> None:
    """A home page that redirects to another host is the portal there."""
    new = "http://moi.example.vn/"
    pages: dict[str, Handler] = {
        "/": Served(page("Trang chủ", "/iso|ISO"), final=new),
        new + "iso": page("ISO"),
    }
    done = visit(pages)
    assert done.outcome(new + "iso") is Outcome.OK
    assert new in done.visit.state_detail
    assert done.visit.state is PortalState.REACHED


def test_home_that_redirects_to_another_agency_is_no_portal() -> None:
    """A redirect to an address the registry gives to another agency is not followed."""
    other = "http://khac.example.vn/"
    pages: dict[str, Handler] = {"/": Served(page("Trang chủ", "/iso|ISO"), final=other)}
    task = PortalTask(HOME, (HOME,), foreign_urls=(other,))
    done = visit(pages, task=task)
    assert done.visit.state is PortalState.NO_PORTAL
    assert done.outcome("/") is Outcome.REDIRECTED_AWAY
    assert not done.notes.pages


def test_evidence_of_an_earlier_night_is_opened_right_after_home() -> None:
    """What an earlier finding rested on is checked before anything is explored."""
    paper = HOME + "files/cong-bo-iso.pdf"
    known = KnownAddress(paper, LinkWords(text="Công bố ISO"))
    done = visit(small_portal(), task=PortalTask(HOME, (HOME,), start_with=(known,)))
    asked = [address for address in done.portal.asked if "khong-co-that" not in address]
    assert asked[2] == paper
    found = next(one for one in done.visit.attempts if one.address == paper)
    assert found.found_by is FoundBy.EVIDENCE
    assert found.words.text == "Công bố ISO"


def test_unchanged_pages_are_content_with_their_links() -> None:
    """A page confirmed by the portal, its bytes filled in from the store, is read as ever."""

    def unchanged(handler: Handler) -> Served:
        served = Served(handler) if isinstance(handler, str) else handler
        assert isinstance(served, Served)
        return replace(served, outcome=Outcome.NOT_MODIFIED, status=304)

    done = visit({path: unchanged(handler) for path, handler in small_portal().items()})
    assert len(done.notes.pages) == 5
    assert done.visit.state is PortalState.REACHED


def test_failing_home_page_that_recovers() -> None:
    """A home page that answers the second time is entered."""

    def home(time: int) -> Served:
        good = small_portal()["/"]
        assert isinstance(good, str)
        return Served("", Outcome.HTTP_ERROR, 503) if time == 1 else Served(good)

    assert visit({**small_portal(), "/": home}).visit.state is PortalState.REACHED


def test_maintenance_told_with_an_error_status_is_maintenance() -> None:
    """What the page behind a 503 says is the portal's state."""
    home = Served("<p>Hệ thống đang bảo trì</p>", Outcome.HTTP_ERROR, 503)
    assert visit({"/": home}).visit.state is PortalState.MAINTENANCE


def test_broken_certificate_is_told_as_a_fault() -> None:
    """A certificate that cannot be verified is a fault of the portal, and the visit goes on."""
    portal = FakePortal(at_home(small_portal()), tls=TlsFacts("TLSv1.3", "self-signed"))
    done = visit(portal)
    assert done.visit.state is PortalState.REACHED
    assert len(done.visit.portal_faults) == 1
    assert "self-signed" in done.visit.portal_faults[0]


def test_section_of_errors_does_not_end_the_visit() -> None:
    """Many failures in a row lead to the home page; while it answers, the visit goes on."""
    links = [f"/iso/{n}|ISO" for n in range(30)]
    pages: dict[str, Handler] = {
        "/": page("Trang chủ", *links, "/tin|Tin tức"),
        "/tin": page("Tin tức"),
        **{f"/iso/{n}": Served("", Outcome.HTTP_ERROR, 500) for n in range(30)},
    }
    done = visit(pages)
    assert done.outcome("/tin") is Outcome.OK
    assert done.visit.stopped_by is StoppedBy.NOTHING_LEFT
    assert done.visit.state is PortalState.PARTLY_REACHED
