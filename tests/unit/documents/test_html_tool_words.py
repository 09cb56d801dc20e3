"""Words of buttons that serve the page itself."""

from __future__ import annotations

import pytest

from documents.html.tool_words import names_something, serves_page
from tests.unit.documents.html_pages import page_of


@pytest.mark.parametrize(
    "words",
    [
        "Tiếng Việt", "(Đóng)", "Đổi mã khác", "Tương phản", "★", "Biểu quyết",
        "Bỏ qua để đến Nội dung chính", "Turn off Animations", "Quay lại", "Quên mật khẩu?",
    ],
)  # fmt: skip
def test_tools(words: str) -> None:
    """Whatever script they run, nothing stands behind them."""
    assert serves_page(words)
    assert not names_something(words)
    pressed = "<a href=\"javascript:lam('1')\">" + words + "</a>"
    assert not page_of(f"<main><h1>Văn bản</h1><p>Bài.</p>{pressed}</main>").links


@pytest.mark.parametrize(
    "words",
    ["Đánh giá nội bộ", "Trang sau", "Xem thêm", "Mục tiêu", "2", "»", "Tìm kiếm", "Kết quả", "In"],
)
def test_what_may_lead_on(words: str) -> None:
    """Lists turn by arrows and numbers, and papers begin with the words of tools."""
    assert not serves_page(words)
    pressed = "<a href=\"javascript:lam('1')\">" + words + "</a>"
    assert page_of(f"<main><h1>Văn bản</h1><p>Bài.</p>{pressed}</main>").links


def test_arrows_of_pictures_turn_no_list() -> None:
    """The same arrows below a list without pictures do."""
    arrows = "<a onclick='p(-1)' class=prev>❮</a><a onclick='p(1)' class=next>❯</a>"
    show = f'<div class="slider"><img src=/1.jpg>{arrows}</div>'
    page = "<main><h1>Văn bản</h1><p>Bài.</p>{}</main>"
    assert not page_of(page.format(show)).links
    assert page_of(page.format(f"<div class='danh-sach'>{arrows}</div>")).links
    pager = "<a href='javascript:void(0)' onclick='trang(2)'>❯</a>"
    assert page_of(page.format(f"<ul><li>Văn bản 1</li></ul>{pager}{show}")).links
    bare = '<div class="swiper"><img src=/1.jpg><i>❯</i></div>'
    assert page_of(page.format(f"<ul><li>Văn bản 1</li></ul>{pager}{bare}")).links


def test_a_heading_of_menus_names_no_section() -> None:
    """ "Chuyên mục" stands above the sections; what names one of them says which."""
    assert not names_something("Chuyên mục")
    assert names_something("Chuyên mục ISO 9001")
