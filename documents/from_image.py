"""A picture of a paper to a :class:`~domain.documents.Document`, by recognising its text."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from documents.hints import NO_HINTS, Hints
from documents.ocr.pages import FEW_WORDS, Recognition, recognise_pages
from documents.ocr.recogniser import HOW_TO_INSTALL, recogniser
from documents.sniff import media_type_of
from domain.documents import Block, Document, HowRead, Reading, Unread, Unreadable

FORMATS = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/tiff": "TIFF",
    "image/bmp": "BMP",
    "image/gif": "GIF",
    "image/webp": "WEBP",
}
"""The decoders that a body may reach: the others are old, rare and full of holes."""
_MOST_BYTES = 280_000_000
"""Of a picture and its grey copy in memory: A3 in colour at 600 dots an inch. A worker has 512 MB
for both and for what is made of them."""
_LEAST_SIDE = 400
_LEAST_PIXELS = 300_000
"""A page of 60 dots an inch has more; smaller ones are icons and banners."""
_MOST_STRETCHED = 4.0
"""How many times longer than wide a page may be."""
_MOST_FRAMES = 200
_PAPER_SHARE = 0.3
"""How much of a page is nearly as light as its lightest parts; photographs have fewer such."""
_WHITE = 255
# What Pillow's decoders raise for damaged files, beside MemoryError, which the worker reports.
_DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    IndexError,
    KeyError,
    EOFError,
    struct.error,
    OverflowError,
    ZeroDivisionError,
)


def read(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """The paragraphs of each page of a picture; ``NO_TEXT_LAYER`` where nothing may be read.

    Runs in a worker process only: decoders of pictures are a favourite of hostile files.
    """
    media_type = media_type_of(body, hints.declared, hints.name)
    if hints.ocr_pages <= 0:
        return _textless(media_type, "a picture; its text needs OCR")
    with warnings.catch_warnings():
        # Pillow warns of odd tags and large pictures, and nobody reads what a worker prints.
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(body), formats=[FORMATS[media_type]]) as picture:
                return _read(picture, media_type, hints.ocr_pages)
        except Image.DecompressionBombError as error:
            return Unreadable(media_type, Unread.TOO_LARGE, str(error)[:200])
        except UnidentifiedImageError:
            return Unreadable(media_type, Unread.DAMAGED, "no decoder knows it")
        except _DAMAGE as error:
            return Unreadable(media_type, Unread.DAMAGED, f"{type(error).__name__}: {error}"[:200])


def _textless(media_type: str, detail: str) -> Unreadable:
    return Unreadable(media_type, Unread.NO_TEXT_LAYER, detail)


def _read(picture: Image.Image, media_type: str, most_pages: int) -> Reading:
    width, height = picture.size
    if _bytes_in_memory(picture) > _MOST_BYTES:
        return Unreadable(media_type, Unread.TOO_LARGE, f"{width} x {height} pixels")
    if _is_small(width, height):
        return _textless(media_type, f"a small picture, {width} x {height} pixels")
    first = _grey(picture)
    if not _is_like_paper(first):
        return _textless(media_type, "a photograph or drawing, no page")
    tesseract = recogniser()
    if tesseract is None:
        return _textless(media_type, f"a picture; {HOW_TO_INSTALL}")
    pages, cut = _frames(picture) if media_type == "image/tiff" else (1, "")
    pictures: dict[int, Callable[[], Image.Image | None]] = {1: lambda: first}
    pictures |= {number: partial(_frame, picture, number) for number in range(2, pages + 1)}
    reading = _document(recognise_pages(pictures, tesseract, most_pages), media_type, pages)
    if not cut or isinstance(reading, Unreadable):
        return reading
    return replace(reading, metadata=(*reading.metadata, ("truncated", cut)))


def _bytes_in_memory(picture: Image.Image) -> int:
    """Pillow keeps one byte a pixel, or four where there is more than one band."""
    width, height = picture.size
    return width * height * (4 if len(picture.getbands()) > 1 else 2)


def _is_small(width: int, height: int) -> bool:
    shorter, longer = sorted((width, height))
    stretched = longer > _MOST_STRETCHED * shorter
    return shorter < _LEAST_SIDE or width * height < _LEAST_PIXELS or stretched


def _grey(picture: Image.Image) -> Image.Image:
    """Grey and the way up its camera says, on white where it is transparent."""
    picture.draft("L", (2_400, 2_400))  # JPEG only: a camera's picture is decoded at half its size
    upright = ImageOps.exif_transpose(picture)
    if upright.mode.startswith("I;16") or upright.mode in ("I", "F"):
        return upright.convert("F").point(lambda value: value / 257).convert("L")
    if upright.mode == "P" or "A" in upright.getbands() or "transparency" in upright.info:
        held = upright.convert("LA")
        paper = Image.new("L", held.size, _WHITE)
        paper.paste(held.getchannel("L"), mask=held.getchannel("A"))
        return paper
    return upright.convert("L")


def _is_like_paper(grey: Image.Image) -> bool:
    cells = grey.resize((64, 64), Image.Resampling.BOX).tobytes()
    lightest = sorted(cells)[-len(cells) // 50]
    near = sum(1 for cell in cells if cell > lightest - 60)
    return lightest > 60 and near >= _PAPER_SHARE * len(cells)


def _frames(picture: Image.Image) -> tuple[int, str]:
    """How many pages of a TIFF are looked at, and what hides the others.

    One that claims thousands or runs in circles has 200.
    """
    for count in range(1, _MOST_FRAMES):
        try:
            picture.seek(count)
        except EOFError:
            return count, ""
        except _DAMAGE:
            return count, f"its pages after {count} are damaged"
    return _MOST_FRAMES, f"{_MOST_FRAMES} pages"


def _frame(picture: Image.Image, number: int) -> Image.Image | None:
    """One page of a TIFF; None where it is damaged or far too large."""
    try:
        picture.seek(number - 1)
        return _grey(picture) if _bytes_in_memory(picture) <= _MOST_BYTES else None
    except _DAMAGE:
        return None


def _document(found: Recognition, media_type: str, pages: int) -> Reading:
    if found.words < FEW_WORDS and found.hurried:
        return Unreadable(media_type, Unread.TIMED_OUT, "no time to recognise it")
    if found.words < FEW_WORDS:
        detail = "illegible" if found.illegible else f"a picture with {found.words} words"
        return _textless(media_type, detail)
    return Document(
        media_type=media_type,
        how=HowRead.OCR,
        blocks=tuple(
            Block(line, page=number) for number, page in found.pages.items() for line in page.lines
        ),
        metadata=found.metadata,
        pages=pages,
        certainty=found.certainty,
    )
