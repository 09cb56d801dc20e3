"""Recognised words as lines in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from documents.charset import to_nfc
from documents.ocr.recogniser import Word
from documents.pdf.head import GAP_HEIGHTS, HEAD_SHARE, side_of

_SPECK_CERTAINTY = 0.45
"""Below it, one or two signs standing alone are dirt on the glass."""
_FULL_LINE = 0.9
"""Of the way to the rightmost letter: a line that ends before is the last of its paragraph."""
_SURE_SIGN = 0.7
_DOTS = re.compile(r"[._]{2,}|…+")
_BULLETS = frozenset("-–+•*")


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one line that no wide blank separates."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return to_nfc(" ".join(word.text for word in self.words))

    @property
    def left(self) -> int:
        return self.words[0].left

    @property
    def right(self) -> int:
        return self.words[-1].right

    @property
    def top(self) -> int:
        return min(word.top for word in self.words)


def reading_order(words: Iterable[Word], size: tuple[int, int]) -> list[str]:
    """The lines of a page, its two columns of a head one after the other.

    An empty line stands between paragraphs.
    """
    told = [word for word in words if not _is_speck(word)]
    head = _head(told, size)
    taken = {id(word) for line in head for word in line.words}
    rest = [word for word in told if id(word) not in taken]
    return [*(line.text for line in head), *_body(rest)]


def _trimmed(line: list[Word]) -> list[Word]:
    """A line without the dirt at its ends: lone signs that are no bullet and no dots to fill in."""
    while line and not _has_letters(line[-1]) and not _DOTS.fullmatch(line[-1].text):
        line = line[:-1]
    while line and not _has_letters(line[0]) and not _is_bullet(line[0]):
        line = line[1:]
    return line


def _has_letters(word: Word) -> bool:
    return any(mark.isalnum() for mark in word.text)


def _is_bullet(word: Word) -> bool:
    return word.text in _BULLETS and word.certainty >= _SURE_SIGN


def _is_speck(word: Word) -> bool:
    if not _has_letters(word):
        return word.certainty < _SPECK_CERTAINTY or not set(word.text) & set('-–+…./:;,()"“”')
    return len(word.text) < 3 and word.certainty < _SPECK_CERTAINTY


def _lines(words: list[Word]) -> Iterator[Line]:
    for _, of_line in groupby(words, key=lambda word: word.line):
        line = _trimmed(list(of_line))
        if line:
            yield Line(tuple(line))


def _body(words: list[Word]) -> Iterator[str]:
    before: Line | None = None
    lines = list(_lines(words))
    margin = max((line.right for line in lines), default=0) * _FULL_LINE
    for line in lines:
        if before is not None and _begins_anew(before, line, margin):
            yield ""
        before = line
        yield line.text


def _begins_anew(before: Line, line: Line, margin: float) -> bool:
    """Whether a line opens a paragraph: Tesseract's own, or after one that was not full."""
    if before.words[0].paragraph != line.words[0].paragraph:
        return True
    return before.right < margin and not line.text[:1].islower()


def _head(words: list[Word], size: tuple[int, int]) -> list[Line]:
    """The lines of the left column, then of the right; none where there are no two columns."""
    width, height = size
    columns: tuple[list[Line], list[Line]] = ([], [])
    for line in sorted(_parted(words), key=lambda line: line.top):
        side = side_of(line.left, line.right, width)
        if side is None or line.top > height * HEAD_SHARE:
            break
        columns[side].append(line)
    return [*columns[0], *columns[1]] if columns[0] and columns[1] else []


def _parted(words: list[Word]) -> Iterator[Line]:
    """Lines cut at their wide blanks."""
    for whole in _lines(words):
        line = whole.words
        height = sorted(word.bottom - word.top for word in line)[len(line) // 2]
        start = 0
        for index, (before, after) in enumerate(pairwise(line), 1):
            if after.left - before.right > GAP_HEIGHTS * height:
                yield Line(line[start:index])
                start = index
        yield Line(line[start:])
