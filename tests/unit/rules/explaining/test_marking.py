"""Which words of a quote decided."""

from __future__ import annotations

import unicodedata

import pytest

from domain.findings import Evidence, Side
from rules.explaining.marking import MOST_MARKS, Marker
from tests.unit.rules.builders import GOALS, REAL, evidence, finding, having, sighting
from tests.unit.rules.written_pages import file_page, paper_text, the

MARKER = Marker(REAL)


def words(kept: Evidence) -> list[str]:
    """The marked words."""
    return [kept.quote[start:end] for start, end in kept.marked]


def marked(quote: str, publication: str = "quality_objectives", **changes: object) -> list[str]:
    """What is marked in a quote of a paper for 2026 by the commune Minh Quán."""
    of = {"issuer": "UBND xã Minh Quán", **changes}
    return words(MARKER.marked(evidence("u", quote=quote, **of), REAL.get(publication)))


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("Mục tiêu chất lượng năm 2026", ["Mục tiêu chất lượng", "2026"]),
        (
            "ỦY BAN NHÂN DÂN\nXÃ MINH QUÁN … MỤC TIÊU CHẤT LƯỢNG NĂM 2026",
            ["ỦY BAN NHÂN DÂN\nXÃ MINH QUÁN", "MỤC TIÊU CHẤT LƯỢNG", "2026"],
        ),
        ("MTCL 2026 của UBND xã Minh Quán", ["MTCL", "2026", "UBND xã Minh Quán"]),
        ("Mục tiêu chất lượng theo TCVN ISO 9001:2026", ["Mục tiêu chất lượng"]),
        ("Tin hoạt động", []),
        ("", []),
    ],
)
def test_wording_year_and_issuer_are_marked(quote: str, expected: list[str]) -> None:
    """Each where it stands; the edition of a standard is no year."""
    assert marked(quote) == expected


def test_a_standing_paper_is_not_decided_by_a_year() -> None:
    """Its year is only the date's."""
    assert marked("Chính sách chất lượng 2026", "quality_policy") == ["Chính sách chất lượng"]


def test_what_spoke_against_is_marked_too() -> None:
    """The words that make it a mere mention."""
    quote = "Kiểm tra việc thực hiện Mục tiêu chất lượng"
    assert marked(quote) == ["Mục tiêu chất lượng"]
    assert "Kiểm tra" in " ".join(marked(quote, side=Side.AGAINST))


def test_letters_that_tidying_moves_are_not_marked_wrongly() -> None:
    """A quote in decomposed letters keeps no marks rather than shifted ones."""
    apart = unicodedata.normalize("NFD", "Mục tiêu chất lượng năm 2026")
    assert marked(apart) == []


def test_marks_are_few_and_in_order() -> None:
    """A hostile quote cannot fill a report with them."""
    kept = MARKER.marked(evidence("u", quote="2026 x " * 40, issuer=None), REAL.get(GOALS))
    assert len(kept.marked) == MOST_MARKS
    assert list(kept.marked) == sorted(kept.marked)


def test_a_finding_shows_its_evidence_marked() -> None:
    """Judging marks what it keeps."""
    case = having(sightings=(sighting(GOALS, quote="Mục tiêu chất lượng năm 2026"),))
    assert words(finding(case).evidence[0]) == ["Mục tiêu chất lượng", "2026"]


def test_the_quote_of_a_paper_says_whose_it_is() -> None:
    """Head and title stand in one quote, and all that decided is marked in it."""
    page = file_page(paper_text("Ban hành Mục tiêu chất lượng năm 2026"))
    kept = MARKER.marked(the(page, "quality_objectives").evidence, REAL.get(GOALS))
    assert words(kept) == ["ỦY BAN NHÂN DÂN XÃ MINH QUÁN", "Mục tiêu chất lượng", "2026"]
