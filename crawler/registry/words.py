"""Words as people write them in lists, made comparable."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import filterfalse

_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


def plain(words: str) -> str:
    """Small letters without marks; anything else between them is one space."""
    letters = unicodedata.normalize("NFD", words.casefold().replace("đ", "d"))
    unmarked = "".join(filterfalse(unicodedata.combining, letters))
    return _NOT_LETTERS.sub(" ", unmarked).strip()


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that ``word`` was probably meant to be."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return close[0] if close else None
