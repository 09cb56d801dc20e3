"""What a robots.txt forbids, asks for, or hides by failing, in a visit as a whole."""

from __future__ import annotations

from domain.outcomes import Outcome, PortalState, Skip
from tests.unit.crawler_visit.portal import HOME, FakePortal, Served, page, small_portal, visit


def test_robots_that_forbids_everything_blocks() -> None:
    """Nothing but robots.txt is asked, and the state is blocked."""
    done = visit({**small_portal(), "/robots.txt": "User-agent: *\nDisallow: /"})
    assert done.visit.state is PortalState.BLOCKED
    assert done.portal.asked == [HOME + "robots.txt"]
    assert "robots" in done.visit.state_detail


def test_robots_that_fails_opens_the_home_page_only() -> None:
    """A robots.txt that answers 500 leaves gaps and no accusation, and hides no real state."""
    fault = Served("", Outcome.HTTP_ERROR, 500)
    done = visit({**small_portal(), "/robots.txt": fault})
    assert done.visit.state is PortalState.PARTLY_REACHED
    assert set(done.portal.asked) == {HOME, HOME + "robots.txt"}
    assert done.outcome("/iso") is Skip.ROBOTS
    down = Served("", Outcome.REFUSED, None)
    dead = visit(FakePortal({}, missing=down))
    assert dead.visit.state is PortalState.UNREACHABLE


def test_robots_that_recovers_lets_the_visit_go_on() -> None:
    """A robots.txt that answers the second time is obeyed."""

    def robots(time: int) -> Served:
        return Served("", Outcome.HTTP_ERROR, 503) if time == 1 else Served("User-agent: *\n")

    done = visit({**small_portal(), "/robots.txt": robots})
    assert done.visit.state is PortalState.REACHED


def test_forbidden_path_is_a_gap_and_crawl_delay_is_passed_on() -> None:
    """An address robots.txt forbids is recorded and not asked; Crawl-delay slows the host."""
    rules = "User-agent: *\nDisallow: /iso\nCrawl-delay: 5"
    done = visit({**small_portal(), "/robots.txt": rules})
    assert HOME + "iso" not in done.portal.asked
    assert done.outcome("/iso") is Skip.ROBOTS
    assert done.visit.state is PortalState.PARTLY_REACHED
    assert done.slowed == [("portal.example.vn", 5.0)]


def test_forbidden_tools_and_repetitions_are_no_gaps() -> None:
    """Comments, feeds and an empty search form show no paper that no page links to."""
    rules = "User-agent: *\nDisallow: /comment/\nDisallow: /search\nDisallow: /tin/feed"
    links = ("/comment/reply/5|Văn bản", "/search/node|Tìm kiếm", "/tin/feed/|Văn bản")
    done = visit({"/": page("Trang chủ", *links), "/robots.txt": rules})
    assert [done.outcome(link.partition("|")[0]) for link in links] == [Skip.TOOL] * 3
    assert done.visit.state is PortalState.REACHED


def test_a_forbidden_search_that_is_the_section_is_a_gap() -> None:
    """Where the portal calls it by the papers' names, its answers are their list."""
    rules = "User-agent: *\nDisallow: /search"
    for called in ("Công bố ISO", "ISO"):
        done = visit({"/": page("Trang chủ", f"/search|{called}"), "/robots.txt": rules})
        assert done.outcome("/search") is Skip.ROBOTS
        assert done.visit.state is PortalState.PARTLY_REACHED
