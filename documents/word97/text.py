"""Word files: one walk over the pieces of text, into paragraphs, rows and links."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from documents.flow import MAX_CHARACTERS, Flow
from documents.word97.fib import Piece, WordFile
from documents.word97.formats import Formats, Letters, Paragraph
from documents.word97.styles import Styles
from domain.documents import BlockKind, Zone

_MARKS = re.compile("[\r\x07\x0b\x0c\x0e\x13\x14\x15]")
_PARAGRAPH_END, _CELL_END = "\r", "\x07"
_FIELD, _FIELD_RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_ODD = MappingProxyType(
    {
        **dict.fromkeys(range(0x20)),
        0x09: " ",
        0x1E: "-",  # a hyphen that does not break
        0xF020: " ",
    }
)
_HYPERLINK = re.compile(r'HYPERLINK\s+(?:\\[lonmt]\s+)*"([^"]{1,2000})"')
_MAX_FIELDS_OPEN = 50
_FOOTER_STORIES = (2, 3, 5)
"""Of six stories a section has: even and odd headers, even and odd footers, first ones."""


@dataclass(slots=True)
class _Field:
    """An open field: its code is left out, its result is text."""

    code: str = ""
    result: str = ""
    in_result: bool = False


class WordWalk:
    """Turns a Word file into a flow of text."""

    def __init__(self, file: WordFile) -> None:
        self.flow = Flow()
        self.cut_short = False
        self._file = file
        self._styles = Styles(file.styles(), file.fonts())
        self._letters = Formats(file.main, file.letter_pages())
        self._paragraphs = Formats(file.main, file.paragraph_pages(), file.data)
        self._fields: list[_Field] = []
        self._cell_just_ended = False

    def run(self) -> Flow:
        """Main text, then text boxes and notes, then headers and footers, each of these once."""
        stories, pieces = self._file.stories, self._file.pieces()
        self.cut_short = not 0 < stories.main <= sum(piece.count for piece in pieces)
        self._story(pieces, 0, stories.main)
        at = stories.main
        for count, read in (
            (stories.footnotes, True),
            (stories.headers, False),
            (stories.macros, False),
            (stories.remarks, False),
            (stories.endnotes, True),
            (stories.boxes, True),
        ):
            if read and count > 0:
                self._story(pieces, at, count)
            at += max(0, count)
        self._edges(pieces, stories.main + max(0, stories.footnotes), stories.headers)
        return self.flow

    def _edges(self, pieces: list[Piece], start: int, count: int) -> None:
        """Headers and footers: sections repeat them."""
        listed = self._file.header_stories()
        places = struct.unpack(f"<{len(listed) // 4}i", listed[: len(listed) // 4 * 4])
        known = len(self.flow.blocks)
        for index, (first, end) in enumerate(pairwise(places[6:131])):
            if 0 <= first < end <= count:
                footer = index % 6 in _FOOTER_STORIES
                self.flow.zone = Zone.FOOTER if footer else Zone.HEADER
                self._story(pieces, start + first, end - first)
        self.flow.blocks[known:] = dict.fromkeys(self.flow.blocks[known:])

    def _story(self, pieces: list[Piece], first: int, count: int) -> None:
        self._fields.clear()
        for piece in pieces:
            if self.flow.full:
                return
            start = max(piece.first, first)
            end = min(piece.first + piece.count, first + count)
            if start < end:
                at = piece.at + (start - piece.first) * piece.width
                self._stretch(piece, at, min(end - start, 2 * MAX_CHARACTERS))
        self.flow.end_paragraph()
        while self.flow.open_rows:
            self.flow.close_row()

    def _stretch(self, piece: Piece, at: int, count: int) -> None:
        end = at + count * piece.width
        if at < 0 or end > len(self._file.main):
            self.cut_short = True
            at, end = max(at, 0), min(end, len(self._file.main))
        while at < end and not self.flow.full:
            letters, until = self._letters.letters(at)
            until = max(at + piece.width, min(until, end))
            if not letters.left_out:
                self._run(piece, letters, at, until)
            at = until

    def _run(self, piece: Piece, letters: Letters, at: int, until: int) -> None:
        text = self._file.characters(at, until, wide=piece.wide)
        for said, mark, place in _parts(text):
            if said:
                begins = at + (place - len(said)) * piece.width
                self._say(said, letters, self._paragraphs.paragraph(begins).style)
            if mark:
                self._mark(mark, at + place * piece.width)

    def _say(self, said: str, letters: Letters, style: int) -> None:
        if letters.symbol is not None:
            said = chr(letters.symbol) if not 0xF000 <= letters.symbol <= 0xF0FF else "•"
        elif letters.special:
            said = "".join(each for each in said if each in "\t\x1e")
        # Fields in fields: a page number inside a link's result is part of that result.
        said = said.translate(_ODD)
        codes = [field for field in self._fields if not field.in_result]
        if codes:
            codes[-1].code += said[:2_000]
            return
        for field in self._fields:
            field.result += said[:500] if len(field.result) < 1_000 else ""
        self._cell_just_ended = False
        self.flow.say(said, self._styles.font(letters.font, letters.style, style))

    def _mark(self, mark: str, at: int) -> None:
        if mark in (_FIELD, _FIELD_RESULT, _FIELD_END):
            self._field(mark)
            return
        told = self._paragraphs.paragraph(at)
        if mark in (_PARAGRAPH_END, _CELL_END):
            self._paragraph_end(mark, told)
        else:
            self.flow.end_paragraph(self._kind(told))

    def _field(self, mark: str) -> None:
        if mark == _FIELD:
            if len(self._fields) < _MAX_FIELDS_OPEN:
                self._fields.append(_Field())
        elif self._fields and mark == _FIELD_RESULT:
            self._fields[-1].in_result = True
        elif self._fields:
            field = self._fields.pop()
            link = _HYPERLINK.search(field.code)
            if link:
                self.flow.link(link.group(1), field.result)

    def _paragraph_end(self, mark: str, told: Paragraph) -> None:
        if not self._paragraphs:
            self._guessed_end(mark)
            return
        cell_end = mark == _CELL_END or told.inner_cell
        while self.flow.open_rows > told.depth:
            self.flow.close_row()
        if told.row_end:
            self.flow.end_paragraph()
            self.flow.close_row()
            return
        while self.flow.open_rows < told.depth:
            self.flow.open_row()
        self.flow.end_paragraph(self._kind(told))
        if cell_end:
            self.flow.end_cell()

    def _guessed_end(self, mark: str) -> None:
        """Without formats: a cell's mark with nothing before it ends the row."""
        if mark == _PARAGRAPH_END:
            self.flow.end_paragraph()
        elif self._cell_just_ended:
            self.flow.close_row()
            self._cell_just_ended = False
            return
        else:
            if not self.flow.open_rows:
                self.flow.open_row()
            self.flow.end_paragraph()
            self.flow.end_cell()
        self._cell_just_ended = mark == _CELL_END

    def _kind(self, told: Paragraph) -> BlockKind:
        if told.outline is not None or self._styles.is_heading(told.style):
            return BlockKind.HEADING
        return BlockKind.LIST_ITEM if told.in_list else BlockKind.PARAGRAPH


def _parts(text: str) -> Iterator[tuple[str, str, int]]:
    """Text up to each mark, the mark, and where it stands."""
    last = 0
    for match in _MARKS.finditer(text):
        yield text[last : match.start()], match.group(), match.start()
        last = match.end()
    if last < len(text):
        yield text[last:], "", len(text)
