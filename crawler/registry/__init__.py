"""The registry file: who is inspected and where; taken over whole or refused whole."""

from __future__ import annotations

from collections.abc import Collection

from crawler.registry.checks import problems_between
from crawler.registry.columns import Heading, find_heading
from crawler.registry.file import Table, read_table
from crawler.registry.rows import RegistryRow, read_row
from domain.agencies import Agency
from domain.errors import RegistryError, RowProblem


def read_registry(data: bytes, name: str, known_codes: Collection[str] = ()) -> tuple[Agency, ...]:
    """The agencies of a CSV or XLSX file, in its order.

    ``name`` is the file's name, for messages and to tell its format. ``known_codes`` are codes
    that stand in the database already: a parent or successor may name them too. Raises
    :class:`RegistryError` that names every bad row.
    """
    table = read_table(data, name)
    heading = find_heading(table, name)
    problems: list[RowProblem] = []
    rows = _read_rows(table, heading, problems)
    problems += problems_between(rows, known_codes)
    if problems:
        raise _refusal(name, problems)
    if not rows:
        raise RegistryError(f"{name}: there is no row below the heading; nothing was imported")
    return tuple(row.agency for row in rows)


def _read_rows(
    table: Table, heading: Heading, problems: list[RowProblem]
) -> tuple[RegistryRow, ...]:
    rows: list[RegistryRow] = []
    for line in table.lines:
        if line.number > heading.line and any(line.cells):
            row = read_row(line, heading, problems)
            if row is not None:
                rows.append(row)
    return tuple(rows)


def _refusal(name: str, problems: list[RowProblem]) -> RegistryError:
    ordered = tuple(sorted(problems, key=lambda problem: problem.line))
    count = "1 problem" if len(ordered) == 1 else f"{len(ordered)} problems"
    return RegistryError(f"{name}: {count}; nothing was imported", ordered)
