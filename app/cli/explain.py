"""``giamsat explain``: in which order an agency's portal was opened and why, and what proves."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from app.cli.explanation_screen import show_explanation
from app.cli.files import write_file
from app.cli.options import (
    ConfigOption,
    DatabaseOption,
    JsonOption,
    YearOption,
    printer,
    settings_of,
    surroundings,
    teller,
    write_raw,
)
from app.cli.screens import plain
from app.explaining import explained
from app.portal_address import portal_address
from crawler.urls import canonical
from crawler.visit.links.book import identity
from domain.errors import UsageError
from domain.settings import Settings
from reports.explanation_json import explanation_to_json
from reports.to_explanation_html import explanation_to_html
from rules.catalogue import load_catalogue
from rules.inspection import inspected_year, local_day
from rules.links import CatalogueScorer
from storage.looks import Look
from storage.store import Store, open_store


def explain(
    context: typer.Context,
    agency: Annotated[
        str,
        typer.Argument(
            metavar="CODE|URL", help="Code of the agency, or the address of a portal seen before."
        ),
    ],
    publication: Annotated[
        str | None,
        typer.Option(metavar="ID", help="What was done to find it, and whether it is enough."),
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write it as a page for people.")
    ] = None,
    year: YearOption = None,
    json: JsonOption = False,
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """Explain the last visit: what was opened in which order and why, what was passed over.

    With --publication: the proof of absence, or why there is none.
    """
    settings = settings_of(context, config, database)
    now, zone = surroundings(context).clock.now(), settings.schedule.timezone
    asked = year or inspected_year(settings.inspection, now, zone)
    store = open_store(settings.database.url, create=False)
    try:
        look = _look(store, agency, asked, local_day(now, zone), settings)
    finally:
        store.close()
    told = explained(look, CatalogueScorer(load_catalogue()), publication)
    if html is not None:
        write_file(html, explanation_to_html(told, now.astimezone(ZoneInfo(zone))))
        teller().print(f"{plain(agency)} → {html}", markup=False)
    if json:
        write_raw(explanation_to_json(told))
    elif html is None:
        show_explanation(printer(), told)


def _look(store: Store, agency: str, year: int, today: date, settings: Settings) -> Look:
    """The newest judged visit of the one agency meant."""
    ids = _agencies(store, agency, today)
    confirm = settings.inspection.confirm_visits
    looks = [look for one in ids if (look := store.looks.newest(one, year, confirm))]
    # An address of the registry may have been checked on demand too: then it is the registry's.
    found = [look for look in looks if look.report.agency.code] or looks
    if not found:
        raise UsageError(f"{agency}: not yet judged for {year}; run 'giamsat crawl' first")
    if len(found) > 1:
        codes = ", ".join(str(look.report.agency.code) for look in found)
        raise UsageError(f"{agency}: the portal of several agencies; name one by its code: {codes}")
    return found[0]


def _agencies(store: Store, agency: str, today: date) -> tuple[int, ...]:
    """The agencies of a code, or those with a portal at an address."""
    if "://" in agency:
        asked = _loose(portal_address(agency))
        found = store.looks.agencies_at(lambda url: _loose(url) == asked)
        missing = "no agency's portal is at this address; 'giamsat registry list' shows them"
    else:
        stored = store.agency(agency, today)
        found = () if stored is None else (stored.id,)
        missing = f"no agency with this code is valid on {today}; see 'giamsat registry list'"
    if not found:
        raise UsageError(f"{agency}: {missing}")
    return found


def _loose(url: str) -> str:
    return identity(canonical(url) or url).rstrip("/")
