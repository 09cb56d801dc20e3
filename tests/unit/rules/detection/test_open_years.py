"""Yearly papers whose words leave it open which year they are for: nobody is accused over them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.publications import Status
from rules.detection.open_years import open_years
from rules.head import DocumentHead
from rules.vietnamese.folding import fold
from tests.unit.rules.builders import GOALS, finding, having, sighting
from tests.unit.rules.written_pages import file_page, link, paper_text, the, web_page

NAME = "Mục tiêu chất lượng"
SIGNED = DocumentHead(issued_on=date(2025, 3, 20))


def _years(title: str, *lines: str, head: DocumentHead = SIGNED) -> list[int]:
    return sorted(open_years(title, fold("\n".join(lines)), head))


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("năm 2025", [2025]),
        ("giai đoạn 2025-2027", [2025, 2026, 2027]),
        ("năm 2025 – 2026", [2025, 2026]),
        ("năm 2025 (áp dụng cả năm 2026)", [2025, 2026]),
        ("năm 2025, gia hạn đến hết năm 2026", [2025, 2026]),
        ("giai đoạn từ năm 2024 đến năm 2026", [2024, 2025, 2026]),
        ("năm 2025 và các năm tiếp theo", list(range(2025, 2031))),
        ("gắn với ISO điện tử năm 2025", [2025]),
        ("từ năm 2025", list(range(2025, 2031))),
        ("hằng năm", list(range(2025, 2031))),
        ("", []),
        ("năm 2025 theo TCVN ISO 9001:2015", [2025]),
        ("năm 2025 thay thế Quyết định số 10/QĐ-UBND năm 2024", [2025]),
    ],
)
def test_years_of_a_title(title: str, years: list[int]) -> None:
    """A period holds each of its years, and who says "from" ends nowhere near."""
    assert _years(f"{NAME} {title}".strip()) == years


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("MỤC TIÊU CHẤT LƯỢNG NĂM 2026", [2025, 2026]),
        ("Năm 2026:", [2025, 2026]),
        ("Phương hướng năm 2026", [2025]),
        ("năm 2026.", [2025]),
        ("Trong năm 2026 xã phấn đấu giải quyết 100% hồ sơ đúng hạn.", [2025]),
    ],
)
def test_years_of_headings_below_it(line: str, years: list[int]) -> None:
    """A page filled again under its old title names the year in the line above what it says."""
    assert _years(f"{NAME} năm 2025", "Mục tiêu 1: 98% hồ sơ đúng hạn.", line) == years


def test_goals_signed_in_the_year_after_are_a_slip() -> None:
    """A report of the year that is over is none."""
    january = DocumentHead(issued_on=date(2026, 1, 20))
    assert _years(f"{NAME} năm 2025", head=january) == [2025, 2026]
    assert _years("Kết luận cuộc họp xem xét của lãnh đạo năm 2025", head=january) == [2025]
    assert _years("Báo cáo năm 2025", head=replace(january, type_name="báo cáo")) == [2025]


def test_an_open_year_is_a_question_and_no_older_paper() -> None:
    """Another period stays one."""
    earlier = sighting(GOALS, year=2025)
    for years, status in (({2025, 2026}, Status.UNVERIFIED), ({2024, 2025}, Status.OUTDATED)):
        found = finding(having(sightings=(replace(earlier, open_years=frozenset(years)),)))
        assert found.status is status
    assert (
        "2026"
        in finding(having(sightings=(replace(earlier, open_years=frozenset({2025, 2026})),))).reason
    )


def test_a_replaced_decision_gives_no_year() -> None:
    """The day of signing tells it then."""
    text = paper_text(
        f"Ban hành {NAME} thay thế Quyết định số 10/QĐ-UBND năm 2025",
        body="Mục tiêu 1: 100% hồ sơ được giải quyết đúng hạn theo HTQLCL.",
    )
    assert the(file_page(text, link(NAME)), "quality_objectives").year == 2026


def test_a_page_with_a_new_heading_under_its_old_title() -> None:
    """Detection passes both years on."""
    page = web_page(
        f"{NAME} năm 2025",
        f"{NAME.upper()} NĂM 2026",
        "Mục tiêu 1: 100% hồ sơ được giải quyết đúng hạn theo hệ thống quản lý chất lượng.",
        "Mục tiêu 2: trên 98% người dân hài lòng với việc giải quyết thủ tục hành chính.",
        words=link(f"{NAME} năm 2025"),
        title=f"{NAME} năm 2025 - UBND xã Minh Quán",
    )
    assert the(page, "quality_objectives").open_years == {2025, 2026}
