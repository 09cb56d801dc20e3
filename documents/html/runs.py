"""The text of a page's elements, tidied, and mended where it is of before Unicode."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from html import unescape
from unicodedata import is_normalized, normalize

from documents.legacy import (
    Legacy,
    holds_foreign_letters,
    in_encoding,
    legacy_of,
    may_be_legacy,
    to_unicode,
    whole_of,
)

_ONLY_UNICODE = re.compile("[ăđơưạảấầậềếệộốịựủ]")
_REFERENCE = re.compile(
    r"&(?:[a-zA-Z]uml|(?:micro|para|uml|frac\d\d|not|shy|cedil|reg|ordf|sup1|times|divide);"
    r"|(?:[aA]ring|[aA][eE]lig|[cC]cedil|[nN]tilde|[oO]slash|szlig|THORN|thorn|icirc|Icirc|ucirc"
    r"|Ucirc);|#1[2-9]\d;|#2[0-5]\d;|#x[89a-fA-F][0-9a-fA-F];)"
)
_TAG = re.compile(r"<[^<>]*>")
_DOUBLED_BLANK = "Â"
"""All that is left of a line that held a no-break space, once doubled and tidied."""
_SAMPLE = 100_000
_MOST_AROUND = 20_000
_MOST_MENDED = 300_000
"""Characters of a page that are looked at closely; a page in one encoding is mended whole."""


class Runs:
    """Turns pieces of text into tidy Unicode; knows if the whole page is in an old encoding."""

    def __init__(self, source: str) -> None:
        # Unicode Vietnamese ends this search within a line or two.
        genuine = _ONLY_UNICODE.search(source) is not None
        self.whole = None if genuine else _whole(source[:_SAMPLE])
        self.watchful = not genuine or holds_foreign_letters(source) or _refers(source)
        """Whether any run may be in an old encoding."""
        self._left = _MOST_MENDED
        self._last: Legacy | None = None
        self.told: dict[str, Legacy] = {}
        """The encodings of runs by their mended text, where their own letters told."""

    def tidy(self, pieces: Sequence[str], around: Sequence[str] = ()) -> str:
        """The pieces as one line; ``around`` is the longer run that they are part of, if any."""
        text = one_line("".join(pieces))
        if text.isascii():
            return text
        if not is_normalized("NFC", text):
            text = normalize("NFC", text)
        if self.whole is None and not (self.watchful and may_be_legacy(text)):
            return text if text != _DOUBLED_BLANK else ""
        return self._mended("".join(pieces), _end_of(around))

    def _mended(self, raw: str, around: str) -> str:
        """From the raw text, for white space may be a letter there."""
        if self.whole is not None:
            mended = in_encoding(raw, self.whole)
        elif self._left < len(raw) + len(around):
            mended = raw
        else:
            self._left -= len(raw) + len(around)
            encoding = legacy_of(around or raw, self._last)
            mended = in_encoding(raw, encoding) if encoding else to_unicode(raw)
            if encoding is not None and mended != raw:
                self.told[" ".join(mended.split())] = self._last = encoding
        return " ".join(mended.split())

    def for_fonts(self) -> Runs:
        """For a walk in which names of fonts decide: what they mended must not be mended again."""
        runs = copy(self)
        runs.whole, runs.told = None, {}
        return runs


def one_line(text: str) -> str:
    """``text`` with each white space a blank; of all that is white, only the blank is printable."""
    if "  " not in text and text.isprintable():
        return text.strip()
    return " ".join(text.split())


def _end_of(pieces: Sequence[str]) -> str:
    """The last pieces of a run, enough of them to tell: one block may hold thousands of links."""
    kept: list[str] = []
    characters = 0
    for piece in reversed(pieces):
        if characters > _MOST_AROUND:
            break
        kept.append(piece)
        characters += len(piece)
    return "".join(reversed(kept))


def _refers(source: str) -> bool:
    """Whether letters that Unicode Vietnamese lacks are referred to, as in "&iuml;"."""
    return "&" in source and _REFERENCE.search(source) is not None


def _whole(source: str) -> Legacy | None:
    if source.isascii() and "&" not in source:
        return None
    return whole_of(unescape(_TAG.sub(" ", source)))
