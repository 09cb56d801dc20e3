"""Articles as they are to be printed: opened until they prove to be nothing more."""

from __future__ import annotations

import pytest

from crawler.visit.print_views import TESTED
from domain.outcomes import Outcome, PortalState, Skip
from tests.unit.crawler_visit.portal import HOME, Handler, Served, Visited, page, visit

ARTICLES = 12
ADDRESS = "/Portal/PrintItem.aspx?ContentID={}"
SAYS = "In bài viết"
MORE = " Dự hội nghị có đại diện lãnh đạo xã, các đoàn thể và đông đảo bà con trong thôn." * 3


def text_of(number: int) -> str:
    """What one article tells."""
    return f"Bài số {number} kể về hội nghị tổng kết công tác của thôn." + MORE


def portal(address: str = ADDRESS, says: str = SAYS) -> dict[str, Handler]:
    """A home page that lists articles, each with its printed form."""
    articles = range(ARTICLES)
    listed = [f"/bai/{number}|Bài viết số {number}" for number in articles]
    pages: dict[str, Handler] = {"/": page("Trang chủ", *listed)}
    for number in articles:
        to = address.format(number)
        pages[f"/bai/{number}"] = page(f"Bài {number}", f"{to}|{says}", text=text_of(number))
        pages[to] = page(f"Bài {number}", text=f"{text_of(number)} Ngày in 23/11/2026.")
    return pages


def opened(done: Visited, mark: str = "Print") -> int:
    """How many printed forms were asked for."""
    return sum(mark in address for address in done.portal.asked)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        (ADDRESS, SAYS),
        (ADDRESS, ""),
        ("/Print/{}.html", "Bản in"),
        ("/xem.aspx?id={}&Printed=co", "[ In trang này ]"),
    ],
)
def test_printed_forms_are_not_opened_once_the_first_told_nothing_more(
    address: str, says: str
) -> None:
    """They leave no gap, for their articles were read."""
    done = visit(portal(address, says))
    assert opened(done) == TESTED
    left = [one for one in done.visit.attempts if "Print" in one.address and one.skip]
    assert left
    assert {one.skip for one in left} == {Skip.TRAP_CLOSED}
    assert done.visit.state is PortalState.REACHED


def one_says(number: int, *links: str, text: str = "") -> dict[str, Handler]:
    """A printed form that holds more than its article."""
    more = page(f"Bài {number}", *links, text=f"{text_of(number)} {text}")
    return {ADDRESS.format(number): more}


@pytest.mark.parametrize(
    "more",
    [
        one_says(1, "/files/muc-tieu.pdf|Tệp đính kèm"),
        one_says(2, text="Mục tiêu chất lượng năm nay: giải quyết đúng hạn hồ sơ, không trễ hẹn."),
    ],
)
def test_printed_forms_are_opened_where_one_holds_more(more: dict[str, Handler]) -> None:
    """A text that the article's own page does not show, or a paper that hangs only there."""
    assert opened(visit(portal() | more)) == ARTICLES


def test_the_printed_form_of_an_article_that_failed_is_opened() -> None:
    """It is the only way left to it; here the list itself prints each of its articles."""
    pages = portal()
    listed = [f"{ADDRESS.format(number)}|{SAYS}" for number in range(ARTICLES)]
    pages["/danh-sach"] = page("Danh sách", *listed)
    pages["/"] = page(
        "Trang chủ", "/danh-sach|Danh sách", *(f"/bai/{n}|Bài số {n}" for n in range(ARTICLES))
    )
    pages["/bai/3"] = Served("", Outcome.HTTP_ERROR, 500)
    done = visit(pages)
    assert done.outcome(ADDRESS.format(3)) is Outcome.OK
    assert opened(done) == TESTED + 1


def test_a_file_that_says_print_is_opened() -> None:
    """A paper may be called so: "Bản in" of a plan is the plan."""
    pages = portal("/files/Print-{}.pdf", "Bản in")
    pages |= {
        f"/files/Print-{n}.pdf": Served(f"%PDF bản {n}", content_type="application/pdf")
        for n in range(ARTICLES)
    }
    assert opened(visit(pages)) == ARTICLES


def test_what_failed_proves_nothing() -> None:
    """Printed forms that could not be seen are held against no article: more are asked."""
    pages = portal() | {
        ADDRESS.format(n): Served("", Outcome.HTTP_ERROR, 500) for n in range(ARTICLES)
    }
    asked = {one for one in visit(pages).portal.asked if "Print" in one}
    assert asked == {HOME.rstrip("/") + ADDRESS.format(n) for n in range(ARTICLES)}


def test_a_page_that_hardly_says_anything_vouches_for_no_printed_form() -> None:
    """A list of one row without a link but "Bản in" is no article, nor is one whole in print."""
    pages = portal()
    pages["/"] = page(
        "Trang chủ", *(f"/bai/{n}|Bài viết số {n}" for n in range(ARTICLES)), "/iso|ISO"
    )
    pages["/iso"] = page("ISO", f"{ADDRESS.format(99)}|{SAYS}", text="Mục tiêu chất lượng 2026")
    pages[ADDRESS.format(99)] = page("Mục tiêu chất lượng 2026")
    assert HOME.rstrip("/") + ADDRESS.format(99) in visit(pages).portal.asked
