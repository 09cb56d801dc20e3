"""What a portal's search box is worth: answers nobody could read are no proof that nothing is."""

from __future__ import annotations

from urllib.parse import quote_plus

import pytest

from crawler.visit.aids.search import NONSENSE, QUERIES
from domain.outcomes import Aid
from tests.unit.crawler_visit.portal import Handler, at_home, visit
from tests.unit.crawler_visit.test_post_lists import read_markup

_BOX = "<form action='/tim'><input name=q placeholder='Tìm kiếm'></form>"
_NAV = "<nav><ul><li><a href='/iso'>ISO 9001:2015</a></li></ul></nav>"
_TITLE = "Mục tiêu chất lượng năm 2026"


def _page(title: str, main: str) -> str:
    return (
        f"<html><head><title>{title}</title></head><body>{_BOX}{_NAV}<div id='content'>"
        f"<h2>{title}</h2>{main}</div></body></html>"
    )


def _searched(found: str, empty: str = "<p>Không tìm thấy kết quả nào phù hợp.</p>") -> Aid:
    """What the search of a portal comes to whose home page holds no title to ask it for."""
    pages: dict[str, Handler] = {
        "/": _page("Trang chủ", "<p>Chào mừng quý vị đến với trang của xã Tân Lập.</p>"),
        "/iso": _page("ISO 9001:2015", "<p>Chuyên mục chưa có bài viết nào.</p>"),
        _asked(NONSENSE): _page("Kết quả", empty),
    }
    for query in QUERIES:
        said = found.replace("{q}", quote_plus(query))
        pages[_asked(query)] = _page("Kết quả", said)
    return visit(at_home(pages), reader=read_markup).visit.search


def _asked(query: str) -> str:
    return f"/tim?q={quote_plus(query)}"


@pytest.mark.parametrize(
    "found",
    [
        "<p>Tìm thấy 3 kết quả.</p>",
        "<div id='ds-ket-qua'></div><script src='/tim.js'></script>",
        f"<ul><li><a href='javascript:xemTin(9)'>{_TITLE}</a></li></ul>",
    ],
    ids=("only told", "filled by a script", "opened by a script"),
)
def test_answers_that_nobody_could_read_are_a_search_that_failed(found: str) -> None:
    """Even where the home page has no title by which the box could be tried."""
    assert _searched(found) is Aid.FAILED


@pytest.mark.parametrize(
    "found",
    [
        "<p>Không tìm thấy kết quả nào phù hợp.</p>",
        "<p>Tìm thấy 1 kết quả.</p><ul><li><a href='/iso'>ISO 9001:2015</a></li></ul>",
    ],
)
def test_an_answer_of_nothing_new_is_no_failure(found: str) -> None:
    """It says that nothing was found, or shows what the menu shows as well."""
    assert _searched(found) is Aid.NONE


def test_results_that_carry_the_words_asked_are_results() -> None:
    """Portals hand the words on, to show them in colour; another search for them is none."""
    other = "<a href='/tim-nang-cao?q={q}'>Tìm trong văn bản pháp quy</a>"
    empty = f"<p>Không tìm thấy.</p>{other.replace('{q}', NONSENSE)}"
    assert _searched(f"<ul><li><a href='/bai/9?tukhoa={{q}}'>{_TITLE}</a></li></ul>") is Aid.USED
    assert _searched(other, empty) is Aid.NONE
