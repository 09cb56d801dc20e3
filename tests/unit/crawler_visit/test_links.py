"""Which links are followed, and which are passed over with what reason."""

from __future__ import annotations

from crawler.visit import PortalTask
from domain.outcomes import Outcome, PortalState, Skip
from domain.visits import FoundBy
from tests.unit.crawler_visit.portal import HOME, Handler, Served, page, visit

PDF = Served("%PDF công bố", content_type="application/pdf")


def test_paper_on_another_host_of_the_province_is_followed_one_step() -> None:
    """A paper there is read, a page that the menu names is not."""
    pages: dict[str, Handler] = {
        "/": page(
            "Trang chủ",
            "http://files.example.vn/iso.pdf|Công bố ISO",
            "http://so.example.vn/iso|Trang ISO của Sở|menu",
            "http://la.org/iso.pdf|ISO",
        ),
        "http://files.example.vn/iso.pdf": PDF,
    }
    done = visit(pages)
    assert done.outcome("http://files.example.vn/iso.pdf") is Outcome.OK
    assert done.outcome("http://so.example.vn/iso") is Skip.OFF_PORTAL
    assert done.outcome("http://la.org/iso.pdf") is Skip.OFF_PORTAL
    assert "http://files.example.vn/robots.txt" in done.portal.asked


def test_share_that_shows_a_page_instead_of_the_file_is_unreadable() -> None:
    """A paper on a share is tried, and its viewer is not taken for the paper."""
    share = "https://drive.google.com/file/d/abc/view"
    pages: dict[str, Handler] = {
        "/": page("Trang chủ", f"{share}|Công bố ISO"),
        share: page("Công bố ISO - Google Drive"),
    }
    done = visit(pages)
    assert done.outcome(share) is Outcome.UNREADABLE
    assert all(one.attempt.address != share for one in done.notes.pages)


def test_page_behind_a_paper_link_on_another_host_is_no_content() -> None:
    """A file link of another host that gives a page is not read as the agency's own."""
    other = "http://files.example.vn/iso.aspx?fileid=3"
    done = visit({"/": page("Trang chủ", f"{other}|Công bố ISO"), other: page("ISO của Sở")})
    assert done.outcome(other) is Outcome.UNREADABLE
    assert len(done.notes.pages) == 1


def test_login_systems_and_layout_are_never_asked() -> None:
    """Login hosts, login pages, scripts and mail links are left alone."""
    links = (
        "/dang-nhap|ISO đăng nhập", "http://qlvb.example.vn/|ISO", "/a.css|ISO",
        "mailto:a@b.vn|ISO", "javascript:void(0)|ISO", "tel:123|ISO", "#top|ISO",
    )  # fmt: skip
    done = visit({"/": page("Trang chủ", *links)})
    assert {address.removeprefix(HOME) for address in done.portal.asked} <= {
        "", "robots.txt", "sitemap.xml", "giamsat-thu-dia-chi-khong-co-that",
    }  # fmt: skip
    assert done.outcome("/dang-nhap") is Skip.LOGIN_SYSTEM


def test_link_that_posts_is_a_gap_where_it_could_matter() -> None:
    """Paging by a script is recorded at each page it stands on, and makes the visit partial."""
    more = '<post href="__doPostBack(2)" zone="paging">2</post>'
    pages: dict[str, Handler] = {
        "/": page("Trang chủ", "/a|Văn bản", more=more),
        "/a": page("Văn bản", more=more),
    }
    done = visit(pages)
    posts = [one for one in done.visit.attempts if one.skip is Skip.NEEDS_POST]
    assert [one.address for one in posts] == [f"{HOME}{path}#__doPostBack(2)" for path in ("", "a")]
    assert done.visit.state is PortalState.PARTLY_REACHED


def test_same_link_on_all_pages_is_one_attempt_that_gathers_telling_words() -> None:
    """Another link to an address adds its words only where they could mean something else."""
    pages: dict[str, Handler] = {
        "/": page("Trang chủ", "/x|ISO", "/y|ISO y", "http://portal.example.vn/x|ISO lần nữa"),
        "/y": page("Y", "/x|Mục tiêu chất lượng", "/x|Mục tiêu chất lượng", "/x|Xem thêm"),
        "/x": page("X", text="Trang có gì đó"),
    }
    done = visit(pages)
    (one,) = (a for a in done.visit.attempts if a.address == HOME + "x")
    assert one.words.text == "ISO"
    assert [words.text for words in one.also] == ["Mục tiêu chất lượng"]
    assert done.portal.asked.count(HOME + "x") == 1


def test_a_link_that_promises_more_adds_its_words() -> None:
    """A number in the section about ISO tells more of an address than elsewhere."""
    pages: dict[str, Handler] = {
        "/": page("Trang chủ", "/x|Quyết định số 5", "/y|Bài khác"),
        "/y": page("Y", "/x|Quyết định số 5 (ISO)"),
        "/x": page("X", text="Trang có gì đó"),
    }
    done = visit(pages)
    (one,) = (a for a in done.visit.attempts if a.address == HOME + "x")
    assert [words.text for words in one.also] == ["Quyết định số 5 (ISO)"]


def test_scheme_and_www_make_no_second_request() -> None:
    """A portal that links itself by both schemes and both names is read once."""
    links = ["/a|A", "https://portal.example.vn/a|A", "http://www.portal.example.vn/a|A"]
    done = visit({"/": page("Trang chủ", *links), "/a": page("A")})
    assert sum(address.endswith("/a") for address in done.portal.asked) == 1


def test_redirect_to_home_elsewhere_and_login() -> None:
    """A dead address led home, one led away and one led to a login are told apart."""
    away = "http://dichvucong.gov.vn/"
    pages: dict[str, Handler] = {
        "/": page("Trang chủ", "/cu|ISO cũ", "/dvc|Dịch vụ công", "/kin|ISO nội bộ"),
        "/cu": Served(page("Trang chủ"), final=HOME),
        "/dvc": Served(page("Dịch vụ công quốc gia", "/iso|ISO"), final=away),
        "/kin": Served(page("Vào"), final=HOME + "login.aspx"),
    }
    done = visit(pages)
    assert done.outcome("/cu") is Outcome.SOFT_NOT_FOUND
    assert done.outcome("/dvc") is Outcome.REDIRECTED_AWAY
    assert done.outcome("/kin") is Outcome.LOGIN_REQUIRED
    assert len(done.notes.pages) == 1


def test_all_addresses_of_an_agency_are_opened() -> None:
    """A second address of the agency is a home page of its own."""
    second = "http://hai.example.vn/"
    pages: dict[str, Handler] = {"/": page("Một"), second: page("Hai", "/iso|ISO")}
    done = visit(pages, task=PortalTask(HOME, (HOME, second)))
    attempt = next(one for one in done.visit.attempts if one.address == second)
    assert attempt.found_by is FoundBy.HOME
    assert second + "iso" in done.portal.asked


def test_path_hosted_agency_stays_in_its_path() -> None:
    """An agency under a path is not judged by its neighbours' pages."""
    home = HOME + "xuanphu/"
    pages: dict[str, Handler] = {
        "/xuanphu/": page("Xuân Phú", "/xuanphu/iso|ISO", "/xuanlap/iso|ISO xã bạn"),
        "/xuanphu/iso": page("ISO"),
    }
    done = visit(pages, task=PortalTask(home, (home,)))
    assert done.outcome("/xuanphu/iso") is Outcome.OK
    assert done.outcome("/xuanlap/iso") is Skip.OFF_PORTAL


def test_unreadable_paper_is_told_to_the_rules() -> None:
    """A damaged file is unreadable, reaches progress, and leaves the portal reached."""
    pages: dict[str, Handler] = {
        "/": page("Trang chủ", "/iso.pdf|Công bố ISO"),
        "/iso.pdf": Served("%PDF broken", content_type="application/pdf"),
    }
    done = visit(pages)
    assert done.outcome("/iso.pdf") is Outcome.UNREADABLE
    assert done.notes.pages[-1].attempt.address == HOME + "iso.pdf"
    assert done.visit.state is PortalState.REACHED


def test_home_page_without_content_of_its_own_is_followed_onward() -> None:
    """A refresh in the home page's markup leads to the real one."""
    refresh = '<meta http-equiv="refresh" content="0;url=/vi/">'
    done = visit({"/": refresh, "/vi/": page("Trang chủ", "/iso|ISO"), "/iso": page("ISO")})
    assert done.outcome("/iso") is Outcome.OK


def test_page_that_needs_a_browser_makes_the_visit_partial() -> None:
    """A script-built home page is read as far as it goes; its shells are not "not found"."""
    shell = "<title>App</title><shell>x</shell>"
    done = visit({"/": shell + page("App", "/iso|ISO"), "/iso": shell})
    assert done.visit.state is PortalState.PARTLY_REACHED
    assert done.outcome("/iso") is Outcome.OK


def test_a_tool_that_is_called_by_a_papers_name_is_asked() -> None:
    """Some programs call showing a page an action, too."""
    pages: dict[str, Handler] = {
        "/": page("Trang chủ", "/x?title=a&action=info|Công bố ISO", "/filter/tips|Văn bản"),
        "/x?title=a&action=info": page("Công bố ISO"),
    }
    done = visit(pages)
    assert done.outcome("/x?title=a&action=info") is Outcome.OK
    assert done.outcome("/filter/tips") is Skip.TOOL
