"""Folding a text in one go gives what folding it letter by letter gives."""

from __future__ import annotations

import random

from crawler.visit.pages.letters import characters, letters
from crawler.visit.pages.text import fold

_STRANGE = "☃"
"""No character that is known: whatever it stands in goes the long way."""
_OTHERS = "\u0301\u00d0\u00f0\u01a3\x0c\u2028ñ"


def _long_way(text: str) -> str:
    return fold(f"{text} {_STRANGE}")[:-1].strip()


def test_every_character_is_folded_alike_both_ways() -> None:
    """One by one, in the middle of a text and at its ends."""
    for character in characters():
        for text in (f"a{character}b", f" {character}", character):
            assert letters().change(text) is not None
            assert fold(text) == _long_way(text), hex(ord(character))


def test_any_text_is_folded_alike_both_ways() -> None:
    """Also with blanks in a row and characters that nobody knows."""
    rng = random.Random(7)
    pool = characters() + "  \n\n" + _OTHERS
    for length in (3, 40, 200) * 40:
        text = "".join(rng.choice(pool) for _ in range(length))
        assert fold(text) == _long_way(text), repr(text)


def test_all_vietnamese_letters_are_known() -> None:
    """Each with each tone, small and large; and all codes fit into bytes."""
    known = characters()
    assert len(known) < 256
    assert len(set(known)) == len(known)
    assert set("ẶặỮữỢợĐđÝỳỊỹ") <= set(known)
