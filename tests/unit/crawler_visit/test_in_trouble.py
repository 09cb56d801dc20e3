"""What a visit makes of a portal in trouble: cut pages, lost paths, empty answers, long pauses."""

from __future__ import annotations

import pytest

from domain.outcomes import Outcome, PortalState, Skip
from domain.settings import CrawlerSettings
from tests.unit.crawler_visit.portal import HOME, FakePortal, Served, at_home, page, visit


def _cut(html: str) -> Served:
    return Served(html, Outcome.HTTP_ERROR, 200)


def test_a_cut_page_counts_for_what_it_shows() -> None:
    """Its links are followed and its content is told, once, as the failure that it stays."""
    done = visit(
        {
            "/": page("Trang chủ", "/iso|ISO"),
            "/iso": _cut(page("ISO 9001", "/cong-bo|Công bố ISO")),
            "/cong-bo": page("Công bố"),
        }
    )
    assert done.outcome("/cong-bo") is Outcome.OK
    assert done.outcome("/iso") is Outcome.HTTP_ERROR
    assert done.visit.state is PortalState.PARTLY_REACHED
    told = [one for one in done.notes.pages if one.attempt.address == HOME + "iso"]
    assert [one.attempt.cut_off for one in told] == [True]


def test_a_cut_page_that_comes_whole_later_is_told_whole() -> None:
    """Of a page that came at the second try nothing is left of the first."""
    done = visit(
        {
            "/": page("Trang chủ", "/iso|ISO"),
            "/iso": lambda time: _cut(page("ISO")) if time == 1 else Served(page("ISO")),
        }
    )
    assert done.visit.state is PortalState.REACHED
    told = [one.attempt for one in done.notes.pages if one.attempt.address == HOME + "iso"]
    assert [(one.outcome, one.cut_off) for one in told] == [(Outcome.OK, False)]


@pytest.mark.parametrize(
    "said", ["Không tìm thấy trang quý vị yêu cầu", "Trang này không tồn tại hoặc đã bị xóa"]
)
def test_a_cut_page_never_says_that_there_is_nothing(said: str) -> None:
    """The beginning of a page that sounds like "not found" settles nothing."""
    done = visit({"/": page("Trang chủ", "/iso|ISO"), "/iso": _cut(page("Lỗi", text=said))})
    assert done.outcome("/iso") is Outcome.HTTP_ERROR
    assert done.visit.state is PortalState.PARTLY_REACHED


def test_an_old_address_whose_redirect_loses_its_path() -> None:
    """A portal gone over to https sends old links to its home page: they are asked there."""
    secure = HOME.replace("http:", "https:")
    home = page("Trang chủ", f"{HOME}iso|Công bố ISO")
    pages = at_home({"/": Served(home, final=secure), "/iso": Served(home, final=secure)})
    pages |= {secure: home, f"{secure}iso": page("Công bố")}
    done = visit(FakePortal(pages))
    assert done.outcome(f"{secure}iso") is Outcome.OK
    assert done.portal.asked.count(f"{secure}iso") == 1


def test_a_redirect_home_on_the_same_host_is_not_asked_twice() -> None:
    """There the path was not lost on the way: the address holds nothing."""
    home = page("Trang chủ", "/iso|Công bố ISO")
    done = visit({"/": home, "/iso": Served(home, final=HOME)})
    assert done.outcome("/iso") is Outcome.SOFT_NOT_FOUND
    assert done.portal.asked.count(HOME + "iso") == 1


def _robots(delay_s: int) -> Served:
    return Served(f"User-agent: *\nCrawl-delay: {delay_s}", content_type="text/plain")


def test_a_crawl_delay_is_kept() -> None:
    """One that leaves time for a look is obeyed."""
    done = visit({"/robots.txt": _robots(30), "/": page("Trang chủ")})
    assert done.visit.state is PortalState.REACHED
    assert done.slowed == [("portal.example.vn", 30.0)]


def test_a_crawl_delay_that_leaves_no_time_is_told() -> None:
    """Nothing is asked of a portal that wants an hour between two questions, and it is said why."""
    done = visit({"/robots.txt": _robots(3600), "/": page("Trang chủ")})
    assert done.visit.state is PortalState.BLOCKED
    assert "3600 giây" in done.visit.state_detail
    assert done.portal.asked == [HOME + "robots.txt"]
    assert done.outcome("/") is Skip.ROBOTS


def test_pauses_that_the_portal_asks_for_are_its_own_time() -> None:
    """A Crawl-delay uses up the portal's time, and what is left then is a gap."""
    settings = CrawlerSettings(portal_time_s=100.0)
    links = [f"/{number}|ISO {number}" for number in range(9)]
    pages = {f"/{number}": page(f"Trang {number}") for number in range(9)}
    done = visit(
        {"/robots.txt": _robots(30), "/": page("Trang chủ", *links), **pages}, settings=settings
    )
    assert done.visit.stopped_by == "portal_time"
    assert len(done.portal.asked) < 6
