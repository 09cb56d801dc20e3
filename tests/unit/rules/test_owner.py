"""Whose a portal and its lists are: home pages, titles and links that name another agency."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.visits import FoundBy
from tests.unit.rules.written_pages import COMMUNE, file_page, notes, paper_text, the, web_page


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
