"""Which list in which format: the table of exports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from domain.errors import UsageError
from domain.findings import AgencyReport
from reports.tables import (
    Table,
    evidence_table,
    matrix_table,
    missing_table,
    undetermined_table,
)
from reports.to_csv import to_csv
from reports.to_html import to_html
from reports.to_json import matrix_to_json, to_json
from reports.to_xlsx import to_xlsx


class Listing(StrEnum):
    """What is exported."""

    MISSING = "missing"
    UNDETERMINED = "undetermined"
    MATRIX = "matrix"
    EVIDENCE = "evidence"


class Format(StrEnum):
    """As what it is exported."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Export:
    """A list in a format, ready to be written."""

    content: bytes
    rows: int


def make_export(
    listing: Listing,
    form: Format,
    reports: Sequence[AgencyReport],
    *,
    include_expected: bool,
    made_at: datetime,
) -> Export:
    """Write one list in one format; ``html`` shows the agencies that stand on it, whole."""
    table = _TABLES[listing](reports, include_expected)
    if form is Format.CSV:
        content = to_csv(table)
    elif form is Format.XLSX:
        content = to_xlsx(table, reports, made_at)
    elif form is Format.HTML:
        named = {row[0] for row in table.rows}
        shown = [report for report in reports if report.agency.code in named]
        content = to_html(shown, made_at, title=f"{table.title} ({asked_year(reports)})")
    elif listing is Listing.MATRIX:
        content = matrix_to_json(reports)
    else:
        content = to_json(table)
    return Export(content, len(table.rows))


def asked_year(reports: Sequence[AgencyReport]) -> str:
    """The inspected year of a list, for its heading."""
    return ", ".join(sorted({str(report.year) for report in reports})) or "–"


def format_of(output: Path | None, asked: Format | None) -> Format:
    """The format asked for, else the one that the file's name says, else CSV.

    Raises:
        UsageError: the two contradict each other, so that the file would lie about itself.
    """
    suffix = output.suffix.lower().lstrip(".") if output else ""
    named = next((form for form in Format if form.value == suffix), None)
    if asked is not None and named is not None and asked is not named:
        raise UsageError(f"--format {asked} and --output {output} contradict each other")
    return asked or named or Format.CSV


_TABLES: dict[Listing, Callable[[Sequence[AgencyReport], bool], Table]] = {
    Listing.MISSING: lambda reports, expected: missing_table(reports, include_expected=expected),
    Listing.UNDETERMINED: lambda reports, expected: undetermined_table(reports),
    Listing.MATRIX: lambda reports, expected: matrix_table(reports),
    Listing.EVIDENCE: lambda reports, expected: evidence_table(reports),
}
