"""``giamsat check``: one portal now, without a registry."""

from __future__ import annotations

import asyncio
import signal
from typing import Annotated

import typer

from app.cli.level import level_of
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
from app.cli.screens import show_report
from app.inspecting import Inspection, inspect_portal
from app.memory import PassingMemory
from app.page_name import NamedByPage
from app.portal_address import portal_address
from app.wiring import open_parts
from domain.agencies import Agency, Inspected, Level, PortalAddress
from domain.errors import AddressError
from domain.outcomes import Outcome
from domain.protocols import Clock
from domain.settings import Settings
from reports.to_json import report_to_json
from rules.inspection import inspected_year


def check(
    context: typer.Context,
    url: Annotated[str, typer.Argument(help="Address of the portal, with http:// or https://.")],
    name: Annotated[
        str | None,
        typer.Option(help="Name of the agency; left out, it is read off the page, unchecked."),
    ] = None,
    level: Annotated[
        str, typer.Option(help="Level: province, department, district, commune, branch, other.")
    ] = "other",
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
    inspection = asyncio.run(_check(settings, clock, address, name, level_of(level), asked_year))
    _refuse_impossible(address, inspection)
    if json:
        write_raw(report_to_json(inspection.report))
    else:
        show_report(printer(), inspection.report)
    if not inspection.report.portal_state.judgeable:
        raise typer.Exit(1)


async def _check(
    settings: Settings, clock: Clock, address: str, name: str | None, level: Level, year: int
) -> Inspection:
    agency = Agency(code=None, name=name or "", level=level, portals=(PortalAddress(address),))
    inspected = Inspected(agency, name_known=name is not None)
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, stop.set)
    memory = PassingMemory()
    namer = NamedByPage()
    async with open_parts(settings, clock) as parts:
        with teller().status(f"Đang xem {address} … (Ctrl-C: dừng và in những gì đã biết)"):
            inspection = await inspect_portal(
                parts,
                inspected,
                memory,
                year=year,
                interrupted=stop.is_set,
                heard=namer.saw,
            )
    return inspection if name is not None else namer.named(inspection)


def _refuse_impossible(address: str, inspection: Inspection) -> None:
    """An address that cannot exist or must not be asked is the caller's mistake, not a verdict."""
    if inspection.report.portal_state.judgeable:
        return
    for attempt in inspection.visit.attempts:
        if attempt.outcome is Outcome.UNSAFE_ADDRESS:
            raise AddressError(
                f"{address}: {attempt.detail or 'a private address'}; refused. To check portals on "
                "your own network set [crawler] allow_private_addresses = true"
            )
        if attempt.outcome is Outcome.DNS:
            raise AddressError(f"{address}: no such host is known; check the spelling")
