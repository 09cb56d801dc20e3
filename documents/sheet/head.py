"""The head and the signature of a paper made in a spreadsheet: two columns, each read down."""

from __future__ import annotations

import re

_HEAD_ROWS = 12
"""A head stands in the first rows that hold anything, a signature in the last."""
_SIGNATURE_ROWS = 25
_MOTTO = re.compile(r"độc lập\s*[-–—]\s*tự do|cộng h(?:òa|oà|oa) xã hội chủ nghĩa", re.I)
_RIGHT = re.compile(r"\bngày\b.{0,14}\btháng\b.{0,14}\bnăm\b|^\W*[-–—_*]{3,}\W*$", re.I)
_LEFT = re.compile(r"^\W*(?:số\s*[:.]|v/v\b|[-–—_*]{3,}\W*$)", re.I)
_RECIPIENTS = re.compile(r"^\W*nơi nhận", re.I)
_SIGNER = re.compile(
    r"^\W*(?:(?:TM|KT|TL|TUQ|Q)\s*\.|(?:phó )?(?:giám đốc|chủ tịch|chánh|trưởng|chi cục trưởng))",
    re.I,
)


def head_columns(rows: list[list[str]]) -> tuple[list[list[str]], list[str]]:
    """The rows under the head, and the head's lines: its left column, then its right one."""
    column = _right_column(rows[:_HEAD_ROWS])
    if not column:
        return rows, []
    left: list[str] = []
    right: list[str] = []
    length = _head_length(rows[:_HEAD_ROWS], column)
    for cells in rows[:length]:
        left += _lines(cells[:column])
        right += _lines(cells[column:])
    return rows[length:], [*left, *right]


def _right_column(rows: list[list[str]]) -> int:
    """Where the nation's name or its motto stands right of something else; 0: nowhere."""
    for index, cells in enumerate(rows):
        column = next((at for at, cell in enumerate(cells) if _MOTTO.search(cell)), 0)
        # Nothing but the head stands above: a table that cites a motto is no head.
        if column and any(any(row[:column]) for row in rows[: index + 3]):
            return column
    return 0


def _head_length(rows: list[list[str]], column: int) -> int:
    """How many rows belong to the head: the last with a place and date, a motto or a number."""
    last = 0
    for index, cells in enumerate(rows):
        right = " ".join(cell for cell in cells[column:] if cell)
        left = " ".join(cell for cell in cells[:column] if cell)
        number_below = not right and _LEFT.search(left) and index == last + 1
        if number_below or _MOTTO.search(right) or _RIGHT.search(right):
            last = index
        elif sum(1 for cell in cells if cell) > 3:
            break  # a table begins
    return last + 1


def signature_columns(rows: list[list[str]]) -> tuple[list[list[str]], list[str]]:
    """The rows above the signature; then the recipients' lines, and the signer's."""
    for start in range(max(0, len(rows) - _SIGNATURE_ROWS), len(rows)):
        left = next((at for at, cell in enumerate(rows[start]) if _RECIPIENTS.search(cell)), None)
        if left is None:
            continue
        below = rows[start : start + 3]
        found = [at for row in below for at, cell in enumerate(row) if _SIGNER.search(cell)]
        column = min((at for at in found if at > left), default=0)
        if column:
            recipients = [line for row in rows[start:] for line in _lines(row[:column])]
            signer = [line for row in rows[start:] for line in _lines(row[column:])]
            return rows[:start], [*recipients, *signer]
    return rows, []


def _lines(cells: list[str]) -> list[str]:
    return [line for cell in cells for line in cell.splitlines() if line.strip()]
