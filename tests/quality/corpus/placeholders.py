"""The places left in a wording's texts, and filling them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_PLACE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")

WORDS = frozenset(
    {
        "name", "NAME", "full", "FULL", "short", "SHORT", "parent", "PARENT", "place", "PLACE",
        "suffix", "signer", "other", "OTHER", "other_place", "other_suffix", "year", "last",
        "next", "n", "dd", "mm",
    }
)  # fmt: skip
"""What may stand in braces in any text."""
_TARGET = re.compile(r"(?:file|page):[\w-]+")


class PlaceholderError(ValueError):
    """A word in braces that means nothing, or a brace by itself."""


def places(text: str) -> Iterator[str]:
    """The words in braces.

    Raises:
        PlaceholderError: a brace stands by itself; a literal one is doubled.
    """
    for found in _PLACE.finditer(text):
        if found.group(1) is not None:
            yield found.group(1)
        elif found.group() not in ("{{", "}}"):
            around = text[max(0, found.start() - 20) : found.end() + 20]
            raise PlaceholderError(f"a brace by itself (double it) in {around!r}")


def is_target(word: str) -> bool:
    """Whether it stands for the address of a file or page: ``file:1``, ``page:iso``."""
    return _TARGET.fullmatch(word) is not None


def filled(text: str, words: Mapping[str, str]) -> str:
    """The text with every place filled; doubled braces become single ones.

    Raises:
        PlaceholderError: a place that ``words`` does not know, or a brace by itself.
    """

    def word(found: re.Match[str]) -> str:
        if found.group() in ("{{", "}}"):
            return found.group()[0]
        name = found.group(1)
        if name is None or name not in words:
            raise PlaceholderError(f"unknown place {found.group()!r}")
        return words[name]

    return _PLACE.sub(word, text)
