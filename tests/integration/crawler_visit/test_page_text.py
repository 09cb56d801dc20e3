"""Texts made comparable: what changes from day to day is taken out of them."""

from __future__ import annotations

import random
import re
import unicodedata

import pytest

from crawler.visit.pages.text import fold, steady

_PLAIN = (
    r"\b(?:thang|quy)\s+\w{1,5}\s*(?:nam|[/-])?\s*\d{2,4}",
    r"\b\d{1,4}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{1,5})?\b|\b\d{1,2}:\d{2}(?::\d{2})?",
    r"\b(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|thang (?:muoi (?:mot|hai)|gieng|chap|mot|hai|ba"
    r"|tu|nam|sau|bay|tam|chin|muoi)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february"
    r"|march|april|may|june|july|august|september|october|november|december|am|pm|sa|ch)\b",
    r"\b(?!(?:199\d|20[0-3]\d)\b)[\d.,]*\d[\d.,]*\b",
)
"""The same patterns as anybody would write them, who need not search every page."""
_PIECES = (
    "tháng", "quý", "thứ hai", "thứ", "chủ nhật", "ch", "sa", "am", "may", "monday", "xjuly",
    "tháng mười một", "tháng tư 2025", "năm", "1", "12", "199", "1999", "2025", "2040", ".", ",",
    "/", "-", ":", "_", "9x", "12:30", "7:05:33", "1.234,5", "..5", "2026.", "٣٤", "é", "đ", "ế",
    "\u00a0", "\n", "\u0301", "\u034f", "ö", "中", "15/03/20216",
)  # fmt: skip


def _plainly_folded(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return " ".join("".join(one for one in plain if not unicodedata.combining(one)).split())


@pytest.mark.parametrize("seed", range(5))
def test_quick_patterns_find_what_plain_ones_find(seed: int) -> None:
    """Whatever stands together, folding and taking out is as by the plain patterns."""
    rng = random.Random(seed)
    for _ in range(300):
        text = "".join(
            rng.choice(_PIECES) + " " * rng.randrange(2) for _ in range(rng.randrange(1, 12))
        )
        expected = _plainly_folded(text)
        assert fold(text) == expected
        for pattern in _PLAIN:
            expected = re.sub(pattern, " ", expected)
        assert steady(text) == " ".join(expected.split())
