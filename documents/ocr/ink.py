"""How much is written or drawn on a page, whether or not it was recognised."""

from __future__ import annotations

from PIL import Image

_MEASURED_PIXELS = 700
"""Strokes still tell on a copy no longer than this, and a scanner's noise does not."""
_MARGIN = 0.04
"""Of each side, where scanners leave shadows and the holes of folders."""
_DARKER = 50
"""Greys below the paper from which a point is ink."""


def ink_share(picture: Image.Image) -> float:
    """0 to 1: how much of a page is darker than its paper, its margins left out."""
    grey = picture if picture.mode == "L" else picture.convert("L")
    factor = min(1.0, _MEASURED_PIXELS / max(grey.size))
    size = (max(1, round(grey.width * factor)), max(1, round(grey.height * factor)))
    small = grey.resize(size, Image.Resampling.BOX)
    across, down = round(size[0] * _MARGIN), round(size[1] * _MARGIN)
    points = small.crop((across, down, size[0] - across, size[1] - down)).histogram()
    total = sum(points)
    return sum(points[: max(0, _paper(points, total) - _DARKER)]) / total if total else 0.0


def _paper(points: list[int], total: int) -> int:
    """The grey of the paper: a quarter of all points are lighter, even on a page full of ink."""
    lighter = 0
    for grey in range(255, -1, -1):
        lighter += points[grey]
        if lighter * 4 >= total:
            return grey
    return 0
