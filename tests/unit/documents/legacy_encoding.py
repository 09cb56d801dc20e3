"""Text as it was written before Unicode, for papers and tests: the reader's tables turned round.

``encoded(text, encoding)`` gives the characters as windows-1252 shows the bytes, which is what
stands in Word, RTF and HTML files; ``as_bytes`` gives the bytes of a plain file. TCVN3 has no
capitals with accents: ``tcvn3_runs`` gives the runs of a text with the font each is set in, and
``encoded`` puts the small letter in their place, as people did.
"""

from __future__ import annotations

from itertools import groupby
from unicodedata import normalize

from documents.legacy.tables import LETTERS, Legacy, high_controls, table_of

ALL_LETTERS = "".join(LETTERS) + "".join(LETTERS).upper()
"""All 134 letters beyond ASCII."""
_SMALL_FONT, _CAPITAL_FONT = ".VnTime", ".VnTimeH"
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def encoded(text: str, encoding: Legacy) -> str:
    """``text`` in ``encoding``; ASCII and signs the encoding lacks stay as they are."""
    text = normalize("NFC", text)
    if encoding is Legacy.DOUBLED:
        return text.encode().decode("latin-1").translate(high_controls())
    if encoding is Legacy.WINDOWS_1258:
        return "".join(map(_code_page_1258, text))
    codes = _codes(encoding)
    return "".join(codes.get(letter) or codes.get(letter.lower(), letter) for letter in text)


def as_bytes(text: str, encoding: Legacy) -> bytes:
    """``text`` as the bytes of a plain file in ``encoding``."""
    shown = {ord(letter): code for code, letter in high_controls().items()}
    return encoded(text, encoding).translate(shown).encode("latin-1")


def tcvn3_runs(text: str) -> list[tuple[str, str]]:
    """Runs of ``text`` as (codes, name of the font): capitals are small codes in a second font."""
    runs = []
    for capital, letters in groupby(normalize("NFC", text), key=str.isupper):
        codes = encoded("".join(letters).lower(), Legacy.TCVN3)
        runs.append((codes, _CAPITAL_FONT if capital else _SMALL_FONT))
    return runs


def _codes(encoding: Legacy) -> dict[str, str]:
    """Letter to code; of several codes for one letter the one that stands first in the table."""
    codes: dict[str, str] = {}
    for code, letter in table_of(encoding).items():
        codes.setdefault(letter, code)
    return codes


def _code_page_1258(letter: str) -> str:
    apart = normalize("NFD", letter)
    tones = "".join(mark for mark in apart if mark in _TONES)
    base = normalize("NFC", "".join(mark for mark in apart if mark not in _TONES))
    return (base + tones).encode("cp1258", "replace").decode("cp1252")
