"""From the bytes of a registry file to lines of text cells."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from domain.errors import RegistryError, RowProblem

_MOST_FILE_BYTES = 20_000_000
_MOST_UNPACKED_BYTES = 200_000_000
_MOST_LINES = 100_000
_MOST_COLUMNS = 1_000
_ZIP_MARK = b"PK\x03\x04"
_OLD_OFFICE_MARK = b"\xd0\xcf\x11\xe0"
_DELIMITERS = (",", ";", "\t")
_HEADING_MARKS = 2

RawCell = int | float | str | bool | date | datetime | object
"""What a spreadsheet library gives for a cell."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the file; ``number`` counts from 1 as an editor or spreadsheet does."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """All rows of the file."""

    lines: tuple[Line, ...]


def read_table(data: bytes, name: str) -> Table:
    """The rows of a CSV (UTF-8; comma, semicolon or tab) or XLSX file."""
    if not data.strip():
        raise RegistryError(f"{name}: the file is empty; nothing was imported")
    if len(data) > _MOST_FILE_BYTES:
        raise RegistryError(
            f"{name}: {len(data)} bytes is more than a registry may have ({_MOST_FILE_BYTES})"
        )
    if data.startswith(_ZIP_MARK):
        return _capped(_from_xlsx(data, name), name)
    if data.startswith(_OLD_OFFICE_MARK):
        raise RegistryError(
            f"{name}: an old .xls file or one with a password; save it as plain .xlsx or CSV"
        )
    if name.lower().endswith((".xlsx", ".xlsm")):
        raise RegistryError(f"{name}: is named an XLSX file and is none; save it again as .xlsx")
    return _capped(_from_csv(_decoded(data, name), name), name)


def _capped(lines: list[Line], name: str) -> Table:
    if len(lines) > _MOST_LINES:
        raise RegistryError(f"{name}: more than {_MOST_LINES} rows; nothing was imported")
    return Table(tuple(lines))


def _decoded(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RegistryError(f"{name}: is UTF-16 text; save it as CSV UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"byte {data[error.start]:#04x} at offset {error.start} is not UTF-8"
        problem = RowProblem(line, "", byte + "; save the file as CSV UTF-8")
        raise RegistryError(f"{name}: not UTF-8; nothing was imported", (problem,)) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        problem = RowProblem(line, "", "holds a NUL character: this is not a text file")
        raise RegistryError(f"{name}: not a CSV file; nothing was imported", (problem,))
    return text


def _from_csv(text: str, name: str) -> list[Line]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    lines: list[Line] = []
    start = 1
    try:
        for cells in reader:
            lines.append(Line(start, tuple(cell.strip() for cell in cells)))
            start = reader.line_num + 1
    except csv.Error as error:
        problem = RowProblem(start, "", f"cannot be split into cells ({error}); check its quotes")
        raise RegistryError(f"{name}: not a CSV file; nothing was imported", (problem,)) from error
    return lines


def _delimiter(text: str) -> str:
    """The mark that splits the first line with three cells or more; titles have fewer."""
    for line in text.splitlines():
        counts = {mark: line.count(mark) for mark in _DELIMITERS}
        best = max(_DELIMITERS, key=lambda mark: counts[mark])
        if counts[best] >= _HEADING_MARKS:
            return best
    return _DELIMITERS[0]


def _from_xlsx(data: bytes, name: str) -> list[Line]:
    try:
        _refuse_bomb(data, name)
        sheet = _first_sheet(CalamineWorkbook.from_filelike(io.BytesIO(data)), name)
        rows = sheet.to_python(skip_empty_area=False)
    except (CalamineError, zipfile.BadZipFile, ValueError) as error:
        raise RegistryError(f"{name}: not a readable XLSX file ({error})") from error
    return [
        Line(number, tuple(_as_text(cell) for cell in cells))
        for number, cells in enumerate(rows, start=1)
    ]


def _refuse_bomb(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
        if "xl/workbook.xml" not in archive.namelist():
            raise RegistryError(f"{name}: a ZIP file that is no XLSX; save it as .xlsx or CSV")
    if unpacked > _MOST_UNPACKED_BYTES:
        raise RegistryError(f"{name}: unpacks to {unpacked} bytes, more than a registry may have")


def _first_sheet(book: CalamineWorkbook, name: str) -> CalamineSheet:
    """The first sheet that a person sees and that holds anything."""
    for place, facts in enumerate(book.sheets_metadata):
        if facts.visible is SheetVisibleEnum.Visible:
            sheet = book.get_sheet_by_index(place)
            if sheet.total_height > _MOST_LINES or sheet.total_width > _MOST_COLUMNS:
                raise RegistryError(
                    f"{name}: a cell far from the list makes it "
                    f"{sheet.total_height} rows by {sheet.total_width} columns; delete the rest"
                )
            if sheet.total_height:
                return sheet
    raise RegistryError(f"{name}: no visible sheet holds anything; nothing was imported")


def _as_text(cell: RawCell) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
