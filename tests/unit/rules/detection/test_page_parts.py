"""Pages that hold several papers under headings, pages that hand papers over, meetings told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.documents import Block, BlockKind, Document, HowRead, Link, Zone
from domain.outcomes import Outcome, Skip
from domain.visits import Attempt, FoundBy, LinkWords, Page
from rules.verdict.unopened import may_hold_a_paper
from tests.unit.rules.written_pages import NOW, notes, seen, the, web_page

GOALS = (
    "Tỷ lệ hồ sơ giải quyết đúng hạn trong năm đạt ít nhất 97%.",
    "Tỷ lệ người dân hài lòng với bộ phận một cửa đạt ít nhất 90%.",
)
CODES = ("QT 05 | Tiếp nhận văn bản đến", "QT 06 | Lưu trữ hồ sơ", "QT 07 | Họp giao ban")


def page_of_parts(
    *parts: tuple[str, tuple[str, ...]],
    links: tuple[Link, ...] = (),
    title: str = "Hệ thống ISO của xã",
) -> Page:
    """A page about the system with parts under headings of their own."""
    blocks = [Block(title, BlockKind.HEADING)]
    for heading, lines in parts:
        blocks.append(Block(heading, BlockKind.HEADING))
        blocks.extend(Block(line) for line in lines)
    document = Document("text/html", HowRead.MARKUP, title=title, blocks=tuple(blocks), links=links)
    words = LinkWords(title, zone=Zone.MENU)
    attempt = Attempt("https://minhquan.example.vn/iso", FoundBy.LINK, words, sha256="ab" * 32)
    return Page(attempt, document, NOW)


def test_every_part_of_a_page_is_a_paper_of_its_own() -> None:
    """Tabs and folds hold papers one below another, also beyond the second heading."""
    page = page_of_parts(
        ("Lời nói đầu", ("Ủy ban nhân dân xã áp dụng TCVN ISO 9001:2015 từ nhiều năm nay.",)),
        ("MỤC TIÊU CHẤT LƯỢNG NĂM 2026", GOALS),
        ("DANH MỤC QUY TRÌNH ISO", CODES),
    )
    assert seen(page) == {"quality_objectives": "paper", "procedure_list": "paper"}
    assert the(page, "quality_objectives").year == 2026


ABOUT = (
    "Ủy ban nhân dân xã Minh Quán áp dụng Hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia "
    "TCVN ISO 9001:2015 vào hoạt động của cơ quan từ năm 2015. Hệ thống giúp việc giải quyết thủ "
    "tục hành chính cho tổ chức, cá nhân được nhanh chóng, đúng quy định, công khai và minh bạch."
)


def page_about(heading: str, *lines: str) -> Page:
    """A page that tells of the system, and has a heading below that."""
    page = web_page("Hệ thống ISO của xã", ABOUT, ABOUT, title="Hệ thống ISO của xã")
    assert isinstance(page.reading, Document)
    below = (Block(heading, BlockKind.HEADING), *map(Block, lines))
    return replace(page, reading=replace(page.reading, blocks=(*page.reading.blocks, *below)))


def test_a_name_below_which_nothing_stands_is_a_question() -> None:
    """What the page says above it, of the system, is not the paper; what stands below it is."""
    name = "Mục tiêu chất lượng năm 2026 của UBND xã Minh Quán"
    assert seen(page_about(name)) == {"quality_objectives": "doubtful"}
    assert seen(page_about(name, *GOALS)) == {"quality_objectives": "paper"}
    issued = (
        "Quyết định số 12/QĐ-UBND ngày 20/01/2026 về việc công bố Hệ thống quản lý chất lượng "
        "phù hợp TCVN ISO 9001:2015"
    )
    for page in (page_about(issued), web_page("ISO", *[ABOUT] * 4, issued)):
        assert seen(page)["conformity_announcement"] in ("doubtful", "unread")


def test_a_part_of_a_guide_is_a_question() -> None:
    """A page that explains the system may give examples of its papers."""
    page = page_of_parts(("Mục tiêu chất lượng năm 2026", GOALS), title="Tìm hiểu về ISO 9001:2015")
    assert seen(page) == {"quality_objectives": "doubtful"}


@pytest.mark.parametrize("title", ["Công ty cổ phần Hồng Hà", "Mục tiêu chất lượng của Sở Y tế"])
def test_parts_of_a_page_about_others_are_theirs(title: str) -> None:
    """A company's page, or another agency's, holds no paper of this one."""
    page = page_of_parts(
        ("Lời nói đầu", GOALS), ("MỤC TIÊU CHẤT LƯỢNG NĂM 2026", GOALS), title=title
    )
    assert "paper" not in seen(page).values()


def test_a_part_stands_beside_an_attached_file() -> None:
    """A file under one heading does not hide the text under another."""
    link = Link("/f/cs.pdf", "Xem", zone=Zone.ATTACHMENT, section="Chính sách chất lượng")
    parts = (("Chính sách chất lượng", ()), ("Mục tiêu chất lượng năm 2026", GOALS))
    assert seen(page_of_parts(*parts, links=(link,))) == {"quality_objectives": "paper"}


def test_a_part_that_leads_to_its_file_is_not_the_paper() -> None:
    """A summary with the file below it is no paper: the file is."""
    heading = "Mục tiêu chất lượng năm 2026"
    link = Link("/f/mt.pdf", "Tải về", zone=Zone.ATTACHMENT, section=f"ISO > {heading}")
    assert seen(page_of_parts((heading, GOALS), links=(link,))) == {}


def test_a_page_that_links_the_paper_on_a_share_is_not_it() -> None:
    """A page that names the paper and links it elsewhere only points."""
    share = "https://drive.google.com/file/d/1x/view"
    link = Link(share, "Chính sách chất lượng", zone=Zone.MAIN)
    text = "Ủy ban nhân dân xã công khai Chính sách chất lượng theo TCVN ISO 9001:2015, cam kết."
    heading = "Chính sách chất lượng của xã"
    assert seen(web_page(heading, text, "Chính sách chất lượng", links=(link,))) == {}


def test_news_of_a_meeting_is_no_minutes() -> None:
    """An office that "họp xem xét của lãnh đạo" is told of; the minutes are another thing."""
    heading = "UBND xã Minh Quán họp xem xét của lãnh đạo về HTQLCL năm 2026"
    text = "Các đại biểu trao đổi về kết quả đánh giá nội bộ, phản hồi của người dân, quy trình. "
    assert seen(web_page(heading, text * 3)) == {}


@pytest.mark.parametrize(
    "line", ["Văn phòng theo dõi việc thực hiện từng tháng.", "(đã ký)", "CHỦ TỊCH (Đã ký)"]
)
def test_following_up_and_signing_are_no_news(line: str) -> None:
    """ "theo dõi" is not "theo đó", and "(đã ký)" below a paper tells of no signing."""
    page = web_page("Mục tiêu, kế hoạch thực hiện mục tiêu chất lượng năm 2026", *GOALS, line)
    assert the(page, "quality_objectives").kind == "paper"


def test_own_news_names_the_paper_behind_its_number() -> None:
    """A number between the kind of paper and its subject does not hide what was issued."""
    text = (
        "UBND xã Minh Quán đã ban hành Kế hoạch số 45/KH-UBND về duy trì, cải tiến "
        "HTQLCL theo TCVN ISO 9001:2015 năm 2026. Các quy trình, tài liệu được rà soát lại."
    )
    found = the(web_page("Thông tin trong tuần", text), "annual_plan")
    assert (found.kind, found.year) == ("own_news", 2026)


def test_a_heading_of_codes_is_the_list() -> None:
    """Lines that begin with the system's codes are its procedures, whatever they are called."""
    heading = "Danh mục thủ tục hành chính áp dụng HTQLCL"
    lines = ("Văn phòng", "QT-VP-01: Phát hành văn bản", "QT-VP-02: Tiếp khách", "Một cửa")
    assert seen(web_page(heading, *lines)) == {"procedure_list": "paper"}


def test_a_section_of_procedures_spread_over_fields() -> None:
    """A field's page below the section of procedures holds a part of that section."""
    above = "Thủ tục hành chính thuộc thẩm quyền giải quyết của UBND xã Minh Quán"
    items = ("Cấp giấy phép xây dựng", "Gia hạn giấy phép xây dựng", "Cấp lại giấy phép")
    words = LinkWords("Lĩnh vực xây dựng", zone=Zone.MAIN, parent_title=above)
    assert seen(web_page("Lĩnh vực xây dựng", items=items, words=words)) == {"tthc_list": "paper"}
    named = replace(words, text="Xây dựng", parent_title="Thủ tục hành chính - UBND xã Minh Quán")
    assert seen(web_page("Xây dựng", items=items, words=named)) == {"tthc_list": "paper"}
    alone = replace(words, parent_title="Tin tức")
    assert seen(web_page("Lĩnh vực xây dựng", items=items, words=alone)) == {}


def test_a_template_that_puts_the_list_among_its_menus() -> None:
    """A page whose title stands above links says something, wherever its template puts them."""
    blocks = (
        Block("Tin tức", zone=Zone.MENU),
        Block("Tin tức", zone=Zone.MENU),
        Block("Mùa gặt", zone=Zone.MENU),
    )
    links = (Link("/tin", "Tin tức", zone=Zone.MENU), Link("/gat", "Mùa gặt", zone=Zone.MENU))
    document = Document("text/html", HowRead.MARKUP, title="Tin tức", blocks=blocks, links=links)
    attempt = Attempt("https://minhquan.example.vn/tin", FoundBy.LINK, LinkWords("Tin tức"))
    assert not notes(Page(attempt, document, NOW)).said_nothing
    shell = replace(document, blocks=blocks[1:])
    assert notes(Page(attempt, shell, NOW)).said_nothing


@pytest.mark.parametrize("outcome", [Outcome.NOT_FOUND, Outcome.SOFT_NOT_FOUND])
def test_a_line_of_the_own_list_outlives_its_file(outcome: Outcome) -> None:
    """A dead address in the agency's text may have held what its words name; in a menu not."""
    attempt = Attempt(
        "https://minhquan.example.vn/f/kh.pdf",
        FoundBy.LINK,
        LinkWords("Kế hoạch ISO năm 2026", zone=Zone.MAIN),
        outcome=outcome,
    )
    assert may_hold_a_paper(attempt)
    assert not may_hold_a_paper(replace(attempt, words=LinkWords("Kế hoạch", zone=Zone.MENU)))
    assert not may_hold_a_paper(replace(attempt, outcome=Outcome.OK))


def test_shares_count_in_the_text_and_not_in_menus() -> None:
    """A share linked from the agency's text may hold a paper; a menu's links elsewhere do not."""
    words = LinkWords("Hồ sơ", zone=Zone.LIST)
    share = Attempt("https://d.example.com/1", FoundBy.LINK, words, skip=Skip.OFF_PORTAL)
    assert may_hold_a_paper(share)
    assert not may_hold_a_paper(replace(share, words=LinkWords("Hồ sơ", zone=Zone.FOOTER)))


def test_a_site_that_puts_its_name_first_does_not_speak() -> None:
    """ "UBND xã A :: UBND tỉnh ban hành ..." tells what the province did."""
    told = "Mới đây, văn bản đã được ban hành để các địa phương triển khai. "
    title = "UBND xã Minh Quán :: UBND tỉnh ban hành Kế hoạch duy trì HTQLCL năm 2026"
    assert seen(web_page("", told * 3, title=title)) == {}
    own = "UBND xã Minh Quán :: UBND xã ban hành Kế hoạch duy trì HTQLCL năm 2026"
    assert seen(web_page("", told * 3, title=own)) == {"annual_plan": "own_news"}


def test_a_sentence_about_announcing_is_no_announcement() -> None:
    """An explanation that begins "Về việc công bố: ..." is no paper's subject."""
    lines = (
        "Về việc công bố: thủ trưởng cơ quan ký bản công bố HTQLCL phù hợp TCVN ISO 9001:2015.",
        "Về duy trì: hằng năm cơ quan đánh giá nội bộ và xem xét của lãnh đạo để cải tiến.",
        "Bài viết giúp cán bộ nắm được các bước phải làm và thời hạn của từng bước một.",
    )
    assert seen(web_page("Những điều cần biết về áp dụng ISO", *lines)) == {}


def test_the_pages_own_list_of_procedures_is_no_part_of_it() -> None:
    """A general list of procedures is not the system's because its heading is one."""
    items = ("Đăng ký khai sinh", "Đăng ký kết hôn", "Chứng thực bản sao", "Trợ giúp xã hội")
    heading = "Danh mục thủ tục hành chính của UBND xã"
    page = web_page(heading, *items, title=f"{heading} - UBND xã Minh Quán")
    assert "procedure_list" not in seen(page)


@pytest.mark.parametrize(
    "heading",
    ["Hỏi: Mục tiêu chất lượng năm 2026 đăng ở đâu", "Mục tiêu chất lượng năm nào cũng phải có?"],
)
def test_a_question_is_no_paper(heading: str) -> None:
    """A question put to the agency names a paper and is none."""
    assert seen(web_page(heading, *GOALS)) == {}


def test_a_clause_of_the_standard_is_no_paper() -> None:
    """The standard's own text has chapters named like papers."""
    parts = (
        ("6.2 Mục tiêu chất lượng và hoạch định", GOALS),
        ("9.3 Xem xét của lãnh đạo", ("Lãnh đạo phải xem xét hệ thống quản lý chất lượng.",)),
    )
    assert seen(page_of_parts(*parts)) == {}


def test_procedures_that_were_issued_are_no_news() -> None:
    """ "các quy trình đã ban hành" speaks of what is there, and tells nothing."""
    text = ("Cơ quan cam kết làm đúng các quy trình đã ban hành.", "Công khai, minh bạch, cải tiến")
    heading = "Chính sách chất lượng của UBND xã Minh Quán"
    assert the(web_page(heading, *text, *GOALS), "quality_policy").kind == "paper"


def test_others_announce_in_a_file_of_news() -> None:
    """What another body did is no paper, whatever its link says."""
    heading = "Thanh tra tỉnh công bố HTQLCL phù hợp TCVN ISO 9001:2015"
    text = "Tại buổi lễ, lãnh đạo Thanh tra tỉnh đã công bố hệ thống quản lý chất lượng."
    words = LinkWords(heading, zone=Zone.LIST)
    assert seen(web_page(heading, text, "Theo báo điện tử", words=words)) == {}


def test_a_list_of_those_who_announced_is_not_own_news() -> None:
    """Somebody's list of offices that announced says nothing of their papers' place."""
    heading = "Danh sách các cơ quan đã công bố HTQLCL phù hợp TCVN ISO 9001:2015"
    assert seen(web_page(heading, "1. UBND xã Minh Quán", "2. UBND xã Y Can")) == {}


def test_a_list_of_documents_and_procedures_is_both() -> None:
    """A title that names the system's documents and its procedures is of both papers."""
    heading = "Danh mục hệ thống tài liệu ISO và quy trình giải quyết TTHC theo ISO"
    items = ("Mô hình HTQLCL", "Quy trình kiểm soát tài liệu", "Sổ tay chất lượng", *CODES)
    assert seen(web_page(heading, *items)) == {"procedure_list": "paper", "qms_documents": "paper"}


def test_a_heading_that_is_a_link_is_no_part() -> None:
    """A headline in a list leads to its article; what stands below it here is the page's."""
    heading = "Mục tiêu chất lượng năm 2026"
    link = Link("/bai-viet/muc-tieu", heading, zone=Zone.LIST, section="Hệ thống ISO của xã")
    parts = (("Lời nói đầu", GOALS), (heading, GOALS))
    assert seen(page_of_parts(*parts, links=(link,))) == {}


@pytest.mark.parametrize(
    ("who", "kinds"), [("UBND phường Đồng Tâm", set()), ("UBND xã", {"own_news"})]
)
def test_whose_news_it_is_stands_beside_what_was_issued(who: str, kinds: set[str]) -> None:
    """A template's clock and the site's own name above the news do not make it the agency's."""
    lines = ("23/11/2026 09:24:23 Tìm kiếm", "UBND xã Minh Quán", "ISO 9001-2015")
    told = f"{who} đã ban hành Quyết định kiện toàn Ban chỉ đạo ISO 9001:2015, giao các phòng."
    assert set(seen(web_page("", *lines, told)).values()) == kinds
