"""``giamsat doctor``: what works, what is off, and what to do."""

from __future__ import annotations

import typer
from rich.table import Table

from app.cli.options import ConfigOption, DatabaseOption, printer, settings_of, surroundings
from app.cli.screens import plain
from app.doctor import Health, examine

_SIGNS = {Health.GOOD: "[green]✔[/]", Health.OFF: "[yellow]–[/]", Health.BAD: "[red]✘[/]"}


def doctor(
    context: typer.Context, config: ConfigOption = None, database: DatabaseOption = None
) -> None:
    """Say what is installed, reachable and writable, and what to do about the rest."""
    settings = settings_of(context, config, database)
    table = Table("", "Part", "Found", "What to do", box=None)
    bad = False
    for one in examine(settings, surroundings(context).clock):
        bad = bad or one.health is Health.BAD
        table.add_row(_SIGNS[one.health], plain(one.part), plain(one.found), plain(one.advice))
    printer().print(table)
    if bad:
        raise typer.Exit(1)
