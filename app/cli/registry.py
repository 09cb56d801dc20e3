"""``giamsat registry``: who is inspected."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from app.cli.options import (
    ConfigOption,
    DatabaseOption,
    JsonOption,
    printer,
    settings_of,
    surroundings,
    write_raw,
)
from app.cli.screens import plain
from crawler.registry import read_registry
from domain.agencies import Agency
from domain.errors import RegistryError
from reports.registry_table import registry_table
from reports.to_json import to_json
from reports.words import LEVELS
from rules.inspection import local_day
from storage.store import open_store

LARGEST_FILE_BYTES = 50_000_000
"""A longer file is cut here and then refused as too large by its reader."""

registry = typer.Typer(help="Who is inspected: import and list agencies.", no_args_is_help=True)


@registry.command("import")
def import_(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(help="CSV or XLSX files; taken over together.")],
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """Take over agencies from CSV or XLSX; every bad row is named and nothing is half-imported."""
    settings = settings_of(context, config, database)
    contents = [(_bytes_of(file), file.name) for file in files]
    store = open_store(settings.database.url)
    try:
        agencies = _read_all(contents, {a.inspected.agency.code or "" for a in store.agencies()})
        summary = store.import_agencies(agencies, surroundings(context).clock.now())
    finally:
        store.close()
    printer().print(
        f"{len(agencies)} agencies read: {summary.added} added, {summary.changed} changed, "
        f"{summary.unchanged} unchanged ({settings.database.url})",
        markup=False,
    )


def _read_all(contents: list[tuple[bytes, str]], known: set[str]) -> list[Agency]:
    """The agencies of all files; a later file may name a unit of an earlier one."""
    agencies: list[Agency] = []
    for content, name in contents:
        agencies.extend(read_registry(content, name, known))
        known |= {agency.code or "" for agency in agencies}
    return agencies


def _bytes_of(file: Path) -> bytes:
    try:
        if not file.is_file():
            raise RegistryError(f"{file}: there is no such file")
        with file.open("rb") as content:
            return content.read(LARGEST_FILE_BYTES + 1)
    except OSError as error:
        raise RegistryError(f"{file}: cannot be read: {error.strerror}") from error


@registry.command("list")
def list_(
    context: typer.Context,
    on: Annotated[
        str | None, typer.Option(help="Valid on this day, YYYY-MM-DD (default: today).")
    ] = None,
    json: JsonOption = False,
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """List the agencies that are inspected."""
    settings = settings_of(context, config, database)
    today = local_day(surroundings(context).clock.now(), settings.schedule.timezone)
    store = open_store(settings.database.url, create=False)
    try:
        agencies = [a.inspected.agency for a in store.agencies(on=_day(on) or today)]
    finally:
        store.close()
    if json:
        write_raw(to_json(registry_table(agencies)).decode())
        return
    table = Table("Mã", "Tên", "Cấp", "Trực thuộc", "Cổng thông tin")
    for agency in agencies:
        portals = "; ".join(
            portal.url + ("" if portal.verified else " (chưa kiểm chứng)")
            for portal in agency.portals
        )
        row = (agency.code or "", agency.name, LEVELS[agency.level], agency.parent or "", portals)
        table.add_row(*(plain(cell) for cell in row))
    printer().print(table)
    printer().print(f"{len(agencies)} agencies", markup=False)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day; write YYYY-MM-DD") from error
