"""Whose a paper is by the decision it is annexed to, a table of facts, or who acts in its text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rules.head import read_head
from rules.issuers.judge import IssuerJudge
from rules.issuers.scope import is_scope_of
from rules.issuers.unit_names import UnitName
from tests.unit.rules.written_pages import COMMUNE, DEPARTMENT, file_page, paper_text, the, web_page

LIST = "PHỤ LỤC\nDANH MỤC QUY TRÌNH ISO\n{}\n1. QT-01 Khai sinh\n2. QT-02 Khai tử"


@pytest.mark.parametrize(
    ("note", "whose"),
    [
        ("(Kèm theo Quyết định số 40/QĐ-UBND của Chủ tịch UBND xã Minh Quán)", "own"),
        ("(Kèm theo Quyết định số 40/QĐ-UBND của Chủ tịch UBND xã Minh Quân)", "other"),
        ("(Ban hành kèm theo Quyết định số 9/QĐ-STP ngày 02/3/2025 của Sở Tư pháp)", "other"),
        ("(Ban hành kèm theo Quyết định số 9/QĐ-UBND ngày 02/3/2025 của Ủy ban\nnhân dân tỉnh)",
         "above"),
        ("(Ban hành kèm theo Quyết định này)", "unnamed"),
        ("Cơ quan ban hành: UBND xã Minh Quán", "own"),
        ("Cơ quan ban hành | Thủ tướng Chính phủ", "above"),
        ("Cơ quan ban hành | Bộ Khoa học và Công nghệ", "above"),
    ],
)  # fmt: skip
def test_what_is_said_of_the_issuer(note: str, whose: str) -> None:
    """An annex belongs to whom its decision belongs to; a table of facts names the issuer."""
    head = read_head(LIST.format(note))
    assert IssuerJudge(COMMUNE).of_paper(head, certain=True).whose == whose


def test_a_title_against_the_decision_is_a_question() -> None:
    """A list "tại UBND xã Minh Quán" of another's decision is asked about."""
    head = read_head(LIST.format("(Kèm theo Quyết định số 40/QĐ-UBND của UBND xã Minh Quân)"))
    title = "Danh mục quy trình ISO tại UBND xã Minh Quán"
    assert IssuerJudge(COMMUNE).of_paper(head, certain=True, title=title).whose == "unclear"


@pytest.mark.parametrize(
    ("title", "whose"),
    [
        ("Sở Y tế công bố HTQLCL phù hợp TCVN ISO 9001:2015", "other"),
        ("UBND tỉnh ban hành Quyết định kiện toàn Ban chỉ đạo ISO", "above"),
        ("Công bố HTQLCL phù hợp TCVN ISO 9001:2015", "unnamed"),
    ],
)
def test_who_acts_in_a_title(title: str, whose: str) -> None:
    """A headline that lets another office announce or issue tells of that office's paper."""
    head = read_head("Ngày 27/3, buổi lễ diễn ra trang trọng.")
    assert IssuerJudge(DEPARTMENT).of_paper(head, certain=True, title=title).whose == whose


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ("Ủy ban nhân dân xã Phú Sơn cam kết:", "not_it"),
        ("Lãnh đạo UBND huyện Trấn Yên cam kết phục vụ nhân dân:", "not_it"),
        ("UBND xã Minh Quán cam kết:", "paper"),
        ("Công ty Hoa Ban cam kết với khách hàng:", "not_it"),
        ("Với mỗi công ty chúng tôi cam kết phục vụ tận tình:", "paper"),
        ("Chúng tôi cam kết:", "paper"),
    ],
)
def test_who_promises_in_a_policy(first: str, kind: str) -> None:
    """Who commits himself in the first sentence issues it, where the agency is named nowhere."""
    text = f"CHÍNH SÁCH CHẤT LƯỢNG\n{first}\n1. Duy trì HTQLCL theo ISO 9001:2015.\n2. Đúng hẹn."
    assert the(file_page(text), "quality_policy").kind == kind


def test_a_decision_of_the_district_told_in_an_article() -> None:
    """A page that shows what the district decided is no paper of the commune."""
    title = "Quyết định kiện toàn Ban chỉ đạo áp dụng HTQLCL theo TCVN ISO 9001:2015"
    page = web_page(
        title,
        "UBND huyện Trấn Yên ban hành Quyết định số 17/QĐ-UBND ngày 05/02/2026:",
        "Điều 1. Kiện toàn Ban chỉ đạo áp dụng Hệ thống quản lý chất lượng gồm các thành viên: "
        "Phó Chủ tịch - Trưởng ban; Chánh Văn phòng - Ủy viên.",
    )
    assert the(page, "steering_committee").kind == "not_it"


def test_a_procedure_about_firms_is_no_firm() -> None:
    """ "Đăng ký hợp tác xã" names no cooperative; "CÔNG TY TNHH ..." is a firm."""
    title = "DANH MỤC QUY TRÌNH ISO 9001:2015\n"
    own = file_page(f"{title}1. QT-01 Đăng ký hợp tác xã\n2. QT-02 Thành lập trường mầm non")
    assert the(own, "procedure_list").kind == "paper"
    firm = file_page(f"CÔNG TY TNHH HOA BAN\n{title}1. QT-01 Mua hàng\n2. QT-02 Bán hàng")
    assert the(firm, "procedure_list").kind != "paper"


def test_a_twins_district_in_the_text_is_asked_about() -> None:
    """Where two agencies bear the name, a text about the other's district raises the question."""
    text = paper_text(
        "Công bố HTQLCL phù hợp TCVN ISO 9001:2015",
        parent="",
        body="Thực hiện Kế hoạch của UBND huyện Văn Chấn về áp dụng TCVN ISO 9001:2015.",
    )
    twin = replace(COMMUNE, namesakes=("UBND xã Minh Quán",))
    assert the(file_page(text), "conformity_announcement", twin).kind == "doubtful"
    assert the(file_page(text), "conformity_announcement").kind == "paper"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Danh mục TTHC thuộc thẩm quyền của UBND cấp xã trên địa bàn tỉnh", True),
        ("Danh mục TTHC thuộc thẩm quyền giải quyết của UBND xã Minh Quán", True),
        ("Danh mục TTHC thuộc thẩm quyền giải quyết của UBND xã Minh Quân", False),
        ("Danh mục TTHC của UBND xã Minh Quán, huyện Văn Chấn", False),
        ("Danh mục TTHC cấp xã của UBND xã Phú Sơn", False),
        ("Danh mục TTHC về cấp xác nhận", False),
        ("Danh mục TTHC cấp huyện", False),
    ],
)
def test_for_whom_a_list_from_above_is(title: str, expected: bool) -> None:
    """This very agency or its level: tone marks, the district and other names count."""
    above = tuple(UnitName(name) for name in COMMUNE.parents)
    assert is_scope_of(UnitName(COMMUNE.agency.name), above, title) is expected


@pytest.mark.parametrize(
    ("issuer", "kind"),
    [
        ("ỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI", "paper"),
        ("SỞ TƯ PHÁP", "doubtful"),
        ("ỦY BAN NHÂN DÂN\nXÃ PHÚ SƠN", "not_it"),
    ],
)
def test_who_may_issue_a_list_for_a_level(issuer: str, kind: str) -> None:
    """Only a body above issues the communes' list; a department's is asked about."""
    title = "Về việc công bố Danh mục thủ tục hành chính thuộc thẩm quyền giải quyết của cấp xã"
    text = paper_text(title, parent="", issuer=issuer, day="Yên Bái, ngày 05 tháng 02 năm 2026",
                      body="STT Lĩnh vực Thời hạn\nThủ tục hành chính mã 1.000110")  # fmt: skip
    assert the(file_page(text), "tthc_list").kind == kind


@pytest.mark.parametrize(
    ("signer", "whose"),
    [
        ("TM. ỦY BAN NHÂN DÂN XÃ MINH QUÁN\nCHỦ TỊCH", "own"),
        ("TM. ỦY BAN NHÂN DÂN XÃ MINH QUÂN\nCHỦ TỊCH", "other"),
        ("TM. UBND HUYỆN TRẤN YÊN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "above"),
        ("GIÁM ĐỐC SỞ XÂY DỰNG\nĐỗ Văn A", "other"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "unnamed"),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n- UBND xã Phú Sơn;", "unnamed"),
    ],
)
def test_for_whom_a_paper_without_a_head_is_signed(signer: str, whose: str) -> None:
    """The office in whose name it is signed issues it; recipients beside the block do not."""
    head = read_head(f"CHÍNH SÁCH CHẤT LƯỢNG\n1. Đúng hẹn.\n2. Cải tiến.\n{signer}\n")
    assert IssuerJudge(COMMUNE).of_paper(head, certain=True).whose == whose
