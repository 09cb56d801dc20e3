"""CSV and TSV to a :class:`~domain.documents.Document`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from typing import Literal

from documents import sniff
from documents.charset import decode
from documents.hints import NO_HINTS, Hints
from documents.sheet.blocks import SheetBlocks
from domain.documents import Document, HowRead, Reading, Unread, Unreadable

_DELIMITERS = "\t;,|"
_TOLD = re.compile(r"\Asep=(.)\s*\n", re.I)
"""Excel's own note on how its cells are parted."""
_SAMPLE_LINES = 50


def read(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """Each row a block, its cells joined by " | "; empty cells left out."""
    decoded = decode(body, hints.declared)
    text = decoded.text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    told = _TOLD.match(text)
    delimiter = told.group(1) if told else delimiter_of(text)
    gathered = SheetBlocks()
    rows = _Rows(text[told.end() :] if told else text, delimiter)
    gathered.add("", rows.all())
    if rows.unread:
        gathered.cut(f"{rows.unread} cells beyond all measure")
    if not gathered.blocks:
        return Unreadable(sniff.CSV, Unread.EMPTY)
    metadata = [("charset", decoded.charset)]
    if gathered.truncated:
        metadata.append(("truncated", gathered.truncated))
    return Document(
        media_type=sniff.CSV,
        how=HowRead.PLAIN,
        blocks=tuple(gathered.blocks),
        metadata=tuple(metadata),
        certainty=decoded.certainty,
    )


def delimiter_of(text: str) -> str:
    """The sign that parts most lines, each into equally many cells as often as may be."""
    lines = [line for line in text[:50_000].splitlines() if line.strip()][:_SAMPLE_LINES]
    return max(_DELIMITERS, key=lambda each: _evenness(lines, each))


def _evenness(lines: list[str], delimiter: str) -> tuple[int, int]:
    counts = [line.count(delimiter) for line in lines]
    parted = [count for count in counts if count]
    usual = max(parted, key=parted.count, default=0)
    return (parted.count(usual) if usual else 0, sum(parted))


class _Rows:
    """The rows of a table, and how many were too long to be read."""

    def __init__(self, text: str, delimiter: str) -> None:
        self.unread = 0
        self._text = text
        self._delimiter = delimiter

    def all(self) -> Iterator[list[str]]:
        """A stray quote swallows what follows it: then quotes are only letters."""
        yield from self._parted(csv.QUOTE_MINIMAL if self._is_sound() else csv.QUOTE_NONE)

    def _is_sound(self) -> bool:
        for _ in self._parted(csv.QUOTE_MINIMAL):
            pass
        sound, self.unread = not self.unread, 0
        return sound

    def _parted(self, quoting: Literal[0, 3]) -> Iterator[list[str]]:
        rows = csv.reader(StringIO(self._text), delimiter=self._delimiter, quoting=quoting)
        while True:
            try:
                yield next(rows)
            except StopIteration:
                return
            except csv.Error:
                self.unread += 1  # one line beyond all measure costs only itself
