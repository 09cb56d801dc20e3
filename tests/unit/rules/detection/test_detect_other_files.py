"""Papers as files that are special: blank, late, garbled, of two kinds, of another office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.agencies import Agency, Inspected, Level
from tests.unit.rules.written_pages import (
    COMMUNE,
    file_page,
    link,
    notes,
    paper_text,
    seen,
    the,
    unreadable_page,
)


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


@pytest.mark.parametrize(("year", "kind"), [(2023, "doubtful"), (2025, "paper")])
def test_a_year_without_its_day_before_the_agency_is_a_question(year: int, kind: str) -> None:
    """The day was left blank and the agency did not exist in that year: it is not taken for its."""
    young = replace(COMMUNE, agency=replace(COMMUNE.agency, valid_from=date(2025, 7, 1)))
    text = paper_text(
        "Ban hành Chính sách chất lượng", day=f"Minh Quán, ngày    tháng 8 năm {year}"
    )
    assert the(file_page(text), "quality_policy", young).kind == kind


def test_unchecked_issuer() -> None:
    """Without a registry name nothing is compared, and the note says so."""
    unknown = replace(COMMUNE, name_known=False)
    text = paper_text("Ban hành Chính sách chất lượng", issuer="ỦY BAN NHÂN DÂN\nXÃ KHÁC")
    assert seen(file_page(text), unknown) == {"quality_policy": "paper"}


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


def test_an_own_paper_about_the_system_without_a_title_is_asked_about() -> None:
    """A head with the motto, the agency's own, whose title was not recognised, hides nothing."""
    text = (
        "ỦY BAN NHÂN DÂN\nXÃ MINH QUÁN\nSố: /CB-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nMinh Quán, ngày 11 tháng 5 năm 2023\nCÔ1G 8Ố\n"
        "HỆ THỐNG QUẢN LÝ CHẤT LƯỢNG CỦA UBND XÃ MINH\nQUÁN THEO TIÊU CHUẨN TCVN ISO 9001:2015\n"
        "Chủ tịch UBND xã công bố HTQLCL của cơ quan được xây dựng, thực hiện phù hợp TCVN ISO "
        "9001:2015.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nĐặng A Tiến"
    )
    assert seen(file_page(text, link("247-UBND"))).get("conformity_announcement") == "doubtful"
