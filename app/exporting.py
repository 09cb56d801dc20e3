"""Which list in which format: the table of exports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from domain.errors import UsageError
from domain.findings import AgencyReport
from domain.reviews import Reviews
from reports.table import Row, Table
from reports.tables import evidence_table, matrix_table, missing_table, undetermined_table
from reports.to_csv import to_csv
from reports.to_html import to_html
from reports.to_json import matrix_to_json, to_json
from reports.to_xlsx import to_xlsx

_PLAIN = ("", "txt")
"""Ends of names that CSV may have too."""


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
    decided: int = 0
    """How many of the rows are in the part of those that a person has decided on."""


def make_export(
    listing: Listing,
    form: Format,
    reports: Sequence[AgencyReport],
    reviews: Reviews,
    *,
    include_expected: bool,
    made_at: datetime,
) -> Export:
    """Write one list in one format, what people said beside what the machine says."""
    table = _TABLES[listing](reports, reviews, include_expected)
    if form is Format.CSV:
        content = to_csv(table)
    elif form is Format.XLSX:
        content = to_xlsx(table, reports, made_at, reviews)
    elif form is Format.HTML:
        content = _page(table, reports, reviews, made_at)
    elif listing is Listing.MATRIX:
        content = matrix_to_json(reports, reviews)
    else:
        content = to_json(table)
    return Export(content, len(table.rows), table.decided)


def _page(
    table: Table, reports: Sequence[AgencyReport], reviews: Reviews, made_at: datetime
) -> bytes:
    """The agencies that stand on a list, whole; last those on which a person has decided all."""
    machines = len(table.rows) - table.decided
    named = _codes(table.rows[:machines])
    decided = _codes(table.rows[machines:]) - named
    shown = [report for report in reports if report.agency.code in named | decided]
    title = f"{table.title} ({asked_year(reports)})"
    return to_html(shown, made_at, title=title, reviews=reviews, decided=decided, province=reports)


def _codes(rows: Sequence[Row]) -> frozenset[str]:
    return frozenset(str(row[0]) for row in rows)


def asked_year(reports: Sequence[AgencyReport]) -> str:
    """The inspected year of a list, for its heading."""
    return ", ".join(sorted({str(report.year) for report in reports})) or "–"


def format_of(output: Path | None, asked: Format | None) -> Format:
    """The format asked for, else the one that the file's name says, else CSV.

    Raises:
        UsageError: the two contradict each other, or the name is of a file that is not written
            here, such as a PDF, so that the file would lie about itself.
    """
    suffix = output.suffix.lower().lstrip(".") if output else ""
    named = next((form for form in Format if form.value == suffix), None)
    if asked is not None and named is not None and asked is not named:
        raise UsageError(f"--format {asked} and --output {output} contradict each other")
    if asked is None and named is None and suffix not in _PLAIN:
        formats = ", ".join(f".{form}" for form in Format)
        raise UsageError(
            f"--output {output}: a .{suffix} file is not written here; name it {formats}, "
            "or say --format"
        )
    return asked or named or Format.CSV


_TABLES: dict[Listing, Callable[[Sequence[AgencyReport], Reviews, bool], Table]] = {
    Listing.MISSING: lambda reports, reviews, expected: missing_table(
        reports, reviews, include_expected=expected
    ),
    Listing.UNDETERMINED: lambda reports, reviews, _: undetermined_table(reports, reviews),
    Listing.MATRIX: lambda reports, reviews, _: matrix_table(reports, reviews),
    Listing.EVIDENCE: lambda reports, reviews, _: evidence_table(reports, reviews),
}
