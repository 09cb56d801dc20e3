"""A paper as a PDF with a text layer, its head in two columns."""

from __future__ import annotations

import zlib

from tests.province.papers.layout_html import blocks
from tests.province.papers.pdf_file import WIDTH_PT, Sheets, face
from tests.province.papers.values import Paper

LEFT_PT, RIGHT_PT, TOP_PT, BOTTOM_PT = 72.0, 545.0, 60.0, 780.0
LEADING = 1.35


class _Writer:
    """Sets lines one below the other and turns the page where it is full."""

    def __init__(self) -> None:
        self.sheets = Sheets()
        self.y_pt = TOP_PT

    def need(self, space_pt: float) -> None:
        """Make room."""
        if self.y_pt + space_pt > BOTTOM_PT:
            self.sheets.turn()
            self.y_pt = TOP_PT

    def centred(self, text: str, middle_pt: float, size_pt: float, weight: str) -> None:
        """One line around ``middle_pt``; does not move down."""
        width = face(weight).width(text, size_pt)
        self.sheets.text(middle_pt - width / 2, self.y_pt, text, size_pt, weight)

    def paragraph(self, text: str, size_pt: float = 12.5, weight: str = "Regular") -> None:
        """A justified-looking paragraph with a first-line indent."""
        for order, line in enumerate(wrapped("      " + text, RIGHT_PT - LEFT_PT, size_pt, weight)):
            self.need(size_pt * LEADING)
            indent = 28.0 if order == 0 else 0.0
            self.sheets.text(LEFT_PT + indent, self.y_pt, line.strip(), size_pt, weight)
            self.y_pt += size_pt * LEADING
        self.y_pt += 4


def wrapped(text: str, width_pt: float, size_pt: float, weight: str) -> list[str]:
    """The text broken into lines that fit."""
    held = face(weight)
    blank = held.width(" ", size_pt)
    lines: list[list[str]] = [[]]
    used = held.width(text[: len(text) - len(text.lstrip())], size_pt)
    for word in text.split():
        wide = held.width(word, size_pt)
        if lines[-1] and used + wide > width_pt:
            lines.append([])
            used = 0.0
        lines[-1].append(word)
        used += wide + blank
    return [" ".join(words) for words in lines if words]


def to_pdf(paper: Paper, layer: str = "") -> bytes:
    """The file; ``layer`` is one of the words of ``pdf_file.LAYERS``."""
    writer = _Writer()
    _head(writer, paper)
    _names(writer, paper)
    for kind, lines in blocks(paper):
        if kind == "table":
            _table(writer, lines)
        else:
            writer.paragraph(lines[0], weight="Bold" if _stands_out(lines[0]) else "Regular")
    _foot(writer, paper)
    return writer.sheets.finish(paper.title, layer)


def _stands_out(line: str) -> bool:
    return line.isupper() and len(line) < 60


def _head(writer: _Writer, paper: Paper) -> None:
    """Line by line across both columns, or, as some converters do, one column after the other."""
    left = [(line, "Bold") for line in paper.head_left]
    left += [(paper.number_line, "Regular")] if paper.number_line else []
    right = [(line, "Bold") for line in paper.head_right] + [(paper.place_and_date, "Regular")]
    columns = ((left, 160.0, 185.0), (right, 410.0, 280.0))
    rows = max(len(left), len(right))
    cells = [(column, row) for row in range(rows) for column in columns]
    if zlib.crc32(paper.signer.encode()) % 3 == 0:
        cells = [(column, row) for column in columns for row in range(rows)]
    for (column, middle, width), row in cells:
        if row < len(column):
            text, weight = column[row]
            size = min(11.0, 11.0 * width / max(face(weight).width(text, 11.0), 1.0))
            writer.y_pt = TOP_PT + 15 * row
            writer.centred(text, middle, round(size, 1), weight)
    writer.sheets.rule(370, TOP_PT + 19, 450, TOP_PT + 19)
    writer.y_pt = TOP_PT + 15 * rows + 14


def _names(writer: _Writer, paper: Paper) -> None:
    for text, size in ((paper.type_name, 14.0), (paper.printed_title, 13.0)):
        for line in wrapped(text, 400, size, "Bold"):
            writer.centred(line, WIDTH_PT / 2, size, "Bold")
            writer.y_pt += size * LEADING
    writer.y_pt += 10


def _columns(rows: tuple[str, ...]) -> list[float]:
    """Widths in points by the longest cell, so that names get most of the room."""
    cells = [row.split("\t") for row in rows]
    count = max(map(len, cells))
    longest = [max((len(row[i]) for row in cells if i < len(row)), default=1) for i in range(count)]
    shares = [min(max(length, 4), 48) for length in longest]
    return [share * (RIGHT_PT - LEFT_PT) / sum(shares) for share in shares]


def _table(writer: _Writer, rows: tuple[str, ...]) -> None:
    widths, size = _columns(rows), 10.5
    for row in rows:
        cells = [
            wrapped(cell, wide - 6, size, "Regular")
            for cell, wide in zip(row.split("\t"), widths, strict=False)
        ]
        height = max(max(map(len, cells), default=1), 1) * size * LEADING + 4
        writer.need(height)
        x_pt = LEFT_PT
        for lines, wide in zip(cells, widths, strict=False):
            for order, line in enumerate(lines):
                below = writer.y_pt + order * size * LEADING
                writer.sheets.text(x_pt + 3, below, line, size, "Regular")
            writer.sheets.rule(x_pt, writer.y_pt - size, x_pt, writer.y_pt - size + height)
            x_pt += wide
        writer.sheets.rule(LEFT_PT, writer.y_pt - size, RIGHT_PT, writer.y_pt - size)
        writer.y_pt += height
    writer.sheets.rule(LEFT_PT, writer.y_pt - size, RIGHT_PT, writer.y_pt - size)
    writer.y_pt += 8


def _foot(writer: _Writer, paper: Paper) -> None:
    """Who gets it on the left, who signs on the right."""
    left = ["Nơi nhận:", *paper.recipients] if paper.recipients else []
    right = [*paper.signed_as, "", "", paper.signer]
    writer.need(15.0 * max(len(left), len(right)))
    for order in range(max(len(left), len(right))):
        if order < len(left):
            writer.sheets.text(LEFT_PT, writer.y_pt, left[order], 10.0, "Regular")
        if order < len(right) and right[order]:
            writer.centred(right[order], 420, 12.0, "Bold")
        writer.y_pt += 15
