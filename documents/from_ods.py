"""ODS to a :class:`~domain.documents.Document`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from documents import sniff
from documents.docx.parts import PartError, Parts, TooLargeError
from documents.flat_xml import flat_tree, is_whole, pictures_in, told_of
from documents.hints import NO_HINTS, Hints
from documents.odf.parts import content_of, properties_of, read_parts
from documents.pasted import beside_pictures
from documents.sheet.blocks import MAX_SHEETS, SheetBlocks
from domain.documents import Document, HowRead, Reading, Unread, Unreadable

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CELLS = frozenset({f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T00:00:00(?:\.0+)?)?\Z")
_MAX_REPEATED = 20
"""Equal rows or cells side by side that are written out; empty ones are claimed by millions."""


def read(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """Each row a block, its cells joined by " | " as they are shown; hidden sheets too."""
    return read_parts(body, sniff.ODS, _read)


def read_flat(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """The same in one XML file (FODS)."""
    try:
        root = flat_tree(body)
    except TooLargeError as error:
        return Unreadable(sniff.FLAT_ODS, Unread.TOO_LARGE, str(error)[:200])
    except PartError as error:
        return Unreadable(sniff.FLAT_ODS, Unread.DAMAGED, str(error)[:200])
    reading = beside_pictures(_document(root, root, sniff.FLAT_ODS), lambda: pictures_in(root))
    if _is_empty(reading) and not is_whole(body):
        return Unreadable(sniff.FLAT_ODS, Unread.DAMAGED, "it lost its sheets")
    return told_of(reading, body)


def _read(parts: Parts) -> Reading:
    reading = _document(content_of(parts), parts.tree("meta.xml"), sniff.ODS)
    return beside_pictures(reading, lambda: parts.pictures("Pictures/"))


def _document(content: etree._Element, about: etree._Element | None, media_type: str) -> Reading:
    gathered = SheetBlocks()
    for index, table in enumerate(_tables(content)):
        if index >= MAX_SHEETS:
            gathered.cut(f"{MAX_SHEETS} sheets")
            break
        gathered.add(table.get(f"{_TABLE}name", ""), _rows(table))
    if not gathered.blocks:
        return Unreadable(media_type, Unread.EMPTY)
    title, metadata = properties_of(about)
    if gathered.truncated:
        metadata.append(("truncated", gathered.truncated))
    return Document(
        media_type=media_type,
        how=HowRead.OFFICE,
        title=title,
        blocks=tuple(gathered.blocks),
        metadata=tuple(metadata),
    )


def _is_empty(reading: Reading) -> bool:
    return isinstance(reading, Unreadable) and reading.reason is Unread.EMPTY


def _tables(content: etree._Element) -> Iterator[etree._Element]:
    """The sheets; a table inside another is a picture's data or a tracked change's."""
    for table in content.iter(f"{_TABLE}table"):
        if next(table.iterancestors(f"{_TABLE}table", f"{_TABLE}tracked-changes"), None) is None:
            yield table


def _rows(table: etree._Element) -> Iterator[list[str]]:
    for row in table.iter(f"{_TABLE}table-row"):
        cells = _cells(row)
        for _ in range(_repeated(row, "number-rows-repeated") if any(cells) else 0):
            yield cells


def _cells(row: etree._Element) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if cell.tag in _CELLS:
            cells += [_shown(cell)] * _repeated(cell, "number-columns-repeated")
    return cells


def _repeated(node: etree._Element, name: str) -> int:
    told = node.get(f"{_TABLE}{name}", "1")
    return min(max(int(told), 1), _MAX_REPEATED) if told.isdecimal() and len(told) < 9 else 1


def _shown(cell: etree._Element) -> str:
    """What a cell shows; a date as it is written in Vietnam, whatever the file shows it as."""
    day = _DAY.match(cell.get(f"{_OFFICE}date-value", ""))
    if day:
        return f"{day[3]}/{day[2]}/{day[1]}"
    lines = [_words(node) for node in cell if node.tag == f"{_TEXT}p"]
    return "\n".join(line for line in lines if line)


def _words(paragraph: etree._Element) -> str:
    for space in paragraph.iter(f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
        space.text = "\n" if space.tag == f"{_TEXT}line-break" else " "
    return "".join(str(piece) for piece in paragraph.itertext())
