"""``giamsat crawl``: the nightly job, now."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from app.cli.ending import run_until_ended
from app.cli.options import (
    ConfigOption,
    DatabaseOption,
    JsonOption,
    YearOption,
    printer,
    settings_of,
    surroundings,
    teller,
    write_piece,
)
from app.cli.screens import plain, show_night
from app.night import NightResult, crawl_night
from app.night_lock import night_lock
from app.wiring import open_parts
from domain.errors import UsageError
from domain.findings import AgencyReport
from domain.protocols import Clock
from domain.settings import Settings
from reports.to_json import matrix_in_pieces
from rules.inspection import local_day
from storage.store import Store, open_store

_REFRESHED_A_SECOND = 2
"""Enough to see it move: each drawing takes half a millisecond from the crawl."""


def crawl(
    context: typer.Context,
    only: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Only these agencies (repeatable).")
    ] = None,
    full: Annotated[
        bool,
        typer.Option(
            "--full", help="Open every portal whole; take nothing over from the night before."
        ),
    ] = False,
    year: YearOption = None,
    json: JsonOption = False,
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """Crawl every agency now, judge it and print the totals; goes on where a kill cut off."""
    settings = settings_of(context, config, database)
    clock = surroundings(context).clock
    store = open_store(settings.database.url, create=False)
    try:
        _require_agencies(store, only or [], clock, settings)
        with night_lock(settings.database.url):
            result = run_until_ended(_crawl(settings, clock, store, year, only or [], full))
        _tell(result, json=json)
    finally:
        store.close()
    if not result.health.good:
        raise typer.Exit(1)


def _tell(result: NightResult, *, json: bool) -> None:
    """Print what came of it; the reports are read from the store meanwhile."""
    if json:
        for piece in matrix_in_pieces(result.reports):
            write_piece(piece)
    else:
        show_night(printer(), result)


def _require_agencies(store: Store, only: list[str], clock: Clock, settings: Settings) -> None:
    today = local_day(clock.now(), settings.schedule.timezone)
    codes = {stored.inspected.agency.code for stored in store.agencies(on=today)}
    if not codes:
        raise UsageError(
            f"{settings.database.url}: no agency is valid on {today}; "
            "run 'giamsat registry import FILE' first"
        )
    unknown = [code for code in only if code not in codes]
    if unknown:
        raise UsageError(
            f"--only: no agency with the code {', '.join(unknown)} is valid on {today}; "
            "'giamsat registry list' shows them"
        )


async def _crawl(
    settings: Settings, clock: Clock, store: Store, year: int | None, only: list[str], full: bool
) -> NightResult:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[last]}"),
    )
    screen = teller()
    with Progress(
        *columns, console=screen, transient=True, disable=not screen.is_terminal,
        refresh_per_second=_REFRESHED_A_SECOND,
    ) as bar:  # fmt: skip
        task = bar.add_task("Portals", total=None, last="")

        def told(done: int, total: int, report: AgencyReport | None) -> None:
            last = plain(f"{report.agency.name}: {report.portal_state}") if report else ""
            bar.update(task, completed=done, total=total, last=last)

        async with open_parts(settings, clock) as parts:
            return await crawl_night(parts, store, year=year, only=only, told=told, full=full)
