"""How alike two texts are: edit distances, counted on numbers as wide as the text is long."""

from __future__ import annotations

import re
from unicodedata import normalize

_BLANKS = re.compile(r"[\s|\u00ad\u200b]+")
_AT_SIGNS = re.compile(r" ?([:;,/]) ?")


def plain(text: str) -> str:
    """NFC on one line; the bars that readers set between cells count as blanks.

    Blanks beside colons, commas and strokes are left out: they are typed either way.
    """
    return _AT_SIGNS.sub(r"\1", _BLANKS.sub(" ", normalize("NFC", text))).strip()


def distance_within(piece: str, text: str) -> int:
    """The least number of letters by which ``piece`` differs from some stretch of ``text``."""
    return 0 if piece in text else _distance(piece, text, anywhere=True)


def distance(one: str, other: str) -> int:
    """How many letters must be put in, left out or changed to make one of the other."""
    return 0 if one == other else _distance(one, other, anywhere=False)


def similarity(one: str, other: str) -> float:
    """1 for the same text, 0 for nothing in common; capitals are as small letters."""
    one, other = plain(one).casefold(), plain(other).casefold()
    longest = max(len(one), len(other))
    return 1.0 - distance(one, other) / longest if longest else 1.0


def found_in(piece: str, text: str) -> float:
    """How much of ``piece`` stands somewhere in ``text``; capitals are as small letters."""
    piece, text = plain(piece).casefold(), plain(text).casefold()
    return 1.0 - distance_within(piece, text) / len(piece) if piece else 1.0


def _distance(piece: str, text: str, *, anywhere: bool) -> int:
    """Myers' algorithm with one bit a letter of ``piece``; ``anywhere`` leaves both ends free."""
    if not piece:
        return 0 if anywhere else len(text)
    mask, high = (1 << len(piece)) - 1, 1 << (len(piece) - 1)
    places: dict[str, int] = {}
    for order, letter in enumerate(piece):
        places[letter] = places.get(letter, 0) | (1 << order)
    plus, minus, score = mask, 0, len(piece)
    least = score
    for letter in text:
        equal = places.get(letter, 0)
        across = equal | minus
        down = (((equal & plus) + plus) ^ plus) | equal
        up, less = minus | (~(down | plus) & mask), plus & down
        score += bool(up & high) - bool(less & high)
        least = min(least, score)
        up = ((up << 1) | (not anywhere)) & mask
        less = (less << 1) & mask
        plus, minus = less | (~(across | up) & mask), up & across
    return least if anywhere else score
