"""Office files made to hurt."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import partial

from tests.quality.hostile import LAUGHS, MEGABYTE, Hostile, packed

_WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>',
    "</w:body></w:document>",
)
_ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body>',
    "</office:body></office:document-content>",
)
_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{}</Types>'


def office() -> Iterator[Hostile]:
    """Bombs, depths, repetitions and rings of sectors."""
    yield Hostile("docx", "bomb", lambda: _docx(" " * (170 * MEGABYTE)))
    paragraph = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
    yield Hostile("docx", "a million paragraphs", lambda: _docx(paragraph * 1_000_000))
    cell, end = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    yield Hostile("docx", "tables 200 deep", lambda: _docx(cell * 200 + paragraph + end * 200))
    yield Hostile("docx", "tables 100,000 deep", lambda: _docx(cell * 100_000))
    yield Hostile("docx", "entities", lambda: _docx("&a9;", f"<!DOCTYPE x [{LAUGHS}]>"))
    table, close = "<table:table><table:table-row><table:table-cell>", "</table:table-cell>"
    close += "</table:table-row></table:table>"
    yield Hostile("odt", "bomb", lambda: _odt(" " * (170 * MEGABYTE)))
    yield Hostile("odt", "tables 200 deep", lambda: _odt(table * 200 + close * 200))
    yield Hostile("odt", "lists 100,000 deep", lambda: _odt("<text:list><text:list-item>" * 50_000))
    yield Hostile("odt", "repeats a billion", lambda: _odt(_billion(table), kind="text"))
    yield Hostile("ods", "repeats a billion", lambda: _odt(_billion(table), kind="spreadsheet"))
    yield Hostile("xlsx", "bomb", lambda: _xlsx(" " * (170 * MEGABYTE)))
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    yield Hostile("xlsx", "a cell at the far end", lambda: _xlsx('<row r="1"/>' + far))
    yield Hostile("xlsx", "a million rows", lambda: _xlsx("<row><c><v>1</v></c></row>" * 1_000_000))
    for claimed in (0, 1, 0xFFFFFFFE):
        yield Hostile("doc", "sectors in a ring", partial(_ole, claimed, "WordDocument"))
        yield Hostile("xls", "sectors in a ring", partial(_ole, claimed, "Workbook"))


def _docx(body: str, declared: str = "") -> bytes:
    document = f"{declared}{_WORD[0]}{body}{_WORD[1]}".encode()
    return packed(("[Content_Types].xml", _TYPES.encode()), ("word/document.xml", document))


def _odt(body: str, kind: str = "text") -> bytes:
    media_type = f"application/vnd.oasis.opendocument.{kind}".encode()
    content = f"{_ODT[0]}<office:{kind}>{body}</office:{kind}>{_ODT[1]}".encode()
    return packed(("mimetype", media_type), ("content.xml", content))


def _billion(table: str) -> str:
    many = 'table:number-rows-repeated="1000000000"'
    wide = 'table:number-columns-repeated="1000000000"'
    row = table.replace("-row>", f"-row {many}>").replace("-cell>", f"-cell {wide}>")
    return f"{row}<text:p>x</text:p></table:table-cell></table:table-row></table:table>"


def _xlsx(rows: str) -> bytes:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    book = (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        f'xmlns:r="{office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'
    )
    relation = (
        '<Relationships xmlns="{}"><Relationship Id="r1" Type="{}" Target="{}"/></Relationships>'
    )
    return packed(
        ("[Content_Types].xml", _TYPES.encode()),
        (
            "_rels/.rels",
            relation.format(package, f"{office}/officeDocument", "xl/workbook.xml").encode(),
        ),
        ("xl/workbook.xml", book.encode()),
        (
            "xl/_rels/workbook.xml.rels",
            relation.format(package, f"{office}/worksheet", "worksheets/sheet1.xml").encode(),
        ),
        ("xl/worksheets/sheet1.xml", f"{_SHEET}{rows}</sheetData></worksheet>".encode()),
    )


def _ole(following: int, stream: str) -> bytes:
    """A compound file whose table of sectors leads round and round, its stream 2 GB long."""
    name = stream.encode("utf-16-le")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<I", 0) + b"\xff" * (108 * 4)
    table = struct.pack("<I", following) * 128
    root = "Root Entry".encode("utf-16-le")
    entries = root.ljust(64, b"\0") + struct.pack("<HBB3I", len(root) + 2, 5, 1, 1, 1, 1)
    entries += bytes(36) + struct.pack("<IQ", 2, 0)
    entries += name.ljust(64, b"\0") + struct.pack("<HBB3I", len(name) + 2, 2, 1, 0, 1, 1)
    entries += bytes(36) + struct.pack("<IQ", 2, 0x7FFFFFFF)
    return head[:512].ljust(512, b"\xff") + table + entries.ljust(512, b"\0") + bytes(512)
