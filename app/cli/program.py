"""All commands, in the groups that ``giamsat --help`` shows."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli import (
    check,
    crawl,
    doctor,
    explain,
    export,
    judge,
    read,
    registry,
    review,
    rules,
    schedule,
    show,
)
from app.doctor import own_version


def print_version(wanted: bool) -> None:
    """Print the version and end."""
    if wanted:
        typer.echo(f"giamsat {own_version()}")
        raise typer.Exit


INSPECT = "Inspect"
RESULTS = "Results"
SETUP = "Set up and operate"


def start(
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=print_version, help="Print the version."),
    ] = False,
) -> None:
    """Watches whether agencies publish their ISO 9001 papers, with the evidence."""


def make_program() -> typer.Typer:
    """The program with every command."""
    program = typer.Typer(
        name="giamsat",
        help=(
            "Watches whether a province's agencies publish their ISO 9001 quality-management "
            "papers on their portals, with the evidence or the proof that one looked."
        ),
        no_args_is_help=True,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    program.callback()(start)
    program.command("check", rich_help_panel=INSPECT)(check.check)
    program.command("read", rich_help_panel=INSPECT)(read.read)
    program.command("crawl", rich_help_panel=INSPECT)(crawl.crawl)
    program.command("judge", rich_help_panel=INSPECT)(judge.judge)
    program.command("show", rich_help_panel=RESULTS)(show.show)
    program.command("explain", rich_help_panel=RESULTS)(explain.explain)
    program.add_typer(review.review, name="review", rich_help_panel=RESULTS)
    program.command("export", rich_help_panel=RESULTS)(export.export)
    program.add_typer(registry.registry, name="registry", rich_help_panel=SETUP)
    program.add_typer(rules.rules, name="rules", rich_help_panel=SETUP)
    program.command("schedule", rich_help_panel=SETUP)(schedule.schedule)
    program.command("doctor", rich_help_panel=SETUP)(doctor.doctor)
    return program
