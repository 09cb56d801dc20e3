"""A PDF with a text layer, laid out line by line; a few milliseconds, the same bytes every time.

fpdf2 cuts a subset out of each font for each file, which takes 50 ms a font; here the font is
cut once to Vietnamese and embedded whole.
"""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass, field
from functools import cache

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it ships no type information

from tests.province.papers.fonts import vietnamese_font

WIDTH_PT, HEIGHT_PT = 595, 842
ODD_HORNS = {"ư": "\u01a3", "Ư": "\u01a2"}
"""What old converters write for the letter u with a horn."""
LAYERS = ("", "odd_horns", "none", "shuffled")
"""What the map from glyphs to letters is: right, with "ƣ" for "ư", left out, or another font's."""
WEIGHTS = ("Regular", "Bold")
_UNICODE_MAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Giamsat def "
    "/CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n{}\n"
    "endcmap CMapName currentdict /CMap defineresource pop end end"
)


@dataclass(frozen=True)
class Face:
    """What writing with a font needs: glyph numbers and widths by letter, and the file itself."""

    data: bytes
    glyphs: dict[str, int]
    widths: dict[str, int]
    """In thousandths of the size."""

    def hexed(self, text: str) -> str:
        """The text as glyph numbers; letters the font lacks are left out."""
        return "".join(f"{self.glyphs[letter]:04X}" for letter in text if letter in self.glyphs)

    def width(self, text: str, size_pt: float) -> float:
        """How wide the text is, in points."""
        return sum(self.widths.get(letter, 0) for letter in text) * size_pt / 1000


@cache
def face(weight: str) -> Face:
    """The prepared font; reading it is the slow part, so it is read once."""
    data = vietnamese_font(weight)
    font = TTFont(io.BytesIO(data))
    letters, scale = font.getBestCmap(), 1000 / font["head"].unitsPerEm
    glyphs = {chr(code): font.getGlyphID(name) for code, name in letters.items()}
    widths = {chr(code): round(font["hmtx"][name][0] * scale) for code, name in letters.items()}
    return Face(data, glyphs, widths)


@dataclass
class Sheets:
    """Pages being written; y counts down from the top."""

    pages: list[list[str]] = field(default_factory=lambda: [[]])

    def text(self, x_pt: float, y_pt: float, text: str, size_pt: float, weight: str) -> None:
        """One line of text with its left end at x."""
        font = WEIGHTS.index(weight)
        place = f"1 0 0 1 {x_pt:.1f} {HEIGHT_PT - y_pt:.1f} Tm"
        self.pages[-1].append(
            f"BT /F{font} {size_pt} Tf {place} <{face(weight).hexed(text)}> Tj ET"
        )

    def rule(self, x_pt: float, y_pt: float, to_x_pt: float, to_y_pt: float) -> None:
        """A thin line."""
        ends = f"{x_pt:.1f} {HEIGHT_PT - y_pt:.1f} m {to_x_pt:.1f} {HEIGHT_PT - to_y_pt:.1f} l"
        self.pages[-1].append(f"0.5 w {ends} S")

    def turn(self) -> None:
        """Begin the next page."""
        self.pages.append([])

    def finish(self, title: str, layer: str = "") -> bytes:
        """The file; with the layer "odd_horns" its text says "chất lƣợng", as old converters do."""
        return pdf_of(_objects(self.pages, title, layer))


def stream_of(data: bytes, extra: str = "") -> bytes:
    """A packed stream object."""
    packed = zlib.compress(data, 6)
    return (
        f"<</Length {len(packed)}/Filter/FlateDecode{extra}>>stream\n".encode()
        + packed
        + b"\nendstream"
    )


@cache
def _font_objects(weight: str, first: int, layer: str) -> tuple[bytes, ...]:
    """Five objects numbered from ``first``: font, descendant, descriptor, file, unicode map."""
    held, name = face(weight), f"/GIAMSA+Roboto-{weight}"
    by_glyph = {held.glyphs[letter]: held.widths[letter] for letter in held.glyphs}
    widths = " ".join(f"{glyph}[{width}]" for glyph, width in sorted(by_glyph.items()))
    mapped = "" if layer == "none" else f"/ToUnicode {first + 4} 0 R"
    return (
        f"<</Type/Font/Subtype/Type0/BaseFont{name}/Encoding/Identity-H"
        f"/DescendantFonts[{first + 1} 0 R]{mapped}>>".encode(),
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont{name}/CIDToGIDMap/Identity/DW 500/W[{widths}]"
        f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {first + 2} 0 R>>".encode(),
        f"<</Type/FontDescriptor/FontName{name}/Flags 4/FontBBox[-700 -300 1500 1100]/ItalicAngle 0"
        f"/Ascent 928/Descent -244/CapHeight 711/StemV 80/FontFile2 {first + 3} 0 R>>".encode(),
        stream_of(held.data, f"/Length1 {len(held.data)}"),
        stream_of(_to_unicode(held, layer).encode()),
    )


def _to_unicode(held: Face, layer: str) -> str:
    said = ODD_HORNS if layer == "odd_horns" else _shuffled() if layer == "shuffled" else {}
    letters = {glyph: said.get(letter, letter) for letter, glyph in held.glyphs.items()}
    pairs = sorted(letters.items())
    parts = []
    for start in range(0, len(pairs), 100):
        some = pairs[start : start + 100]
        rows = "\n".join(f"<{glyph:04X}> <{ord(letter):04X}>" for glyph, letter in some)
        parts.append(f"{len(some)} beginbfchar\n{rows}\nendbfchar")
    return _UNICODE_MAP.format("\n".join(parts))


@cache
def _shuffled() -> dict[str, str]:
    """Every letter for another, as where a subset's numbers are taken for a whole font's."""
    letters = sorted(face("Regular").glyphs)
    plain = [chr(code) for code in range(33, 127)]
    return {letter: plain[order * 7 % len(plain)] for order, letter in enumerate(letters)}


def _objects(pages: list[list[str]], title: str, layer: str) -> list[bytes]:
    fonts = [*_font_objects("Regular", 4, layer), *_font_objects("Bold", 9, layer)]
    first_page = 14
    kids = " ".join(f"{first_page + 2 * i} 0 R" for i in range(len(pages)))
    heading = title.encode("utf-16-be").hex()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        f"<</Title<FEFF{heading}>/Producer(giamsat)/CreationDate(D:20200101000000Z)>>".encode(),
        *fonts,
    ]
    resources = "/Resources<</Font<</F0 4 0 R/F1 9 0 R>>>>"
    for order, lines in enumerate(pages):
        box = f"/MediaBox[0 0 {WIDTH_PT} {HEIGHT_PT}]{resources}"
        content = f"/Contents {first_page + 2 * order + 1} 0 R"
        objects.append(f"<</Type/Page/Parent 2 0 R{box}{content}>>".encode())
        objects.append(stream_of("\n".join(lines).encode("ascii")))
    return objects


def pdf_of(objects: list[bytes]) -> bytes:
    """The objects one after another with the table of where each begins."""
    held, starts = io.BytesIO(), []
    held.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    for number, body in enumerate(objects, 1):
        starts.append(held.tell())
        held.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    at = held.tell()
    rows = "".join(f"{start:010d} 00000 n \n" for start in starts)
    held.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode())
    size = len(objects) + 1
    held.write(
        f"trailer\n<</Size {size}/Root 1 0 R/Info 3 0 R>>\nstartxref\n{at}\n%%EOF\n".encode()
    )
    return held.getvalue()
