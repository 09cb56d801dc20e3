"""Whether text is Vietnamese that can be read, or the garbage of a font without a map."""

from __future__ import annotations

import re
from itertools import islice

from rules.vietnamese.folding import Folded

_COMMON = frozenset(
    [
        "va",
        "cua",
        "cac",
        "cho",
        "theo",
        "chat",
        "luong",
        "nam",
        "uy",
        "ban",
        "nhan",
        "dan",
        "quyet",
        "dinh",
        "cong",
        "so",
        "tinh",
        "xa",
        "huyen",
        "thuc",
        "hien",
        "he",
        "thong",
        "quan",
        "ly",
        "ve",
        "viec",
        "ngay",
        "thang",
        "trong",
        "duoc",
        "khong",
        "muc",
        "tieu",
        "giai",
        "hanh",
        "chinh",
        "thu",
        "tuc",
        "co",
        "la",
        "tai",
        "den",
        "voi",
        "nha",
        "nuoc",
        "can",
        "cu",
        "luat",
        "ho",
        "tich",
    ]
)
_ODD = re.compile(
    "[\u0080-\u00a9\u00ac-\u00af\u00b1-\u00b6\u00b8\u00b9\u00bb-\u00bf\u00d7\u00de\u00f7\u00fe\ue000-\uf8ff\ufffd]"
)
_MARKS = "\u00a9\u00bb"
_MARK = re.compile(f"(?<!\\S)[{_MARKS}](?!\\S)")
"""A sign that stands by itself in front of items or in a page's foot: "»", "©"."""
_LETTER = r"[^\W\d_]"
_LOST = (
    "[\u0080-\u009f\u00a1-\u00a9\u00ac-\u00af\u00b1-\u00b6\u00b8\u00b9\u00bc-\u00bf\u25a1\u25af"
    "\ue000-\uf8ff\ufffd]"
)
_BROKEN = re.compile(
    rf"(?<={_LETTER}){_LOST}|{_LOST}(?={_LETTER})|{_LETTER}[?\d]{_LETTER}"
    "|[\u00c4-\u00c6]|\u00e1[\u00ba\u00bb]|&[A-Za-z]{2,8};"
)
"""Signs within a word, letters of an encoding taken for another: "QU\ufffdN", "Qu?n", "QuÃ¡n"."""
_WORD = re.compile(r"[a-z]{2,}")
_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
"""Letters that only Vietnamese in Unicode has; older encodings show others in their place."""
_ENOUGH_LETTERS = 3
_SHORT_PAGE = 1_000
"""A headline and a form to comment in: one Vietnamese letter tells as much as three elsewhere."""
_ENOUGH_WORDS = 25


def legible_page(text: Folded) -> bool:
    """The same for a web page, which may be English for the most part: forms, buttons."""
    return not has_odd_letters(text) and (_is_tellable(text) or _is_in_words(text))


def _is_tellable(text: Folded) -> bool:
    """Whether letters stand there that only Vietnamese has, or none but those of English."""
    source = text.source[:3000]
    if source.isascii():
        return True
    enough = _ENOUGH_LETTERS if len(source) > _SHORT_PAGE else 1
    return len(list(islice(_VIETNAMESE.finditer(source), enough))) == enough


def has_odd_letters(text: Folded) -> bool:
    """Whether signs that no Vietnamese text holds are frequent: a font without a map."""
    sample = text.source[:3000]
    if any(mark in sample for mark in _MARKS):
        sample = _MARK.sub("", sample)
    return len(sample) > 60 and len(_ODD.findall(sample)) / len(sample) > 0.03


def legible(text: Folded) -> bool:
    """False when a text of some length holds hardly a Vietnamese word; short ones pass."""
    return not has_odd_letters(text) and _is_in_words(text)


def _is_in_words(text: Folded) -> bool:
    """Whether the words of Vietnamese stand there, or too few of any to tell."""
    words = _WORD.findall(text.plain[:3000])
    if len(words) < _ENOUGH_WORDS:
        return True
    common = sum(map(_COMMON.__contains__, words))
    joined = sum(length > 14 for length in map(len, words))
    return common / len(words) >= 0.06 or joined / len(words) > 0.3


def is_garbled(name: str) -> bool:
    """Whether letters of a name were lost or changed, so that it may be anybody's."""
    return _BROKEN.search(name) is not None
