"""PDFs and pictures made to hurt."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import partial

from tests.quality.hostile import MEGABYTE, Hostile, word


def pdfs() -> Iterator[Hostile]:
    """Claims, rings and bombs."""
    yield Hostile("pdf", "claims 10,000 pages", lambda: _pages("[3 0 R]", 10_000))
    yield Hostile("pdf", "10,000 pages", lambda: _pages(f"[{'3 0 R ' * 10_000}]", 10_000))
    yield Hostile("pdf", "pages in a ring", lambda: _pages("[2 0 R 3 0 R]", 100))
    yield Hostile("pdf", "stream bomb", _flooded)
    yield Hostile("pdf", "bomb in a bomb", _packed_twice)
    yield Hostile(
        "pdf", "claims 2 GB", lambda: _pages("[3 0 R]", 1, b"BT ET", length=2_000_000_000)
    )
    yield Hostile("pdf", "a sheet of 1,000 km", lambda: _pages("[3 0 R]", 1, box="0 0 3e9 3e9"))
    yield Hostile("pdf", "arrays 100,000 deep", lambda: _pages("[" * 100_000, 1))
    yield Hostile("pdf", "picture claims 2 GB", lambda: _pictured_pdf(50_000, 50_000))
    yield Hostile("pdf", "cross-references in a ring", _ring_pdf)


def _flooded() -> bytes:
    """A page on which forty million letters are drawn."""
    return _pages("[3 0 R]", 1, zlib.compress(b"(x) Tj " * 40_000_000, 1), "/Filter/FlateDecode")


def _packed_twice() -> bytes:
    """A page that unpacks to almost nothing, which unpacks to 400 MB."""
    twice = zlib.compress(zlib.compress(bytes(400 * MEGABYTE), 1), 9)
    return _pages("[3 0 R]", 1, twice, "/Filter[/FlateDecode/FlateDecode]")


def _pages(
    kids: str, count: int, content: bytes = b"BT ET", filters: str = "", length: int = 0,
    box: str = "0 0 595 842",
) -> bytes:  # fmt: skip
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids {kids}>>".encode(),
        f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 4 0 R/Resources<<>>>>".encode(),
        f"<</Length {length or len(content)}{filters}>>stream\n".encode() + content
        + b"\nendstream",
    ]  # fmt: skip
    return _pdf_of(objects)


def _pdf_of(objects: list[bytes]) -> bytes:
    held = bytearray(b"%PDF-1.5\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(held))
        held += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(held)
    held += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    held += b"".join(b"%010d 00000 n \n" % place for place in places)
    held += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(held)


def _pictured_pdf(width: int, height: int) -> bytes:
    pixels = zlib.compress(bytes(10 * MEGABYTE), 9)
    picture = (
        f"<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceGray"
        f"/BitsPerComponent 8/Filter/FlateDecode/Length {len(pixels)}>>stream\n"
    )
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    return _pdf_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            page + b"/Resources<</XObject<</a 5 0 R>>>>>>",
            b"<</Length 24>>stream\n595 0 0 842 0 0 cm /a Do\nendstream",
            picture.encode() + pixels + b"\nendstream",
        ]
    )


def _ring_pdf() -> bytes:
    body = _pages("[3 0 R]", 1)
    start = body.rfind(b"xref\n0")
    return body.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % start)


def pictures() -> Iterator[Hostile]:
    """Sizes that nobody has."""
    for side in (30_000, 65_000, 0x7FFFFFFF):
        yield Hostile("png", f"claims {side} x {side}", partial(_png, side, side))
    yield Hostile("png", "bomb", lambda: _png(20_000, 20_000, zlib.compress(bytes(400_020_000), 1)))
    yield Hostile("bmp", "claims 2 GB", lambda: _bmp(30_000, 30_000))
    yield Hostile("tiff", "directories in a ring", lambda: _tiff(8))
    yield Hostile("tiff", "claims 4 GB", lambda: _tiff(0))
    yield Hostile("jpeg", "claims 65,500 x 65,500", _jpeg)
    yield Hostile(
        "gif", "claims 65,535 x 65,535", lambda: b"GIF89a" + b"\xff" * 4 + b"\x80\0\0" * 9
    )


def _png(width: int, height: int, pixels: bytes = b"") -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + _crc(kind + body)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = pixels or zlib.compress(bytes(1000))
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def _crc(body: bytes) -> bytes:
    return struct.pack(">I", zlib.crc32(body))


def _bmp(width: int, height: int) -> bytes:
    head = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 2_000_000_000, 0, 0, 54) + head + bytes(1000)


def _tiff(following: int) -> bytes:
    """One directory; ``following`` leads back to it, or nowhere."""
    tags = ((256, 60_000), (257, 60_000), (258, 8), (259, 1), (262, 1), (273, 8), (279, 1 << 31))
    body = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    return b"II*\0" + word(8) + struct.pack("<H", len(tags)) + body + word(following) + bytes(99)


def _jpeg() -> bytes:
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, 65_500, 65_500, 1) + b"\x01\x11\0"
    scan = b"\xff\xda" + struct.pack(">HB", 8, 1) + b"\x01\0\0\x3f\0" + bytes(1000)
    return b"\xff\xd8" + b"\xff\xdb\0\x43\0" + b"\x01" * 64 + frame + scan
