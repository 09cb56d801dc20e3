"""Turns of news in the beginning of a page: "Sáng 13/02, ...", "đã ban hành"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from rules.vietnamese.folding import Folded
from rules.vietnamese.search import Span

_TOP = 2500
LOOKED_THROUGH = _TOP + 500
"""So much of a text tells all turns that begin in its top."""
_DAY = re.compile(r"(?:sang|chieu|toi)(?: ngay)?,? \d{1,2}/\d{1,2}\b")
""""Sáng 13/02, ..." begins a report of what happened."""
_OF_WHAT_IS_THERE = re.compile(
    r"(?<![a-z])(?:quy trinh|van ban|tai lieu|quy dinh|thu tuc|bieu mau|so tay|quy che|muc tieu"
    r"|chinh sach|(?:muc tieu|chinh sach) chat luong|danh muc|ke hoach)(?: cua [a-z ]+)? *$"
)
"""Before "đã ban hành": what is spoken of exists, and nobody tells that it was issued."""
_LOOKED_BACK = 40
_OPENING = frozenset("([/")
MOST_TURNS = 2
"""Nobody asks for more."""


def turns_of_news(text: Folded, found: Iterable[Span]) -> int:
    """How many turns of news stand in a text's beginning, out of the words of news found in it.

    They are counted up to :data:`MOST_TURNS`.
    """
    turns = len(list(islice((span for span in found if _is_turn(text, span)), MOST_TURNS)))
    if turns < MOST_TURNS and _begins_with_a_day(text.plain[:_TOP]):
        turns += 1
    return turns


def _is_turn(text: Folded, span: Span) -> bool:
    if span[0] >= _TOP or _goes_on(text.source, span) or _bracketed(text.source, span):
        return False
    before = text.plain[max(0, span[0] - _LOOKED_BACK) : span[0]]
    return _OF_WHAT_IS_THERE.search(before) is None


def _begins_with_a_day(plain: str) -> bool:
    """Whether a sentence begins with the day of what happened."""
    if "/" not in plain:
        return False  # nor then is there a day
    for match in _DAY.finditer(plain):
        before = plain[: match.start()]
        said = before.rstrip()
        if not before or said.endswith(".") or "\n" in before[len(said) :]:
            return True
    return False


def _goes_on(source: str, span: Span) -> bool:
    """Whether the last word found is only the beginning of a longer one: "theo dõi"."""
    return source[span[1] : span[1] + 1].isalpha()


def _bracketed(source: str, span: Span) -> bool:
    """Whether it stands in brackets: "(Đã ký)" in place of a signature tells nothing."""
    return source[max(0, span[0] - 1) : span[0]] in _OPENING
