"""A paper as an Excel 97 file (.xls): the committed template with its cells filled in."""

from __future__ import annotations

import textwrap
from itertools import takewhile

from tests.province.papers.rows import foot_rows, head_rows
from tests.province.papers.templates import EXCEL, SHEET_PARTS, filled, whole
from tests.province.papers.values import Paper


def to_excel97(paper: Paper) -> bytes:
    """The file; see :func:`cells` for what of a long body is in it."""
    return filled(EXCEL, cells(paper))


def cells(paper: Paper) -> dict[str, str]:
    """The words of every field that is used, in order; what has no room is left out."""
    above = list(takewhile(lambda line: "\t" not in line, paper.paragraphs))
    rows = [line for line in paper.paragraphs if "\t" in line]
    below = [line for line in paper.paragraphs[len(above) :] if "\t" not in line]
    lines: dict[str, list[tuple[str, ...]]] = {
        "head": [*head_rows(paper)],
        "above": _wrapped([paper.type_name, paper.printed_title, *above], 320),
        "table": [tuple(row.split("\t")) for row in rows],
        "below": _wrapped(below, 240),
        "foot": [*foot_rows(paper)],
    }
    values: dict[str, str] = {}
    for part, count, widths in SHEET_PARTS:
        free = [row for row in range(count) if _usable(part, row, len(widths))]
        for row, texts in zip(free, lines[part], strict=False):
            for column, (text, width) in enumerate(zip(texts, widths, strict=False)):
                values[f"{part}{row}.{column}"] = text[:width]
    return values


def _usable(part: str, row: int, columns: int) -> bool:
    return all(f"{part}{row}.{column}" in whole(EXCEL) for column in range(columns))


def _wrapped(lines: list[str], width: int) -> list[tuple[str, ...]]:
    return [(piece,) for line in lines for piece in textwrap.wrap(line, width) if piece]
