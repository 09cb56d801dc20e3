"""``giamsat export``: the lists that leave the tool."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from app.cli.files import write_file
from app.cli.options import (
    ConfigOption,
    DatabaseOption,
    Surroundings,
    YearOption,
    settings_of,
    surroundings,
    teller,
)
from app.cli.screens import printable
from app.exporting import Export, Format, Listing, format_of, make_export
from domain.findings import AgencyReport
from domain.reviews import Reviews
from domain.settings import Settings
from rules.inspection import inspected_year, local_day
from storage.store import open_store


def export(
    context: typer.Context,
    listing: Annotated[
        Listing,
        typer.Argument(
            help="missing: the non-publishing agencies; undetermined: what could not be settled; "
            "matrix: the whole table; evidence: the evidence rows."
        ),
    ],
    form: Annotated[
        Format | None,
        typer.Option("--format", help="Default: by the name of the file, else csv."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option(help="File to write; left out: standard output.")
    ] = None,
    include: Annotated[
        str | None, typer.Option(help="'expected' adds the expected publications to 'missing'.")
    ] = None,
    year: YearOption = None,
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """Write a list: who does not publish, what is open, the whole table, the evidence."""
    if include not in (None, "expected"):
        raise typer.BadParameter(f"--include {include!r}: only 'expected' can be added")
    wanted = _Wanted(listing, format_of(output, form), include == "expected", output)
    made = _export(wanted, settings_of(context, config, database), surroundings(context), year)
    if not made:
        raise typer.Exit(1)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be written, and where."""

    listing: Listing
    form: Format
    include_expected: bool
    output: Path | None


def _export(wanted: _Wanted, settings: Settings, around: Surroundings, year: int | None) -> int:
    """Write the list and say so; how many rows it has."""
    now, zone = around.clock.now(), settings.schedule.timezone
    asked = year or inspected_year(settings.inspection, now, zone)
    judged = _judged(settings, asked, local_day(now, zone))
    if not judged.reports:
        _tell_nothing_judged(wanted.listing, asked)
        return 0
    made = make_export(
        wanted.listing,
        wanted.form,
        judged.reports,
        judged.reviews,
        include_expected=wanted.include_expected,
        made_at=now.astimezone(ZoneInfo(zone)),
    )
    _write(made, wanted.output)
    _tell(wanted, made, judged.unvisited)
    return made.rows


@dataclass(frozen=True, slots=True)
class _Judged:
    """What the database says of a year."""

    reports: tuple[AgencyReport, ...]
    reviews: Reviews
    unvisited: int
    """Agencies without a judgement."""


def _judged(settings: Settings, year: int, today: date) -> _Judged:
    store = open_store(settings.database.url, create=False)
    try:
        reports = store.reports(year, today, settings.inspection.confirm_visits)
        reviews = store.reviews.held(today)
        return _Judged(reports, reviews, len(store.unvisited(year, today)))
    finally:
        store.close()


def _tell_nothing_judged(listing: Listing, year: int) -> None:
    teller().print(
        f"export {listing}: nothing is judged for {year} yet: run 'giamsat crawl', or "
        f"'giamsat judge --year {year}' for pages that are stored already",
        markup=False,
    )


def _write(made: Export, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(made.content)
        sys.stdout.buffer.flush()
        return
    write_file(output, made.content)


def _tell(wanted: _Wanted, made: Export, unvisited: int) -> None:
    where = f" → {wanted.output}" if wanted.output else ""
    missing = f"; {unvisited} agencies not yet visited are not in it" if unvisited else ""
    decided = f", {made.decided} of them decided by a person" if made.decided else ""
    told = f"{wanted.listing}: {made.rows} rows{decided}{where}{missing}"
    teller().print(printable(told), markup=False)
