"""One agency, many addresses; two agencies on one host; papers next door."""

from __future__ import annotations

import json

from crawler.scope import Scope, is_part_of
from crawler.visit import PortalTask
from domain.outcomes import Outcome, Skip
from domain.visits import FoundBy
from tests.unit.crawler_visit.portal import HOME, Handler, Served, page, visit

PDF = Served("%PDF công bố", content_type="application/pdf")
DISTRICT = HOME
COMMUNE = HOME + "xa-a/"


def test_what_another_agency_has_on_its_path_is_its_own() -> None:
    """A district's portal ends where its communes' begin, and theirs where the district's is."""
    district = Scope((DISTRICT,), (COMMUNE, "http://khac.example.vn/"))
    assert district.covers(HOME + "tin-tuc")
    assert not district.covers(COMMUNE + "iso")
    assert not district.covers(HOME + "xa-a")
    assert district.covers(HOME + "xa-ab/iso")
    assert not Scope((COMMUNE,), (DISTRICT,)).covers(HOME + "tin-tuc")
    assert Scope((COMMUNE,), (DISTRICT,)).covers(COMMUNE + "iso")


def test_agencies_that_share_one_address_both_publish_there() -> None:
    """Where the registry gives two agencies the same portal, it is each one's whole."""
    assert Scope((DISTRICT,), (DISTRICT,)).covers(HOME + "iso")
    assert (
        Scope((DISTRICT,), (COMMUNE,))
        .wider("http://moi.example.vn/")
        .covers("http://moi.example.vn/a")
    )


def test_an_agencys_own_address_among_the_others_changes_nothing() -> None:
    """All visits of a night are given the same addresses, their own among them."""
    district = Scope((DISTRICT,), (DISTRICT, COMMUNE))
    assert district.covers(HOME + "tin-tuc")
    assert not district.covers(COMMUNE + "iso")
    assert Scope((COMMUNE,), (DISTRICT, COMMUNE)).covers(COMMUNE + "iso/2026")
    assert not Scope((COMMUNE,), (DISTRICT, COMMUNE)).covers(HOME + "tin-tuc")


def test_what_lies_within_a_portal_is_told_by_whole_folders() -> None:
    """A portal holds its own directory and all below it, and no other that begins alike."""
    others = (COMMUNE, "http://khac.example.vn/trang-chu", "no address")
    assert is_part_of(HOME + "xa-a", others)
    assert is_part_of(HOME + "xa-a/iso/2026.pdf?x=/", others)
    assert is_part_of("https://www.khac.example.vn", others)
    assert not is_part_of(HOME + "xa-ab/iso", others)
    assert not is_part_of(HOME, others)


def test_a_districts_visit_leaves_its_communes_pages_alone() -> None:
    """Their sections are linked from the district's pages, and not opened in its name."""
    pages: dict[str, Handler] = {
        "/": page("Huyện", "/iso|ISO", "/xa-a/iso|ISO xã A"),
        "/iso": page("ISO"),
        "/xa-a/iso": page("ISO xã A"),
    }
    task = PortalTask(HOME, (HOME,), foreign_urls=(COMMUNE,))
    done = visit(pages, task=task)
    assert done.outcome("/iso") is Outcome.OK
    assert done.outcome("/xa-a/iso") is Skip.OFF_PORTAL


def test_a_page_next_door_gives_its_papers_and_nothing_else() -> None:
    """Named by the agency's own text, a page of another host is a step to its files only."""
    pages: dict[str, Handler] = {
        "/": page("Trang chủ", "http://congbao.example.vn/vb/7|Công bố ISO"),
        "http://congbao.example.vn/vb/7": page(
            "Quyết định công bố ISO", "/tep/7.pdf|Tải về", "/vb/8|ISO khác", "/menu.pdf|ISO|menu"
        ),
        "http://congbao.example.vn/tep/7.pdf": PDF,
    }
    done = visit(pages)
    assert done.outcome("http://congbao.example.vn/tep/7.pdf") is Outcome.OK
    assert done.outcome("http://congbao.example.vn/vb/7") is Outcome.UNREADABLE
    assert not {"http://congbao.example.vn/vb/8", "http://congbao.example.vn/menu.pdf"} & set(
        done.portal.asked
    )
    paper = next(one for one in done.visit.attempts if one.address.endswith("7.pdf"))
    assert (paper.words.text, paper.words.title) == ("Công bố ISO", "Tải về")


def test_what_wordpress_lists_is_weighed_by_its_titles() -> None:
    """Every post that the interface names is known, a page of a hundred at a time."""
    offer = (
        '<map href="/so-do"></map><link rel="https://api.w.org/" href="/wp-json/" />/wp-content/'
    )
    rows = [
        {"link": f"{HOME}bai-{n}", "title": {"rendered": f"Tin &#8211; {n}"}} for n in range(104)
    ]
    rows[7]["title"] = {"rendered": "Công bố ISO"}

    def listed(first: int) -> Served:
        return Served(json.dumps(rows[first : first + 100]), content_type="application/json")

    api = f"{HOME}wp-json/wp/v2/"
    fields = "&_fields=link,title"
    pages: dict[str, Handler] = {
        "/": page("Trang chủ", more=offer),
        f"{api}posts?per_page=100&page=1{fields}": listed(0),
        f"{api}posts?per_page=100&page=2{fields}": listed(100),
        f"{api}pages?per_page=100&page=1{fields}": Served("[]"),
        **{f"/bai-{n}": page(f"Bài {n}", text=f"nội dung {n:b}") for n in range(104)},
    }
    done = visit(pages)
    posts = [one for one in done.visit.attempts if "/bai-" in one.address]
    assert len(posts) == 104
    assert {one.found_by for one in posts} == {FoundBy.SITEMAP}
    assert posts[0].words.text == "Công bố ISO"
    assert not [one for one in done.portal.asked if "page=3" in one]


def test_a_refused_interface_is_no_gap() -> None:
    """Most portals close it: the posts are found by their pages all the same."""
    offer = '<link rel="https://api.w.org/" href="/wp-json/" />/wp-content/'
    done = visit({"/": page("Trang chủ", "/a|Tin", more=offer), "/a": page("Tin")})
    assert done.outcome("/a") is Outcome.OK
    assert done.visit.state.judgeable


def test_a_paper_saved_as_a_page_next_door_is_a_paper() -> None:
    """Word's own HTML under the name of a DOC is read; a login sent under it is not."""
    address = "http://files.example.vn/chinh-sach-iso.doc"
    text = "Ủy ban nhân dân xã cam kết duy trì hệ thống quản lý chất lượng ISO. " * 8
    for sent, outcome in (
        (page("Chính sách chất lượng", text=text), Outcome.OK),
        (page("Đăng nhập", text="Mời đăng nhập."), Outcome.UNREADABLE),
        (page("Cổng", *(f"/{n}|mục" for n in range(9)), text=text), Outcome.UNREADABLE),
    ):
        pages: dict[str, Handler] = {"/": page("Trang chủ", f"{address}|ISO"), address: sent}
        assert visit(pages).outcome(address) is outcome
