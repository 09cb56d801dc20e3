"""The characters that offices write in, one byte each: a page of them is folded in one go."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _codecs import _EncodingMap

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_ASCII = "\n" + "".join(map(chr, range(0x20, 0x7F)))
_SIGNS = "–—−‐‑“”‘’⁄…•·›»«©°²"
"""What stands beside the letters on many a page; any other sign sends a text the long way."""
_NOTHING = "\ufffe"
"""A byte that stands for no character."""


@dataclass(frozen=True, slots=True)
class Alphabet:
    """Turns text into its plain letters, where it holds nothing that needs a closer look."""

    codes: _EncodingMap | dict[int, int]
    plain: bytes
    """By code: the plain letter."""

    def plain_of(self, text: str) -> str | None:
        """The plain letters, as many as the text has; None where it holds other characters."""
        try:
            coded, _ = codecs.charmap_encode(text, "strict", self.codes)
        except UnicodeEncodeError:
            return None
        return coded.translate(self.plain).decode("ascii")


def characters() -> str:
    """All that the alphabet knows: none of it is repaired, composed or left out by tidying."""
    lower = [unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES]
    letters = {form for letter in (*lower, "đ") for form in (letter, letter.upper())}
    return _ASCII + "".join(sorted(letters - set(_ASCII))) + _SIGNS


@cache
def alphabet(plain_letter: Callable[[str], str]) -> Alphabet:
    """The alphabet with the plain letter of each character."""
    known = "\0" + characters()  # the first code must be the zero character's
    spare = 256 - len(known)
    plain = "".join(map(plain_letter, known)).encode("ascii") + b" " * spare
    return Alphabet(codecs.charmap_build(known + _NOTHING * spare), plain)
