"""Whose a portal and its lists are: home pages, titles and links that name another agency."""

from __future__ import annotations

from dataclasses import replace

import pytest

from documents import READER_VERSION
from domain.agencies import Agency, Inspected, Level
from domain.outcomes import Outcome, Skip
from domain.visits import FoundBy
from rules.issuers.judge import IssuerJudge
from rules.issuers.named_owner import is_of_another
from tests.unit.rules.written_pages import (
    COMMUNE,
    DISTRICT,
    detector,
    file_page,
    link,
    notes,
    paper_text,
    the,
    web_page,
)

PROVINCE = Inspected(Agency("15", "UBND tỉnh Yên Bái", Level.PROVINCE))


def test_what_another_agency_issued_says_whose_it_is() -> None:
    """The other issuer is kept beside the refusal; own papers and blank forms carry none."""
    title = "Về việc ban hành Chính sách chất lượng theo TCVN ISO 9001:2015"
    other = paper_text(title, issuer="ỦY BAN NHÂN DÂN\nXÃ PHÚ SƠN", day="Phú Sơn, ngày 05 tháng 02")
    assert the(file_page(other), "quality_policy").rejected_issuer == "XÃ PHÚ SƠN"
    assert the(file_page(paper_text(title)), "quality_policy").rejected_issuer is None


@pytest.mark.parametrize(
    ("title", "its_own"),
    [
        ("Trang chủ - UBND xã Minh Quán", True),
        ("Cổng thông tin điện tử xã Minh Quán, huyện Trấn Yên", True),
        ("Trang chủ - UBND xã Minh Quân", False),
        ("Trường tiểu học xã Minh Quán", False),
        ("Cổng thông tin điện tử huyện Trấn Yên", False),
        ("Trang chủ", False),
    ],
)
def test_a_home_page_says_whose_it_is(title: str, its_own: bool) -> None:
    """The title names this very agency, not its school, its district or a namesake."""
    page = web_page("Tin nổi bật", "Xã họp.", title=title)
    home = replace(page, attempt=replace(page.attempt, found_by=FoundBy.HOME))
    assert notes(home, COMMUNE).names_agency is its_own
    assert not notes(page, COMMUNE).names_agency


PROCEDURES = tuple(f"Cấp giấy phép hoạt động loại {n}" for n in range(1, 9))


@pytest.mark.parametrize(
    ("heading", "title", "kind"),
    [
        ("Thủ tục hành chính", "Thủ tục hành chính - UBND xã Minh Quán", "paper"),
        ("Danh mục thủ tục hành chính của UBND xã Minh Quán", "", "paper"),
        ("Danh mục thủ tục hành chính của Sở Giao thông vận tải", "", "not_it"),
        ("Thủ tục hành chính", "Thủ tục hành chính của Chi cục Thủy lợi – Trang chủ", "not_it"),
    ],
)
def test_a_list_of_another_agencys_procedures(heading: str, title: str, kind: str) -> None:
    """A list of procedures whose title names another agency is that agency's."""
    found = the(web_page(heading, items=PROCEDURES, title=title), "tthc_list")
    assert found.kind.value == kind
    assert (found.rejected_issuer is not None) is (kind == "not_it")


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome.UNREADABLE, "Tệp mở ra không phải văn bản"),
        (Outcome.TOO_LARGE, "Tệp quá lớn"),
        (Outcome.TIMEOUT, "Liên kết không mở được"),
        (None, "Liên kết chưa được mở"),
    ],
)
def test_questions_say_what_kept_the_paper_from_being_read(
    outcome: Outcome | None, words: str
) -> None:
    """What came back and was no paper is not said to have stayed shut."""
    attempt = file_page("", link("Sổ tay chất lượng")).attempt
    (found,) = detector().of_unopened(replace(attempt, outcome=outcome))
    assert found.question.startswith(words)


def test_a_link_never_tried_says_why_where_it_is_known() -> None:
    """The cause that the visit noted stands in brackets."""
    attempt = file_page("", link("Sổ tay chất lượng")).attempt
    (found,) = detector().of_unopened(replace(attempt, outcome=None, skip=Skip.BUDGET))
    assert "chưa được mở (chưa kịp xem trong hạn mức của lần kiểm tra)" in found.question


def test_evidence_names_its_reader_and_no_empty_number() -> None:
    """A number whose digits were left blank is none to cite."""
    title = "Về việc ban hành Chính sách chất lượng theo TCVN ISO 9001:2015"
    found = the(file_page(paper_text(title, number="Số:      /QĐ-UBND")), "quality_policy")
    assert (found.evidence.number, found.evidence.reader) == (None, READER_VERSION)
    assert the(file_page(paper_text(title)), "quality_policy").evidence.number == "12/QĐ-UBND"


@pytest.mark.parametrize(
    ("inspected", "kind"), [(COMMUNE, "not_it"), (DISTRICT, "not_it"), (PROVINCE, "doubtful")]
)
def test_a_province_without_its_name_is_above(inspected: Inspected, kind: str) -> None:
    """ "ỦY BAN NHÂN DÂN TỈNH" alone is the body above everybody but a province."""
    text = paper_text(
        "Về việc ban hành Chính sách chất lượng theo TCVN ISO 9001:2015",
        parent="",
        issuer="ỦY BAN NHÂN DÂN\nTỈNH",
        day="Yên Bái, ngày 05 tháng 02 năm 2026",
        signer="CHỦ TỊCH",
    )
    assert the(file_page(text), "quality_policy", inspected).kind.value == kind


@pytest.mark.parametrize(
    ("heading", "paragraphs", "kind"),
    [
        ("Thủ tục hành chính", ("ỦY BAN NHÂN DÂN XÃ PHÚ SƠN",), "not_it"),
        ("Thủ tục hành chính", ("DANH SÁCH TTHC CỦA CƠ QUAN: UBND XÃ PHÚ SƠN",), "not_it"),
        ("Thủ tục hành chính", ("DANH MỤC TTHC THUỘC THẨM QUYỀN CỦA UBND HUYỆN TRẤN YÊN",),
         "not_it"),
        ("Thủ tục hành chính", ("DANH MỤC TTHC THUỘC THẨM QUYỀN CỦA UBND XÃ MINH QUÁN",), "paper"),
        ("Thủ tục hành chính", ("UBND TỈNH YÊN BÁI", "DANH MỤC TTHC CẤP XÃ"), "paper"),
        ("Thủ tục hành chính", (), "paper"),
    ],
)  # fmt: skip
def test_whose_section_of_procedures(heading: str, paragraphs: tuple[str, ...], kind: str) -> None:
    """Its head or a caption names another office, or the agency, or its level."""
    page = web_page(heading, *paragraphs, items=PROCEDURES)
    assert the(page, "tthc_list").kind == kind


@pytest.mark.parametrize(
    ("office", "kind"),
    [("Sở Tư pháp", "not_it"), ("UBND xã Minh Quán", "paper"), ("UBND cấp xã", "paper")],
)
def test_a_column_of_offices_says_whose(office: str, kind: str) -> None:
    """Where every row gives one other office as the one in charge, the list is that office's."""
    rows = (f"{n} | {text} | {office}" for n, text in enumerate(PROCEDURES, 1))
    page = web_page("Thủ tục hành chính", "STT | Tên | Cơ quan thực hiện", items=tuple(rows))
    assert the(page, "tthc_list").kind == kind


@pytest.mark.parametrize(
    ("headline", "beginning", "own"),
    [
        ("UBND xã Minh Quán :: Danh sách cơ quan đã công bố HTQLCL", "1 UBND xã Phú Sơn "
         "2 UBND xã Minh Quán", False),
        ("UBND xã Minh Quán :: Công bố HTQLCL", "UBND xã Minh Quán đã công bố HTQLCL", True),
        ("Cổng thông tin điện tử xã Minh Quán - Sở Y tế công bố HTQLCL", "", False),
    ],
)  # fmt: skip
def test_the_sites_name_in_a_headline_tells_nothing(
    headline: str, beginning: str, own: bool
) -> None:
    """News is the agency's when it acts, not because its name stands in every page's title."""
    assert IssuerJudge(COMMUNE).tells_of_itself(headline, beginning) is own


def test_a_menu_above_a_list_names_no_owner() -> None:
    """Its entries may have the word of an office in them, "Tin trong tỉnh", and name none."""
    menu = ("Trang chủ", "Tin trong tỉnh", "Văn bản - Tài liệu", "CẢI CÁCH HÀNH CHÍNH")
    page = web_page("Danh mục thủ tục hành chính", *menu, items=PROCEDURES)
    assert the(page, "tthc_list").kind == "paper"


def test_a_dash_in_the_agencys_own_name_makes_no_other_of_it() -> None:
    """ "Sở Lao động" before a dash would be another department."""
    name = "Sở Lao động - Thương binh và Xã hội"
    issuers = IssuerJudge(Inspected(Agency("14", name, Level.DEPARTMENT)))
    assert not is_of_another(issuers, f"Danh mục thủ tục hành chính của {name}")
    assert not is_of_another(issuers, f"Mục tiêu chất lượng của {name} - Cổng thông tin điện tử")
    assert is_of_another(issuers, f"Danh mục thủ tục hành chính của Sở Nội vụ - {name}")
