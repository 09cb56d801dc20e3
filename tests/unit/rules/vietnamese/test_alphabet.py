"""Folding a text in one go gives what folding it letter by letter gives."""

from __future__ import annotations

import random

from rules.vietnamese.alphabet import characters
from rules.vietnamese.folding import Folded, fold
from rules.vietnamese.letters import tidy

_STRANGE = "☃"
"""No character of the alphabet: whatever it stands in goes the long way."""
_OTHERS = "\u00a0\u0301\u00d0\u00f0\u01a3\t\r€ñ"


def _long_way(text: str) -> Folded:
    folded = fold(text + _STRANGE)
    return Folded(folded.source[:-1], folded.plain[:-1])


def test_no_character_of_the_alphabet_is_tidied() -> None:
    """What goes the short way needs no repair, no composing and no leaving out."""
    assert all(tidy(character) == character for character in characters())


def test_every_character_is_folded_alike_both_ways() -> None:
    """One by one, the plain letter is the same."""
    for character in characters():
        text = f"a{character}b"
        assert fold(text) == _long_way(text), hex(ord(character))


def test_any_text_is_folded_alike_both_ways() -> None:
    """Also in runs, with blanks in a row and characters that must be repaired."""
    rng = random.Random(7)
    pool = characters() + "  " + _OTHERS
    for length in (3, 40, 200) * 40:
        text = "".join(rng.choice(pool) for _ in range(length))
        assert fold(text) == _long_way(text), repr(text)


def test_all_vietnamese_letters_go_the_short_way() -> None:
    """The alphabet holds each letter with each tone, small and large, and fits into bytes."""
    assert len(characters()) < 256
    assert set("ẶặỮữỢợĐđÝỳỊỹ") <= set(characters())
