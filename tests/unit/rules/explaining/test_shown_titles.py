"""Titles as an inspector reads them."""

from __future__ import annotations

import pytest

from rules.explaining.questions import asks
from rules.explaining.reasons import paper
from rules.explaining.shown_titles import is_slug, last_part, without_leftovers
from tests.unit.rules.builders import evidence

SLUG = "hop xem xetcua lanh dao ve htqlcl nam 2026 27604"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("null Kết quả khắc phục điểm không phù hợp", "Kết quả khắc phục điểm không phù hợp"),
        ("null null Kế hoạch ISO", "Kế hoạch ISO"),
        ("null", "null"),
        ("Báo cáo Báo cáo ISO năm 2026", "Báo cáo ISO năm 2026"),
        ("KẾ HOẠCH Kế hoạch đánh giá nội bộ", "Kế hoạch đánh giá nội bộ"),
        ("Báo cáo kết quả báo cáo ISO", "Báo cáo kết quả báo cáo ISO"),
        ("Nullarbor", "Nullarbor"),
    ],
)
def test_what_machines_left_is_not_shown(title: str, shown: str) -> None:
    """An empty type printed as "null", and a type printed before a title that says it."""
    assert without_leftovers(title) == shown


@pytest.mark.parametrize(
    ("title", "is_one"),
    [
        (SLUG, True),
        ("muc-tieu-chat-luong-nam-2026", True),
        ("Mục tiêu chất lượng năm 2026", False),
        ("MTCL 2026", False),
        ("iso 9001 2015", False),
    ],
)
def test_slugs_are_told_from_words(title: str, is_one: bool) -> None:
    """Small letters without marks, at least four pieces."""
    assert is_slug(title) is is_one


def test_a_slug_is_cited_as_a_file() -> None:
    """By its file name where the address has it, else as it reads; by its link's words first."""
    url = f"https://xa-a.gov.vn/tep/{SLUG.replace(' ', '-')}.pdf"
    plain = {"number": None, "issued_on": None}
    assert paper(evidence(url, title=SLUG, quote=SLUG, **plain)) == f"tệp “{last_part(url)}”"
    elsewhere = evidence("https://xa-a.gov.vn/27604", title=SLUG, quote=SLUG, **plain)
    assert paper(elsewhere) == f"tệp “{SLUG}”"
    linked = evidence(url, title=SLUG, quote="Họp xem xét của lãnh đạo", **plain)
    assert paper(linked) == "“Họp xem xét của lãnh đạo”"
    assert asks(f"Có mở được {paper(elsewhere)} không?", elsewhere, 0).count(SLUG) == 1


def test_an_address_without_a_path_has_no_last_part() -> None:
    """Nor has one that cannot be taken apart."""
    assert last_part("https://xa-a.gov.vn") == last_part("http://[") == ""
