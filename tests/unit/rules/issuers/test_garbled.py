"""An issuer's name whose letters were lost or changed: it may be the agency's own."""

from __future__ import annotations

import pytest

from rules.vietnamese.legibility import is_garbled
from tests.unit.rules.written_pages import file_page, link, paper_text, seen, web_page

GOALS = "quality_objectives"
BODY = "Mục tiêu 1: 100% hồ sơ được giải quyết đúng hạn theo HTQLCL."


def _kind(issuer: str, parent: str = "HUYỆN TRẤN YÊN") -> str:
    """What the objectives are with these lines above them."""
    excerpt = "Ban hành Mục tiêu chất lượng năm 2026"
    day = "Yên Bái, ngày 05 tháng 02 năm 2026"
    text = paper_text(excerpt, body=BODY, parent=parent, issuer=issuer, day=day)
    return seen(file_page(text))[GOALS]


@pytest.mark.parametrize(
    "name",
    [
        "XÃ MINH QU\ufffdN",
        "X\ufffd MINH QU\ufffdN",
        "XÃ MINH QU?N",
        "X? MINH QU?N",
        "XÃ MINH QU□N",
        "XÃ MINH QU\ue0a1N",
        "XÃ MINH QU¸N",
        "XÃ Minh QuÃ¡n",
        "XÃ M1NH QUÁN",
        "XÃ MINH QU&Aacute;N",
        "XÃ M I N H  Q U Á N",
        "XÃ MINH QU ÁN",
    ],
)
def test_a_name_with_lost_letters_is_a_question(name: str) -> None:
    """Nobody can say that it is another commune's, or the district's above it."""
    assert _kind(f"ỦY BAN NHÂN DÂN\n{name}") == "doubtful"


def test_the_district_above_is_none_where_the_name_below_it_is_lost() -> None:
    """Its own paper has no second line."""
    assert _kind("X\ufffd MINH QU\ufffdN", parent="UBND HUYỆN TRẤN YÊN") == "doubtful"
    assert _kind("UBND HUYỆN TRẤN YÊN", parent="TỈNH YÊN BÁI") == "not_it"


def test_another_commune_in_sound_letters_stays_another() -> None:
    """Every letter of the name is there."""
    assert _kind("ỦY BAN NHÂN DÂN\nXÃ VIỆT CƯỜNG") == "not_it"


def test_a_page_of_somebody_in_lost_letters_is_not_anothers() -> None:
    """A title names whose objectives they are."""
    page = web_page(
        "Mục tiêu chất lượng năm 2026 của UBND xã Minh Qu\ufffdn",
        "Mục tiêu 1: 100% hồ sơ được giải quyết đúng hạn theo hệ thống quản lý chất lượng.",
        "Mục tiêu 2: trên 98% người dân hài lòng với việc giải quyết thủ tục hành chính.",
        words=link("Mục tiêu chất lượng"),
    )
    assert seen(page).get(GOALS) in ("paper", "doubtful")


@pytest.mark.parametrize(
    "name",
    ["Sở Nội vụ", "UBND xã Đắk Nông", "TCVN ISO 9001:2015", "UBND\xa0XÃ MINH QUÁN", "Ai ký? Sở A"],
)
def test_sound_letters(name: str) -> None:
    """Signs between words, numbers and Vietnamese capitals are what they are."""
    assert not is_garbled(name)
