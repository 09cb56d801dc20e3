"""A paper as a scanner makes it: pictures of pages in a PDF, no text in it."""

from __future__ import annotations

import io
import random
import time
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from tests.province.papers.fonts import vietnamese_font
from tests.province.papers.layout_html import blocks
from tests.province.papers.values import Paper

DPI = 200
WIDTH_PX, HEIGHT_PX = 1654, 2339
LEFT_PX, RIGHT_PX, TOP_PX = 200, 1530, 150
QUALITY = 10
MOST_LINES = 22
FIXED_TIME = time.gmtime(1577836800)


@cache
def _font(weight: str, size_px: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(
        io.BytesIO(vietnamese_font(weight)), size_px, layout_engine=ImageFont.Layout.BASIC
    )


def to_scan(paper: Paper, rng: random.Random) -> bytes:
    """One page, a little crooked and specked; a long body is cut to keep the file small."""
    sheet = Image.new("L", (WIDTH_PX, HEIGHT_PX), 250)
    _draw(ImageDraw.Draw(sheet), paper)
    sheet = sheet.rotate(rng.uniform(-0.6, 0.6), Image.Resampling.BILINEAR, fillcolor=250)
    pen = ImageDraw.Draw(sheet)
    specks = [(rng.randrange(WIDTH_PX), rng.randrange(HEIGHT_PX)) for _ in range(250)]
    pen.point(specks, fill=rng.randint(60, 160))
    held = io.BytesIO()
    sheet.save(
        held, "PDF", resolution=DPI, quality=QUALITY, creationDate=FIXED_TIME, modDate=FIXED_TIME
    )
    return held.getvalue()


def _draw(pen: ImageDraw.ImageDraw, paper: Paper) -> None:
    left = [*paper.head_left, paper.number_line]
    right = [*paper.head_right, paper.place_and_date]
    for middle, lines in ((480, left), (1160, right)):
        for order, line in enumerate(lines):
            _centred(pen, middle, TOP_PX + order * 44, line, _font("Bold", 29))
    y_px = TOP_PX + 44 * max(len(left), len(right)) + 60
    for text, size in ((paper.type_name, 38), (paper.printed_title, 35)):
        for line in _wrapped(text, 1100, _font("Bold", size)):
            _centred(pen, 865, y_px, line, _font("Bold", size))
            y_px += round(size * 1.4)
    y_px = _body(pen, paper, y_px + 30)
    for order, line in enumerate((*paper.signed_as, "", paper.signer)):
        _centred(pen, 1180, y_px + 30 + order * 46, line, _font("Bold", 33))


def _body(pen: ImageDraw.ImageDraw, paper: Paper, y_px: int) -> int:
    font, foot = _font("Regular", 33), y_px + 46 * MOST_LINES
    for kind, lines in blocks(paper):
        texts = [row.replace("\t", "   ") for row in lines] if kind == "table" else list(lines)
        for text in texts:
            for line in _wrapped(text, RIGHT_PX - LEFT_PX, font):
                if y_px > foot:
                    return y_px
                pen.text((LEFT_PX, y_px), line, 20, font)
                y_px += 46
    return y_px


def _centred(
    pen: ImageDraw.ImageDraw, middle_px: int, y_px: int, text: str, font: ImageFont.FreeTypeFont
) -> None:
    pen.text((middle_px - font.getlength(text) / 2, y_px), text, 20, font)


def _wrapped(text: str, width_px: int, font: ImageFont.FreeTypeFont) -> list[str]:
    words, lines = text.split(), [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > width_px:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
