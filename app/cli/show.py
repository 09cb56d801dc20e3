"""``giamsat show``: one agency with its findings, evidence, coverage and history."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from app.cli.options import (
    ConfigOption,
    DatabaseOption,
    JsonOption,
    YearOption,
    printer,
    settings_of,
    surroundings,
    write_raw,
)
from app.cli.screens import show_history, show_report
from domain.errors import UsageError
from reports.to_json import report_to_json
from rules.inspection import inspected_year, local_day
from storage.store import open_store


def show(
    context: typer.Context,
    code: Annotated[str, typer.Argument(help="Code of the agency, as in the registry.")],
    year: YearOption = None,
    json: JsonOption = False,
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """Show one agency: findings, evidence, what people said, coverage, history."""
    settings = settings_of(context, config, database)
    now = surroundings(context).clock.now()
    today = local_day(now, settings.schedule.timezone)
    asked = year or inspected_year(settings.inspection, now, settings.schedule.timezone)
    store = open_store(settings.database.url, create=False)
    try:
        if store.agency(code, today) is None:
            raise UsageError(
                f"{code}: no agency with this code is valid on {today}; 'giamsat registry list' "
                "shows them, with --on DAY those of an earlier day"
            )
        report = store.report(code, asked, today, settings.inspection.confirm_visits)
        history = store.history(code)
        reviews = store.reviews.held(today).in_zone(ZoneInfo(settings.schedule.timezone))
    finally:
        store.close()
    if report is None:
        raise UsageError(
            f"{code}: not yet judged for {asked}; run 'giamsat crawl --only {code}', or 'giamsat "
            f"judge --year {asked}' for pages that are stored already"
        )
    if json:
        write_raw(report_to_json(report, reviews))
        return
    show_report(printer(), report, reviews)
    show_history(printer(), history)
