"""The heading of a registry file: our column names, or those of official unit lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crawler.registry.file import Line, Table
from crawler.registry.words import nearest, plain
from domain.errors import RegistryError, RowProblem

REQUIRED = ("code", "name", "level", "parent", "portal_url")
_LINES_SEARCHED = 15
_ENOUGH_KNOWN = 2

_WORDS: Mapping[str, tuple[str, ...]] = {
    "code": ("code", "mã", "mã số", "mã đơn vị", "mã cơ quan", "mã ĐVHC", "mã đơn vị hành chính"),
    "name": (
        *("name", "tên", "tên đơn vị", "tên cơ quan", "tên cơ quan, đơn vị", "đơn vị", "cơ quan"),
        *("tên đơn vị hành chính", "tên ĐVHC", "đơn vị hành chính"),
    ),
    "level": ("level", "cấp", "cấp hành chính", "cấp đơn vị", "loại", "loại đơn vị"),
    "parent": (
        *("parent", "parent code", "đơn vị cha", "mã đơn vị cha", "mã cha", "trực thuộc"),
        *("đơn vị cha / trực thuộc", "đơn vị cấp trên", "cơ quan cấp trên", "cấp trên"),
        *("cơ quan chủ quản", "đơn vị chủ quản", "thuộc"),
    ),
    "portal_url": (
        *("portal_url", "portal", "url", "website", "web", "trang web", "địa chỉ web"),
        *("cổng thông tin", "cổng thông tin điện tử", "cổng TTĐT", "địa chỉ cổng"),
        *("trang thông tin điện tử", "địa chỉ cổng thông tin", "địa chỉ cổng thông tin điện tử"),
        *("địa chỉ trang web", "địa chỉ website", "đường dẫn", "link"),
    ),
    "portal_verified": (
        *("portal_verified", "verified", "đã xác minh", "xác minh", "đã kiểm tra"),
        "địa chỉ đã xác minh",
    ),
    "valid_from": ("valid_from", "từ ngày", "hiệu lực từ", "ngày hiệu lực", "ngày thành lập"),
    "valid_to": ("valid_to", "đến ngày", "hiệu lực đến", "ngày hết hiệu lực", "ngày giải thể"),
    "successor": (
        *("successor", "successors", "kế thừa", "đơn vị kế thừa", "đơn vị mới"),
        *("mã đơn vị kế thừa", "mã đơn vị mới", "mã kế thừa"),
    ),
    "": ("stt", "tt", "số tt", "số thứ tự", "no", "ghi chú", "note", "notes"),
}
"""Per column the headings it may have; those of "" are passed over."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Which cell of a row is which column."""

    line: int
    columns: tuple[str, ...]
    """Per cell: the column's name, "" where the cell is passed over."""


def find_heading(table: Table, name: str) -> Heading:
    """The first line that names columns; :class:`RegistryError` for wrong or missing ones."""
    known = {plain(word): column for column, words in _WORDS.items() for word in words}
    line = _heading_line(table, known, name)
    problems: list[RowProblem] = []
    columns: list[str] = []
    for place, cell in enumerate(line.cells):
        column = known.get(plain(cell))
        if column is None:
            column = ""
            if cell or _used(table, line, place):
                problems.append(_unknown(line, cell, place))
        elif column and column in columns:
            problems.append(RowProblem(line.number, cell, f"a second column for {column}"))
        columns.append(column)
    problems += _missing(line, columns, problems)
    if problems:
        raise RegistryError(f"{name}: wrong columns; nothing was imported", tuple(problems))
    return Heading(line.number, tuple(columns))


def _heading_line(table: Table, known: Mapping[str, str], name: str) -> Line:
    """Lists often begin with title lines; the heading is the first that names columns."""
    filled = [line for line in table.lines if any(line.cells)]
    if not filled:
        raise RegistryError(f"{name}: the file holds no text; nothing was imported")
    for line in filled[:_LINES_SEARCHED]:
        found = {known.get(plain(cell), "") for cell in line.cells if cell} - {""}
        if len(found) >= _ENOUGH_KNOWN:
            return line
    return filled[0]


def _used(table: Table, heading: Line, place: int) -> bool:
    return any(
        line.cells[place]
        for line in table.lines
        if line.number > heading.number and place < len(line.cells)
    )


def _unknown(line: Line, cell: str, place: int) -> RowProblem:
    if not cell:
        return RowProblem(line.number, str(place + 1), "a column with cells but without heading")
    words = {word: column for column, words in _WORDS.items() for word in words}
    close = nearest(cell.casefold(), words)
    hint = f"; did you mean {words[close] or close}?" if close else ""
    return RowProblem(line.number, cell, f"unknown column{hint}")


def _missing(line: Line, columns: list[str], found: list[RowProblem]) -> list[RowProblem]:
    return [
        RowProblem(line.number, column, f"this column is missing; needed are {', '.join(REQUIRED)}")
        for column in REQUIRED
        if column not in columns
    ]
