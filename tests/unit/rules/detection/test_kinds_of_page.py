"""Which pages are papers, which are lists, and which publication a page is."""

from __future__ import annotations

import pytest

from domain.documents import Block, BlockKind, Document, HowRead, Link, Zone
from domain.visits import Attempt, FoundBy, LinkWords, Page
from rules.detection.own_text import OwnPart
from tests.unit.rules.written_pages import (
    COMMUNE,
    NOW,
    detector,
    file_page,
    link,
    paper_text,
    seen,
    the,
    unreadable_page,
    web_page,
)


def plain_page(
    lines: tuple[str, ...], links: tuple[Link, ...], title: str, words: str = ""
) -> Page:
    """A page whose template marks nothing up: breadcrumb, text and older articles in one column."""
    blocks = tuple(Block(line, BlockKind.PARAGRAPH, Zone.LIST) for line in lines)
    document = Document("text/html", HowRead.MARKUP, title=title, blocks=blocks, links=links)
    attempt = Attempt(
        "https://minhquan.example.vn/tabid/9/Default.aspx",
        FoundBy.LINK,
        LinkWords(words, zone=Zone.LIST),
        sha256="cd" * 32,
    )
    return Page(attempt, document, NOW)


POLICY = paper_text(
    "CỦA UBND XÃ MINH QUÁN",
    kind="CHÍNH SÁCH CHẤT LƯỢNG",
    number="",
    body="UBND xã Minh Quán cam kết công khai, minh bạch, đúng pháp luật, luôn cải tiến HTQLCL.",
)
OLDER = ("Họp Hội đồng nghĩa vụ quân sự xã năm 2024", "Thông báo lịch cắt điện tháng 7 năm 2024")
OLDER_LINKS = tuple(Link(f"/bai/{place}", text, zone=Zone.LIST) for place, text in enumerate(OLDER))
WAY = "Trang chủ > Công khai > Chính sách chất lượng của xã"
WAY_LINKS = tuple(Link(f"/{text}", text, zone=Zone.LIST) for text in WAY.split(" > "))


def test_a_paper_between_breadcrumb_and_older_articles_is_read() -> None:
    """Links above and below in the same column do not make a list of a paper."""
    lines = ("22/11/2026 08:15:33", WAY, *POLICY.split("\n"), "CÁC BÀI ĐÃ ĐĂNG", *OLDER)
    page = plain_page(lines, (*WAY_LINKS, *OLDER_LINKS), "Chính sách chất lượng của xã")
    assert seen(page) == {"quality_policy": "paper"}


def test_the_link_to_the_site_itself_parts_no_paper() -> None:
    """The agency's own name, linked at the page's top, stands in the paper's head and title too."""
    site = "Ban Quản lý các khu công nghiệp"
    paper = paper_text(
        f"của {site}",
        kind="CHÍNH SÁCH CHẤT LƯỢNG",
        number="",
        body=f"{site} cam kết công khai, minh bạch, đúng pháp luật, luôn cải tiến HTQLCL.",
    )
    lines = ("22/11/2026 08:15:33", site, f"Chính sách chất lượng của {site}", *paper.split("\n"))
    links = (Link("/", site, zone=Zone.MAIN), *OLDER_LINKS)
    page = plain_page((*lines, *OLDER), links, f"Chính sách chất lượng của {site} > {site}")
    run = [block.text for block in OwnPart(page.reading).run]  # type: ignore[arg-type] # a Document
    assert "CHÍNH SÁCH CHẤT LƯỢNG" in run
    assert OLDER[0] not in run


def test_titles_of_older_articles_are_not_the_page() -> None:
    """A headline in capitals below the article belongs to another page."""
    headline = "QUYẾT ĐỊNH KIỆN TOÀN BAN CHỈ ĐẠO ISO CỦA XÃ"
    lines = ("Tin xã", *POLICY.split("\n"), f"{headline} [08.07.2024]")
    page = plain_page(lines, (Link("/bai/7", headline, zone=Zone.LIST),), "Chính sách chất lượng")
    assert seen(page) == {"quality_policy": "paper"}


@pytest.mark.parametrize(
    ("of", "kind"),
    [
        ("chuyển đổi số", None),
        ("cải cách hành chính", None),
        ("của xã", "paper"),
        ("chuyển đổi số và ISO", "paper"),
    ],
)
def test_a_committee_for_something_else_is_none(of: str, kind: str | None) -> None:
    """In a section about ISO "kiện toàn Ban chỉ đạo" is the ISO committee unless it says whose."""
    words = LinkWords(f"Kiện toàn Ban chỉ đạo {of}", section="Tài liệu ISO")
    text = paper_text(
        f"Về việc kiện toàn Ban chỉ đạo {of}",
        body="Trưởng ban: Chủ tịch UBND xã. Phó Trưởng ban và các thành viên theo danh sách.",
    )
    assert seen(file_page(text, words)).get("steering_committee") == kind


def test_a_sentence_that_begins_with_a_section_s_name_is_text() -> None:
    """Only what ends after a link's words, or goes on with a capital or a date, is an item."""
    section = "Hệ thống quản lý chất lượng"
    lines = (
        "UBND xã Minh Quán",
        *POLICY.split("\n"),
        f"{section} tại xã phù hợp với tiêu chuẩn cho mọi thủ tục.",
        "Chính sách này có hiệu lực kể từ ngày ký.",
        f"{section} [05/02/2026]",
    )
    page = plain_page(lines, (Link("/iso", section, zone=Zone.MAIN),), "Chính sách chất lượng")
    run = [block.text for block in OwnPart(page.reading).run]  # type: ignore[arg-type] # a Document
    assert "CHÍNH SÁCH CHẤT LƯỢNG" in run
    assert lines[-3] in run
    assert lines[-1] not in run


def test_own_run_needs_text() -> None:
    """Lists with short notes beside their items hold no text of their own."""
    texts = [text for headline in OLDER for text in (headline, "Đăng ngày 05/7/2024")]
    document = Document(
        "text/html",
        HowRead.MARKUP,
        blocks=tuple(Block(text, zone=Zone.LIST) for text in texts),
        links=OLDER_LINKS,
    )
    assert OwnPart(document).run == ()


@pytest.mark.parametrize(
    "heading", ["Chuyên mục: TÀI LIỆU HỆ THỐNG ISO", "TÀI LIỆU HỆ THỐNG ISO", "BAN CHỈ ĐẠO ISO"]
)
def test_a_section_is_never_the_paper(heading: str) -> None:
    """A section named as a paper that shows the headline of a news item is none."""
    news = "Cán bộ xã dự lớp tập huấn hệ thống quản lý chất lượng"
    section = heading.removeprefix("Chuyên mục: ")
    blocks = (
        Block(heading, BlockKind.HEADING),
        Block(news, BlockKind.HEADING),
        Block("Ngày 17/12, lớp tập huấn HTQLCL theo TCVN ISO 9001:2015 có thành viên các ban."),
    )
    links = (Link("/tin/1", news, zone=Zone.MAIN, section=heading),)
    document = Document("text/html", HowRead.MARKUP, section, blocks=blocks, links=links)
    attempt = Attempt(
        "https://minhquan.example.vn/muc/9", FoundBy.LINK, LinkWords(section, zone=Zone.MENU)
    )
    assert seen(Page(attempt, document, NOW)) == {}


@pytest.mark.parametrize(
    "excerpt", ["Cuộc họp lãnh đạo xem xét HTQLCL năm 2026", "Họp lãnh đạo xem xét ISO 9001"]
)
def test_review_worded_the_other_way_round(excerpt: str) -> None:
    """ "Lãnh đạo xem xét" is the review; the audit that its agenda lists is not there."""
    text = paper_text(
        excerpt,
        kind="BIÊN BẢN",
        number="Số: 7/BB-UBND",
        body="2. Kết quả đánh giá nội bộ năm 2026, thành phần, nội dung, kết luận về HTQLCL.",
    )
    words = link("Xem xét của lãnh đạo năm 2026")
    assert seen(file_page(text, words)) == {"management_review": "paper"}


def test_a_notice_that_carries_the_objectives() -> None:
    """ "Công khai MTCL năm" under a notice is the publication itself."""
    text = paper_text(
        "Về việc công khai MTCL năm 2026 của UBND xã Minh Quán",
        kind="THÔNG BÁO",
        number="Số: 9/TB-UBND",
        body="1. 100% hồ sơ đúng hạn; tỷ lệ hài lòng trên 95%. 2. Mục tiêu khác.",
    )
    assert seen(file_page(text)) == {"quality_objectives": "paper"}


def test_a_policy_cited_by_the_objectives_is_not_published() -> None:
    """The sentence under a title names the policy, and shows none."""
    text = "\n".join(
        [
            "ỦY BAN NHÂN DÂN\nXÃ MINH QUÁN",
            "MỤC TIÊU CHẤT LƯỢNG NĂM 2026",
            "Trên cơ sở Chính sách chất lượng đã công bố, UBND xã Minh Quán đề ra mục tiêu:",
            "1. 100% hồ sơ giải quyết đúng hạn; tỷ lệ người dân hài lòng đạt 95%.",
            "Minh Quán, ngày 05 tháng 02 năm 2026",
        ]
    )
    assert seen(file_page(text)) == {"quality_objectives": "paper"}


def test_abbreviated_audit_plan_is_no_annual_plan() -> None:
    """ "Kế hoạch ĐGNB" is the audit's plan only."""
    text = paper_text("ĐGNB HTQLCL năm 2026", kind="KẾ HOẠCH", number="Số: 4/KH-UBND")
    assert "annual_plan" not in seen(file_page(text, link("Kế hoạch ĐGNB năm 2026")))


@pytest.mark.parametrize(
    ("excerpt", "publication"),
    [
        ("Danh mục tài liệu nội bộ thuộc hệ thống tài liệu HTQLCL", "qms_documents"),
        ("Phê duyệt danh mục TTHC áp dụng HTQLCLcủa UBND xã Minh Quán", "procedure_list"),
        ("Phê duyệt danh mụcTTHC áp dụng HTQLCL của UBND xã Minh Quán", "procedure_list"),
        ("Công bố HTQLCL phù hợp TCVN ISO 9001:2015 tại Chi cục Kế hoạch hóa gia đình", None),
    ],
)
def test_words_that_stood_in_the_way(excerpt: str, publication: str | None) -> None:
    """Joined abbreviations, lists of documents and names of bodies refuse no paper."""
    text = paper_text(excerpt, body="Sổ tay, quy trình, lĩnh vực, STT; phù hợp phạm vi.")
    assert (publication or "conformity_announcement") in seen(file_page(text))


@pytest.mark.parametrize("name", ["công ty", "doanh nghiệp", "nhà máy"])
def test_a_firms_policy_is_none(name: str) -> None:
    """A company's policy on the portal is another subject, by link and by title."""
    text = f"CHÍNH SÁCH CHẤT LƯỢNG\nCủa {name}\nCam kết cải tiến, sản phẩm đạt chuẩn."
    kinds = seen(file_page(text, link(f"Chính sách chất lượng của {name}")))
    assert kinds.get("quality_policy", "not_it") == "not_it"


def test_another_committee_is_none() -> None:
    """A committee of another programme is no ISO committee, whatever stands around it."""
    words = link("Kiện toàn Ban chỉ đạo", section="ISO 9001:2015")
    text = paper_text("Kiện toàn Ban chỉ đạo các chương trình mục tiêu quốc gia")
    assert seen(file_page(text, words)).get("steering_committee", "not_it") != "paper"


@pytest.mark.parametrize(
    ("heading", "items", "kind"),
    [
        ("TTHC", ("Thủ tục cấp bản sao", "Thủ tục đăng ký giám hộ"), "paper"),
        ("Dịch vụ công - TTHC", ("[06/06/2025] Cấp giấy phép", "Xác nhận hộ nghèo"), "paper"),
        ("Danh mục thủ tục hành chính", ("Đăng ký khai tử", "Chứng thực chữ ký"), "paper"),
        ("Thủ tục hành chính", ("Tập huấn thủ tục mới", "Kiểm tra một cửa"), None),
        ("Cải cách thủ tục hành chính", ("Cấp bản sao", "Đăng ký giám hộ"), None),
    ],
)
def test_short_sections_of_procedures(
    heading: str, items: tuple[str, ...], kind: str | None
) -> None:
    """A section that is called so and shows its first procedures is the list."""
    links = tuple(Link(f"/tt/{item}", item, zone=Zone.LIST, section=heading) for item in items)
    assert seen(web_page(heading, items=items, links=links)).get("tthc_list") == kind


@pytest.mark.parametrize(
    ("text", "publication"),
    [
        ("Về việc áp dụng và duy trì ISO 9001:2015 năm 2026", "annual_plan"),
        ("Duy trì, cải tiến HTQLCL tại UBND xã năm 2026", "annual_plan"),
        ("Kết quả duy trì áp dụng HTQLCL năm 2026", "annual_report"),
        ("Tình hình áp dụng ISO 9001:2015 năm 2026", "annual_report"),
    ],
)
def test_a_scan_whose_link_leaves_the_type_out(text: str, publication: str) -> None:
    """An unread scan is a question about the one publication that its link means."""
    assert seen(unreadable_page(link(text))) == {publication: "unread"}


def test_a_short_page_beside_foreign_words_is_read() -> None:
    """A page is not taken for a scan because its buttons and forms are English."""
    form = "Leave a Reply Your email address will not be published Required fields are marked"
    page = web_page(
        "Thông báo được đăng ở xã", form, "Name Email Website Save my name in this browser for next"
    )
    assert detector().notes(page, COMMUNE).unread is None
    old = "Môc tiªu chÊt lîng cña ñy ban nh©n d©n x· " * 4
    assert detector().notes(web_page("Th«ng b¸o", old), COMMUNE).unread is not None


def test_a_dead_section_is_no_paper() -> None:
    """A menu's section of procedures that did not open is not seen, which is not a question."""
    words = LinkWords("Thủ tục hành chính", zone=Zone.MENU)
    attempt = Attempt("https://minhquan.example.vn/tthc", FoundBy.LINK, words)
    assert detector().of_unopened(attempt) == ()


def test_the_evidence_names_the_title_only() -> None:
    """What is shown ends where the first sentence of the text begins."""
    text = paper_text("Ban hành Mục tiêu chất lượng năm 2026", body="100% đúng hạn, tỷ lệ hài lòng")
    assert "Căn cứ" not in the(file_page(text), "quality_objectives").evidence.title


def test_related_links_below_a_short_paper_do_not_make_it_a_list() -> None:
    """A short paper stays one where links to other pages follow under the same heading."""
    links = tuple(Link(f"/{text}", text, zone=Zone.LIST, section="CSCL") for text in OLDER)
    cares = (
        "UBND xã Minh Quán cam kết công khai, minh bạch, đúng pháp luật và luôn cải tiến HTQLCL."
    )
    page = web_page("Chính sách chất lượng", cares, items=OLDER, links=links)
    assert seen(page) in ({"quality_policy": "paper"}, {"quality_policy": "doubtful"})


def test_a_page_that_hands_its_paper_over_from_a_share() -> None:
    """The paper lies on another host: the page that leads there is not the paper."""
    title = "Họp xem xét của lãnh đạo về HTQLCL năm 2026"
    text = "Thành phần, nội dung, kết luận về HTQLCL của UBND xã Minh Quán: xem tệp."
    share = (Link("https://drive.example.com/d/7", "Tải xuống", zone=Zone.MAIN, section=title),)
    assert seen(web_page(title, text, text, links=share)) == {}
    assert seen(web_page(title, text, text)) != {}


def test_a_menu_without_a_name_of_its_own_is_none_of_the_procedures() -> None:
    """Old portals keep their menu in a table before the text: it stands not under the heading."""
    heading, items = "Thủ tục hành chính", ("Thủ tục đăng ký giám hộ", "Thủ tục cấp bản sao")
    menu = tuple(
        Link(f"/{name}", name, zone=Zone.LIST, section="UBND xã Minh Quán")
        for name in ("Trang chủ chung", "Giới thiệu chung")
    )
    links = tuple(Link(f"/tt/{item}", item, zone=Zone.LIST, section=heading) for item in items)
    page = web_page(heading, items=items, links=(*menu, *links))
    assert seen(page) == {"tthc_list": "paper"}
