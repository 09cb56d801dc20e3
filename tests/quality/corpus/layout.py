"""A paper's text as its author typed it, parted into head columns, tables and paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

_COLUMNS, _CELLS = "||", "|"


@dataclass(frozen=True, slots=True)
class Columns:
    """A head or foot: lines of a left and a right column."""

    rows: tuple[tuple[str, str], ...]

    @property
    def left(self) -> tuple[str, ...]:
        """The left column from top to bottom."""
        return tuple(left for left, _ in self.rows if left)

    @property
    def right(self) -> tuple[str, ...]:
        """The right column from top to bottom."""
        return tuple(right for _, right in self.rows if right)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, all of the same length."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: tuple[str, ...]

    @property
    def stands_out(self) -> bool:
        """Whether it is set as a title: a short first line in capitals."""
        first = self.lines[0]
        return first.isupper() and len(first) < 80


Part = Columns | Table | Paragraph


def laid_out(text: str) -> tuple[Part, ...]:
    """The parts of a paper in order."""
    return tuple(_parts(text))


def _kind(line: str) -> str:
    if not line.strip():
        return ""
    return _COLUMNS if _COLUMNS in line else _CELLS if _CELLS in line else "line"


def _parts(text: str) -> Iterator[Part]:
    for kind, group in groupby(text.strip("\n").split("\n"), _kind):
        lines = tuple(line.strip() for line in group)
        if kind == _COLUMNS:
            yield Columns(tuple(_two(line) for line in lines))
        elif kind == _CELLS:
            yield Table(_rows(lines))
        elif kind:
            yield Paragraph(lines)


def _two(line: str) -> tuple[str, str]:
    left, _, right = line.partition(_COLUMNS)
    return left.strip(), right.strip()


def _rows(lines: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """A row may be written with a bar at either end, as in Markdown; rules of dashes are none."""
    cells = [[cell.strip() for cell in _bare(line).split(_CELLS)] for line in lines]
    kept = [row for row in cells if any(set(cell) - set("-: ") for cell in row)]
    widest = max(map(len, kept), default=0)
    return tuple((*row, *[""] * (widest - len(row))) for row in kept)


def _bare(line: str) -> str:
    framed = line.startswith(_CELLS) and line.endswith(_CELLS) and len(line) > 1
    return line[1:-1] if framed else line
