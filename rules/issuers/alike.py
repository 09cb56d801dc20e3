"""Names of agencies that are nearly the same, and short forms of one name."""

from __future__ import annotations

from difflib import SequenceMatcher

from rules.issuers.unit_names import UnitName
from rules.vietnamese.folding import fold_words

LEAST_INITIALS = 2
LEAST_LETTERS = 3
LEAST_COMMON_WORDS = 2
MOST_WORDS_SHARE = 0.6
MOST_MISREAD = 1
"""Letters of a name that recognising may misread, spaces not counted."""


def resembles(named: UnitName, own: UnitName, certain: bool) -> bool:
    """Whether a name may be the agency's own, written otherwise or misread.

    ``certain`` is False where the letters themselves are in doubt.
    """
    if named.rank != own.rank:
        return False
    letters, others = "".join(own.bare_words), "".join(named.bare_words)
    if letters == others or (not certain and _edits(others, letters) <= MOST_MISREAD):
        return True  # "XÃ M I N H Q U Á N"
    if own.rank:
        return False
    if named.bare_words[:1] != own.bare_words[:1]:
        return False
    mine, theirs = set(own.bare_words[1:]), set(named.bare_words[1:])
    common = len(mine & theirs)
    return common >= LEAST_COMMON_WORDS and common > MOST_WORDS_SHARE * max(len(mine), len(theirs))


def nearly_spells(words: tuple[str, ...], own: UnitName) -> bool:
    """Whether words of a line, one letter of them misread, are the agency's: "GHI CỤC DÂN SỐ".

    A misread marker is none, so that the unit which the line seems to name begins behind it.
    """
    letters, count = "".join(own.bare_words), len(own.bare_words)
    windows = ("".join(words[at : at + count]) for at in range(len(words) - count + 1))
    return any(
        abs(len(window) - len(letters)) <= MOST_MISREAD and _edits(window, letters) <= MOST_MISREAD
        for window in windows
    )


def abbreviates(short: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a name shortens another: "SỞ KH CN", "SỞ LAO ĐỘNG TBXH", each word or initials.

    "Sở Ngoại vụ" has the initials of "Sở Nội vụ" and shortens nothing.
    """
    place = 0
    for word in short:
        if word == (words[place] if place < len(words) else None):
            place += 1
            continue
        initials = "".join(name[0] for name in words[place : place + len(word)])
        if len(word) < LEAST_INITIALS or word != initials:
            return False
        place += len(word)
    return place == len(words)


def bears_initials(number: str | None, own: UnitName) -> bool:
    """Whether a number's letters are the agency's initials, which only departments have."""
    if not number or "-" not in number or own.rank:
        return False
    suffix = fold_words(number.rsplit("-", 1)[1]).replace(" ", "")
    return len(suffix) >= LEAST_LETTERS and suffix == own.initials


def _edits(one: str, other: str) -> int:
    """How many letters of the longer name have no counterpart in the other."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return max(len(one), len(other)) - sum(block.size for block in blocks)
