"""``giamsat export``: the lists that leave the tool."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from app.cli.options import (
    ConfigOption,
    DatabaseOption,
    YearOption,
    settings_of,
    surroundings,
    teller,
)
from app.exporting import Export, Format, Listing, format_of, make_export
from domain.errors import UsageError
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
    chosen = format_of(output, form)
    settings = settings_of(context, config, database)
    now = surroundings(context).clock.now()
    asked = year or inspected_year(settings.inspection, now, settings.schedule.timezone)
    today = local_day(now, settings.schedule.timezone)
    store = open_store(settings.database.url, create=False)
    try:
        reports = store.reports(asked, today, settings.inspection.confirm_visits)
        unvisited = len(store.unvisited(asked, today))
    finally:
        store.close()
    if not reports:
        teller().print(
            f"export {listing}: nothing is judged for {asked} yet: run 'giamsat crawl', or "
            f"'giamsat judge --year {asked}' for pages that are stored already",
            markup=False,
        )
        raise typer.Exit(1)
    made = make_export(
        listing,
        chosen,
        reports,
        include_expected=include == "expected",
        made_at=now.astimezone(ZoneInfo(settings.schedule.timezone)),
    )
    _write(made, output)
    _tell(listing, made, output, unvisited)
    if not made.rows:
        raise typer.Exit(1)


def _write(made: Export, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(made.content)
        sys.stdout.buffer.flush()
        return
    partial = output.with_name(output.name + ".partial")
    try:
        partial.write_bytes(made.content)
        partial.replace(output)
    except OSError as error:
        raise UsageError(f"{output}: cannot be written: {error.strerror}") from error


def _tell(listing: Listing, made: Export, output: Path | None, unvisited: int) -> None:
    where = f" → {output}" if output else ""
    missing = f"; {unvisited} agencies not yet visited are not in it" if unvisited else ""
    teller().print(f"{listing}: {made.rows} rows{where}{missing}", markup=False)
