"""Word 97-2003 files: what their pages of formats say of letters and paragraphs."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

_PAGE_BYTES = 512
_PAGE_MASK = 0x3FFFFF
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of an operand by the upper three bits of its code; 0: its first byte tells."""
_TABLE_SHAPE, _TABS = 0xD608, 0xC615
_IN_TABLE, _ROW_END, _DEPTH = 0x2416, 0x2417, 0x6649
_INNER_CELL, _INNER_ROW_END = 0x244B, 0x244C
_LIST, _OUTLINE = 0x460B, 0x2640
_HUGE = frozenset({0x6645, 0x6646})
_DELETED, _SPECIAL, _HIDDEN = 0x0800, 0x0855, 0x083C
_FONT, _FONT_OTHER, _SYMBOL, _LETTER_STYLE = 0x4A4F, 0x4A51, 0x6A09, 0x4A30


@dataclass(frozen=True, slots=True)
class Letters:
    """How a run of letters is to be read; ``font`` and ``style`` are numbers, None: not told."""

    font: int | None = None
    style: int | None = None
    symbol: int | None = None
    left_out: bool = False
    special: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What a paragraph is."""

    style: int = 0
    depth: int = 0
    """Tables it lies in."""
    row_end: bool = False
    inner_cell: bool = False
    in_list: bool = False
    outline: int | None = None
    """0 to 8: a heading of that level."""


def operations(held: bytes) -> Iterator[tuple[int, bytes]]:
    """Codes and operands; ends where they make no sense."""
    at = 0
    while at + 2 <= len(held):
        (code,) = struct.unpack_from("<H", held, at)
        at += 2
        size = _SIZES[code >> 13]
        if not size:
            if at >= len(held):
                return
            size = 1 + held[at]
            if code == _TABLE_SHAPE and at + 2 <= len(held):
                size = 1 + int(struct.unpack_from("<H", held, at)[0])
            elif code == _TABS and held[at] == 255:
                return
        yield code, held[at : at + size]
        at += size


def letters_of(held: bytes) -> Letters:
    """What a run's operations say."""
    told = Letters()
    for code, operand in operations(held):
        number = int.from_bytes(operand, "little")
        if code in (_FONT, _FONT_OTHER) and (code == _FONT or told.font is None):
            told = replace(told, font=number)
        elif code == _LETTER_STYLE:
            told = replace(told, style=number)
        elif code == _SYMBOL and len(operand) == 4:
            told = replace(told, symbol=number >> 16, font=number & 0xFFFF)
        elif code in (_DELETED, _HIDDEN):
            told = replace(told, left_out=told.left_out or number == 1)
        elif code == _SPECIAL:
            told = replace(told, special=number == 1)
    return told


def paragraph_of(style: int, held: bytes, data: bytes) -> Paragraph:
    """What a paragraph's operations say; ``data`` holds those too long for their page."""
    told = Paragraph(style)
    for code, operand in operations(held):
        number = int.from_bytes(operand, "little")
        told = _with_huge(told, number, data) if code in _HUGE else _told(told, code, number)
    return told


def _with_huge(told: Paragraph, at: int, data: bytes) -> Paragraph:
    if at + 2 > len(data):
        return told
    (size,) = struct.unpack_from("<H", data, at)
    for code, operand in operations(data[at + 2 : at + 2 + size]):
        told = _told(told, code, int.from_bytes(operand, "little"))
    return told


def _told(told: Paragraph, code: int, number: int) -> Paragraph:
    if code == _IN_TABLE:
        return replace(told, depth=max(told.depth, 1) if number else 0)
    if code == _DEPTH:
        return replace(told, depth=min(number, 50))
    if code in (_ROW_END, _INNER_ROW_END):
        return replace(told, row_end=bool(number))
    if code == _INNER_CELL:
        return replace(told, inner_cell=bool(number))
    if code == _LIST:
        return replace(told, in_list=number not in (0, 0xF801))
    return replace(told, outline=number) if code == _OUTLINE and number < 9 else told


@dataclass(frozen=True, slots=True)
class _Run:
    end: int
    page: int
    index: int
    count: int


class Formats:
    """Looks up, for a place in the main stream, which run of formats it lies in."""

    def __init__(self, main: bytes, listed: bytes, data: bytes = b"") -> None:
        self._main, self._data = main, data
        self._letters: dict[int, Letters] = {}
        self._paragraphs: dict[int, Paragraph] = {}
        runs = sorted(_runs(main, listed), key=lambda each: each[0])
        self._starts = [start for start, _ in runs]
        self._runs = [run for _, run in runs]

    def __bool__(self) -> bool:
        return bool(self._runs)

    def letters(self, at: int) -> tuple[Letters, int]:
        """How the letter at ``at`` is to be read, and the place up to which that holds."""
        run, end = self._run(at)
        if run is None:
            return Letters(), end
        offset = self._byte(run.page + 4 * (run.count + 1) + run.index) * 2
        place = run.page + offset
        if not offset or place >= len(self._main):
            return Letters(), end
        if place not in self._letters:
            held = self._main[place + 1 : place + 1 + self._main[place]]
            self._letters[place] = letters_of(held)
        return self._letters[place], end

    def paragraph(self, at: int) -> Paragraph:
        """What the paragraph is whose mark stands at ``at``."""
        run, _ = self._run(at)
        if run is None:
            return Paragraph()
        offset = self._byte(run.page + 4 * (run.count + 1) + 13 * run.index) * 2
        place = run.page + offset
        if not offset or place + 4 > len(self._main):
            return Paragraph()
        if place not in self._paragraphs:
            self._paragraphs[place] = self._paragraph(place)
        return self._paragraphs[place]

    def _byte(self, at: int) -> int:
        return self._main[at] if at < len(self._main) else 0

    def _paragraph(self, place: int) -> Paragraph:
        size = self._main[place] * 2 - 1
        if size < 0:
            place += 1
            size = self._main[place] * 2
        held = self._main[place + 1 : place + 1 + size]
        if len(held) < 2:
            return Paragraph()
        return paragraph_of(int.from_bytes(held[:2], "little"), held[2:], self._data)

    def _run(self, at: int) -> tuple[_Run | None, int]:
        index = bisect_right(self._starts, at) - 1
        following = self._starts[index + 1] if index + 1 < len(self._starts) else 1 << 40
        if index < 0 or self._runs[index].end <= at:
            return None, following
        return self._runs[index], min(self._runs[index].end, following)


def _runs(main: bytes, listed: bytes) -> Iterator[tuple[int, _Run]]:
    """The runs of every page that is listed, each page once, whatever the list repeats."""
    count = max(0, (len(listed) - 4) // 8)
    numbers = struct.unpack_from(f"<{count}I", listed, 4 * (count + 1)) if count else ()
    for number in dict.fromkeys(each & _PAGE_MASK for each in numbers):
        page = number * _PAGE_BYTES
        if page + _PAGE_BYTES > len(main):
            continue
        runs = min(main[page + _PAGE_BYTES - 1], 101)
        edges = struct.unpack_from(f"<{runs + 1}I", main, page)
        for index in range(runs):
            yield edges[index], _Run(edges[index + 1], page, index, runs)
