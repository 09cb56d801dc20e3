"""Ways in which the same Vietnamese text is stored; none may change a verdict."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_VOWEL_PAIRS = ("oa", "oe", "uy")
_STROKES = str.maketrans("đĐ", "ðÐ")


def _moved(pair: str, tone: str) -> tuple[str, str]:
    """A pair of vowels with the tone on the first and on the second."""
    one, two = pair[0], pair[1]
    first, second = f"{one}{tone}{two}", f"{one}{two}{tone}"
    return unicodedata.normalize("NFC", first), unicodedata.normalize("NFC", second)


def _places() -> dict[str, str]:
    """The other placement of every toned pair, in all three ways of writing capitals."""
    found: dict[str, str] = {}
    for pair in _VOWEL_PAIRS:
        for cased in (pair, pair.capitalize(), pair.upper()):
            for tone in _TONES:
                first, second = _moved(cased, tone)
                found |= {first: second, second: first}
    return found


_OTHER_PLACE = MappingProxyType(_places())
_PAIR = re.compile(rf"(?<![qQ])(?:{'|'.join(_OTHER_PLACE)})(?!\w)")


def other_tones(text: str) -> str:
    """Every "hòa" as "hoà", every "uỷ" as "ủy": the placement that is not there."""
    whole = unicodedata.normalize("NFC", text)
    return _PAIR.sub(lambda found: _OTHER_PLACE[found.group()], whole)


def icelandic(text: str) -> str:
    """The letters đ and Đ as their look-alikes ð (U+00F0) and Ð (U+00D0)."""
    return unicodedata.normalize("NFC", text).translate(_STROKES)


def composed(text: str) -> str:
    """One code point a letter."""
    return unicodedata.normalize("NFC", text)


def decomposed(text: str) -> str:
    """Letters and their marks apart."""
    return unicodedata.normalize("NFD", text)


SPELLINGS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {"nfc": composed, "nfd": decomposed, "tones": other_tones, "strokes": icelandic}
)
