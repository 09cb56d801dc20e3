"""What a link, title or file name names is never passed over in silence once it was opened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.documents import Block, Document, Link, Zone
from domain.visits import Page
from tests.unit.rules.written_pages import (
    COMMUNE,
    file_page,
    link,
    notes,
    paper_text,
    seen,
    the,
    unreadable_page,
    web_page,
)


def test_oddly_titled_file_is_a_question() -> None:
    """A link that names the objectives opens an own text worded otherwise: never "missing"."""
    text = paper_text(
        "Thống nhất mục tiêu chất lượng năm 2026 của HTQLCL",
        kind="BIÊN BẢN",
        body="Từng bộ phận thực hiện theo bảng kèm theo.",
    )
    found = the(file_page(text, link("Mục tiêu chất lượng năm 2026")), "quality_objectives")
    assert found.kind == "doubtful"
    assert found.year == 2026
    assert "có đúng không" in found.question


def test_oddly_titled_file_of_another_agency_is_none() -> None:
    """The same text from another commune's committee stays what it is: somebody else's."""
    text = paper_text(
        "Thống nhất mục tiêu chất lượng năm 2026 của HTQLCL",
        kind="BIÊN BẢN",
        issuer="ỦY BAN NHÂN DÂN\nXÃ ĐÀO THỊNH",
        day="Đào Thịnh, ngày 05 tháng 02 năm 2026",
        body="Tỷ lệ hồ sơ đúng hạn đạt 98%; phấn đấu người dân hài lòng trên 90%.",
    )
    found = the(file_page(text, link("Mục tiêu chất lượng năm 2026")), "quality_objectives")
    assert found.kind == "not_it"


def test_plain_other_paper_under_the_link_is_none() -> None:
    """A paper with no word of the system under such a link is something else."""
    text = paper_text("Tổ chức giải bóng chuyền chào mừng năm mới", kind="KẾ HOẠCH", body="Cờ hoa.")
    found = the(file_page(text, link("Mục tiêu chất lượng năm 2026")), "quality_objectives")
    assert found.kind == "not_it"


def test_cells_of_a_table_are_no_committee() -> None:
    """A body named in a cell of the objectives' table is no decision on that body."""
    text = (
        "UBND XÃ MINH QUÁN\nMinh Quán, ngày 20 tháng 01 năm 2026\n"
        "MỤC TIÊU VÀ KẾ HOẠCH THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG\nĐơn vị: UBND xã Minh Quán\n"
        "Áp dụng cho năm 2026.\nTổ ISO Quý II\n97% hồ sơ đúng hạn\nBan ISO Quý III"
    )
    assert seen(file_page(text)) == {"quality_objectives": "paper"}


def test_edition_of_the_standard_is_no_committee() -> None:
    """ "phiên bản ISO 9001" holds the letters of "ban ISO" and names no committee."""
    excerpt = "Ban hành hệ thống tài liệu HTQLCL phiên bản ISO 9001:2015"
    assert seen(file_page(paper_text(excerpt))) == {"qms_documents": "paper"}


@pytest.mark.parametrize("words", ["áp dụngHTQLCL tại cơ quan", "áp dụng HTQLCLISO 9001:2015"])
def test_abbreviation_joined_to_its_neighbour(words: str) -> None:
    """The abbreviation of the system is told though a blank beside it was lost."""
    text = paper_text(f"Ban hành Danh mục thủ tục hành chính {words}")
    assert seen(file_page(text))["procedure_list"] == "paper"


def test_row_of_a_listing_is_no_paper() -> None:
    """A numbered row with date and views is an item of a list, not the manual it names."""
    row = "3 | Sổ tay chất lượng của cơ quan | 14/05/2023 | 1520"
    page = web_page("", "ISO 9001:2015", "# | Tiêu đề | Ngày | Lượt xem", row)
    assert "qms_documents" not in seen(page)


def test_blank_list_of_procedures() -> None:
    """A form's list of procedures is no list, however many procedures it has."""
    rows = tuple(f"{n} | Cấp giấy xác nhận loại {n} | QT-{n:02d}" for n in range(1, 12))
    heading = "Danh mục TTHC áp dụng HTQLCL tại Tên cơ quan hành chính nhà nước"
    assert seen(web_page(heading, items=rows)).get("procedure_list") != "paper"


@pytest.mark.parametrize(
    ("office", "kind"),
    [("TÊN CƠ QUAN HÀNH CHÍNH NHÀ NƯỚC", "not_it"), ("ỦY BAN NHÂN DÂN XÃ MINH QUÁN", "paper")],
)
def test_a_form_laid_out_as_a_list_of_procedures(office: str, kind: str) -> None:
    """What stands above the list says whether the form was filled in, not how long the list is."""
    rows = tuple(f"{n} | Cấp giấy xác nhận loại {n} | QT-{n:02d}" for n in range(1, 12))
    title = "Danh mục quy trình giải quyết thủ tục hành chính theo TCVN ISO 9001:2015"
    head = (
        office,
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "......., ngày ... tháng ... năm ....",
        "DANH MỤC",
        "Quy trình giải quyết thủ tục hành chính theo TCVN ISO 9001:2015",
    )
    assert seen(web_page(title, *head, items=rows)).get("procedure_list") == kind


def test_pages_without_text_hide_what_the_link_names() -> None:
    """A covering letter with scanned pages behind it is unread for what its link names."""
    page = file_page("UBND XÃ MINH QUÁN\nGửi kèm văn bản", link("Chính sách chất lượng"))
    assert isinstance(page.reading, Document)
    reading = replace(page.reading, metadata=(("pages_without_text", "2,3"),))
    found = notes(Page(page.attempt, reading, page.captured_at), COMMUNE)
    assert "2,3" in found.unseen
    assert {sight.kind.value for sight in found.sightings} <= {"doubtful", "unread"}
    assert [sight.publication for sight in found.sightings] == ["quality_policy"]


@pytest.mark.parametrize(
    ("key", "title", "seen_whole"),
    [
        ("pages_not_recognised", "Về việc phê duyệt quy hoạch sử dụng đất", True),
        ("pages_not_recognised", "Gửi kèm văn bản", False),
        ("pages_not_recognised", "Một số nội dung về ISO 9001", False),
        ("pages_doubtful", "Về việc phê duyệt quy hoạch sử dụng đất", False),
        ("unread_sheets", "Về việc phê duyệt quy hoạch sử dụng đất", False),
        ("pictures_unread", "Gửi kèm văn bản", False),
    ],
)
def test_what_readers_left_out_is_a_gap(key: str, title: str, seen_whole: bool) -> None:
    """Whatever a reader did not see may be the paper; the rest of a known other paper is not."""
    page = file_page(paper_text(title), link("Văn bản số 12"))
    assert isinstance(page.reading, Document)
    reading = replace(page.reading, metadata=((key, "2,3"),))
    found = notes(Page(page.attempt, reading, page.captured_at), COMMUNE)
    assert (found.unseen == "") is seen_whole


def test_the_rest_of_a_paper_is_its_own_whosoever_issued_it() -> None:
    """A decision on the policy that names no office is a question, and not what else it may be."""
    text = paper_text("Ban hành Chính sách chất lượng", parent="", issuer="", day="", signer="")
    page = file_page(text, link("Văn bản số 12"))
    assert isinstance(page.reading, Document)
    reading = replace(page.reading, metadata=(("pages_not_recognised", "2"),))
    found = notes(Page(page.attempt, reading, page.captured_at), COMMUNE)
    assert [sight.kind.value for sight in found.sightings] == ["doubtful"]
    assert found.unseen == ""


def test_a_paper_behind_a_letter_is_seen() -> None:
    """One file holds a covering letter and, from page 2 on, the objectives with their own head."""
    letter = paper_text("Gửi hồ sơ công khai", kind="THÔNG BÁO", body="Kính gửi các phòng ban.")
    goals = paper_text(
        "Ban hành Mục tiêu chất lượng năm 2026",
        body="Mục tiêu 1: 100% hồ sơ được giải quyết đúng hạn theo HTQLCL.",
    )
    page = file_page(letter, link("Văn bản số 12"))
    assert isinstance(page.reading, Document)
    behind = tuple(Block(line, page=2) for line in goals.split("\n") if line)
    reading = replace(page.reading, blocks=(*page.reading.blocks, *behind))
    assert seen(Page(page.attempt, reading, page.captured_at)) == {"quality_objectives": "paper"}


def test_the_page_a_menu_stands_on_says_nothing_of_its_links() -> None:
    """A "previous post" link on a paper about ISO makes no ISO list of the list it leads to."""
    rows = tuple(f"{n} | 1.00{n} | Cấp giấy xác nhận loại {n}" for n in range(1, 12))
    iso = "Kế hoạch đánh giá nội bộ theo TCVN ISO 9001:2015"
    before = replace(link("Previous post: Danh mục TTHC", parent_title=iso), zone=Zone.MENU)
    page = web_page("Danh mục TTHC", items=rows, words=before)
    assert "procedure_list" not in seen(page)


def test_a_short_page_with_a_comment_form_is_readable() -> None:
    """A Vietnamese headline above an English form is a page like any other."""
    form = "Leave a Reply. Your email address will not be published. Required fields are marked."
    page = web_page("Tin năm 2026", f"{form} Save my name and website for the next time I comment.")
    assert notes(page, COMMUNE).unread is None


def test_own_report_with_an_unknown_title_is_a_question() -> None:
    """A report on the system whose title no wording fits may be one of those: nobody is accused."""
    text = paper_text(
        "Việc theo ISO 9001:2015 và những điều đã làm trong năm 2026",
        kind="BÁO CÁO",
        number="Số: 45/BC-UBND",
        body="I. KẾT QUẢ\nII. TỒN TẠI\nIII. PHƯƠNG HƯỚNG của hệ thống quản lý chất lượng.",
    )
    found = the(file_page(text), "annual_report")
    assert (found.kind, found.year) == ("doubtful", 2026)


def test_page_of_a_paper_without_its_words_is_a_question() -> None:
    """A page that bears the policy's name and goes on about something else is asked about."""
    page = web_page("Chính sách chất lượng", "Trang đang sắp xếp lại theo tổ chức mới của xã.")
    assert seen(page) == {"quality_policy": "doubtful"}


def test_article_whose_text_stands_in_a_side_column_is_a_question() -> None:
    """An article named after a paper that shows no text of its own is never passed over."""
    words = link("Báo cáo đánh giá nội bộ HTQLCL năm 2026 của xã", section="Tin nội bộ")
    beside = Link("/vi/node/3", "Bài cũ", zone=Zone.LIST, section="Bài cùng mục")
    page = web_page("", words=words, title=words.text, links=(beside,))
    found = the(page, "internal_audit")
    assert (found.kind, found.year) == ("doubtful", 2026)


def test_a_reader_that_stopped_early_is_noted() -> None:
    """What the readers cut off is remembered, for nobody looked at the rest."""
    page = web_page("Văn bản", "Danh sách văn bản của xã.")
    assert isinstance(page.reading, Document)
    assert not notes(page, COMMUNE).unseen
    reading = replace(page.reading, metadata=(("truncated", "5000 links"),))
    assert notes(Page(page.attempt, reading, page.captured_at), COMMUNE).unseen


def test_an_unopened_list_in_a_section_about_iso_may_be_either() -> None:
    """Nobody read what the link leads to: both lists of procedures are asked about."""
    words = link("Công khai danh mục thủ tục hành chính", parent_title="Công khai ISO")
    asked = {sight.publication for sight in notes(unreadable_page(words)).sightings}
    assert asked == {"tthc_list", "procedure_list"}


def test_a_list_whose_template_stands_bare_was_not_seen() -> None:
    """Scripts were to fill it: whatever the page names may stand there."""
    page = web_page("Mục tiêu chất lượng", "Chuyên mục công khai của xã {{bai.ten}} {{bai.ngay}}.")
    assert isinstance(page.reading, Document)
    assert not notes(page).unseen
    bare = replace(page.reading, metadata=(("unfilled", "template"),))
    assert notes(replace(page, reading=bare)).unseen
