"""``giamsat check``: one portal now, without a registry; kept where there is a database."""

from __future__ import annotations

import asyncio
import signal
from dataclasses import dataclass
from typing import Annotated

import typer

from app.cli.level import level_of
from app.cli.options import (
    ConfigOption,
    DatabaseOption,
    JsonOption,
    LevelOption,
    ParentOption,
    YearOption,
    printer,
    settings_of,
    surroundings,
    teller,
    write_raw,
)
from app.cli.screens import plain, show_report
from app.inspecting import Inspection, inspect_portal
from app.keeping import KeptVisit, close_kept, open_kept
from app.memory import PassingMemory
from app.page_name import NamedByPage
from app.portal_address import portal_address
from app.wiring import Parts, open_parts
from domain.agencies import Agency, Inspected, PortalAddress
from domain.errors import AddressError, StoreError
from domain.outcomes import Outcome, StoppedBy
from domain.protocols import Clock
from domain.settings import Settings
from reports.to_json import report_to_json
from rules.inspection import inspected_year
from storage.opening import NoDatabaseError
from storage.store import Store, open_store


def check(
    context: typer.Context,
    url: Annotated[str, typer.Argument(help="Address of the portal, with http:// or https://.")],
    name: Annotated[
        str | None,
        typer.Option(help="Name of the agency; left out, it is read off the page, unchecked."),
    ] = None,
    level: LevelOption = "other",
    parent: ParentOption = None,
    year: YearOption = None,
    json: JsonOption = False,
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """Check one portal now. Ctrl-C stops looking and prints what is known."""
    settings = settings_of(context, config, database)
    address = portal_address(url)
    clock = surroundings(context).clock
    asked_year = year or inspected_year(
        settings.inspection, clock.now(), settings.schedule.timezone
    )
    agency = Agency(
        code=None, name=name or "", level=level_of(level), portals=(PortalAddress(address),)
    )
    inspected = Inspected(agency, tuple(parent or ()), name_known=name is not None)
    store = _store_if_any(settings)
    try:
        checked = asyncio.run(_check(settings, clock, store, inspected, asked_year))
    finally:
        if store is not None:
            store.close()
    _refuse_impossible(address, checked.inspection)
    _print(checked, json)


def _print(checked: _Checked, json: bool) -> None:
    """What is known; then the exit status that it calls for."""
    report = checked.inspection.report
    if json:
        write_raw(report_to_json(report))
    else:
        show_report(printer(), report)
    if checked.not_kept is not None:
        raise checked.not_kept
    cut_short = report.coverage.stopped_by is StoppedBy.INTERRUPTED
    if cut_short or not report.portal_state.judgeable:
        raise typer.Exit(1)


@dataclass(frozen=True, slots=True)
class _Checked:
    """What the look came to, and why it could not be kept at its end."""

    inspection: Inspection
    not_kept: StoreError | None


def _store_if_any(settings: Settings) -> Store | None:
    """The store that is there already; without one the check goes on and is not kept."""
    try:
        return open_store(settings.database.url, create=False)
    except NoDatabaseError:
        teller().print(
            f"giamsat check: this look is not kept: there is no database "
            f"{settings.database.url} ('giamsat registry import FILE' makes it)",
            markup=False,
        )
        return None


async def _check(
    settings: Settings, clock: Clock, store: Store | None, inspected: Inspected, year: int
) -> _Checked:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, stop.set)
    namer = NamedByPage()
    kept = await asyncio.to_thread(_open, store, inspected.agency, clock) if store else None
    async with open_parts(settings, clock) as parts:
        with teller().status(_looking_at(inspected.agency)):
            inspection = await inspect_portal(
                parts,
                inspected,
                kept.memory if kept else PassingMemory(),
                year=year,
                start_with=kept.start_with if kept else (),
                started_at=kept.started_at if kept else None,
                interrupted=stop.is_set,
                heard=namer.saw,
            )
        if not inspected.name_known:
            inspection = namer.named(inspection)
        not_kept = await asyncio.to_thread(_keep, parts, kept, inspection) if kept else None
    return _Checked(inspection, not_kept)


def _keep(parts: Parts, kept: KeptVisit, inspection: Inspection) -> StoreError | None:
    """Keep the visit; a failure is handed back, so that what was seen is printed before it."""
    try:
        close_kept(parts, kept, inspection)
    except StoreError as error:
        return error
    return None


def _open(store: Store, agency: Agency, clock: Clock) -> KeptVisit:
    """A visit beside the registry: no night's, and nobody's confirmation."""
    now = clock.now()
    return open_kept(store, None, store.on_demand_agency(agency, now), agency, now)


def _looking_at(agency: Agency) -> str:
    return f"Looking at {plain(agency.portals[0].url)} … (Ctrl-C: stop and print what is known)"


def _refuse_impossible(address: str, inspection: Inspection) -> None:
    """An address that cannot exist or must not be asked is the caller's mistake, not a verdict."""
    if inspection.report.portal_state.judgeable:
        return
    for attempt in inspection.visit.attempts:
        if attempt.outcome is Outcome.UNSAFE_ADDRESS:
            raise AddressError(
                f"{address}: refused: private, local and reserved addresses are not asked "
                "([crawler] allow_private_addresses = true lets loopback and private ones in)"
            )
        if attempt.outcome is Outcome.DNS:
            raise AddressError(f"{address}: no such host is known; check the spelling")
