"""A table as an Excel workbook in Vietnamese, with a sheet that explains it."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from domain.agencies import Level
from domain.findings import AgencyReport, Side
from domain.outcomes import PortalState
from domain.publications import Requirement, Status
from domain.reviews import NO_REVIEWS, Reviews, Standing
from reports import words
from reports.safety import CELL_LENGTH, clean, safe_link
from reports.table import Cell, Column, Kind, PerPublication, Row, Table
from reports.tables import publications_of
from reports.totals import PublicationTotals, totals

Format = Any
"""XlsxWriter ships no type information."""
MOST_LINKS = 60_000
"""Excel allows 65,530 links on a sheet."""
LINE_POINTS = 15.0
MOST_POINTS = 240.0
"""A row of more than sixteen lines is cut on the sheet, not in the file."""


def to_xlsx(
    table: Table,
    reports: Sequence[AgencyReport],
    made_at: datetime,
    reviews: Reviews = NO_REVIEWS,
) -> bytes:
    """The table on its sheet, the explanation and totals on another."""
    target = io.BytesIO()
    # Words of a portal must never become formulas or links by how they look.
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"title": table.title, "created": made_at.astimezone(UTC)})
        _TableSheet(book, table, dict(publications_of(reports))).write()
        _write_notes(book, table, reports, made_at, totals(reports, reviews))
    return target.getvalue()


class _TableSheet:
    """The sheet of the table itself."""

    def __init__(self, book: Any, table: Table, titles: dict[str, str]) -> None:
        self._sheet = book.add_worksheet("Kết quả")
        self._table = table
        self._titles = titles
        self._links = 0
        base = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#d0d7de"}
        self._plain = book.add_format(base)
        self._link = book.add_format({**base, "font_color": "#0b57d0", "underline": 1})
        self._heading = book.add_format(
            {
                **base,
                "bold": True,
                "bg_color": "#1f3a5f",
                "font_color": "#ffffff",
                "valign": "vcenter",
            }
        )
        self._part = book.add_format({"bold": True, "font_size": 13, "font_color": "#1f3a5f"})
        self._colours = {
            status.value: book.add_format({**base, "font_color": look.ink, "bg_color": look.fill})
            for status, look in words.STATUSES.items()
        }

    def write(self) -> None:
        """Heading, rows, and what makes them easy to go through."""
        columns, rows = self._table.columns, self._table.rows
        for place, column in enumerate(columns):
            self._sheet.set_column(place, place, column.width)
            self._sheet.write_string(0, place, column.heading, self._heading)
        machines = len(rows) - self._table.decided
        self._write_rows(1, rows[:machines])
        if self._table.decided:
            # One blank line keeps sorting and filtering within the first part.
            self._sheet.write_string(machines + 2, 0, words.DECIDED, self._part)
            self._write_rows(machines + 3, rows[machines:])
        self._sheet.set_row(0, 36)
        self._sheet.freeze_panes(1, 2)
        self._sheet.autofilter(0, 0, max(machines, 1), len(columns) - 1)
        self._sheet.set_landscape()
        self._sheet.repeat_rows(0)
        self._sheet.fit_to_pages(1, 0)

    def _write_rows(self, first_line: int, rows: Sequence[Row]) -> None:
        for line, row in enumerate(rows, start=first_line):
            for place, (column, cell) in enumerate(zip(self._table.columns, row, strict=True)):
                self._write(line, place, column, cell)
            self._sheet.set_row(line, self._height(row))

    def _height(self, row: Row) -> float:
        """Points that the longest cell needs: not every program fits rows when it opens a file."""
        lines = 1
        for column, cell in zip(self._table.columns, row, strict=True):
            if isinstance(cell, str | PerPublication):
                shown = self._shown(column, cell).split("\n")
                needed = (max(1, math.ceil(1.15 * len(part) / column.width)) for part in shown)
                lines = max(lines, sum(needed))
        return min(LINE_POINTS * lines + 2, MOST_POINTS)

    def _write(self, line: int, place: int, column: Column, cell: Cell) -> None:
        if cell is None or cell == "":
            self._sheet.write_blank(line, place, None, self._plain)
        elif isinstance(cell, bool | str | PerPublication):
            self._write_words(line, place, column, cell)
        else:
            self._sheet.write_number(line, place, cell, self._plain)

    def _write_words(
        self, line: int, place: int, column: Column, cell: bool | str | PerPublication
    ) -> None:
        shown = self._shown(column, cell)
        link = safe_link(shown) if column.kind is Kind.ADDRESS else None
        if link is not None and self._links < MOST_LINKS:
            self._links += 1
            self._sheet.write_url(line, place, link, self._link, link)
            return
        style = self._colours.get(str(cell)) if column.kind is Kind.STATUS else None
        self._sheet.write_string(line, place, shown, style or self._plain)

    def _shown(self, column: Column, cell: bool | str | PerPublication) -> str:
        """What a person reads for an identifier."""
        if isinstance(cell, bool):
            return "Có" if cell else "Chưa"
        if isinstance(cell, PerPublication):
            said = (
                f"{self._titles.get(name, name)}: {self._shown(column, value)}"
                for name, value in cell.entries
            )
            return "\n".join(said)[:CELL_LENGTH]
        if column.key == "publication":
            return self._titles.get(cell, cell)
        return _in_words(column.kind, cell) or clean(cell)[:CELL_LENGTH]


def _in_words(kind: Kind, cell: str) -> str | None:
    """The Vietnamese of an identifier; None for plain text."""
    match kind:
        case Kind.STATUS:
            look = words.STATUSES[Status(cell)]
            return f"{look.sign} {look.word}"
        case Kind.LEVEL:
            return words.LEVELS[Level(cell)]
        case Kind.REQUIREMENT:
            return words.REQUIREMENTS[Requirement(cell)]
        case Kind.STATE:
            return words.STATES[PortalState(cell)]
        case Kind.SIDE:
            return words.SIDES[Side(cell)]
        case Kind.STANDING:
            return words.STANDINGS[Standing(cell)]
        case _:
            return None


def _write_notes(
    book: Any,
    table: Table,
    reports: Sequence[AgencyReport],
    made_at: datetime,
    figures: Sequence[PublicationTotals],
) -> None:
    """What the sheet is, what the statuses mean, and the totals."""
    sheet = book.add_worksheet("Ghi chú")
    bold = book.add_format({"bold": True, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 1, 26)
    sheet.set_column(2, 7, 15)
    sheet.write_string(0, 0, table.title, bold)
    made = f"Lập lúc {made_at:%H:%M ngày %d/%m/%Y}; {len(reports)} cơ quan."
    sheet.write_string(1, 0, made)
    line = 3
    for status, look in words.STATUSES.items():
        style = book.add_format({"font_color": look.ink, "bg_color": look.fill, "valign": "top"})
        times = sum(f.status is status for report in reports for f in report.findings)
        sheet.write_string(line, 0, f"{look.sign} {look.word}", style)
        sheet.write_string(line, 1, f"{times} kết luận", wrap)
        sheet.merge_range(line, 2, line, 7, look.meaning, wrap)
        sheet.set_row(line, 32)
        line += 1
    _write_totals(sheet, line + 1, figures, bold, wrap)


def _write_totals(
    sheet: Any, line: int, figures: Sequence[PublicationTotals], bold: Format, wrap: Format
) -> None:
    headings = ("Nội dung", "Đã công khai / đã kết luận", "Bản cũ", "Chưa công khai",
                "Cần xác minh", "Chưa kết luận", "Có ý kiến người kiểm tra")  # fmt: skip
    for place, heading in enumerate(headings):
        sheet.write_string(line, place, heading, bold)
    for entry in figures:
        line += 1
        count = entry.all
        sheet.write_string(line, 0, entry.title, wrap)
        sheet.write_string(line, 1, count.share, wrap)
        numbers = (
            count.outdated, count.missing, count.unverified, count.undetermined, entry.reviewed
        )  # fmt: skip
        for place, number in enumerate(numbers, start=2):
            sheet.write_number(line, place, number, wrap)
    sheet.merge_range(line + 2, 0, line + 2, 7, words.ROUNDING, wrap)
    sheet.set_row(line + 2, 48)
