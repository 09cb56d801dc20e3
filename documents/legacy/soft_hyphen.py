"""The "ư" that TCVN3 keeps at the code of the soft hyphen, and that tools therefore delete."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from documents.legacy.syllables import is_syllable
from documents.legacy.tables import SOFT_HYPHEN

_HORNED = "ơờớởỡợƠỜỚỞỠỢ"
_ONSET = "[bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX]"
_WORD = re.compile(r"(?<!\d)[^\W\d_]+")
_WITHOUT_VOWEL = re.compile(f"({_ONSET}{{1,3}})(ng|NG)")
# Some tools write a hyphen or a control in its place, some a space.
_HYPHEN = "[-\u2010\u2011\x02\ufffe]"
_APART = re.compile(
    rf"(?<!\w)({_ONSET}{{1,3}})(?:[ ]([{_HORNED}][^\W\d_]{{0,3}})"
    rf"|{_HYPHEN}([{_HORNED}][^\W\d_]{{0,3}}|(?:ng|NG|[uaUA])(?!\w)))"
)
_AT_THE_END = re.compile(rf"(?<!\w)((?:[Nn]|[Tt])h|[Tt]){_HYPHEN}(?=[\s.,;:)]|$)")
_ONLY_WITH = MappingProxyType({"nh": "như", "th": "thư"})
# Words that stay Vietnamese without their "ư", and are so rare in official papers that the word
# with it must be meant; "mời", "tới", "vợt" and their like stay as they are.
_MEANT: Mapping[str, str] = MappingProxyType(
    {
        "ngời": "người",
        "dới": "dưới",
        "lới": "lưới",
        "lợt": "lượt",
        "vờn": "vườn",
        "rỡi": "rưỡi",
        "lu": "lưu",
        "nh": "như",
        "th": "thư",
        "t": "tư",
    }
)
_RARE_WITHOUT = frozenset({"ngời", "rỡi", "lợt", "lu"})
"""Of these, the ones that need no other word to show that letters were lost."""
_SECRETARY = re.compile(r"(?<![^\s(])Th(?= [a-zà-ỹđ])")


def with_lost_u(text: str) -> str:
    """Decoded TCVN3 text with "ư" put back where only that makes a word Vietnamese.

    Where one was lost all were, and where one stands none was: so the common words that would
    pass without it are mended too, or not.
    """
    joined = _AT_THE_END.sub(r"\1ư", _APART.sub(_joined, text))
    mended = _WORD.sub(lambda word: restored(word.group()) or word.group(), joined)
    if "ư" in text:
        return mended
    lost = mended != text
    mended = _SECRETARY.sub("Thư", mended)
    return _WORD.sub(lambda word: _meant(word.group(), surely=lost), mended)


def restored(word: str) -> str:
    """A word that lacks its "ư" with it; empty for one that is whole or cannot be helped."""
    if is_syllable(word):
        return ""
    small = word.islower() or word.istitle()
    if word in _ONLY_WITH:
        return _ONLY_WITH[word]
    bare = _WITHOUT_VOWEL.fullmatch(word)
    if bare is not None and small:
        whole = f"{bare.group(1)}ư{bare.group(2)}"
        return whole if is_syllable(whole) else ""
    at = next((index for index, letter in enumerate(word) if letter in _HORNED), -1)
    if at < 0:
        return ""
    missing = "Ư" if word.isupper() else "ư"
    whole = f"{word[:at]}{missing}{word[at:]}"
    whole = whole.capitalize() if at == 0 and word.istitle() else whole
    return whole if is_syllable(whole) else ""


def without_soft_hyphens(text: str) -> str:
    """Genuine Unicode text without the marks of where a word may be broken."""
    return text.replace(SOFT_HYPHEN, "") if SOFT_HYPHEN in text else text


def _joined(apart: re.Match[str]) -> str:
    before, after = apart.group(1), apart.group(2) or apart.group(3)
    whole = f"{before}{'Ư' if after.isupper() else 'ư'}{after}"
    return whole if is_syllable(whole) else apart.group()


def _meant(word: str, *, surely: bool) -> str:
    small = word.lower()
    if small not in _MEANT or not (surely or small in _RARE_WITHOUT) or not _is_plain(word):
        return word
    return _MEANT[small] if word.islower() else _MEANT[small].capitalize()


def _is_plain(word: str) -> bool:
    return word.islower() or word.istitle()
