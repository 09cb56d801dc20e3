"""Web pages: the paper itself, news of it, lists, sections of procedures."""

from __future__ import annotations

import pytest

from domain.documents import Link, Zone
from domain.visits import LinkWords
from tests.unit.rules.written_pages import (
    DEPARTMENT,
    file_page,
    notes,
    paper_text,
    seen,
    the,
    web_page,
)

OBJECTIVES = (
    "1. 100% hồ sơ thủ tục hành chính được giải quyết đúng hạn và trước hạn.",
    "2. Tỷ lệ hài lòng của người dân, tổ chức đạt trên 95%.",
    "3. Duy trì hiệu lực của hệ thống quản lý chất lượng theo TCVN ISO 9001:2015.",
)
ATTACHED = Link("/f/1.pdf", "Tải về", zone=Zone.ATTACHMENT)


def test_page_that_is_the_paper() -> None:
    """A page titled as the paper with its content is the paper, without a formal head."""
    found = the(web_page("Mục tiêu chất lượng năm 2026", *OBJECTIVES), "quality_objectives")
    assert (found.kind, found.year) == ("paper", 2026)


def test_page_with_a_formal_head() -> None:
    """A page laid out as a document is the paper."""
    text = paper_text("Về việc kiện toàn Ban chỉ đạo ISO")
    page = web_page("Quyết định kiện toàn Ban chỉ đạo ISO", text)
    assert seen(page) == {"steering_committee": "paper"}


def test_the_way_to_a_paper_is_not_its_title() -> None:
    """ "CCHC > Tài liệu ISO" above a list of procedures is where it stands, and no other paper."""
    name = "Danh mục quy trình áp dụng HTQLCL tại UBND xã Minh Quán"
    lines = ["UBND xã Minh Quán", "CCHC > Tài liệu ISO", f"Phụ lục {name}"]
    lines += ["ỦY BAN NHÂN DÂN", "XÃ MINH QUÁN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    lines += ["Độc lập - Tự do - Hạnh phúc", "Minh Quán, ngày 26 tháng 6 năm 2026", "PHỤ LỤC", name]
    lines += ["(Ban hành kèm theo Quyết định số 369/QĐ-UBND ngày 10/02/2026 của UBND xã Minh Quán)"]
    lines += [f"{n} | Chứng thực hợp đồng số {n} | QT-CT-{n:02}" for n in range(1, 9)]
    assert seen(web_page("", *lines)) == {"procedure_list": "paper"}


def test_attachments_speak_for_themselves() -> None:
    """An article that carries files is none of the papers."""
    page = web_page("Công khai Mục tiêu chất lượng năm 2026", "Xem tệp.", links=(ATTACHED,))
    assert seen(page) == {}


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        (
            "Sở KH&CN kiểm tra việc thực hiện mục tiêu chất lượng tại xã Minh Quán",
            "Sáng ngày 05/5/2026, đoàn kiểm tra của Sở đã làm việc với UBND xã Minh Quán.",
        ),
        (
            "Tập huấn xây dựng mục tiêu chất lượng năm 2026",
            "Vừa qua, UBND xã Minh Quán đã tổ chức tập huấn ISO 9001:2015.",
        ),
        (
            "UBND xã Minh Quân ban hành Mục tiêu chất lượng năm 2026",
            "Mới đây, UBND xã Minh Quân đã ban hành Mục tiêu chất lượng năm 2026.",
        ),
        ("Giải bóng đá xã Minh Quán", "Đồng chí Chủ tịch đã trao cúp cho đội vô địch."),
    ],
)
def test_news_of_others_and_of_other_things(heading: str, text: str) -> None:
    """Inspection, training and what others did is nothing."""
    assert seen(web_page(heading, text * 3)) == {}


@pytest.mark.parametrize(
    ("heading", "publication"),
    [
        ("UBND xã Minh Quán ban hành Mục tiêu chất lượng năm 2026", "quality_objectives"),
        ("UBND xã Minh Quán công bố HTQLCL phù hợp TCVN ISO 9001:2015", "conformity_announcement"),
        ("Xã Minh Quán kiện toàn Ban chỉ đạo ISO", "steering_committee"),
    ],
)
def test_own_news(heading: str, publication: str) -> None:
    """The agency's own news that it issued the paper is weak evidence."""
    text = "Vừa qua, UBND xã Minh Quán đã ban hành văn bản để triển khai. " * 4
    found = the(web_page(heading, text), publication)
    assert found.kind == "own_news"
    assert found.question


def test_own_news_of_a_department_calls_itself_so() -> None:
    """ "Sở ban hành ..." on a department's portal is the department."""
    page = web_page("Sở ban hành Mục tiêu chất lượng năm 2026", "Ngày 5/1, Sở đã ban hành văn bản.")
    found = the(page, "quality_objectives", DEPARTMENT)
    assert (found.kind, found.year) == ("own_news", 2026)


def test_list_is_nothing() -> None:
    """A list of papers is none: its links speak."""
    names = tuple(f"Mục tiêu chất lượng năm {year}" for year in range(2020, 2027))
    links = tuple(Link(f"/{name}", name, zone=Zone.LIST) for name in names)
    assert seen(web_page("ISO 9001:2015", items=names, links=links)) == {}


def test_updating_section() -> None:
    """A section that says it is being updated was looked at, and is empty."""
    noted = notes(web_page("Mục tiêu chất lượng", "Nội dung đang được cập nhật"))
    assert (noted.sightings, noted.said_nothing) == ((), False)


def test_empty_page_said_nothing() -> None:
    """A heading alone is a page that said nothing."""
    assert notes(web_page("Mục tiêu chất lượng năm 2026")).said_nothing


def test_procedure_section() -> None:
    """A section with a real list of procedures is evidence for the list of procedures."""
    items = (
        "Đăng ký khai sinh",
        "Đăng ký kết hôn",
        "Chứng thực bản sao",
        "Cấp bản sao trích lục",
        "Xác nhận tình trạng hôn nhân",
        "Đăng ký khai tử",
    )
    assert seen(web_page("Thủ tục hành chính", items=items)) == {"tthc_list": "paper"}
    assert seen(web_page("Thủ tục hành chính", items=items[:2])) == {"tthc_list": "paper"}
    assert seen(web_page("Thủ tục hành chính", items=items[:1])) == {}
    unknown = tuple(f"Đi học xa nhà lần thứ {number}" for number in range(1, 7))
    assert seen(web_page("Thủ tục hành chính", items=unknown)) == {"tthc_list": "doubtful"}
    papers = tuple(f"Quyết định số {number}/QĐ-UBND về phân công" for number in range(1, 7))
    assert seen(web_page("Thủ tục hành chính", items=papers)) == {}
    assert seen(web_page("Rà soát thủ tục hành chính", items=items[:2])) == {}
    assert seen(web_page("Danh mục TTHC mới ban hành", items=items)) == {}


def test_iso_procedure_section_is_the_other_list() -> None:
    """The same list under "quy trình ISO" is the list of procedures under the system."""
    items = tuple(f"QT-0{number} Quy trình chứng thực {number}" for number in range(1, 8))
    assert seen(web_page("Bộ quy trình ISO 9001:2015", items=items)) == {"procedure_list": "paper"}


def test_category_with_few_links_is_a_list() -> None:
    """A section named as the paper that only leads on is nothing itself."""
    names = ("Mục tiêu chất lượng năm 2026", "Mục tiêu chất lượng năm 2025")
    links = tuple(Link(f"/{name}", name, zone=Zone.LIST) for name in names)
    assert seen(web_page("Mục tiêu chất lượng", items=names, links=links)) == {}


def test_title_only_in_the_link() -> None:
    """A page whose own title says nothing is named by the link that led to it."""
    words = LinkWords("Mục tiêu chất lượng năm 2026")
    page = web_page("Chi tiết tin", *OBJECTIVES, words=words)
    assert seen(page) == {"quality_objectives": "paper"}


def test_policy_and_objectives_on_one_page() -> None:
    """Two papers under capital titles in one page are both found."""
    page = web_page(
        "ISO 9001:2015",
        "CHÍNH SÁCH CHẤT LƯỢNG",
        "UBND xã Minh Quán cam kết công khai, minh bạch, đúng pháp luật, luôn cải tiến.",
        "MỤC TIÊU CHẤT LƯỢNG NĂM 2026",
        *OBJECTIVES,
    )
    assert seen(page) == {"quality_policy": "paper", "quality_objectives": "paper"}


def test_search_results_are_nothing() -> None:
    """The portal's own search, found or not, is no paper."""
    text = "Không tìm thấy kết quả nào phù hợp với từ khóa “mục tiêu chất lượng”."
    assert seen(web_page("Kết quả tìm kiếm: mục tiêu chất lượng", text)) == {}


def test_picture_page_asks() -> None:
    """A page named as the paper that shows nothing readable is a question."""
    assert seen(web_page("Chính sách chất lượng", "Ảnh")) == {"quality_policy": "doubtful"}


def test_year_only_in_the_link() -> None:
    """The link that led here may give the year that the page itself leaves out."""
    words = LinkWords("Mục tiêu chất lượng năm 2026")
    page = web_page("Mục tiêu chất lượng", *OBJECTIVES, words=words)
    assert the(page, "quality_objectives").year == 2026
    silent = web_page("Mục tiêu chất lượng", *OBJECTIVES)
    assert the(silent, "quality_objectives").kind == "doubtful"


def test_a_short_page_that_bears_the_paper_s_own_title_is_it() -> None:
    """Head lines and the title once more in the text: the paper, however little it says."""
    page = web_page(
        "Chương trình hoạt động ISO năm 2026",
        "UBND XÃ MINH QUÁN",
        "CHƯƠNG TRÌNH HOẠT ĐỘNG ISO NĂM 2026",
        "Tháng 1: ban hành mục tiêu. Tháng 8: đánh giá. Tháng 10: họp.",
    )
    assert seen(page) == {"annual_plan": "paper"}


def test_a_mark_in_place_of_a_signature_tells_no_news() -> None:
    """ "(Đã ký)" below a policy says that it was signed, not that somebody reports so."""
    page = web_page(
        "Chính sách chất lượng",
        "UBND xã Minh Quán cam kết công khai, minh bạch, đúng pháp luật, cải tiến HTQLCL.",
        "CHỦ TỊCH",
        "(Đã ký)",
    )
    assert seen(page) == {"quality_policy": "paper"}


def test_minutes_behind_a_report_on_one_page() -> None:
    """An article that holds two papers one behind the other is both."""
    report = paper_text("Kết quả đánh giá nội bộ HTQLCL năm 2026", kind="BÁO CÁO")
    minutes = paper_text("Họp xem xét của lãnh đạo về HTQLCL năm 2026", kind="BIÊN BẢN")
    page = web_page("Hồ sơ ISO năm 2026", *report.split("\n"), *minutes.split("\n"))
    assert seen(page) == {"internal_audit": "paper", "management_review": "paper"}


def test_a_list_of_the_system_is_not_asked_about_as_the_general_one() -> None:
    """The paper's own title says which list it is; a file name cut short does not undo that."""
    text = paper_text("Ban hành Danh mục thủ tục hành chính áp dụng HTQLCL")
    page = file_page(text, address="https://a.vn/f/ban-hanh-danh-muc-thu-tuc-hanh-chinh.pdf")
    assert seen(page) == {"procedure_list": "paper"}
