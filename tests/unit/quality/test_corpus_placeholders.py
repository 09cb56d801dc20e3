"""Filling the places left in wordings, and storing the same words in other spellings."""

from __future__ import annotations

import unicodedata

import pytest

from tests.quality.corpus.placeholders import PlaceholderError, filled, is_target, places
from tests.quality.corpus.spelling import decomposed, icelandic, other_tones


def test_places_are_filled_and_doubled_braces_become_single() -> None:
    """Words in braces are replaced, literal braces survive."""
    assert filled("Năm {year} {{x}} {n}/QĐ", {"year": "2024", "n": "7"}) == "Năm 2024 {x} 7/QĐ"


def test_places_are_listed_in_order() -> None:
    """The words in braces, doubled braces left out."""
    assert list(places("{name} và {{thật}} {file:1}")) == ["name", "file:1"]


@pytest.mark.parametrize("text", ["{tên}", "mở { thôi", "đóng } thôi"])
def test_what_nothing_fills_is_an_error(text: str) -> None:
    """Unknown words and single braces are named, never left standing."""
    with pytest.raises(PlaceholderError):
        filled(text, {"name": "x"})


def test_addresses_are_told_from_words() -> None:
    """Only files and pages have addresses."""
    assert is_target("file:2")
    assert is_target("page:muc-tieu")
    assert not is_target("name")


def test_tones_move_to_the_other_vowel_and_back() -> None:
    """Both placements turn into each other; "quý" and "hoàn" have only one."""
    assert other_tones("Ủy ban hòa giải, Thủy, HÒA, quý, hoàn") == (
        "Uỷ ban hoà giải, Thuỷ, HOÀ, quý, hoàn"
    )
    assert other_tones(other_tones("Ủy ban Khánh Hoà")) == "Ủy ban Khánh Hoà"


def test_other_spellings_say_the_same() -> None:
    """Decomposed text composes back; only the strokes of đ differ in the other."""
    assert unicodedata.normalize("NFC", decomposed("chất lượng")) == "chất lượng"
    assert icelandic("Đội đặc") == "Ðội ðặc"
