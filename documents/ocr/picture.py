"""Making a picture of a page ready to be recognised: its size, its noise and how straight it is."""

from __future__ import annotations

from itertools import pairwise

from PIL import Image, ImageChops, ImageFilter, ImageOps

PAGE_HEIGHT = 2_339
"""A4 at 200 dots an inch: finer pictures take longer and are read no better."""
_FITTING = range(2_000, 3_401)
"""Heights that are left alone, as scaling blurs; A3 at 200 dots an inch is among them."""
_MOST_ENLARGED = 2.0
_NOISE_RADII = ((5, 0.5), (9, 0.8), (255, 1.1))
"""Up to which noise, in greys, to smooth by which radius: more than needed costs tone marks."""
_MEASURED_PIXELS = 700
"""Angles are measured on a copy no longer than this: finer ones only cost time."""
_MOST_DEGREES = 4.0
_FEW_DEGREES = 0.25
"""Below this a page is left as it is: turning it would blur more than it straightens."""


def prepared(picture: Image.Image) -> Image.Image:
    """A grey picture of a fitting size, smoothed and straightened."""
    grey = sized(picture if picture.mode == "L" else picture.convert("L"))
    return straightened(smoothed(grey))


def smoothed(grey: Image.Image) -> Image.Image:
    """The picture with as much of its noise taken out as it has."""
    noise = noise_of(grey)
    radius = next(radius for most, radius in _NOISE_RADII if noise <= most)
    return grey.filter(ImageFilter.GaussianBlur(radius))


def noise_of(grey: Image.Image) -> int:
    """By how many greys half of the points stray from what is around them."""
    strays = ImageChops.difference(grey, grey.filter(ImageFilter.BoxBlur(1))).histogram()
    half, count = grey.width * grey.height // 2, 0
    for greys, points in enumerate(strays):
        count += points
        if count > half:
            return greys
    return 0


def sized(grey: Image.Image) -> Image.Image:
    """The picture as large as a page at 200 dots an inch; small ones are doubled at most."""
    longer = max(grey.size)
    if longer in _FITTING:
        return grey
    factor = min(_MOST_ENLARGED, PAGE_HEIGHT / longer)
    size = (max(1, round(grey.width * factor)), max(1, round(grey.height * factor)))
    return grey.resize(size, Image.Resampling.BICUBIC)


def straightened(grey: Image.Image) -> Image.Image:
    """The picture with its lines level."""
    degrees = degrees_off(grey)
    if abs(degrees) < _FEW_DEGREES:
        return grey
    return grey.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)


def degrees_off(grey: Image.Image) -> float:
    """By how many degrees to turn it (counter-clockwise) for its lines to be level."""
    small = _small(grey)
    coarse = [step * 0.5 for step in range(int(-_MOST_DEGREES * 2), int(_MOST_DEGREES * 2) + 1)]
    best = max(coarse, key=lambda degrees: _stripes(small, degrees))
    fine = [best + step * 0.1 for step in range(-4, 5)]
    return max(fine, key=lambda degrees: (_stripes(small, degrees), -abs(degrees)))


def lines_stand_upright(grey: Image.Image) -> bool:
    """Whether lines run from top to bottom: the page lies on its side."""
    small = _small(grey)
    return _stripes(small.transpose(Image.Transpose.ROTATE_90), 0) > 1.5 * _stripes(small, 0)


def _small(grey: Image.Image) -> Image.Image:
    factor = _MEASURED_PIXELS / max(grey.size)
    size = (max(1, round(grey.width * factor)), max(1, round(grey.height * factor)))
    small = grey.resize(size, Image.Resampling.BOX) if factor < 1 else grey
    return ImageOps.autocontrast(small, cutoff=1)


def _stripes(small: Image.Image, degrees: float) -> int:
    """How sharply dark and light rows alternate: most when lines are level."""
    turned = small.rotate(degrees, Image.Resampling.BILINEAR, fillcolor=255) if degrees else small
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((row - after) ** 2 for row, after in pairwise(rows))
