"""Papers as files: what they are, whose they are, and what looks like one and is none."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from domain.agencies import Agency, Inspected, Level
from tests.unit.rules.written_pages import (
    COMMUNE,
    DEPARTMENT,
    DISTRICT,
    file_page,
    link,
    notes,
    paper_text,
    seen,
    the,
    unreadable_page,
)

FORMAL = [
    (
        "Về việc công bố Hệ thống quản lý chất lượng phù hợp\nTCVN ISO 9001:2015",
        "QUYẾT ĐỊNH",
        "conformity_announcement",
    ),
    (
        "V/v công bố HTQLCL phù hợp với tiêu chuẩnTCVN ISO 9001:2015",
        "QUYẾT ĐỊNH",
        "conformity_announcement",
    ),
    (
        "Công bố lại hệ thống quản lý chất lượng theo TVCN ISO 9001-2015",
        "QUYẾT ĐỊNH",
        "conformity_announcement",
    ),
    ("Về việc công bố áp dụng HTQLCL", "QUYẾT ĐỊNH", "conformity_announcement"),
    ("Về VIỆCCÔNG BỐ Hệ thống quản lý chất lượng", "QUYẾT ĐỊNH", "conformity_announcement"),
    (
        "Về việc ban hành hệ thống tài liệu của Hệ thống quản lý chất lượng",
        "QUYẾT ĐỊNH",
        "qms_documents",
    ),
    (
        "Về việc ban hành Hệ thống quản lý chất lượng theo TCVN 9001:2015",
        "QUYẾT ĐỊNH",
        "qms_documents",
    ),
    ("Ban hành Mô hình HTQLCL theo TCVN ISO 9001:2015", "QUYẾT ĐỊNH", "qms_documents"),
    ("Ban hành Sổ tay chất lượng", "QUYẾT ĐỊNH", "qms_documents"),
    ("Ban hành bộ tài liệu ISO 9001:2015", "QUYẾT ĐỊNH", "qms_documents"),
    ("Ban hành Danh mục thủ tục hành chính áp dụng HTQLCL", "QUYẾT ĐỊNH", "procedure_list"),
    ("Ban hành Danh mục quy trình giải quyết TTHC theo ISO", "QUYẾT ĐỊNH", "procedure_list"),
    ("Phê duyệt bộ quy trình ISO 9001:2015", "QUYẾT ĐỊNH", "procedure_list"),
    ("Ban hành Mục tiêu chất lượng năm 2026", "QUYẾT ĐỊNH", "quality_objectives"),
    ("Thực hiện mục tiêu chất lượng năm 2026", "KẾ HOẠCH", "quality_objectives"),
    ("Mục tiêu chất lượng năm 2026 của UBND xã", "THÔNG BÁO", "quality_objectives"),
    ("Ban hành Chính sách chất lượng", "QUYẾT ĐỊNH", "quality_policy"),
    ("Về việc kiện toàn Ban chỉ đạo ISO", "QUYẾT ĐỊNH", "steering_committee"),
    ("Kiện toàn Ban chỉ đạo xây dựng, áp dụng, duy trì HTQLCL", "QUYẾT ĐỊNH", "steering_committee"),
    ("Thành lập Tổ ISO", "QUYẾT ĐỊNH", "steering_committee"),
    ("Áp dụng, duy trì và cải tiến HTQLCL năm 2026", "KẾ HOẠCH", "annual_plan"),
    ("Triển khai ISO năm 2026", "KẾ HOẠCH", "annual_plan"),
    ("Đánh giá nội bộ Hệ thống quản lý chất lượng năm 2026", "KẾ HOẠCH", "internal_audit"),
    ("Kết quả đánh giá nội bộ năm 2026", "BÁO CÁO", "internal_audit"),
    ("Họp xem xét của lãnh đạo về HTQLCL năm 2026", "BIÊN BẢN", "management_review"),
    (
        "Danh mục thủ tục hành chính thuộc thẩm quyền giải quyết của UBND xã",
        "QUYẾT ĐỊNH",
        "tthc_list",
    ),
    ("Khắc phục các điểm không phù hợp sau đánh giá", "BÁO CÁO", "corrective_action"),
    ("Kết quả áp dụng, duy trì, cải tiến HTQLCL năm 2026", "BÁO CÁO", "annual_report"),
]


@pytest.mark.parametrize(("excerpt", "kind", "publication"), FORMAL)
def test_formal_papers_are_the_paper(excerpt: str, kind: str, publication: str) -> None:
    """A paper of the agency with a proper head is found as its own publication and no other."""
    assert seen(file_page(paper_text(excerpt, kind=kind))) == {publication: "paper"}


@pytest.mark.parametrize(("excerpt", "kind", "publication"), FORMAL)
def test_same_verdict_for_decomposed_letters(excerpt: str, kind: str, publication: str) -> None:
    """Letters and marks stored apart (NFD) are judged as the composed ones."""
    text = unicodedata.normalize("NFD", paper_text(excerpt, kind=kind))
    assert seen(file_page(text)) == {publication: "paper"}


@pytest.mark.parametrize(
    ("excerpt", "kind", "number"),
    [
        ("Kiểm tra việc áp dụng HTQLCL tại các xã năm 2026", "KẾ HOẠCH", "Số: 90/KH-UBND"),
        ("Tập huấn xây dựng mục tiêu chất lượng", "KẾ HOẠCH", "Số: 9/KH-UBND"),
        ("Mục tiêu chất lượng giáo dục năm học 2026-2027", "KẾ HOẠCH", "Số: 9/KH-UBND"),
        ("Công bố chất lượng sản phẩm phù hợp quy chuẩn", "THÔNG BÁO", "Số: 9/TB-UBND"),
        ("Công bố HTQLMT phù hợp TCVN ISO 14001:2015", "QUYẾT ĐỊNH", "Số: 9/QĐ-UBND"),
        (
            "Phê duyệt gói thầu tư vấn chuyển đổi HTQLCL theo ISO 9001:2015",
            "QUYẾT ĐỊNH",
            "Số: 9/QĐ-UBND",
        ),
        ("Công bố danh mục TTHC mới ban hành, bãi bỏ", "QUYẾT ĐỊNH", "Số: 9/QĐ-UBND"),
        ("Phát triển kinh tế - xã hội năm 2026", "KẾ HOẠCH", "Số: 9/KH-UBND"),
        ("Mục tiêu chất lượng dịch vụ viễn thông năm 2026", "THÔNG BÁO", "Số: 9/TB-UBND"),
        ("Cải tiến chất lượng bệnh viện năm 2026", "KẾ HOẠCH", "Số: 9/KH-BV"),
        ("Kết quả thực hiện mục tiêu chất lượng năm 2025", "BÁO CÁO", "Số: 9/BC-UBND"),
    ],
)
def test_look_alikes_are_none(excerpt: str, kind: str, number: str) -> None:
    """Inspection, training, schools, goods, other standards and tenders are no publication."""
    page = file_page(paper_text(excerpt, kind=kind, number=number))
    assert "paper" not in seen(page).values()
    assert "doubtful" not in seen(page).values()


def test_evidence_is_filled_from_the_head() -> None:
    """Number, date, year, issuer, quote, rule and snapshot all stand in the evidence."""
    page = file_page(paper_text("Ban hành Mục tiêu chất lượng năm 2026"))
    evidence = the(page, "quality_objectives").evidence
    assert evidence.number == "12/QĐ-UBND"
    assert evidence.issued_on == date(2026, 2, 5)
    assert evidence.year == 2026
    assert evidence.issuer == "UBND xã Minh Quán"
    assert evidence.quote == "Mục tiêu chất lượng"
    assert evidence.rule == "quality_objectives/1"
    assert evidence.sha256 == "ab" * 32


def test_interleaved_columns() -> None:
    """Two columns read as one line each still give the issuer."""
    text = (
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "XÃ MINH QUÁN Độc lập - Tự do - Hạnh phúc\n"
        "Số: 12/QĐ-UBND Minh Quán, ngày 05 tháng 02 năm 2026\n"
        "QUYẾT ĐỊNH\nVề việc kiện toàn Ban chỉ đạo ISO\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ"
    )
    found = the(file_page(text), "steering_committee")
    assert (found.kind, found.evidence.issuer) == ("paper", "UBND xã Minh Quán")


@pytest.mark.parametrize(
    ("parent", "issuer", "day"),
    [
        ("HUYỆN TRẤN YÊN", "ỦY BAN NHÂN DÂN\nXÃ MINH QUÂN", "Minh Quân, ngày 05 tháng 02 năm 2026"),
        ("TỈNH YÊN BÁI", "ỦY BAN NHÂN DÂN\nHUYỆN TRẤN YÊN", "Trấn Yên, ngày 05 tháng 02 năm 2026"),
        ("UBND TỈNH YÊN BÁI", "SỞ NỘI VỤ", "Yên Bái, ngày 05 tháng 02 năm 2026"),
        ("", "ỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI", "Yên Bái, ngày 05 tháng 02 năm 2026"),
        ("UBND XÃ MINH QUÁN", "TRƯỜNG MẦM NON HOA HỒNG", "Minh Quán, ngày 05 tháng 02 năm 2026"),
    ],
)
def test_papers_of_others_are_not_it(parent: str, issuer: str, day: str) -> None:
    """The neighbour's, the district's, a department's, the province's and a school's are not."""
    text = paper_text(
        "Ban hành Mục tiêu chất lượng năm 2026", parent=parent, issuer=issuer, day=day
    )
    assert seen(file_page(text)) == {"quality_objectives": "not_it"}


def test_the_district_reads_the_same_head_as_its_own() -> None:
    """What is another's on one portal is the agency's own on its own portal."""
    text = paper_text(
        "Ban hành Mục tiêu chất lượng năm 2026",
        parent="TỈNH YÊN BÁI",
        issuer="ỦY BAN NHÂN DÂN\nHUYỆN TRẤN YÊN",
    )
    assert seen(file_page(text), DISTRICT) == {"quality_objectives": "paper"}


def test_department_paper() -> None:
    """A department's paper under the province's name is the department's."""
    text = paper_text(
        "Áp dụng, duy trì và cải tiến HTQLCL năm 2026",
        kind="KẾ HOẠCH",
        number="Số:   /KH-SNV",
        parent="UBND TỈNH YÊN BÁI",
        issuer="SỞ NỘI VỤ",
        day="Yên Bái, ngày   tháng 01 năm 2026",
        signer="GIÁM ĐỐC",
    )
    assert seen(file_page(text), DEPARTMENT) == {"annual_plan": "paper"}
    text = text.replace("SỞ NỘI VỤ", "SỞ TÀI CHÍNH").replace("KH-SNV", "KH-STC")
    assert seen(file_page(text), DEPARTMENT) == {"annual_plan": "not_it"}


def test_predecessor_is_doubtful() -> None:
    """A dissolved unit's paper on its successor's portal is a question for an inspector."""
    successor = Inspected(
        Agency("1", "UBND xã Trấn Yên", Level.COMMUNE, valid_from=date(2025, 7, 1)),
        predecessors=(Agency("2", "UBND xã Minh Quán", Level.COMMUNE),),
    )
    found = the(
        file_page(paper_text("Ban hành Chính sách chất lượng")), "quality_policy", successor
    )
    assert found.kind == "doubtful"
    assert found.question


def test_unchecked_issuer() -> None:
    """Without a registry name nothing is compared, and the note says so."""
    unknown = replace(COMMUNE, name_known=False)
    text = paper_text("Ban hành Chính sách chất lượng", issuer="ỦY BAN NHÂN DÂN\nXÃ KHÁC")
    assert seen(file_page(text), unknown) == {"quality_policy": "paper"}


def test_unnumbered_paper_with_a_bare_title() -> None:
    """A file that begins with its title and names no issuer counts, with less confidence."""
    text = "MỤC TIÊU CHẤT LƯỢNG NĂM 2026\n1. 100% hồ sơ đúng hạn\n2. 95% hài lòng"
    found = the(file_page(text), "quality_objectives")
    assert (found.kind, found.year) == ("paper", 2026)
    assert found.confidence < 0.8


def test_file_name_lends_the_title() -> None:
    """A text without a title is what its file name says when the content bears it out."""
    text = "1. 100% hồ sơ đúng hạn, tỷ lệ hài lòng trên 95%\n2. Duy trì HTQLCL theo ISO 9001:2015"
    page = file_page(text, address="https://a.example.vn/f/muc-tieu-chat-luong-nam-2026.signed.pdf")
    found = the(page, "quality_objectives")
    assert (found.kind, found.year) == ("paper", 2026)


def test_link_promises_and_the_paper_breaks_it() -> None:
    """A link called "Mục tiêu chất lượng" that opens another paper is nothing."""
    text = paper_text("Phòng chống thiên tai năm 2026", kind="KẾ HOẠCH", body="Phòng chống bão lũ.")
    assert seen(file_page(text, link("Mục tiêu chất lượng năm 2026"))) == {
        "quality_objectives": "not_it"
    }


@pytest.mark.parametrize(
    "text",
    [
        "TÊN CƠ QUAN HÀNH CHÍNH NHÀ NƯỚC\nMỤC TIÊU CHẤT LƯỢNG NĂM ....\n1. ......% hồ sơ",
        "MỤC TIÊU CHẤT LƯỢNG NĂM 20...\n1. Giải quyết ......% hồ sơ\nNgười lập: Nguyễn Văn A",
    ],
)
def test_blank_forms(text: str) -> None:
    """A template nobody filled in is not the paper."""
    assert seen(file_page(text)) == {"quality_objectives": "not_it"}


def test_plan_signed_late_for_next_year() -> None:
    """A plan signed in November with the year in its title is for that year."""
    day = "Yên Bái, ngày 23 tháng 11 năm 2025"
    text = paper_text("Áp dụng, duy trì HTQLCL năm 2026", kind="KẾ HOẠCH", day=day)
    assert the(file_page(text), "annual_plan").year == 2026


def test_plan_signed_late_without_a_year_is_doubtful() -> None:
    """Signed in November and silent about its year: an inspector must settle it."""
    day = "Minh Quán, ngày 23 tháng 11 năm 2025"
    text = paper_text("Áp dụng, duy trì HTQLCL", kind="KẾ HOẠCH", day=day)
    assert the(file_page(text), "annual_plan").kind == "doubtful"


def test_unreadable_scan_named_by_its_link() -> None:
    """A scan that nobody can read is UNREAD for what its link says, and asks."""
    noted = notes(unreadable_page(link("Quyết định công bố HTQLCL phù hợp ISO 9001:2015")))
    assert [found.kind for found in noted.sightings] == ["unread"]
    assert noted.unread == "no_text_layer"
    assert not notes(unreadable_page(link("Tải về"))).sightings


def test_garbage_text_is_unread() -> None:
    """Letters of a font without a map are unreadable, never another subject."""
    text = "§©ª¸¹ º»¼½ ¾¿ µ¶· ÐÑÒ " * 20
    noted = notes(file_page(text, link("Mục tiêu chất lượng năm 2026")))
    assert [found.kind for found in noted.sightings] == ["unread"]


def test_older_edition_is_named() -> None:
    """A paper to another edition counts and the edition is named."""
    text = paper_text("Công bố HTQLCL phù hợp TCVN ISO 9001:2008")
    found = the(file_page(text), "conformity_announcement")
    assert found.kind == "paper"
    assert "9001:2008" in found.evidence.note


def test_two_papers_in_one_decision() -> None:
    """A decision that issues policy and objectives is both."""
    text = paper_text("Ban hành Chính sách chất lượng và Mục tiêu chất lượng năm 2026")
    assert seen(file_page(text)) == {"quality_policy": "paper", "quality_objectives": "paper"}


def test_cited_law_is_not_the_number() -> None:
    """A law cited under the title is neither the paper's number nor makes it a law text."""
    text = "UBND XÃ MINH QUÁN\nMỤC TIÊU CHẤT LƯỢNG NĂM 2026\nCăn cứ Quyết định số 19/2014/QĐ-TTg"
    found = the(file_page(text), "quality_objectives")
    assert (found.kind, found.evidence.number) == ("paper", None)


def test_law_text_on_the_portal() -> None:
    """The Prime Minister's decision about the standard is nobody's announcement."""
    text = paper_text(
        "Về việc áp dụng HTQLCL theo TCVN ISO 9001:2008 và công bố HTQLCL",
        number="Số: 19/2014/QĐ-TTg",
        parent="",
        issuer="THỦ TƯỚNG CHÍNH PHỦ",
        day="Hà Nội, ngày 05 tháng 3 năm 2014",
    )
    assert set(seen(file_page(text)).values()) <= {"not_it"}


def test_unnumbered_paper_of_the_neighbour() -> None:
    """The line above an unnumbered title names the issuer."""
    text = "UBND XÃ MINH QUÂN\nMỤC TIÊU CHẤT LƯỢNG NĂM 2026\n1. 100% hồ sơ"
    assert seen(file_page(text)) == {"quality_objectives": "not_it"}


@pytest.mark.parametrize(
    ("name", "issuer"),
    [
        ("Sở Giáo dục và Đào tạo", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"),
        ("Sở Kế hoạch và Đầu tư", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ"),
        ("Sở Khoa học và Công nghệ", "SỞ KH&CN"),
        ("Sở Văn hóa, Thể thao và Du lịch", "SỞ VĂN HOÁ, THỂ THAO\nVÀ DU LỊCH"),
        ("Văn phòng UBND tỉnh", "VĂN PHÒNG"),
        ("Thanh tra tỉnh", "THANH TRA TỈNH"),
    ],
)
def test_departments_whose_names_hold_traps(name: str, issuer: str) -> None:
    """Names with a paper's type, another subject, a comma or short forms are still the agency."""
    agency = Inspected(Agency("x", name, Level.DEPARTMENT), parents=("UBND tỉnh Yên Bái",))
    text = paper_text(
        f"Ban hành Mục tiêu chất lượng năm 2026 của {name}",
        parent="ỦY BAN NHÂN DÂN TỈNH YÊN BÁI",
        issuer=issuer,
        number="Số: 5/QĐ-X",
        day="Yên Bái, ngày 05 tháng 01 năm 2026",
    )
    assert seen(file_page(text), agency) == {"quality_objectives": "paper"}


def test_provincial_list_of_procedures() -> None:
    """The province's list counts for the level it names, not for a department's."""
    for scope, kind in (("UBND cấp xã", "paper"), ("Sở Nội vụ", "not_it")):
        text = paper_text(
            f"Công bố danh mục thủ tục hành chính thuộc thẩm quyền giải quyết của {scope}",
            parent="",
            issuer="ỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI",
        )
        assert seen(file_page(text)) == {"tthc_list": kind}


def test_scan_in_an_article_is_named_by_the_article() -> None:
    """ "Tải về" under an article about the announcement names the announcement."""
    words = link("Tải về", parent_title="Quyết định công bố HTQLCL phù hợp TCVN ISO 9001:2015")
    assert seen(unreadable_page(words)) == {"conformity_announcement": "unread"}
