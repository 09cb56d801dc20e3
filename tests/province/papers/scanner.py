"""What a scanner makes of a sheet: crooked, grey, specked, turned, with a stamp over the name."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageChops, ImageDraw

from tests.province.papers.sheet import POINTS_AN_INCH, Sheets

STAMP_RADIUS_PT = 50.0
STAMP_RED = (206, 32, 44)
QUARTERS = {
    90: Image.Transpose.ROTATE_90,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_270,
}


@dataclass(frozen=True)
class Scanner:
    """A scanner with its habits."""

    dpi: int = 200
    skew_degrees: float = 0.4
    """The most a sheet lies askew, to either side."""
    specks: int = 60
    noise: int = 0
    """The most a point strays from its grey, to either side."""
    paper: int = 250
    ink: int = 25
    """Grey of the sheet and of the letters; 255 is white."""
    quality: int = 45
    """Of JPEG."""
    bilevel: bool = False
    stamp: bool = False
    quarter_turn: int = 0
    """Degrees against the clock by which the sheet lay turned."""
    faint: float = 1.0
    """Below 1 the picture is made smaller and larger again: what was between is lost."""
    smooth: bool = False
    """Turned point by point with the greys between; slower."""


def scan(sheets: Sheets, scanner: Scanner, rng: random.Random) -> list[Image.Image]:
    """The pages as pictures: mode "L", "RGB" where there is a stamp, or "1" for a bilevel one."""
    made = []
    for order, sheet in enumerate(sheets.pages):
        signed = order == len(sheets.pages) - 1 and not sheets.full
        page = sheet
        if signed:
            page = _signature(page, sheets, rng)
        page = _greyed(_faded(_skewed(page, scanner, rng), scanner), scanner, rng)
        if signed and scanner.stamp:
            page = _stamped(page, sheets, rng)
        if scanner.bilevel:
            page = page.point([255 * (level > 135) for level in range(256)], "1")
        turn = QUARTERS.get(scanner.quarter_turn)
        made.append(page if turn is None else page.transpose(turn))
    return made


def _skewed(page: Image.Image, scanner: Scanner, rng: random.Random) -> Image.Image:
    degrees = rng.uniform(-scanner.skew_degrees, scanner.skew_degrees)
    if abs(degrees) < 0.05:
        return page
    how = Image.Resampling.BILINEAR if scanner.smooth else Image.Resampling.NEAREST
    return page.rotate(degrees, how, fillcolor=255)


def _faded(page: Image.Image, scanner: Scanner) -> Image.Image:
    if scanner.faint >= 1.0:
        return page
    small = (round(page.width * scanner.faint), round(page.height * scanner.faint))
    return page.resize(small, Image.Resampling.BOX).resize(page.size, Image.Resampling.BILINEAR)


def _greyed(page: Image.Image, scanner: Scanner, rng: random.Random) -> Image.Image:
    spread = scanner.paper - scanner.ink
    page = page.point([scanner.ink + level * spread // 255 for level in range(256)])
    if scanner.noise:
        grain = _grain(page.size, scanner.noise)
        moved = ImageChops.offset(grain, rng.randrange(page.width), rng.randrange(page.height))
        page = ImageChops.add(page, moved, 1.0, -128)
    pen = ImageDraw.Draw(page)
    for _ in range(scanner.specks):
        x, y, size = rng.randrange(page.width), rng.randrange(page.height), rng.choice((0, 0, 1, 2))
        pen.ellipse((x, y, x + size, y + size), fill=rng.randint(40, 150))
    return page


@cache
def _grain(size: tuple[int, int], strength: int) -> Image.Image:
    """Noise around 128; the library's own would differ from run to run."""
    data = random.Random(f"grain {size} {strength}").randbytes(size[0] * size[1])
    levels = [128 + (level - 128) * strength // 128 for level in range(256)]
    return Image.frombytes("L", size, data).point(levels)


def _place(sheets: Sheets) -> tuple[int, int]:
    return sheets.px(sheets.signed_at_pt[0]), sheets.px(sheets.signed_at_pt[1])


def _signature(page: Image.Image, sheets: Sheets, rng: random.Random) -> Image.Image:
    x, y = _place(sheets)
    scale = sheets.dpi / POINTS_AN_INCH
    points = []
    for step in range(24):
        along = (step - 12) * 4 * scale
        up = math.sin(step * rng.uniform(0.8, 1.3)) * rng.uniform(4, 15) * scale
        points.append((x + along, y + up))
    signed = page.copy()
    ImageDraw.Draw(signed).line(points, 60, max(1, round(scale)), "curve")
    return signed


def _stamped(page: Image.Image, sheets: Sheets, rng: random.Random) -> Image.Image:
    """The round red stamp, on the left third of the signature as the rules want it."""
    x, y = _place(sheets)
    scale = sheets.dpi / POINTS_AN_INCH
    x -= round(rng.uniform(38, 60) * scale)
    y += round(rng.uniform(-16, 12) * scale)
    coloured = page.convert("RGB")
    pen, radius = ImageDraw.Draw(coloured), STAMP_RADIUS_PT * scale
    for share, wide in ((1.0, 2.4), (0.9, 0.8), (0.58, 0.8)):
        r = radius * share
        pen.ellipse((x - r, y - r, x + r, y + r), None, STAMP_RED, max(1, round(wide * scale)))
    star = []
    for point in range(10):
        reach = radius * (0.3 if point % 2 == 0 else 0.12)
        angle = math.pi * (point / 5 - 0.5)
        star.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    pen.polygon(star, STAMP_RED)
    for tick in range(40):
        angle = math.pi * tick / 20
        near, far = radius * 0.66, radius * rng.uniform(0.72, 0.82)
        ends = (x + near * math.cos(angle), y + near * math.sin(angle))
        pen.line((*ends, x + far * math.cos(angle), y + far * math.sin(angle)), STAMP_RED, 2)
    return coloured
