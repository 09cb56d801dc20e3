"""Excel files that are one XML file (SpreadsheetML of 2003)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from documents import sniff
from documents.docx.parts import PartError, TooLargeError
from documents.flat_xml import flat_tree, is_whole, told_of
from documents.hints import NO_HINTS, Hints
from documents.sheet.blocks import MAX_SHEETS, SheetBlocks
from domain.documents import Document, HowRead, Reading, Unread, Unreadable

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)T00:00:00")
_MAX_COLUMN = 400


def read(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """Each row a block, its cells joined by " | "; hidden sheets too, empty cells left out."""
    try:
        root = flat_tree(body)
    except TooLargeError as error:
        return Unreadable(sniff.SHEET_XML, Unread.TOO_LARGE, str(error)[:200])
    except PartError as error:
        return Unreadable(sniff.SHEET_XML, Unread.DAMAGED, str(error)[:200])
    gathered = SheetBlocks()
    for index, sheet in enumerate(root.iter(f"{_SS}Worksheet")):
        if index >= MAX_SHEETS:
            gathered.cut(f"{MAX_SHEETS} sheets")
            break
        gathered.add(sheet.get(f"{_SS}Name", ""), _rows(sheet))
    if not gathered.blocks:
        return Unreadable(sniff.SHEET_XML, Unread.EMPTY if is_whole(body) else Unread.DAMAGED)
    document = Document(
        media_type=sniff.SHEET_XML,
        how=HowRead.OFFICE,
        blocks=tuple(gathered.blocks),
        metadata=(("truncated", gathered.truncated),) if gathered.truncated else (),
    )
    return told_of(document, body)


def _rows(sheet: etree._Element) -> Iterator[list[str]]:
    for row in sheet.iter(f"{_SS}Row"):
        cells: list[str] = []
        for cell in row.iter(f"{_SS}Cell"):
            told = cell.get(f"{_SS}Index", "")
            before = int(told) - 1 if told.isdecimal() and len(told) < 6 else len(cells)
            cells += [""] * (min(before, _MAX_COLUMN) - len(cells))
            cells.append(_shown(cell))
        yield cells


def _shown(cell: etree._Element) -> str:
    data = next(cell.iter(f"{_SS}Data"), None)
    if data is None:
        return ""
    text = "".join(str(piece) for piece in data.itertext())
    day = _DAY.match(text) if data.get(f"{_SS}Type") == "DateTime" else None
    if day:
        return f"{day[3]}/{day[2]}/{day[1]}"
    number = data.get(f"{_SS}Type") == "Number" and re.fullmatch(r"-?\d+\.0+", text)
    return text.partition(".")[0] if number else text
