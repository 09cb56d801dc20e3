"""A quote fits a line, and the words that decided stand out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.findings import Evidence
from reports.quotes import LEAD, quote_parts
from reports.words import place_in_words
from tests.unit.reports.builders import PROOF


def proof(quote: str, *marked: tuple[int, int]) -> Evidence:
    """A piece of evidence with this quote, and the spans of it that decided."""
    return replace(PROOF, quote=quote, marked=marked)


def test_a_quote_without_marks_is_one_part() -> None:
    """Whole, on one line."""
    assert quote_parts(proof(" Mục tiêu\n\t chất lượng "), 200) == (("Mục tiêu chất lượng", False),)
    assert quote_parts(proof(""), 200) == ()


def test_marks_keep_their_letters_when_blanks_are_joined() -> None:
    """Spans count letters of the quote as it stands there."""
    quote = "Về   việc MỤC\n TIÊU năm"
    parts = quote_parts(proof(quote, (10, 19)), 200)
    assert parts == (("Về việc ", False), ("MỤC TIÊU", True), (" năm", False))


@pytest.mark.parametrize("at", [0, 500, 990])
def test_a_long_quote_is_cut_around_what_decided(at: int) -> None:
    """Ellipses stand where words were left out, and the marked ones are kept."""
    quote = "x" * at + "ĐÂY" + "y" * (1_000 - at)
    parts = quote_parts(proof(quote, (at, at + 3)), 200)
    assert ("ĐÂY", True) in parts
    shown = "".join(words for words, _ in parts)
    assert len(shown) <= 202
    assert shown.startswith("…") is (at > LEAD)
    assert shown.endswith("…") is (at < 900)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("page 2", "trang 2"),
        ("trích yếu", "trích yếu"),
        ("file name", "tên tệp"),
        ("a: b/QĐ.pdf: page 1", "trang 1 trong a: b/QĐ.pdf"),
    ],
)
def test_places_are_in_words(place: str, words: str) -> None:
    """Also inside an archive."""
    assert place_in_words(place) == words
