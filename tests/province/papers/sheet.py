"""A paper drawn on blank sheets, as it lies on the glass of a scanner."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import cache, lru_cache
from unicodedata import normalize

from PIL import Image, ImageDraw, ImageFont

from tests.province.papers.fonts import vietnamese_font
from tests.province.papers.layout_html import blocks
from tests.province.papers.values import Paper

WIDTH_PT, HEIGHT_PT = 595, 842
LEFT_PT, RIGHT_PT, TOP_PT, BOTTOM_PT = 85.0, 550.0, 57.0, 785.0
POINTS_AN_INCH = 72
INK, BLANK = 0, 255
LEADING = 1.42
BODY_PT, CELL_PT, TITLE_PT, HEAD_PT = 13.0, 11.5, 14.0, 11.5
HEAD_COLUMNS = ((185.0, 190.0), (430.0, 270.0))
"""Middle and width of the two columns of the head."""


@cache
def _font(weight: str, size_px: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(
        io.BytesIO(vietnamese_font(weight)), size_px, layout_engine=ImageFont.Layout.BASIC
    )


@lru_cache(maxsize=30_000)
def _word(word: str, weight: str, size_px: int) -> tuple[Image.Image, float]:
    """A word as a picture and its width: the same few thousand syllables come again and again."""
    font = _font(weight, size_px)
    word = normalize("NFC", word)  # shaping draws marks apart as printers draw them together
    wide = font.getlength(word)
    picture = Image.new("L", (int(wide) + 3, round(size_px * 1.36)), BLANK)
    ImageDraw.Draw(picture).text((1, 0), word, INK, font)
    return picture, wide


@dataclass
class Sheets:
    """Pages with what was printed on them; y counts down from the top, in points."""

    dpi: int
    most_pages: int
    pages: list[Image.Image] = field(default_factory=list)
    printed: list[list[str]] = field(default_factory=list)
    """Line by line, cell by cell, for each page."""
    y_pt: float = TOP_PT
    signed_at_pt: tuple[float, float] = (430.0, 700.0)
    """Where on the last page the signature stands."""
    full: bool = False

    def __post_init__(self) -> None:
        self._turn()

    def px(self, points: float) -> int:
        """Points as pixels."""
        return round(points * self.dpi / POINTS_AN_INCH)

    def width_pt(self, text: str, size_pt: float, weight: str) -> float:
        """How wide a text will be."""
        size = self.px(size_pt)
        words = text.split()
        blank = _word(" ", weight, size)[1] * max(0, len(words) - 1)
        wide = sum(_word(word, weight, size)[1] for word in words) + blank
        return wide * POINTS_AN_INCH / self.dpi

    def need(self, space_pt: float) -> bool:
        """Make room, on a new page where it must be; False once the last page is full."""
        if self.y_pt + space_pt > BOTTOM_PT:
            self.full = self.full or len(self.pages) >= self.most_pages
            if not self.full:
                self._turn()
        return not self.full

    def line(self, x_pt: float, text: str, size_pt: float, weight: str = "Regular") -> None:
        """One line with its left end at x; does not move down."""
        size, x_px = self.px(size_pt), float(self.px(x_pt))
        y_px, page = self.px(self.y_pt), self.pages[-1]
        blank = _word(" ", weight, size)[1]
        for word in text.split():
            picture, wide = _word(word, weight, size)
            page.paste(picture, (round(x_px), y_px))
            x_px += wide + blank
        if text.strip():
            self.printed[-1].append(" ".join(text.split()))

    def centred(self, middle_pt: float, text: str, size_pt: float, weight: str = "Regular") -> None:
        """One line around its middle; does not move down."""
        self.line(middle_pt - self.width_pt(text, size_pt, weight) / 2, text, size_pt, weight)

    def rule(self, x_pt: float, y_pt: float, to_x_pt: float, to_y_pt: float) -> None:
        """A thin line."""
        ends = (self.px(x_pt), self.px(y_pt), self.px(to_x_pt), self.px(to_y_pt))
        ImageDraw.Draw(self.pages[-1]).line(ends, INK, max(1, self.dpi // 150))

    def wrapped(self, text: str, width_pt: float, size_pt: float, weight: str) -> list[str]:
        """The text broken into lines that fit."""
        lines, used = [""], 0.0
        blank = self.width_pt("n", size_pt, weight) / 2
        for word in text.split():
            wide = self.width_pt(word, size_pt, weight)
            if lines[-1] and used + blank + wide > width_pt:
                lines.append(word)
                used = wide
            else:
                used += wide + (blank if lines[-1] else 0.0)
                lines[-1] = f"{lines[-1]} {word}".strip()
        return lines

    def _turn(self) -> None:
        self.pages.append(Image.new("L", (self.px(WIDTH_PT), self.px(HEIGHT_PT)), BLANK))
        self.printed.append([])
        self.y_pt = TOP_PT


def draw(paper: Paper, dpi: int, most_pages: int) -> Sheets:
    """The paper on at most so many pages; a long body is cut, as by a tired clerk."""
    sheets = Sheets(dpi, most_pages)
    _head(sheets, paper)
    for kind, lines in blocks(paper):
        if kind == "table":
            _table(sheets, lines)
        else:
            _paragraph(sheets, lines[0])
    _foot(sheets, paper)
    return sheets


def _head(sheets: Sheets, paper: Paper) -> None:
    left = [*paper.head_left, *([paper.number_line] if paper.number_line else [])]
    right = [*paper.head_right, paper.place_and_date]
    for (middle, width), column in zip(HEAD_COLUMNS, (left, right), strict=True):
        for order, text in enumerate(column):
            plain = text in (paper.number_line, paper.place_and_date)
            weight = "Regular" if plain else "Bold"
            wide = sheets.width_pt(text, HEAD_PT, weight)
            sheets.y_pt = TOP_PT + 17 * order
            sheets.centred(middle, text, min(HEAD_PT, HEAD_PT * width / max(wide, 1.0)), weight)
    below = TOP_PT + 17 * 2 - 1.5
    sheets.rule(375, below, 485, below)
    sheets.y_pt = TOP_PT + 17 * max(len(left), len(right)) + 22
    for text in (paper.type_name, paper.printed_title):
        for line in sheets.wrapped(text, 400, TITLE_PT, "Bold"):
            sheets.centred((LEFT_PT + RIGHT_PT) / 2, line, TITLE_PT, "Bold")
            sheets.y_pt += TITLE_PT * LEADING
    sheets.y_pt += 12


def _paragraph(sheets: Sheets, text: str) -> None:
    for order, line in enumerate(sheets.wrapped(text, RIGHT_PT - LEFT_PT - 28, BODY_PT, "Regular")):
        if not sheets.need(BODY_PT * LEADING):
            return
        sheets.line(LEFT_PT + (28 if order == 0 else 0), line, BODY_PT)
        sheets.y_pt += BODY_PT * LEADING
    sheets.y_pt += 5


def _columns(rows: tuple[str, ...]) -> list[float]:
    cells = [row.split("\t") for row in rows]
    count = max(map(len, cells))
    longest = [max((len(row[i]) for row in cells if i < len(row)), default=1) for i in range(count)]
    shares = [min(max(length, 5), 48) for length in longest]
    return [share * (RIGHT_PT - LEFT_PT) / sum(shares) for share in shares]


def _table(sheets: Sheets, rows: tuple[str, ...]) -> None:
    """Every cell ruled around, as Word prints tables."""
    widths = _columns(rows)
    for row in rows:
        cells = [
            sheets.wrapped(cell, wide - 10, CELL_PT, "Regular")
            for cell, wide in zip(row.split("\t"), widths, strict=False)
        ]
        height = max(map(len, cells)) * CELL_PT * LEADING + 7
        if not sheets.need(height):
            return
        _row(sheets, cells, widths, height)
        sheets.y_pt += height
    sheets.y_pt += 10


def _row(sheets: Sheets, cells: list[list[str]], widths: list[float], height_pt: float) -> None:
    top, x_pt = sheets.y_pt, LEFT_PT
    for lines, wide in zip(cells, widths, strict=False):
        for order, line in enumerate(lines):
            sheets.y_pt = top + 3 + order * CELL_PT * LEADING
            sheets.line(x_pt + 5, line, CELL_PT)
        sheets.rule(x_pt, top, x_pt, top + height_pt)
        x_pt += wide
    sheets.rule(RIGHT_PT, top, RIGHT_PT, top + height_pt)
    for y_pt in (top, top + height_pt):
        sheets.rule(LEFT_PT, y_pt, RIGHT_PT, y_pt)
    sheets.y_pt = top


def _foot(sheets: Sheets, paper: Paper) -> None:
    """Who gets it on the left, who signs on the right."""
    left = ["Nơi nhận:", *paper.recipients] if paper.recipients else []
    if not sheets.need(17.0 * (len(paper.signed_as) + 5)):
        return
    top = sheets.y_pt + 8
    for order, text in enumerate(left):
        sheets.y_pt = top + 14 * order
        sheets.line(LEFT_PT, text, 10.5)
    for order, text in enumerate(paper.signed_as):
        sheets.y_pt = top + 17 * order
        sheets.centred(430, text, 12.5, "Bold")
    sheets.signed_at_pt = (430.0, sheets.y_pt + 48)
    sheets.y_pt += 78
    sheets.centred(430, paper.signer, 12.5, "Bold")
