"""The head of an administrative document in a PDF: columns told apart by where letters stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from documents.pdf.letters import PageLetters

_MAX_LETTERS = 1_500
GAP_HEIGHTS = 1.5
"""A blank wider than so many letter heights separates columns."""
HEAD_SHARE = 0.55
"""The head stands in the upper part of the first page."""


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    index: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class _Segment:
    """Letters of one line that no wide blank separates."""

    letters: tuple[_Letter, ...]

    @property
    def left(self) -> float:
        return min(letter.left for letter in self.letters)

    @property
    def right(self) -> float:
        return max(letter.right for letter in self.letters)

    @property
    def top(self) -> float:
        return max(letter.top for letter in self.letters)

    @property
    def span(self) -> tuple[int, int]:
        return self.letters[0].index, self.letters[-1].index + 1


def head_lines(page: pypdfium2.PdfPage, letters: PageLetters) -> tuple[list[str], int]:
    """The lines of the left column, then of the right, and the index of the first letter after.

    Nothing and 0 when the page does not begin with two columns.
    """
    width, height = page.get_size()
    columns: tuple[list[_Segment], list[_Segment]] = ([], [])
    end = 0
    for segment in _segments(letters.text_page):
        side = side_of(segment.left, segment.right, width)
        if side is None or segment.top < height * (1 - HEAD_SHARE):
            break
        columns[side].append(segment)
        end = max(end, segment.span[1])
    if not columns[0] or not columns[1]:
        return [], 0
    ordered = [segment for column in columns for segment in sorted(column, key=_from_top)]
    texts = [" ".join(letters.text(*segment.span).split()) for segment in ordered]
    return [text for text in texts if text], end


def _from_top(segment: _Segment) -> float:
    return -segment.top


def side_of(left: float, right: float, width: float) -> int | None:
    """0 for the left column, 1 for the right, None for a line across both."""
    centre = (left + right) / 2
    if centre < width * 0.46 and right < width * 0.6:
        return 0
    if centre > width * 0.54 and left > width * 0.36:
        return 1
    return None


def _segments(text_page: pypdfium2.PdfTextPage) -> list[_Segment]:
    segments: list[_Segment] = []
    line: list[_Letter] = []
    for index in range(min(text_page.count_chars(), _MAX_LETTERS)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in (10, 13):
            segments += _split(line)
            line = []
        elif code:
            box = text_page.get_charbox(index)
            line.append(_Letter(chr(code) if code < 0x110000 else " ", index, *box))
    return segments + _split(line)


def _split(line: list[_Letter]) -> list[_Segment]:
    """One line cut at its wide blanks; blanks at its ends left out."""
    visible = [letter for letter in line if not letter.text.isspace()]
    if not visible:
        return []
    height = max(letter.top - letter.bottom for letter in visible)
    cuts = [
        after.index
        for before, after in pairwise(visible)
        if after.left - before.right > GAP_HEIGHTS * max(height, 4.0)
    ]
    first, last = visible[0].index, visible[-1].index
    edges = [first, *cuts, last + 1]
    return [
        _Segment(tuple(letter for letter in line if start <= letter.index < stop))
        for start, stop in pairwise(edges)
    ]
