"""Several home pages: of one agency's addresses, of both schemes, behind a splash page."""

from __future__ import annotations

from crawler.visit import PortalTask
from domain.outcomes import Aid, Outcome, PortalState, Skip
from domain.visits import FoundBy, KnownAddress
from tests.unit.crawler_visit.portal import HOME, FakePortal, Handler, Served, at_home, page, visit

SECOND = "http://cu.example2.vn/"
MOVED = "http://moi.example3.vn/"
TWO = PortalTask(HOME, (HOME, SECOND))


def test_second_address_that_moved_is_followed() -> None:
    """Its new host belongs to the portal: links, sitemap, and what the first home page links."""
    pages: dict[str, Handler] = {
        "/": page("Trang", "/tin|Tin tức", f"{MOVED}iso2|Mục ISO"),
        "/tin": page("Tin tức"),
        SECOND: Served(page("Cổng mới", "/iso|Công bố ISO 9001"), final=MOVED),
        MOVED + "iso": page("Công bố ISO 9001"),
        MOVED + "iso2": page("Mục ISO hai"),
        MOVED + "sitemap.xml": f"<urlset><loc>{MOVED}an</loc></urlset>",
        MOVED + "an": page("Trang ẩn"),
    }
    # The fake gives the links of a moved page relative to where it ended.
    done = visit(pages, task=TWO)
    for address in (MOVED + "iso", MOVED + "iso2", MOVED + "an"):
        assert done.outcome(address) is Outcome.OK
    assert done.visit.sitemap is Aid.USED
    assert MOVED in done.visit.state_detail


def test_second_address_is_a_home_page_even_where_the_first_links_it() -> None:
    """A link from the first home page does not make it a page like any other."""
    pages: dict[str, Handler] = {"/": page("Một", f"{SECOND}|Trang cũ"), SECOND: page("Hai")}
    done = visit(pages, task=TWO)
    assert [a.found_by for a in done.visit.attempts if a.address == SECOND] == [FoundBy.HOME]


def test_second_address_that_leads_elsewhere_or_fails_is_a_gap() -> None:
    """Another agency's portal and one that is down both leave a home page unseen."""
    foreign = "http://ban.example4.vn/"
    task = PortalTask(HOME, (HOME, SECOND), foreign_urls=(foreign,))
    home = page("Trang", "/tin|Tin tức")
    for served in (Served(page("Bạn"), final=foreign), Served("", Outcome.TIMEOUT, None)):
        done = visit({"/": home, "/tin": page("Tin"), SECOND: served}, task=task)
        attempt = next(a for a in done.visit.attempts if a.address == SECOND)
        assert attempt.found_by is FoundBy.HOME
        assert attempt.outcome in (Outcome.REDIRECTED_AWAY, Outcome.TIMEOUT)
        assert done.visit.state is PortalState.PARTLY_REACHED


def test_second_address_that_robots_forbids_is_a_gap() -> None:
    """What may not be opened was not looked at."""
    rules = Served("User-agent: *\nDisallow: /\n", content_type="text/plain")
    pages: dict[str, Handler] = {"/": page("Trang"), SECOND + "robots.txt": rules}
    done = visit(pages, task=TWO)
    assert done.outcome(SECOND) is Skip.ROBOTS
    assert SECOND not in done.portal.asked


def test_failed_scheme_is_no_gap_where_the_other_was_read() -> None:
    """Port 80 is closed on many portals: the https home page stands for both."""
    secure = HOME.replace("http:", "https:")
    pages: dict[str, Handler] = {
        HOME: Served("", Outcome.REFUSED, None),
        secure: page("Trang", "/tin|Tin tức"),
        secure + "tin": page("Tin tức"),
    }
    done = visit(FakePortal(pages))
    assert done.visit.state is PortalState.REACHED
    homes = [a.address for a in done.visit.attempts if a.found_by is FoundBy.HOME]
    assert homes == [secure]
    recorded = {(a.started_at, a.found_by) for a in done.notes.final if a.address == HOME}
    again = [a for a in done.notes.final if a.address == HOME and a.found_by is FoundBy.AID]
    assert {(a.started_at, FoundBy.HOME) for a in again} <= recorded
    assert len(again) == 2


def test_links_of_a_splash_page_are_taken_too() -> None:
    """The page that leads on to one language links the other."""
    splash = page("Chọn", "/vi|Tiếng Việt", more='<script>location.href="/en"</script>')
    pages: dict[str, Handler] = {
        "/": splash,
        "/en": page("English", "/en/a|News"),
        "/vi": page("Trang chủ", "/iso|ISO"),
        "/en/a": page("a"),
        "/iso": page("ISO"),
    }
    done = visit(pages)
    assert {HOME + "en/a", HOME + "vi", HOME + "iso"} <= set(done.portal.asked)


def test_home_page_that_only_frames_a_foreign_page_is_itself_home() -> None:
    """A map or a film set into a lean home page is not where the portal is."""
    frame = '<iframe src="https://www.facebook.com/plugins/page.php"></iframe>'
    done = visit({"/": page("Trang", "/iso|ISO", more=frame), "/iso": page("ISO")})
    assert not any("facebook" in address for address in done.portal.asked)


def test_evidence_outside_the_portal_is_not_reopened() -> None:
    """An address that the registry has changed takes its old papers along; shares stay."""
    share = "https://drive.google.com/uc?id=1&export=download&file=iso.pdf"
    task = PortalTask(
        HOME,
        (HOME,),
        start_with=(KnownAddress("http://xa-khac.example9.vn/iso"), KnownAddress(share)),
    )
    done = visit(FakePortal(at_home({"/": page("Trang")})), task=task)
    assert "http://xa-khac.example9.vn/iso" not in done.portal.asked
    assert any("drive.google.com/uc" in address for address in done.portal.asked)
