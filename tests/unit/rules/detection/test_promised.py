"""Pages of the system's section that show nothing, and those that show or say enough."""

from __future__ import annotations

import pytest

from domain.documents import Block, BlockKind, Document, HowRead, Link, Zone
from domain.visits import Attempt, FoundBy, LinkWords, Page
from rules.detection.promised import WHY
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
    attempt = Attempt(f"{HOST}/iso", FoundBy.LINK, words, sha256="ab" * 32)
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
        (Link("/truoc", "Quay lại", zone=Zone.MAIN), WHY),
        (Link("/tin-khac", "Tin khác của xã", zone=Zone.RELATED), WHY),
    ],
    ids=["entry", "file", "pressed", "pager", "another site", "way back", "other news"],
)
def test_entries_are_something_to_see(link: Link, expected: str) -> None:
    """What leads on within the portal speaks for itself; ways out do not."""
    assert unseen(MENU, "Mời xem các văn bản.", links=(link,)) == expected


def test_a_paper_in_the_section_that_only_a_viewer_shows() -> None:
    """A sentence below a name that says nothing; somewhere else the same sentence is just that."""
    said = "Mời quý vị lật từng trang để đọc nội dung."
    assert unseen(ENTRY, said) == WHY
    assert unseen(LinkWords(text="Văn bản 1", zone=Zone.LIST), said) == ""
    assert unseen(ENTRY, "Vừa qua, UBND xã Minh Quán đã tổ chức tập huấn.") == ""


def test_details_that_name_a_file_which_no_link_opens() -> None:
    """A file that is named and cannot be had is unseen; one that a link opens speaks for itself."""
    row = Block("Tệp đính kèm | vb12.signed.pdf", BlockKind.ROW)
    assert unseen(ENTRY, row) == WHY
    file = Link("/f/12.pdf", "vb12.signed.pdf", zone=Zone.ATTACHMENT)
    assert unseen(ENTRY, row, links=(file,)) == ""


def test_another_page_of_a_list_holds_what_it_holds() -> None:
    """Behind the last page stands next to nothing."""
    assert unseen(LinkWords(text="ISO 3", zone=Zone.PAGING), "Trang 3 của danh sách") == ""
