"""What a link is said to hang on is the article it stands in, not the portal's banner."""

from __future__ import annotations

from tests.unit.crawler_visit.portal import HOME, Handler, at_home, visit
from tests.unit.crawler_visit.test_post_lists import read_markup

_TITLE = "Mục tiêu chất lượng năm 2026"


def _page(heading: str, main: str) -> str:
    return (
        f"<html><head><title>{heading} - Xã Tân Lập</title></head><body><header>"
        "<h1>TRANG THÔNG TIN ĐIỆN TỬ XÃ TÂN LẬP</h1></header>"
        f"<div id='content'>{heading and f'<h2>{heading}</h2>'}{main}</div></body></html>"
    )


def _title_above(heading: str, below: str = "") -> str:
    pages: dict[str, Handler] = {
        "/": _page("Tin tức", "<ul><li><a href='/bai'>Bài viết của xã</a></li></ul>"),
        "/bai": _page(heading, "<p>Chi tiết <a href='/tep/5.docx'>tại đây</a></p>" + below),
    }
    attempts = visit(at_home(pages), reader=read_markup).visit.attempts
    return next(a.words.parent_title for a in attempts if a.address == HOME + "tep/5.docx")


def test_a_dead_file_hangs_on_the_article_whose_title_names_it() -> None:
    """The banner is a heading as well, and stands above every article."""
    assert _title_above(_TITLE) == _TITLE


def test_without_a_heading_of_its_own_a_page_has_its_title() -> None:
    """It says more than the portal's name."""
    assert _title_above("") == "- Xã Tân Lập"


def test_a_box_below_the_text_names_no_page() -> None:
    """SharePoint marks up no heading of an article; the first one is a column's."""
    box = f"<p>{'Nội dung của bài viết. ' * 10}</p><h3>Bản đồ</h3><p>Vị trí</p>"
    assert _title_above("", box) == "- Xã Tân Lập"
    assert _title_above(_TITLE, box) == _TITLE
