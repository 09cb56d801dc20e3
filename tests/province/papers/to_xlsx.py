"""A paper typed into a sheet, as XLSX."""

from __future__ import annotations

import io
from datetime import datetime

import xlsxwriter

from tests.province.papers.rows import sheet_rows
from tests.province.papers.values import Paper

WIDTHS = (6, 70, 26, 22)


def to_xlsx(paper: Paper) -> bytes:
    """The file; figures that count rows are numbers, as a clerk would type them."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    book.set_properties({"created": datetime(2020, 1, 1), "author": "VP"})
    sheet = book.add_worksheet("Danh mục")
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    for order, row in enumerate(sheet_rows(paper)):
        for column, cell in enumerate(row):
            if column == 0 and cell.isdecimal():
                sheet.write_number(order, column, int(cell))
            elif cell:
                sheet.write_string(order, column, cell)
    book.close()
    return held.getvalue()
