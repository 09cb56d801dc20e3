"""Folding: text without diacritics, case and punctuation, with offsets that lead back."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate

from rules.vietnamese.alphabet import alphabet
from rules.vietnamese.letters import bears_marks, tidy

_BREAKS = ".;:!?,|"
_SHORT = 80
"""Up to this length folded words are remembered; whole pages would fill the memory."""
_OF_LINES = 700
"""Up to this length the last few are: of what stands around a link rule after rule asks."""
_LATELY = 32
_LOOKALIKES = {
    "–": "-",
    "—": "-",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "⁄": "/",
}
_TO_ASCII = (("đ", "d"), ("Đ", "D"), *_LOOKALIKES.items())


def _plain_letter(letter: str) -> str:
    """One character for one character, so that offsets stay true."""
    if letter in "đĐ":
        return "d"
    if letter in _LOOKALIKES:
        return _LOOKALIKES[letter]
    if letter.isascii():
        return letter.lower()
    base = unicodedata.normalize("NFD", letter)[0]
    return base.lower() if base.isascii() else " "


class _PlainTable(dict[int, str]):
    """Fills itself with the characters it meets."""

    def __missing__(self, code: int) -> str:
        plain = _plain_letter(chr(code))
        self[code] = plain
        return plain


class _WordTable(dict[int, str]):
    """Plain characters to letters, digits, breaks and blanks."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        blank = "\x1f" if letter in _BREAKS else " "
        kept = letter if letter.isalnum() else blank
        self[code] = kept
        return kept


@cache
def _plain_table() -> _PlainTable:
    return _PlainTable()


@cache
def _word_table() -> _WordTable:
    return _WordTable()


@dataclass(frozen=True)
class Folded:
    """One text in the forms that matching needs; ``source`` and ``plain`` share their offsets."""

    source: str
    """Tidied text, diacritics and case kept: what is quoted."""
    plain: str
    """Lower case without diacritics, punctuation kept: what patterns are matched on."""

    @cached_property
    def toned(self) -> bool:
        """Whether the source carries Vietnamese marks, so that a missing one means something."""
        return bears_marks(self.source)

    @cached_property
    def words(self) -> str:
        """Letters, digits, "\\x1f" for a break within the sentence, blanks; same offsets."""
        return self.plain.translate(_word_table())

    @cached_property
    def dense(self) -> str:
        """The words without any blank: survives joined words and split syllables."""
        return self.words.replace(" ", "")

    def offset(self, place: int) -> int:
        """Where a character of ``dense`` stands in ``source``."""
        return place + bisect_right(self._word_ends, place)  # the blanks before it

    @cached_property
    def _word_ends(self) -> Sequence[int]:
        """Where each word ends in ``dense``."""
        return tuple(accumulate(map(len, self.words.split(" "))))

    def beginning(self, length: int) -> Folded:
        """The first characters, in which a missing mark means what it means in the whole."""
        if len(self.source) <= length:
            return self
        start = Folded(self.source[:length], self.plain[:length])
        start.__dict__["toned"] = self.toned
        return start

    def quote(self, start: int, end: int, around: int = 0) -> str:
        """The source's own words from ``start`` to ``end``, widened to whole words."""
        start, end = max(0, start - around), min(len(self.source), end + around)
        while start > 0 and self.source[start - 1].isalnum():
            start -= 1
        while end < len(self.source) and self.source[end].isalnum():
            end += 1
        return self.source[start:end].strip()


def fold(text: str) -> Folded:
    """The folded forms of a text."""
    if len(text) <= _SHORT:
        return _known_fold(text)
    return _lately_folded(text) if len(text) <= _OF_LINES else _fold(text)


@lru_cache(maxsize=8192)
def _known_fold(text: str) -> Folded:
    """Menu words and headlines come again on page after page."""
    return _fold(text)


@lru_cache(maxsize=_LATELY)
def _lately_folded(text: str) -> Folded:
    return _fold(text)


def _fold(text: str) -> Folded:
    plain = alphabet(_plain_letter).change(text)
    if plain is not None and "  " not in text:
        return Folded(source=text, plain=plain)  # nothing in it is to be tidied
    source = tidy(text)
    return Folded(source=source, plain=_plain(source))


def _plain(source: str) -> str:
    """Character by character, or all at once where every letter leaves one of ASCII behind."""
    plain = source
    if not source.isascii():
        for letter, known in _TO_ASCII:
            plain = plain.replace(letter, known)
        plain = unicodedata.normalize("NFD", plain).encode("ascii", "ignore").decode()
    return plain.lower() if len(plain) == len(source) else source.translate(_plain_table())


def fold_words(text: str) -> str:
    """Lower-case ASCII words, one blank between: "Mục tiêu, CL" is "muc tieu cl"."""
    if len(text) <= _SHORT:
        return _known_words(text)
    return _late_words(text) if len(text) <= _OF_LINES else _words(text)


@lru_cache(maxsize=8192)
def _known_words(text: str) -> str:
    """Names, markers and menu words come again on page after page."""
    return _words(text)


@lru_cache(maxsize=_LATELY)
def _late_words(text: str) -> str:
    return _words(text)


def _words(text: str) -> str:
    return " ".join(fold(text).words.replace("\x1f", " ").split())


def dense_phrase(text: str) -> str:
    """How a phrase looks in :attr:`Folded.dense`."""
    words = _plain(tidy(text)).translate(_word_table())
    return words.replace(" ", "").strip("\x1f")
