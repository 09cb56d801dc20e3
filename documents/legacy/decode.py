"""A run known to be in one encoding, letter by letter into Unicode."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from unicodedata import is_normalized, normalize

from documents.legacy.syllables import is_syllable
from documents.legacy.tables import Legacy, table_of

_BY_LETTER: Mapping[Legacy, dict[int, str]] = MappingProxyType(
    {
        encoding: str.maketrans(dict(table_of(encoding)))
        for encoding in (Legacy.TCVN3, Legacy.VISCII, Legacy.WINDOWS_1258)
    }
)
_VNI: Mapping[str, str] = table_of(Legacy.VNI)
_VNI_SIGN = re.compile("|".join(sorted(_VNI, key=lambda sign: (-len(sign), sign))))
# Capitals with accents were missing from TCVN3 fonts: "HäC" was typed for "HỌC".
_SMALL_AMONG_CAPITALS = re.compile(r"\b(?=\w*[A-ZĂÂÊÔƠƯĐ])[^\W\d_a-z]{2,7}\b")
_NO_BREAK = re.compile(r"(?<!\w)(\w{0,7})\u00a0(\w{0,7})(?!\w)")


def decoded(text: str, encoding: Legacy) -> str:
    """``text`` as its font or code page showed it, NFC; letters the table lacks stay."""
    if encoding is Legacy.VNI:
        return nfc(_VNI_SIGN.sub(lambda sign: _VNI[sign.group()], text))
    if encoding is Legacy.DOUBLED:
        return text
    mended = nfc(text.translate(_BY_LETTER[encoding]))
    if encoding is Legacy.TCVN3:
        return _SMALL_AMONG_CAPITALS.sub(_raised, mended)
    return _NO_BREAK.sub(_tilde_o, mended) if encoding is Legacy.VISCII else mended


def nfc(text: str) -> str:
    """``text`` composed; asking first is cheaper than composing always."""
    return text if is_normalized("NFC", text) else normalize("NFC", text)


def _raised(word: re.Match[str]) -> str:
    letters = word.group()
    return letters.upper() if any(map(str.isupper, letters[1:])) else letters


def _tilde_o(around: re.Match[str]) -> str:
    """VISCII's "Õ" is the code of the no-break space everywhere else."""
    before, after = around.groups()
    whole = f"{before}Õ{after}"
    apart = all(is_syllable(side) for side in (before, after) if side)
    fits = is_syllable(whole) and whole.isupper()
    return whole if fits and not apart else around.group()
