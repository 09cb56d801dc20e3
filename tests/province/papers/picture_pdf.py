"""A PDF that holds pictures of pages, as scanners write them; perhaps with text behind them."""

from __future__ import annotations

import io
import random
import unicodedata

from PIL import Image

from tests.province.papers.pdf_file import pdf_of, stream_of
from tests.province.papers.sheet import POINTS_AN_INCH

TIFF_STRIP_OFFSETS, TIFF_ROWS_PER_STRIP, TIFF_STRIP_BYTES = 273, 278, 279
MISREAD = {
    "đ": "d", "Đ": "D", "ư": "tr", "ơ": "o", "ộ": "9", "ế": "6", "ệ": "?", "ị": "!", "ấ": "§",
    "ố": "6", "Ộ": "Q", "Ệ": "E", "ả": "a", "ậ": "4", "ự": "ir", "ạ": "q", "ừ": "ù",
}  # fmt: skip
"""What a scanner set to English makes of Vietnamese letters."""


def picture_pdf(
    pages: list[Image.Image],
    dpi: int,
    quality: int,
    layer: list[list[str]] | None = None,
) -> bytes:
    """The file; ``layer`` holds the lines of text behind each page's picture."""
    kids = " ".join(f"{4 + 3 * order} 0 R" for order in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Producer(Scanner)/CreationDate(D:20200101000000Z)>>",
    ]
    for order, page in enumerate(pages):
        wide, high = (round(side * POINTS_AN_INCH / dpi) for side in page.size)
        first = 4 + 3 * order
        font = (
            "/Font<</F0<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>"
        )
        held = f"/Resources<<{font}/XObject<</P {first + 2} 0 R>>>>"
        box = f"/MediaBox[0 0 {wide} {high}]/Contents {first + 1} 0 R"
        content = f"q {wide} 0 0 {high} 0 0 cm /P Do Q\n".encode()
        content += _layer(layer[order], high) if layer else b""
        objects.append(f"<</Type/Page/Parent 2 0 R{box}{held}>>".encode())
        objects.append(stream_of(content))
        objects.append(_picture(page, quality))
    return pdf_of(objects)


def _picture(page: Image.Image, quality: int) -> bytes:
    said = f"<</Type/XObject/Subtype/Image/Width {page.width}/Height {page.height}"
    if page.mode == "1":
        data = fax(page)
        parameters = f"/DecodeParms<</K -1/Columns {page.width}/Rows {page.height}/BlackIs1 true>>"
        said += f"/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode{parameters}"
    else:
        held = io.BytesIO()
        page.save(held, "JPEG", quality=quality)
        data = held.getvalue()
        colours = "DeviceGray" if page.mode == "L" else "DeviceRGB"
        said += f"/BitsPerComponent 8/ColorSpace/{colours}/Filter/DCTDecode"
    return f"{said}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


def fax(page: Image.Image) -> bytes:
    """A bilevel picture as a fax codes it (group 4), black as 1."""
    held = io.BytesIO()
    page.save(held, "TIFF", compression="group4", tiffinfo={TIFF_ROWS_PER_STRIP: page.height})
    with Image.open(held) as picture:
        tags = picture.tag_v2  # type: ignore[attr-defined]  # TIFF pictures only
        (start,), (size,) = tags[TIFF_STRIP_OFFSETS], tags[TIFF_STRIP_BYTES]
    return held.getvalue()[start : start + size]


def _layer(lines: list[str], high_pt: int) -> bytes:
    """Text that is not painted (mode 3), one line below the other."""
    rows = [b"BT 3 Tr /F0 11 Tf 1 0 0 1 60 %d Tm 15 TL" % (high_pt - 60)]
    for line in lines:
        coded = line.encode("cp1252", "ignore")
        for mark in (b"\\", b"(", b")"):
            coded = coded.replace(mark, b"\\" + mark)
        rows.append(b"(" + coded + b") Tj T*")
    return b"\n".join((*rows, b"ET"))


def misread(line: str, rng: random.Random) -> str:
    """The line as a scanner that knows no Vietnamese reads it."""
    letters = []
    for letter in unicodedata.normalize("NFC", line):
        if letter in MISREAD and rng.random() < 0.7:
            letters.append(MISREAD[letter])
            continue
        plain = unicodedata.normalize("NFD", letter)[0]
        letters.append(plain if plain.isascii() else "?")
    return "".join(letters)
