"""Papers as files: what they are, whose they are, and what looks like one and is none."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from tests.unit.rules.written_pages import (
    DEPARTMENT,
    DISTRICT,
    file_page,
    link,
    paper_text,
    seen,
    the,
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
    head = "HUYỆN TRẤN YÊN ỦY BAN NHÂN DÂN XÃ MINH QUÁN"
    assert evidence.quote == f"{head} … Quyết định Ban hành Mục tiêu chất lượng năm 2026"
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


def test_a_notice_that_spreads_the_objectives_is_them() -> None:
    """ "V/v phổ biến mục tiêu chất lượng" states them; a meeting that spreads them does not."""
    body = "1. 97% hồ sơ giải quyết đúng hạn; 2. Tỷ lệ hài lòng đạt 91%."
    title = "V/v phổ biến mục tiêu chất lượng năm 2026"
    page = file_page(paper_text(title, kind="THÔNG BÁO", number="Số: 9/TB-UBND", body=body))
    assert the(page, "quality_objectives").kind == "paper"
    told = paper_text("V/v hội nghị phổ biến mục tiêu chất lượng năm 2026", kind="GIẤY MỜI")
    assert seen(file_page(told)) == {}
