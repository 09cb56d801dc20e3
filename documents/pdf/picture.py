"""A page of a PDF as a picture."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from documents.ocr.picture import PAGE_HEIGHT

_PAGE_POINTS = range(500, 1_301)
"""Lengths of pages from A5 to A3; others come of a scanner's confusion of points and dots."""
_POINTS_AN_INCH = 72
_DPI = 200
FULL_PAGE = 0.6
"""A picture over this share of a page is a scan of it, not an illustration."""
PASTED = 0.35
"""The same of a page with hardly a text: a paper may be pasted between wide margins."""
_MOST_OBJECTS = 2_000


def picture_of(pdf: pypdfium2.PdfDocument, number: int) -> Image.Image | None:
    """The page in grey at 200 dots an inch, the way up it is shown; None where it is broken."""
    try:
        page = pdf[number - 1]
    except pypdfium2.PdfiumError:
        return None
    try:
        longer = max(page.get_size())
        scale = _DPI / _POINTS_AN_INCH if int(longer) in _PAGE_POINTS else PAGE_HEIGHT / longer
        bitmap = page.render(scale=scale, grayscale=True)
        try:
            drawn: Image.Image = bitmap.to_pil().convert("L")
        finally:
            bitmap.close()
        return drawn
    except (pypdfium2.PdfiumError, ZeroDivisionError, ValueError):
        return None
    finally:
        page.close()


def draws(page: pypdfium2.PdfPage) -> bool:
    """Whether something stands on a page that has no text: a picture, or letters drawn as lines."""
    kinds = [pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING]
    return next(iter(page.get_objects(filter=kinds, max_depth=4)), None) is not None


def is_scan(page: pypdfium2.PdfPage, least_share: float = FULL_PAGE) -> bool:
    """Whether pictures cover so much of a page, whole or in strips."""
    width, height = page.get_size()
    covered = 0.0
    images = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4)
    for image, _ in zip(images, range(_MOST_OBJECTS), strict=False):
        left, bottom, right, top = _bounds(image)
        covered += max(0.0, min(right, width) - max(left, 0)) * max(
            0.0, min(top, height) - max(bottom, 0)
        )
    return bool(covered >= least_share * width * height)


def _bounds(placed: pypdfium2.PdfObject) -> tuple[float, float, float, float]:
    """Where an object stands on the page; nowhere if it is broken.

    Programs that stamp a page put the old one, scaled, into a form: places in it are the form's.
    """
    try:
        rectangle: tuple[float, float, float, float] = placed.get_bounds()
        while placed.container is not None:
            placed = placed.container
            rectangle = placed.get_matrix().on_rect(*rectangle)
    except pypdfium2.PdfiumError:
        return (0.0, 0.0, 0.0, 0.0)
    return rectangle
