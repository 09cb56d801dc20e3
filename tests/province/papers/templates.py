"""The fixed-width fields of the Word 97 and Excel 97 templates, and filling them in place.

A field is a run of letters that stands nowhere else in the file; it is replaced by as many letters,
padded with blanks, so that no offset inside the file moves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("templates")
WORD, EXCEL = "word97.doc", "excel97.xls"
LINE_BREAK = "\v"
"""Inside a paragraph of Word."""
_FIRST, _COUNT = 0x1EA0, 90
"""The block of Vietnamese letters: never stored as one byte a letter."""


@dataclass(frozen=True)
class Field:
    """A place in a template."""

    name: str
    width: int
    order: int

    @property
    def mark(self) -> str:
        """The letters that stand in the template: two in turn, another pair for each field."""
        one, other = divmod(self.order, _COUNT - 1)
        pair = chr(_FIRST + one) + chr(_FIRST + (one + 1 + other) % _COUNT)
        return (pair * self.width)[: self.width]


def _fields(sizes: list[tuple[str, int]]) -> dict[str, Field]:
    return {name: Field(name, width, order) for order, (name, width) in enumerate(sizes)}


WORD_FIELDS = _fields(
    [
        *((f"left{row}", 64) for row in range(4)),
        *((f"right{row}", 64) for row in range(3)),
        ("type", 96), ("title", 320), ("body", 12_000), ("recipients", 240),
        *((f"signed{row}", 64) for row in range(3)), ("signer", 40),
    ]
)  # fmt: skip
SHEET_PARTS = (("head", 5, (64, 64)), ("above", 14, (320,)), ("table", 48, (8, 130, 56, 36)),
               ("below", 8, (240,)), ("foot", 5, (64, 64)))  # fmt: skip
"""The rows of the sheet from top to bottom: part, how many rows, widths of their cells."""
SHEET_FIELDS = _fields(
    [
        (f"{part}{row}.{column}", width)
        for part, rows, widths in SHEET_PARTS
        for row in range(rows)
        for column, width in enumerate(widths)
    ]
)


@cache
def template(name: str) -> bytes:
    """A committed template; ``make_templates`` makes it."""
    return (FOLDER / name).read_bytes()


@cache
def _places(name: str) -> dict[str, int]:
    fields = WORD_FIELDS if name == WORD else SHEET_FIELDS
    body = template(name)
    found = {field.name: body.find(field.mark.encode("utf-16-le")) for field in fields.values()}
    return {field: place for field, place in found.items() if place >= 0}


def whole(name: str) -> frozenset[str]:
    """The fields that lie in one piece; a sheet's few that cross a record's end are not used."""
    return frozenset(_places(name))


def without_torn(name: str, body: bytes) -> bytes:
    """A template just made, with the marks of fields that lie in two pieces blanked out."""
    fields = WORD_FIELDS if name == WORD else SHEET_FIELDS
    torn = [f for f in fields.values() if f.mark.encode("utf-16-le") not in body]
    for field in torn:
        one, other = (letter.encode("utf-16-le") for letter in field.mark[:2])
        pieces = re.compile(
            b"(?:%b)?(?:%b){2,}(?:%b)?" % tuple(map(re.escape, (other, one + other, one)))
        )
        body = pieces.sub(lambda found: " ".encode("utf-16-le") * (len(found.group()) // 2), body)
    return body


def filled(name: str, values: dict[str, str]) -> bytes:
    """The template with ``values``, what is too long cut, every other field blank."""
    fields = WORD_FIELDS if name == WORD else SHEET_FIELDS
    body = bytearray(template(name))
    for field, place in _places(name).items():
        width = fields[field].width
        text = values.get(field, "")[:width].ljust(width)
        body[place : place + 2 * width] = text.encode("utf-16-le")
    return bytes(body)
