"""UTF-8 that was read as windows-1252 and encoded again: "Má»¥c tiÃªu" for "Mục tiêu"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from documents.legacy.syllables import is_syllable
from documents.legacy.tables import LETTERS, high_controls

_MARKS = "“”‘’–—…•·°«»§"
_NO_BREAK = "\u00a0"
_AMBIGUOUS = (_NO_BREAK, "\u00ad")
"""Where a code ends in one of these, "XÃ" before a no-break space or soft hyphen looks alike."""


def _shown() -> dict[str, str]:
    """What each letter looks like once doubled, by windows-1252 and by Latin-1."""
    controls = high_controls()
    small = "".join(LETTERS)
    table: dict[str, str] = {_NO_BREAK: _NO_BREAK}
    for letter in small + small.upper() + _MARKS + _NO_BREAK:
        latin = letter.encode().decode("latin-1")
        table |= {latin: letter, latin.translate(controls): letter}
    return {shown: letter for shown, letter in table.items() if len(shown) > 1}


_LETTER_OF: Mapping[str, str] = MappingProxyType(_shown())
_SIGN = re.compile("|".join(sorted(map(re.escape, _LETTER_OF), key=lambda sign: -len(sign))))
HINT = re.compile(
    "[ÃÄÅÆÂáâ](?:(?<=[ÃÄÅÆÂ])[\u0080-\u00bf\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|(?<=á)[º»]|(?<=â)€|(?<=Ã)(?!\\w))"
)
"""A pair that doubled text cannot do without; what Unicode text holds of it is chance."""
# What is left of a letter whose last byte was lost on the way (bytes that windows-1252 lacks, the
# soft hyphen, the no-break space that became a plain one or nothing): a private code for a while.
_CUT = {"á»": "\ue000", "áº": "\ue001", "Ã": "\ue002", "Ä": "\ue003"}
_CUT_LETTERS: Mapping[str, str] = MappingProxyType(
    {"\ue000": "ềờọỏỐ", "\ue001": "ậẠ", "\ue002": "íÍÁÝ", "\ue003": "Đ"}
)
_SIGN_OR_CUT = re.compile(f"{_SIGN.pattern}|{'|'.join(_CUT)}")
_CUT_WORD = re.compile("([^\\W\\d_]{0,7})([\ue000-\ue003])([\ufffd? ]?)([^\\W\\d_]{0,7})")


def undoubled(text: str) -> str:
    """``text`` decoded once more where it is doubled, as often as it was; else ``text`` itself."""
    for _ in range(3):
        if not _is_doubled(text):
            break
        text = _decoded_whole(text) or _decoded_by_letter(text)
    return text


def _decoded_whole(text: str) -> str:
    """The run decoded as its bytes; empty where some were lost or it is doubled in part."""
    shown = {ord(letter): code for code, letter in high_controls().items()}
    try:
        return text.translate(shown).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return ""


def _decoded_by_letter(text: str) -> str:
    return _CUT_WORD.sub(_with_cut_letter, _SIGN_OR_CUT.sub(_once_more, text))


def _is_doubled(text: str) -> bool:
    sure = [sign for sign in _SIGN.findall(text) if not sign.endswith(_AMBIGUOUS)]
    wide = sum(1 for sign in sure if len(sign) > 2 and _LETTER_OF[sign].isalpha())
    letters = sum(1 for sign in sure if _LETTER_OF[sign].isalpha())
    genuine = any(letter >= "\u1ea0" and letter <= "\u1ef9" for letter in text)
    return letters >= 3 if genuine else wide >= 1 or letters >= 1


def _once_more(sign: re.Match[str]) -> str:
    shown = sign.group()
    return _LETTER_OF.get(shown) or _CUT[shown]


def _with_cut_letter(word: re.Match[str]) -> str:
    """The word with the letter that makes it Vietnamese; a space may be the letter's last byte."""
    before, cut, gap, after = word.groups()
    letters = _CUT_LETTERS[cut]
    if cut == "\ue002":
        letters = f"à{letters}" if gap == " " else f"{letters}à"
    whole = next((each for each in letters if is_syllable(f"{before}{each}{after}")), "")
    if whole:
        return f"{before}{whole}{after}"
    ended = next((each for each in letters if is_syllable(f"{before}{each}")), "\ufffd")
    return f"{before}{ended}{' ' if gap == ' ' else ''}{after}"
