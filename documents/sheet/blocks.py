"""Rows of a spreadsheet as blocks: heads of papers in reading order, caps on what is claimed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from documents.legacy import Legacy, in_encoding, legacy_of, to_unicode
from documents.sheet.head import head_columns, signature_columns
from domain.documents import Block, BlockKind

MAX_SHEETS = 200
MAX_ROWS = 20_000
MAX_CHARACTERS = 4_000_000
_MAX_CELLS_A_ROW = 400
_NAMELESS = re.compile(r"(?:sheet|trang[ _]?tính|bảng[ _]?tính|trang)[ _]?\d*\Z", re.I)

Row = Sequence[str]
"""The cells of a row as shown; empty ones are empty text."""


class SheetBlocks:
    """Gathers the blocks of one workbook."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._full = ""
        self._cut: dict[str, None] = {}
        self._characters = 0

    @property
    def truncated(self) -> str:
        """What was left out; empty where nothing was."""
        return ", ".join(filter(None, (self._full, *self._cut)))

    def cut(self, what: str) -> None:
        """Notes what a reader left out."""
        self._cut[what] = None

    def add(self, name: str, rows: Iterable[Row]) -> None:
        """One sheet; nothing for an empty one."""
        kept: list[list[str]] = []
        for row in rows:
            if self._full:
                break
            if len(row) > _MAX_CELLS_A_ROW and any(map(str.strip, row[_MAX_CELLS_A_ROW:])):
                self.cut(f"{_MAX_CELLS_A_ROW} cells a row")
            cells = [cell.strip() for cell in row[:_MAX_CELLS_A_ROW]]
            if any(cells):
                kept.append(cells)
                self._count(cells, len(kept))
        rest, columns = head_columns(_in_unicode(kept))
        rest, signature = signature_columns(rest)
        # A paper with a head names itself; the sheet's name before it would hide that.
        if kept and not columns and not _NAMELESS.match(name.strip()):
            self._say(to_unicode(name), BlockKind.HEADING)
        for line in columns:
            self._say(line, BlockKind.PARAGRAPH)
        for cells in rest:
            self._row(cells)
        for line in signature:
            self._say(line, BlockKind.PARAGRAPH)

    def _count(self, cells: list[str], rows: int) -> None:
        self._characters += sum(map(len, cells))
        if self._characters >= MAX_CHARACTERS:
            self._full = f"{MAX_CHARACTERS} characters"
        elif rows + len(self.blocks) >= MAX_ROWS:
            self._full = f"{MAX_ROWS} rows"

    def _row(self, cells: list[str]) -> None:
        filled = [cell for cell in cells if cell]
        if len(filled) == 1:
            # Text across the sheet is a paragraph; lines in it were broken by hand.
            for line in filled[0].splitlines():
                self._say(line, BlockKind.PARAGRAPH)
        else:
            self._say(" | ".join(filled), BlockKind.ROW)

    def _say(self, text: str, kind: BlockKind) -> None:
        shown = " ".join(text.split())
        if shown:
            self.blocks.append(Block(shown, kind))


def _in_unicode(rows: list[list[str]]) -> list[list[str]]:
    """Cells of an old font: too short to be judged alone, their sheet is judged whole."""
    sample = "\n".join(cell for row in rows[:400] for cell in row if cell)[:20_000]
    encoding: Legacy | None = None if sample.isascii() else legacy_of(sample)
    if encoding is None:
        return [[to_unicode(cell) if not cell.isascii() else cell for cell in row] for row in rows]
    return [[in_encoding(cell, encoding) for cell in row] for row in rows]
