"""The characters that pages are written in, one byte each: a text of them is folded in one go."""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _codecs import _EncodingMap

_BLANKS = " \t\n\r\u00a0"
_ASCII = "".join(map(chr, range(0x21, 0x7F)))
_LETTERS = "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
_SIGNS = "–—‘’“”…•·›»«©®°²№½×€→"
"""What else stands on many a page, and stays; any other sign sends a text the long way."""
_CODES = 256
_NOTHING = "\ufffe"
"""Where no character has the code."""


@dataclass(frozen=True, slots=True)
class Letters:
    """Turns text into lower case without diacritics, where it holds no other characters."""

    codes: _EncodingMap | dict[int, int]
    plain: bytes
    """By code: what is left of the character; for a sign its own code, which no ASCII has."""
    left: str
    """The characters that are left, by code."""

    def plain_of(self, text: str) -> str | None:
        """What is left, as many characters as the text has; None where it holds others.

        A blank stands for any white space.
        """
        try:
            coded, _ = codecs.charmap_encode(text, "strict", self.codes)
        except UnicodeEncodeError:
            return None
        plain = coded.translate(self.plain)
        if plain.isascii():
            return plain.decode("ascii")
        return codecs.charmap_decode(plain, "strict", self.left)[0]


def characters() -> str:
    """All that are known."""
    return _ASCII + _BLANKS + _LETTERS + _LETTERS.upper() + _SIGNS


@cache
def letters() -> Letters:
    """Made once."""
    known = "\0" + characters()  # the first code must be the zero character's
    plain = bytes(_code(place, character) for place, character in enumerate(known))
    left = "".join(map(chr, range(0x80))) + known[0x80:]
    return Letters(
        codecs.charmap_build(known.ljust(_CODES, _NOTHING)),
        plain.ljust(_CODES, b" "),
        left.ljust(_CODES, _NOTHING),
    )


def _code(place: int, character: str) -> int:
    """The code of what is left of the character that has ``place`` for its own code."""
    if character in _SIGNS:
        return place
    if character in _BLANKS:
        return ord(" ")
    return ord(unicodedata.normalize("NFD", character.lower().replace("đ", "d"))[0])
