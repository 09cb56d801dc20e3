"""A table as CSV that Excel opens as UTF-8 and that runs nothing."""

from __future__ import annotations

import csv
import io

from reports.safety import spreadsheet_text
from reports.table import Cell, PerPublication, Table

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of the machine."""


def to_csv(table: Table) -> bytes:
    """The table with its column keys as heading; lines end in CR LF as RFC 4180 says."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.key for column in table.columns)
    for row in table.rows:
        writer.writerow([_written(cell) for cell in row])
    return (BYTE_ORDER_MARK + text.getvalue()).encode("utf-8")


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    said = isinstance(cell, str | PerPublication)
    return spreadsheet_text(str(cell)) if said else str(cell)
