"""The characters that offices write in: a page of them is folded in one go."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache

from documents.one_byte import OneByte, one_byte

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_ASCII = "\n" + "".join(map(chr, range(0x20, 0x7F)))
_SIGNS = "–—−‐‑“”‘’⁄…•·›»«©°²"
"""What stands beside the letters on many a page; any other sign sends a text the long way."""


def characters() -> str:
    """All that the alphabet knows: none of it is repaired, composed or left out by tidying."""
    lower = [unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES]
    letters = {form for letter in (*lower, "đ") for form in (letter, letter.upper())}
    return _ASCII + "".join(sorted(letters - set(_ASCII))) + _SIGNS


@cache
def alphabet(plain_letter: Callable[[str], str]) -> OneByte:
    """Makes of each character its plain letter."""
    known = characters()
    return one_byte(known, "".join(map(plain_letter, known)))
