"""Texts of a few known characters, changed in one go: a byte a character."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _codecs import _EncodingMap

_CODES = 256
_ASCII_CODES = 0x80
_NOTHING = "\ufffe"
"""Where no character has the code."""


@dataclass(frozen=True, slots=True)
class OneByte:
    """Changes the characters of a text, where it holds none but those that are known."""

    codes: _EncodingMap | dict[int, int]
    changed: bytes
    """By code: the code of what becomes of the character."""
    left: str
    """The characters that are left, by code."""

    def change(self, text: str) -> str | None:
        """What becomes of a text, as many characters as it has; None where it holds others."""
        try:
            coded, _ = codecs.charmap_encode(text, "strict", self.codes)
        except UnicodeEncodeError:
            return None
        changed = coded.translate(self.changed)
        if changed.isascii():
            return changed.decode("ascii")
        return codecs.charmap_decode(changed, "strict", self.left)[0]


def one_byte(known: str, changed: str) -> OneByte:
    """For up to 255 characters; each becomes one of ASCII, or stays as it is.

    Those that stay must come behind 127 others: ValueError where they do not, or where there are
    too many.
    """
    every = "\0" + known  # the first code must be the zero character's
    staying = {character: place for place, character in enumerate(every) if place >= _ASCII_CODES}
    if len(every) > _CODES or any(not one.isascii() and one not in staying for one in changed):
        raise ValueError("more characters than codes, or one that stays has a code of ASCII")
    codes = bytes(ord(one) if one.isascii() else staying[one] for one in "\0" + changed)
    left = "".join(map(chr, range(_ASCII_CODES))) + every[_ASCII_CODES:]
    return OneByte(
        codecs.charmap_build(every.ljust(_CODES, _NOTHING)),
        codes.ljust(_CODES, b" "),
        left.ljust(_CODES, _NOTHING),
    )
