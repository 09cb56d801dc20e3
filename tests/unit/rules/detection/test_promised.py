"""Pages of the system's section that show nothing, and those that show or say enough."""

from __future__ import annotations

import pytest

from domain.documents import Block, BlockKind, Document, HowRead, Link, Zone
from domain.visits import Attempt, FoundBy, LinkWords, Page
from rules.detection.promised import MENU_WHY, WHY
from tests.unit.rules.written_pages import NOW, notes

HOST = "https://minhquan.example.vn"
MENU = LinkWords(text="ISO 9001:2015", zone=Zone.MENU)
ENTRY = LinkWords(text="Văn bản 1", zone=Zone.LIST, parent_title="ISO 9001:2015")
LONG = "Hệ thống quản lý chất lượng được xây dựng từ năm 2020 và áp dụng ở mọi bộ phận. " * 5


def unseen(words: LinkWords, *lines: Block | str, links: tuple[Link, ...] = ()) -> str:
    """What is noted of a page below a heading."""
    blocks = [Block("Chuyên trang", BlockKind.HEADING)]
    blocks += [Block(line) if isinstance(line, str) else line for line in lines]
    document = Document("text/html", HowRead.MARKUP, "", tuple(blocks), links)
    attempt = Attempt(f"{HOST}/iso", FoundBy.LINK, words, f"{HOST}/van-ban", sha256="ab" * 32)
    return notes(Page(attempt, document, NOW)).unseen


@pytest.mark.parametrize(
    "said",
    [
        "Quét mã QR để xem các tài liệu",
        "Mời xem tại trang Facebook xatanlap",
        "Yêu cầu của bạn đang được xử lý.",
        "Nhấn vào đây để xem",
        "Có 12 văn bản.",
    ],
)
def test_a_section_that_shows_nothing_was_not_seen(said: str) -> None:
    """Neither entries nor a word that there are none: what it holds nobody knows."""
    assert unseen(MENU, said) == WHY


@pytest.mark.parametrize(
    "said",
    [
        "Nội dung đang được cập nhật.",
        "Chưa có bài viết nào trong chuyên mục này.",
        "Không có dữ liệu",
        "Đơn vị chưa cập nhật văn bản.",
        "Danh mục rỗng.",
        "Chuyên mục trống",
        "Updating...",
        "There are no articles in this category. If subcategories display, they may have articles.",
        LONG,
    ],
)
def test_a_section_that_says_so_is_empty(said: str) -> None:
    """So is one that speaks at length of the system: it was read."""
    assert unseen(MENU, said) == ""


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (Link("/vb/1", "Quyết định", zone=Zone.LIST), ""),
        (Link("/f/1.pdf", "Tải về", zone=Zone.ATTACHMENT), ""),
        (Link("javascript:x()", "Quyết định số 12", zone=Zone.MAIN, posts=True), ""),
        (Link("?page=2", "2", zone=Zone.PAGING), ""),
        (Link("https://facebook.com/xatanlap", "xatanlap", zone=Zone.MAIN), WHY),
        (Link("https://drive.google.com/a", "Mục tiêu", zone=Zone.ATTACHMENT), ""),
        (Link("https://drive.google.com/a", "Kế hoạch năm 2026", zone=Zone.MAIN), ""),
        (Link("/truoc", "Quay lại", zone=Zone.MAIN), WHY),
        (Link("/van-ban", "Văn bản", zone=Zone.MAIN), WHY),
        (Link("/Default.aspx", "UBND xã", zone=Zone.MAIN), WHY),
        (Link("/tin-khac", "Tin khác của xã", zone=Zone.RELATED), WHY),
    ],
    ids=[
        "entry",
        "file",
        "pressed",
        "pager",
        "another site",
        "a share",
        "a title",
        "way back",
        "parent",
        "home",
        "other news",
    ],
)
def test_entries_are_something_to_see(link: Link, expected: str) -> None:
    """What leads on within the portal speaks for itself; ways out do not."""
    assert unseen(MENU, "Mời xem các văn bản.", links=(link,)) == expected


def test_a_paper_in_the_section_that_only_a_viewer_shows() -> None:
    """A sentence below a name that says nothing; somewhere else the same sentence is just that."""
    said = "Mời quý vị lật từng trang để đọc nội dung."
    assert unseen(ENTRY, said) == WHY
    assert unseen(LinkWords(text="Văn bản 1", zone=Zone.LIST), said) == ""
    other = LinkWords("Chuyển đổi số năm 2025", zone=Zone.LIST, section="ISO 9001:2015")
    assert unseen(other, "Căn cứ chức năng được giao, UBND tỉnh triển khai các nội dung sau:") == ""
    course = LinkWords(text="Tập huấn áp dụng ISO 9001:2015", zone=Zone.LIST)
    assert unseen(course, "Có 30 cán bộ dự.") == ""
    assert unseen(ENTRY, "Vừa qua, UBND xã Minh Quán đã tổ chức tập huấn.") == ""


def test_details_that_name_a_file_which_no_link_opens() -> None:
    """A file that is named and cannot be had is unseen; one that a link opens speaks for itself."""
    row = Block("Tệp đính kèm | vb12.signed.pdf", BlockKind.ROW)
    assert unseen(ENTRY, row) == WHY
    file = Link("/f/12.pdf", "vb12.signed.pdf", zone=Zone.ATTACHMENT)
    assert unseen(ENTRY, row, links=(file,)) == ""


def test_folds_that_hold_nothing() -> None:
    """Years in headings with nothing under them wait for a press; a lone heading is just empty."""
    years = [Block(f"Văn bản năm {year}", BlockKind.HEADING) for year in (2024, 2025, 2026)]
    assert unseen(MENU, *years) == WHY
    assert unseen(MENU, *years[:1]) == ""


def test_pictures_that_only_open_larger_were_not_read() -> None:
    """Scans hung into a page say nothing of themselves; a picture with words is told by them."""
    scans = tuple(Link(f"/scan{n}.jpg", zone=Zone.MAIN) for n in range(3))
    assert unseen(MENU, links=scans) == WHY
    assert unseen(ENTRY, "Nội dung như sau:", links=scans) == WHY
    assert unseen(MENU, "Ảnh", links=(Link("/1.jpg", "Quyết định số 12", zone=Zone.MAIN),)) == ""


def test_rows_are_text_too() -> None:
    """An article laid out as a table was read; a table with a head alone is an empty list."""
    said = "Nhấn vào đây để xem"
    assert unseen(MENU, said, Block(f"Nội dung | {LONG}", BlockKind.ROW)) == ""
    assert unseen(MENU, Block("STT | Số ký hiệu | Trích yếu", BlockKind.ROW)) == ""


def test_another_page_of_a_list_holds_what_it_holds() -> None:
    """Behind the last page stands next to nothing; nor has an article's print what hangs on it."""
    printed = LinkWords(text="In bài viết", zone=Zone.MAIN, parent_title="Văn bản ISO 9001")
    assert unseen(printed, "Các văn bản của hệ thống.") == ""
    assert unseen(LinkWords(text="ISO 3", zone=Zone.PAGING), "Trang 3 của danh sách") == ""


@pytest.mark.parametrize(
    ("entry", "links", "expected"),
    [
        ("ISO 9001:2015", (), MENU_WHY),
        ("Hệ thống quản lý chất lượng", (), MENU_WHY),
        ("Liên hệ", (), ""),
        ("ISO 9001:2015", (Link("/iso", "ISO 9001:2015", zone=Zone.MENU),), ""),
        ("ISO 9001:2015", (Link("/a", "Văn bản", zone=Zone.MENU, section="ISO 9001:2015"),), ""),
    ],
    ids=["edition", "system", "another entry", "a link", "with entries below"],
)
def test_an_entry_of_the_menu_that_is_no_link(
    entry: str, links: tuple[Link, ...], expected: str
) -> None:
    """What the menu of a home page names and does not open was not seen."""
    blocks = (Block(entry, BlockKind.LIST_ITEM, Zone.MENU), Block("Tin của xã. " * 40))
    document = Document("text/html", HowRead.MARKUP, "", blocks, links)
    attempt = Attempt(f"{HOST}/", FoundBy.HOME, sha256="ab" * 32)
    assert notes(Page(attempt, document, NOW)).unseen == expected


_ISO = Link("/iso", "Hệ thống quản lý chất lượng ISO", zone=Zone.RELATED)


@pytest.mark.parametrize(
    ("text", "zone", "links", "expected"),
    [
        ("ISO 9001:2015", Zone.MAIN, (), MENU_WHY),
        ("HỆ THỐNG QUẢN LÝ CHẤT LƯỢNG", Zone.RELATED, (), MENU_WHY),
        ("Tin tức ISO 9001:2015 Liên hệ", Zone.MENU, (), MENU_WHY),
        ("ISO 9001:2015", Zone.MAIN, (_ISO,), ""),
        ("Hệ thống quản lý chất lượng iso", Zone.MAIN, (_ISO,), ""),
        ("ISO 9001:2015: đang cập nhật", Zone.MAIN, (), ""),
        ("Cổng đạt chuẩn ISO 9001:2015", Zone.FOOTER, (), ""),
        ("Xã đã áp dụng hệ thống quản lý chất lượng ISO 9001 từ năm 2015", Zone.MAIN, (), ""),
    ],
    ids=["box", "banner", "menu line", "linked", "same name", "owed", "boast", "sentence"],
)
def test_an_entry_elsewhere_on_the_home_page_that_is_no_link(
    text: str, zone: Zone, links: tuple[Link, ...], expected: str
) -> None:
    """Unless the section is linked in other words, or somebody only speaks of it."""
    blocks = (Block(text, zone=zone), Block("Tin của xã. " * 40))
    others = (Link("/tin", "Tin tức", zone=Zone.MENU), Link("/lh", "Liên hệ", zone=Zone.MENU))
    document = Document("text/html", HowRead.MARKUP, "", blocks, (*others, *links))
    attempt = Attempt(f"{HOST}/", FoundBy.HOME, sha256="ab" * 32)
    assert notes(Page(attempt, document, NOW)).unseen == expected


def test_boxes_of_other_matters_say_nothing_of_the_section() -> None:
    """A poll of many words, a box that is being updated, and other sites are none of its own."""
    poll = (Block("Thăm dò ý kiến", BlockKind.HEADING), LONG, "Nội dung đang được cập nhật.")
    site = Link("https://chinhphu.example.vn/", "Cổng thông tin Chính phủ", zone=Zone.LIST)
    call = Link("tel:02160001", "0216.0001", zone=Zone.MAIN)
    assert unseen(MENU, "Quét mã QR để xem các tài liệu", *poll, links=(site, call)) == WHY
    entry = Link("/iso/1", "Mục tiêu chất lượng", zone=Zone.LIST)
    assert unseen(MENU, "Quét mã QR để xem các tài liệu", *poll, links=(entry,)) == ""


@pytest.mark.parametrize(
    "said",
    ["Chưa có bình luận nào.", "Dữ liệu chưa có do máy chủ quá tải, vui lòng thử lại sau."],
)
def test_no_comments_and_a_failure_that_passes_are_no_empty_section(said: str) -> None:
    """Neither says that there are no papers."""
    assert unseen(MENU, "Mời xem bên dưới.", said) == WHY


PAPERS = (
    Block("475/BC-UBND | Báo cáo ISO năm 2026", BlockKind.ROW),
    Block("99/BC-UBND | Đánh giá nội bộ việc áp dụng TCVN ISO 9001 năm 2026", BlockKind.ROW),
    Block("Kiểm tra tiêu chuẩn TCVN ISO 9001:2015 tại một số cơ quan hành chính nhà nước"),
    Block("158/QĐ-UBND | Quyết định số 158/QĐ-UBND ngày 19/12/2025", BlockKind.ROW),
    Block("Chính sách chất lượng UBND xã Minh Quán"),
    Block("1155/QĐ-UBND | Về việc ban hành hệ thống tài liệu của HTQLCL", BlockKind.ROW),
    Block("956/QĐ-UBND | Phê duyệt danh mục TTHC áp dụng HTQLCL của xã", BlockKind.ROW),
)
"""Rows that a script opens; of a row with one cell that holds anything, a line is left."""


def test_a_section_that_names_papers_and_opens_none_was_not_seen() -> None:
    """Rows with listeners of a script: what else lies behind them nobody knows."""
    assert sum(len(block.text) for block in PAPERS) > 300
    assert unseen(MENU, *PAPERS) == WHY


def test_a_section_that_opens_its_papers_or_speaks_of_the_system_was_seen() -> None:
    """One entry leads on; sentences name what a system consists of."""
    assert unseen(MENU, *PAPERS, links=(Link("/vb/2", PAPERS[4].text, zone=Zone.LIST),)) == ""
    parts = "Hệ thống gồm chính sách chất lượng, mục tiêu chất lượng và các quy trình."
    assert unseen(MENU, LONG, parts, "Việc đánh giá nội bộ được thực hiện hằng năm.") == ""
