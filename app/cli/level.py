"""A level as typed on the command line."""

from __future__ import annotations

import typer

from domain.agencies import Level


def level_of(text: str) -> Level:
    """The level named; raises BadParameter (exit 2) naming the known ones."""
    try:
        return Level(text.strip().lower())
    except ValueError as error:
        known = ", ".join(level.value for level in Level)
        raise typer.BadParameter(f"{text!r} is no level; known: {known}") from error
