"""Text as it flows out of an office file: paragraphs, rows of cells, links, under caps."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from documents.layout import is_layout_row
from documents.legacy import to_unicode
from documents.legacy.paragraphs import Paragraphs
from domain.documents import Block, BlockKind, Link, Zone

MAX_BLOCKS = 20_000
MAX_CHARACTERS = 4_000_000
_MAX_LINKS = 2_000
_MAX_PARAGRAPH = 50_000
"""Longer ones, which no paper has, are cut, so that none costs more than its length."""
_MAX_LINK_TEXT = 500


@dataclass(slots=True)
class _Row:
    """An open table row: where its blocks begin and where each of its cells ended."""

    blocks_from: int
    ends: list[int] = field(default_factory=list)
    nested: bool = False


class Flow:
    """Collects the text of one file in reading order."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.truncated = ""
        self.zone = Zone.MAIN
        self._paragraphs: list[list[tuple[str, str]]] = [[]]
        self._length = 0
        self._rows: list[_Row] = []
        self._characters = 0
        self._texts = Paragraphs()

    @property
    def open_rows(self) -> int:
        """How many rows are open, one within the other."""
        return len(self._rows)

    @property
    def full(self) -> bool:
        """Whether a cap is reached: the rest of the file need not be read."""
        return bool(self.truncated)

    def say(self, text: str, font: str = "") -> None:
        """A piece of the current paragraph; ``font`` tells the letters of before Unicode."""
        for start in range(0, len(text), _MAX_PARAGRAPH):
            piece = text[start : start + _MAX_PARAGRAPH]
            if self._length + len(piece) > _MAX_PARAGRAPH:
                self.end_paragraph()
            self._paragraphs[-1].append((piece, font))
            self._length += len(piece)
        self._characters += len(text)
        if self._characters >= MAX_CHARACTERS:
            self.truncated = f"{MAX_CHARACTERS} characters"

    def open_paragraph(self) -> None:
        """A paragraph inside another, as text boxes have them."""
        self._paragraphs.append([])

    def close_paragraph(self, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """The end of one that was opened."""
        self.end_paragraph(kind)
        if len(self._paragraphs) > 1:
            self._paragraphs.pop()

    def end_paragraph(self, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """What was said so far is a block; nothing said, none."""
        pieces = self._paragraphs[-1]
        text = " ".join(self._texts.mended(pieces).split())
        pieces.clear()
        self._length = 0
        if text:
            self.blocks.append(Block(text, kind, self.zone))
        if len(self.blocks) >= MAX_BLOCKS:
            self.truncated = f"{MAX_BLOCKS} blocks"

    def open_row(self) -> None:
        """A table row begins, perhaps inside a cell of another."""
        if self._rows:
            self._rows[-1].nested = True
        self._rows.append(_Row(len(self.blocks)))

    def end_cell(self) -> None:
        """The cell of the innermost row ends; its paragraphs were ended before."""
        if self._rows:
            self._rows[-1].ends.append(len(self.blocks))

    def close_row(self) -> None:
        """One block a row; a head or signature laid out by a table stays line by line."""
        if not self._rows:
            return
        row = self._rows.pop()
        inside = self.blocks[row.blocks_from :]
        if row.nested or not inside or is_layout_row([block.text for block in inside]):
            return
        edges = [row.blocks_from, *row.ends, len(self.blocks)]
        cells = [
            " ".join(block.text for block in self.blocks[start:stop])
            for start, stop in pairwise(edges)
        ]
        text = " | ".join(cell for cell in cells if cell)
        self.blocks[row.blocks_from :] = [Block(text, BlockKind.ROW, self.zone)]

    def link(self, href: str, text: str) -> None:
        """A link that stands in the text."""
        if href.strip() and len(self.links) < _MAX_LINKS:
            shown = " ".join(to_unicode(text).split())[:_MAX_LINK_TEXT]
            self.links.append(Link(href.strip(), shown, zone=Zone.MAIN))
