"""What heads a box in one column says nothing of the column beside it."""

from __future__ import annotations

import pytest

from domain.documents import Zone
from tests.unit.documents.html_pages import page_of, zone_of

_FOOT = "<div>Chịu trách nhiệm: Chủ tịch UBND xã. Ghi rõ nguồn khi phát hành lại tin.</div>" * 9
_PAPER = "<p>Ủy ban nhân dân xã ban hành mục tiêu chất lượng năm 2026.</p><p>1. Đúng hạn.</p>"
_SITES = "<select><option>Chọn<option value=//a.vn/1>Sở A<option value=//b.vn/1>Sở B</select>"
_BANNERS = "<a href=//a.vn><img src=1.jpg></a><a href=//b.vn><img src=2.jpg></a>"


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td><h3>Thời tiết</h3><iframe src=//t.vn/w></iframe></td><td>{}</td></tr>",
        "<div><div class=col-md-3><h3>Tin mới</h3><i></i></div><div class=col-md-9>{}</div></div>",
        "<div><div id=left><div><h3>Quảng cáo</h3><img src=a.jpg></div></div><div>{}</div></div>",
        "<div><div><h3>Liên kết website</h3>" + _SITES + "</div><div>{}</div></div>",
        "<div><div><h3>Liên kết website</h3>" + _BANNERS + "</div><div>{}</div></div>",
    ],
    ids=("cell", "column", "left", "choices", "banners"),
)
def test_a_box_ends_with_its_column(page: str) -> None:
    """The paper beside it is the page's own, be the frame around them as long as it likes."""
    title = "<title>Cổng thông tin điện tử xã</title><div>Mục tiêu</div>"
    document = page_of(title + page.format(_PAPER) + _FOOT)
    assert zone_of(document, "ban hành mục tiêu") is Zone.MAIN


def test_the_heading_that_a_page_is_called_by_stands_in_no_box() -> None:
    """An empty box before it, of which no class tells where it ends, is none around it."""
    box = (
        "<div><div class=hop><h3>Thời tiết</h3></div><div><h1>Mục tiêu chất lượng 2026</h1>{}</div>"
    )
    title = "<title>Mục tiêu chất lượng 2026 - Xã Minh Quán</title>"
    document = page_of(title + box.format(_PAPER) + "</div>" + _FOOT)
    assert zone_of(document, "ban hành mục tiêu") is Zone.MAIN


@pytest.mark.parametrize(
    "page",
    [
        "<div><div class=tieu-de><h3>Tin khác</h3></div><div>{}</div></div>",
        "<div><div class=title-left><h3>Tin khác</h3></div><div>{}</div></div>",
        "<div><div class=col-md-12><h3>Tin khác</h3></div><div class=col-4>{}</div></div>",
        "<table><tr><td>Tin khác</td></tr><tr><td>{}</td></tr></table>",
        "<table><tr><td></td><td>Tin khác</td><td></td></tr><tr><td>{}</td></tr></table>",
    ],
    ids=("bar", "corner", "row", "cell", "cells"),
)
def test_a_bar_with_a_title_heads_what_follows(page: str) -> None:
    """The title of a box and its list stand in elements of their own."""
    news = "<ul><li><a href=/1>Hội nghị tổng kết công tác Hội phụ nữ xã</a></li></ul>"
    document = page_of(f"<h1>Bài viết</h1>{_PAPER}{page.format(news)}{_FOOT}")
    assert zone_of(document, "Hội nghị") is Zone.RELATED
