"""The words that tell the parts of a page: what opens a zone, what changes at every visit."""

from __future__ import annotations

import pytest

from documents.html.words import is_file, is_pager_text, is_volatile, opened_by, place_of
from documents.html.words import without_counter as kept
from domain.documents import Zone
from tests.unit.documents.html_pages import page_of, zone_of


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("Tin khác", Zone.RELATED),
        ("CÁC TIN KHÁC:", Zone.RELATED),
        ("» Bài viết liên quan", Zone.RELATED),
        ("Tin cùng chuyên mục", Zone.RELATED),
        ("File đính kèm:", Zone.ATTACHMENT),
        ("Các tệp tin đính kèm", Zone.ATTACHMENT),
        ("Tải về", Zone.ATTACHMENT),
        ("Tin khác với mọi năm là mục tiêu chất lượng được ban hành sớm", None),
        ("Mục tiêu chất lượng năm 2021", None),
    ],
)
def test_what_a_line_opens(line: str, zone: Zone | None) -> None:
    """Short lines that name a box open it; sentences that begin alike do not."""
    assert opened_by(line) is zone


@pytest.mark.parametrize(
    ("line", "volatile"),
    [
        ("Lượt truy cập: 123.456", True),
        ("Đang truy cập: 12 Hôm nay: 345 Tổng lượt truy cập: 67.890", True),
        ("1.234 lượt xem", True),
        ("Chủ nhật, 22/11/2026 20:31:12", True),
        ("Thứ hai, 05/02/2021 10:00", False),
        ("Tổng số thủ tục: 161", False),
        ("Hôm nay, 05/02/2021, Ủy ban nhân dân xã ban hành kế hoạch", False),
        ("Mục tiêu chất lượng năm 2021", False),
    ],
)
def test_what_changes_at_every_visit(line: str, volatile: bool) -> None:
    """Counters and running clocks, but no date of an article and no figure of its text."""
    assert is_volatile(line) is volatile


def test_a_view_counter_leaves_the_date_beside_it() -> None:
    """Only the counter goes out of an article's line of facts."""
    assert kept("Ngày đăng: 05/02/2021 - Lượt xem: 1.234") == "Ngày đăng: 05/02/2021"
    own = "Đề nghị xem: 12 mục tiêu đã ban hành"
    assert kept(own) == own


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("main-menu", Zone.MENU),
        ("nav navbar-nav", Zone.MENU),
        ("tinkhac", Zone.RELATED),
        ("box-tin-moi-truong", None),
        ("phantrang", Zone.PAGING),
        ("entry-header", None),
        ("entry-content", Zone.MAIN),
        ("site-footer", Zone.FOOTER),
        ("text-right", None),
    ],
)
def test_what_a_class_says(words: str, zone: Zone | None) -> None:
    """Class and id words in Vietnamese and English name places; look-alikes do not."""
    place = place_of("div", "", words)
    assert (place.zone if place else None) is zone


@pytest.mark.parametrize(
    "text", ["2", "»", "Tiếp theo", "Trang sau", "Next", "[10]", "Older posts"]
)
def test_words_of_a_pager(text: str) -> None:
    """Numbers, arrows and the usual words lead to another page of the list."""
    assert is_pager_text(text)


@pytest.mark.parametrize("text", ["", "2021 là năm", "Sau đại hội", "Trang chủ"])
def test_words_of_no_pager(text: str) -> None:
    """Words that only begin alike do not."""
    assert not is_pager_text(text)


@pytest.mark.parametrize(
    ("href", "file"),
    [
        ("/upload/MTCL%202021.pdf", True),
        ("/a.doc?x=1", True),
        ("/LinkClick.aspx?fileticket=abc", True),
        ("/documents/10184/2021/abc", True),
        ("/tin-tuc/pdf-la-gi.html", False),
        ("/chi-tiet.aspx?ItemID=12", False),
    ],
)
def test_addresses_of_files(href: str, file: bool) -> None:
    """Extensions and the download addresses of known platforms."""
    assert is_file(href) is file


def test_news_are_the_page_where_nothing_else_stands() -> None:
    """A home page of "Tin mới nhất" alone is a list; beside an article it is a box of others."""
    news = "<h3>TIN MỚI NHẤT</h3><p><a href=/a>Đại hội Mặt trận Tổ quốc</a> (30/09/2026)</p>"
    menu = "<ul class=menu><li><a href=/>Trang chủ</a></li></ul>"
    assert zone_of(page_of(f"{menu}<div>{news}</div>"), "Đại hội") is Zone.LIST
    article = "<h1>Chính sách chất lượng</h1><p>Ủy ban nhân dân xã cam kết phục vụ.</p>"
    assert zone_of(page_of(f"{menu}{article}<div>{news}</div>"), "Đại hội") is Zone.RELATED
    others = news.replace("MỚI NHẤT", "KHÁC")
    assert zone_of(page_of(f"{menu}<div>{others}</div>"), "Đại hội") is Zone.RELATED
