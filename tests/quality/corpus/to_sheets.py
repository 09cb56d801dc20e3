"""A paper as a PDF with a text layer, or as the picture of a page."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterable, Sequence

from PIL import Image

from tests.province.papers.pdf_file import Sheets, face
from tests.province.papers.picture_pdf import picture_pdf
from tests.province.papers.to_pdf import wrapped
from tests.quality.corpus.layout import Columns, Paragraph, Part, Table

_LEFT_PT, _RIGHT_PT, _TOP_PT, _BOTTOM_PT = 72.0, 545.0, 60.0, 780.0
_BODY_PT, _CELL_PT, _HEAD_PT, _LEADING = 12.5, 10.5, 11.0, 1.35
_STAND_INS = str.maketrans({"ð": "đ", "Ð": "Đ", "\u00a0": " ", "\t": " "})
_DPI, _QUALITY = 100, 30


class _Writer:
    """Sets lines one below the other and turns the page where it is full."""

    def __init__(self) -> None:
        self.sheets = Sheets()
        self.y_pt = _TOP_PT

    def need(self, space_pt: float) -> None:
        """Make room."""
        if self.y_pt + space_pt > _BOTTOM_PT:
            self.sheets.turn()
            self.y_pt = _TOP_PT

    def centred(self, text: str, middle_pt: float, width_pt: float, size_pt: float) -> None:
        """One line around ``middle_pt``, made small enough for its column; does not move down."""
        wide = max(face("Bold").width(text, size_pt), 1.0)
        size_pt = round(min(size_pt, size_pt * width_pt / wide), 1)
        left = middle_pt - face("Bold").width(text, size_pt) / 2
        self.sheets.text(left, self.y_pt, text, size_pt, "Bold")

    def line(self, text: str, bold: bool) -> None:
        """One typed line, broken where the page ends."""
        weight = "Bold" if bold else "Regular"
        for piece in wrapped(text, _RIGHT_PT - _LEFT_PT, _BODY_PT, weight):
            self.need(_BODY_PT * _LEADING)
            if bold:
                self.centred(piece, (_LEFT_PT + _RIGHT_PT) / 2, _RIGHT_PT - _LEFT_PT, _BODY_PT)
            else:
                self.sheets.text(_LEFT_PT, self.y_pt, piece, _BODY_PT, weight)
            self.y_pt += _BODY_PT * _LEADING


def to_pdf(parts: Iterable[Part], title: str) -> bytes:
    """The file; letters that its font lacks are set as their look-alikes."""
    writer = _Writer()
    for part in parts:
        if isinstance(part, Columns):
            _columns(writer, part)
        elif isinstance(part, Table):
            _table(writer, part)
        else:
            _paragraph(writer, part)
    return writer.sheets.finish(title)


def _plain(text: str) -> str:
    return text.translate(_STAND_INS)


def _paragraph(writer: _Writer, paragraph: Paragraph) -> None:
    for line in paragraph.lines:
        writer.line(_plain(line), paragraph.stands_out)
    writer.y_pt += 6


def _columns(writer: _Writer, columns: Columns) -> None:
    writer.need(15.0 * len(columns.rows))
    for left, right in columns.rows:
        writer.centred(_plain(left), 165.0, 190.0, _HEAD_PT)
        writer.centred(_plain(right), 412.0, 270.0, _HEAD_PT)
        writer.y_pt += 15
    writer.y_pt += 14


def _widths(rows: Sequence[Sequence[str]]) -> list[float]:
    longest = [max(map(len, column)) for column in zip(*rows, strict=True)]
    shares = [min(max(length, 4), 48) for length in longest]
    return [share * (_RIGHT_PT - _LEFT_PT) / sum(shares) for share in shares]


def _table(writer: _Writer, table: Table) -> None:
    widths = _widths(table.rows)
    for row in table.rows:
        cells = [
            wrapped(_plain(cell), wide - 6, _CELL_PT, "Regular")
            for cell, wide in zip(row, widths, strict=True)
        ]
        height = max(1, *map(len, cells)) * _CELL_PT * _LEADING + 4
        writer.need(height)
        _row(writer, cells, widths, height)
        writer.y_pt += height
    writer.y_pt += 8


def _row(writer: _Writer, cells: list[list[str]], widths: list[float], height_pt: float) -> None:
    x_pt, top = _LEFT_PT, writer.y_pt - _CELL_PT
    for lines, wide in zip(cells, widths, strict=True):
        for order, line in enumerate(lines):
            below = writer.y_pt + order * _CELL_PT * _LEADING
            writer.sheets.text(x_pt + 3, below, line, _CELL_PT, "Regular")
        writer.sheets.rule(x_pt, top, x_pt, top + height_pt)
        x_pt += wide
    writer.sheets.rule(_LEFT_PT, top, _RIGHT_PT, top)
    writer.sheets.rule(_LEFT_PT, top + height_pt, _RIGHT_PT, top + height_pt)


def to_picture(seed: str) -> bytes:
    """A scan on which nothing can be read: grey specks on a page, no text behind it."""
    rng = random.Random(unicodedata.normalize("NFC", seed))
    small = Image.frombytes("L", (60, 84), bytes(rng.randrange(120, 255) for _ in range(60 * 84)))
    return picture_pdf([small.resize((600, 840))], _DPI, _QUALITY)
