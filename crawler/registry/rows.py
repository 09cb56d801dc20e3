"""From one line of a registry file to an agency."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from crawler.registry.cells import (
    address_problem,
    code_problem,
    name_problem,
    read_date,
    read_yes,
)
from crawler.registry.columns import Heading
from crawler.registry.file import Line
from crawler.registry.levels import read_level
from domain.agencies import Agency, Level, PortalAddress
from domain.errors import RowProblem


@dataclass(frozen=True, slots=True)
class RegistryRow:
    """An agency and the line it stands on."""

    line: int
    agency: Agency


def read_row(line: Line, heading: Heading, problems: list[RowProblem]) -> RegistryRow | None:
    """The agency of a line, or None with what is wrong added to ``problems``."""
    before = len(problems)
    cells = _Cells(line, _by_column(line, heading, problems), problems)
    agency = Agency(
        code=cells.checked("code", code_problem(cells.text("code"))),
        name=cells.checked("name", name_problem(cells.text("name"))),
        level=cells.level(),
        parent=cells.text("parent") or None,
        portals=cells.portals(),
        valid_from=cells.day("valid_from"),
        valid_to=cells.day("valid_to"),
        successors=cells.several("successor"),
    )
    if agency.valid_from and agency.valid_to and agency.valid_to < agency.valid_from:
        cells.complain("valid_to", f"{agency.valid_to} is before valid_from {agency.valid_from}")
    return None if len(problems) > before else RegistryRow(line.number, agency)


def _by_column(line: Line, heading: Heading, problems: list[RowProblem]) -> Mapping[str, str]:
    extra = [cell for cell in line.cells[len(heading.columns) :] if cell]
    if extra:
        count = len(heading.columns) + len(extra)
        reason = f"{count} cells for {len(heading.columns)} columns; is a separator unquoted?"
        problems.append(RowProblem(line.number, str(count), reason))
    pairs = zip(heading.columns, line.cells, strict=False)
    return {column: _tidy(cell) for column, cell in pairs if column}


def _tidy(cell: str) -> str:
    """NFC, so that one name is written one way; spaces as a person sees them."""
    return " ".join(unicodedata.normalize("NFC", cell).split())


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of one line by column, and where to complain about them."""

    line: Line
    texts: Mapping[str, str]
    problems: list[RowProblem]

    def text(self, column: str) -> str:
        return self.texts.get(column, "")

    def complain(self, column: str, reason: str) -> None:
        self.problems.append(RowProblem(self.line.number, column, reason))

    def checked(self, column: str, reason: str | None) -> str:
        if reason is not None:
            self.complain(column, reason)
        return self.text(column)

    def level(self) -> Level:
        level = read_level(self.text("level"))
        if isinstance(level, Level):
            return level
        self.complain("level", level)
        return Level.OTHER

    def day(self, column: str) -> date | None:
        words = self.text(column)
        found = read_date(words) if words else None
        if isinstance(found, str):
            self.complain(column, found)
            return None
        return found

    def several(self, column: str) -> tuple[str, ...]:
        parts = (part.strip() for part in self.text(column).split(";"))
        return tuple(dict.fromkeys(part for part in parts if part))

    def portals(self) -> tuple[PortalAddress, ...]:
        verified = self._verified()
        addresses = self.several("portal_url")
        for address in addresses:
            reason = address_problem(address)
            if reason is not None:
                self.complain("portal_url", reason)
        return tuple(PortalAddress(address, verified) for address in addresses)

    def _verified(self) -> bool:
        words = self.text("portal_verified")
        if not words:
            return True
        answer = read_yes(words)
        if answer is None:
            self.complain("portal_verified", f"{words!r} is neither yes nor no (có, không)")
        return answer is not False
