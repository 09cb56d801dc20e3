"""What all commands share: the options, the surroundings they run in, and printing."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from app.cli.level import level_of
from app.clock import SystemClock
from app.schedule import trigger_of
from app.settings import load_settings
from domain.agencies import Agency, Inspected
from domain.protocols import Clock
from domain.settings import Settings

ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Configuration file (default: ./config.toml)."),
]
DatabaseOption = Annotated[
    str | None,
    typer.Option("--database", metavar="URL", help="Database, such as sqlite:///giamsat.db."),
]
YearOption = Annotated[
    int | None,
    typer.Option("--year", min=2000, max=2100, help="Inspected year (default: the current one)."),
]
NameOption = Annotated[
    str | None,
    typer.Option("--name", help="Agency it should be of; left out, the issuer is not checked."),
]
LevelOption = Annotated[
    str,
    typer.Option("--level", help="Level: province, department, district, commune, branch, other."),
]
ParentOption = Annotated[
    list[str] | None,
    typer.Option(
        "--parent",
        metavar="NAME",
        help="Body above it, such as 'UBND tỉnh A'; several times: nearest first.",
    ),
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="One JSON document on stdout and nothing else.")
]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a command takes from outside; replaced in tests and demonstrations."""

    clock: Clock = field(default_factory=SystemClock)
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))


def settings_of(
    context: typer.Context,
    config: Path | None,
    database: str | None,
    more: Mapping[tuple[str, str], object] | None = None,
) -> Settings:
    """The settings in force for one command."""
    options = dict(more or {})
    if database is not None:
        options["database", "url"] = database
    settings = load_settings(config, surroundings(context).environment, options)
    trigger_of(settings.schedule)  # a cron rule that is none is wrong for every command
    return settings


def inspected_as(name: str | None, level: str, parents: list[str] | None) -> Inspected:
    """The agency that a paper should be of, as the options name it."""
    agency = Agency(code=None, name=name or "", level=level_of(level))
    return Inspected(agency, parents=tuple(parents or ()), name_known=name is not None)


def surroundings(context: typer.Context) -> Surroundings:
    """The clock and environment the program was started with."""
    found = context.find_object(Surroundings)
    return found or Surroundings()


PIPE_WIDTH = 150
"""Columns of a table that goes to a file or another program."""


def printer() -> Console:
    """Standard output for people; plain when it is no terminal."""
    width = None if sys.stdout.isatty() else PIPE_WIDTH
    return Console(file=sys.stdout, highlight=False, soft_wrap=True, width=width)


def teller() -> Console:
    """Standard error: progress and notices."""
    return Console(file=sys.stderr, highlight=False, soft_wrap=True)


def write_piece(text: str) -> None:
    """A part of a text for other programs, to stdout as it is."""
    sys.stdout.write(text)
    sys.stdout.flush()


def write_raw(text: str) -> None:
    """Text for other programs, to stdout as it is."""
    write_piece(text if text.endswith("\n") else f"{text}\n")
