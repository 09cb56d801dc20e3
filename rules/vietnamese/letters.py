"""Vietnamese letters: one spelling at the border, and keys that keep what the tones said."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_REPAIRS = {
    # Letters that look alike and stand in for Vietnamese ones in bad exports and PDF fonts.
    "\u00d0": "Đ",
    "\u00f0": "đ",
    "\u0189": "Đ",
    "\u01a2": "Ư",
    "\u01a3": "ư",
    # Spaces that are no plain space.
    "\u00a0": " ",
    "\u202f": " ",
    "\u2007": " ",
    "\u3000": " ",
    "\t": " ",
    "\r": "\n",
    "\x0b": "\n",
    "\x0c": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
}
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
_TO_REPAIR = re.compile("[" + re.escape("".join(_REPAIRS) + _INVISIBLE) + "]")
_SPACES = re.compile(r" {2,}")
_LEFT_OVER_MARKS = re.compile("[\u0300-\u036f]")
_TONES = {"\u0300": "2", "\u0301": "1", "\u0303": "4", "\u0309": "3", "\u0323": "5"}
_SYLLABLE = re.compile(r"\w+")
_Y_AS_I = re.compile(r"(?<![aeiouâêôăơư])y$|(?<=^qu)y$")


@cache
def _repair_table() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(wrong): right for wrong, right in _REPAIRS.items()}
    table.update({ord(letter): None for letter in _INVISIBLE})
    return table


def tidy(text: str) -> str:
    """The text in NFC with stand-in letters repaired and blanks collapsed; line ends stay."""
    if text.isascii() and "  " not in text and "\t" not in text and "\r" not in text:
        return text.replace("\x0b", "\n").replace("\x0c", "\n")
    if _TO_REPAIR.search(text):
        text = text.translate(_repair_table())
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        text = _LEFT_OVER_MARKS.sub("", text)
    return _SPACES.sub(" ", text) if "  " in text else text


@lru_cache(maxsize=4096)
def _syllable_key(syllable: str) -> str:
    tone = ""
    letters = []
    for mark in unicodedata.normalize("NFD", syllable):
        if mark in _TONES:
            tone = _TONES[mark]
        else:
            letters.append(mark)
    base = unicodedata.normalize("NFC", "".join(letters))
    return _Y_AS_I.sub("i", base) + tone


def toned_key(text: str) -> str:
    """Words in lower case with the tone behind the syllable: "Hoà" and "Hòa" are "hoa2"."""
    return " ".join(_syllable_key(word) for word in _SYLLABLE.findall(tidy(text).lower()))


def has_diacritics(text: str) -> bool:
    """Whether the text carries any Vietnamese mark, so that a missing one means something."""
    return bears_marks(tidy(text))


def bears_marks(tidied: str) -> bool:
    """The same of a text that is tidy."""
    return not tidied.isascii() and any(
        ord(letter) > 0xBF and letter.isalpha() for letter in tidied
    )
