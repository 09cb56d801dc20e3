"""The characters that pages are written in: a text of them is folded in one go."""

from __future__ import annotations

import unicodedata
from functools import cache

from documents.one_byte import OneByte, one_byte

_BLANKS = " \t\n\r\u00a0"
_ASCII = "".join(map(chr, range(0x21, 0x7F)))
_LETTERS = "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
_SIGNS = "–—‘’“”…•·›»«©®°²№½×€→"
"""What else stands on many a page, and stays; any other sign sends a text the long way."""


def characters() -> str:
    """All that are known."""
    return _ASCII + _BLANKS + _LETTERS + _LETTERS.upper() + _SIGNS


@cache
def letters() -> OneByte:
    """Makes lower case without diacritics of them, and a blank of any white space."""
    known = characters()
    return one_byte(known, "".join(map(_left_of, known)))


def _left_of(character: str) -> str:
    if character in _SIGNS:
        return character
    if character in _BLANKS:
        return " "
    return unicodedata.normalize("NFD", character.lower().replace("đ", "d"))[0]
