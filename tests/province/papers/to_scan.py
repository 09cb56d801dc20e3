"""A paper as a scanner makes it: pictures of pages, in a PDF or by themselves."""

from __future__ import annotations

import io
import random
from dataclasses import replace

from PIL import Image

from tests.province.papers.picture_pdf import misread, picture_pdf
from tests.province.papers.scanner import Scanner, scan
from tests.province.papers.sheet import Sheets, draw
from tests.province.papers.values import Paper

MOST_PAGES = 2
"""A longer body is cut, to keep files small and quickly made."""
PDF = ("application/pdf", "pdf")
SCANNERS: dict[str, Scanner] = {
    "scan": Scanner(),
    "scan_bw": Scanner(bilevel=True, specks=40, skew_degrees=0.6),
    "scan_stamped": Scanner(stamp=True, quality=40, paper=244),
    "scan_noisy": Scanner(noise=26, specks=300, paper=226, ink=45, skew_degrees=0.9, quality=24),
    "scan_skewed": Scanner(skew_degrees=2.0, smooth=True),
    "scan_150": Scanner(dpi=150, quality=60, skew_degrees=0.5),
    "scan_300": Scanner(dpi=300, bilevel=True, specks=80, skew_degrees=0.6),
    "scan_turned": Scanner(quarter_turn=90),
    "scan_poor": Scanner(dpi=100, noise=125, specks=2500, paper=205, ink=120, quality=9, faint=0.4),
    "scan_jpeg": Scanner(stamp=True, quality=55),
    "scan_png": Scanner(dpi=150, paper=255, ink=0, specks=0, skew_degrees=0.0),
    "scan_tiff": Scanner(bilevel=True),
    "pdf_bad_layer": Scanner(quality=40),
}
"""Forms and the scanners behind them."""


def to_scan(
    paper: Paper, form: str, rng: random.Random, most_pages: int = MOST_PAGES
) -> tuple[bytes, str, str]:
    """The bytes, media type and extension of one of the forms in ``SCANNERS``."""
    scanner = SCANNERS[form]
    if form == "scan_turned":
        scanner = replace(scanner, quarter_turn=rng.choice((90, 180, 270)))
    sheets = draw(paper, scanner.dpi, 1 if form in ("scan_jpeg", "scan_png") else most_pages)
    pages = scan(sheets, scanner, rng)
    if form == "scan_jpeg":
        return picture(pages[:1], scanner, "JPEG"), "image/jpeg", "jpg"
    if form == "scan_png":
        return picture(pages[:1], scanner, "PNG"), "image/png", "png"
    if form == "scan_tiff":
        return picture(pages, scanner, "TIFF"), "image/tiff", "tif"
    layer = _bad_layer(sheets, rng) if form == "pdf_bad_layer" else None
    return picture_pdf(pages, scanner.dpi, scanner.quality, layer), *PDF


def picture(pages: list[Image.Image], scanner: Scanner, kind: str) -> bytes:
    """The pages as a picture file; only TIFF holds more than one."""
    held = io.BytesIO()
    dots = (scanner.dpi, scanner.dpi)
    if kind == "TIFF":
        packing = "group4" if pages[0].mode == "1" else "jpeg"
        more = pages[1:]
        pages[0].save(
            held, "TIFF", compression=packing, dpi=dots, save_all=True, append_images=more
        )
    elif kind == "PNG":
        pages[0].quantize(16).save(held, "PNG", dpi=dots)
    else:
        pages[0].save(held, "JPEG", quality=scanner.quality, dpi=dots)
    return held.getvalue()


def _bad_layer(sheets: Sheets, rng: random.Random) -> list[list[str]]:
    return [[misread(line, rng) for line in lines] for lines in sheets.printed]
