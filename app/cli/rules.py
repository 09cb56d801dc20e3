"""``giamsat rules``: the catalogue of publications, checked and tried out."""

from __future__ import annotations

import asyncio
import dataclasses
import json as json_text
import sys
from pathlib import Path
from typing import Annotated

import typer

from app.catalogue_shown import in_force, listed, publication_to_json, row_to_json
from app.cli.options import (
    ConfigOption,
    DatabaseOption,
    JsonOption,
    LevelOption,
    NameOption,
    ParentOption,
    YearOption,
    inspected_as,
    printer,
    settings_of,
    surroundings,
    teller,
    write_raw,
)
from app.cli.rules_screen import show_list, show_publication
from app.cli.screens import plain, printable
from app.cli.trying_screen import show_line, show_tried_paper
from app.paper import Source, from_address, from_file, look_at
from app.portal_address import portal_address
from app.settings import check_names
from app.trying.as_json import lines_to_json, tried_paper_to_json
from app.trying.given import Given, GivenKind, given_by, is_there, lines_of_text
from app.trying.trial import Trial
from app.unraised import unraised
from app.wiring import Parts, open_parts
from domain.errors import UsageError
from domain.settings import Settings
from rules.catalogue import Catalogue, Publication, WrongCatalogueError, check_file, load_catalogue
from rules.catalogue.problems import nearest
from rules.inspection import inspected_year

rules = typer.Typer(
    help="The catalogue of publications: list, show, check a changed one, try it out.",
    no_args_is_help=True,
)
CatalogueOption = Annotated[
    Path | None,
    typer.Option(
        "--catalogue", metavar="FOLDER", help="A changed catalogue (default: the shipped one)."
    ),
]


@rules.command("list")
def list_(
    context: typer.Context,
    catalogue: CatalogueOption = None,
    json: JsonOption = False,
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """List the publications: period, whether they are required, how many wordings name them."""
    settings = settings_of(context, config, database)
    loaded = load_catalogue(catalogue)
    entries = listed(loaded, settings.inspection)
    if json:
        write_raw(_json([row_to_json(entry) for entry in entries]))
    else:
        show_list(printer(), loaded, entries)


@rules.command()
def show(
    context: typer.Context,
    publication: Annotated[
        str, typer.Argument(metavar="ID", help="As 'giamsat rules list' names it.")
    ],
    catalogue: CatalogueOption = None,
    json: JsonOption = False,
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """Show all that the catalogue says of one publication."""
    settings = settings_of(context, config, database)
    loaded = load_catalogue(catalogue)
    if publication not in loaded.ids:
        near = nearest(publication, loaded.ids)
        raise typer.BadParameter(f"no publication {publication!r}; {near}")
    entry = in_force(loaded.get(publication), settings.inspection)
    if json:
        write_raw(_json(publication_to_json(loaded, entry)))
    else:
        show_publication(printer(), loaded, entry)


@rules.command()
def check(
    context: typer.Context,
    path: Annotated[
        Path, typer.Argument(metavar="FILE|FOLDER", help="A publication's TOML, or a catalogue.")
    ],
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """Check a changed catalogue, or one file of it, before it is used.

    Exit: 0 nothing is wrong; 2 something is, and every mistake is named with file and line.
    Contents other than the shipped ones under the same version are warned of.
    """
    settings = settings_of(context, config, database)
    if not is_there(str(path)):
        raise UsageError(f"{path}: no such file or folder")
    try:
        loaded = load_catalogue(path) if path.is_dir() else check_file(path)
    except WrongCatalogueError as error:
        _name_all(path, error)
        raise typer.Exit(2) from error
    if path.is_dir():
        for key in ("required", "expected"):
            check_names(getattr(settings.inspection, key), loaded.ids, "inspection", key)
    printer().print(_what_was_checked(path, loaded), markup=False)
    _warn_of_versions(path, loaded)


def _name_all(path: Path, error: WrongCatalogueError) -> None:
    """Every mistake, one a line."""
    console, count = teller(), len(error.problems)
    for problem in error.problems:
        console.print(printable(str(problem)), markup=False)
    words = "1 mistake" if count == 1 else f"{count} mistakes"
    console.print(printable(f"giamsat: {path}: {words}"), markup=False)


def _warn_of_versions(path: Path, loaded: Catalogue) -> None:
    """Evidence names the version: with the same one nobody could tell by which words it was."""
    asked = [entry.id for entry in _entries_at(path, loaded)]
    folder = path if path.is_dir() else path.parent
    for name, version in unraised(folder, asked).items():
        told = (
            f"warning: {name}: other contents than the shipped one, and the same version "
            f"{version!r}; raise version"
        )
        teller().print(printable(told), markup=False)


def _entries_at(path: Path, loaded: Catalogue) -> list[Publication]:
    return [entry for entry in loaded.publications if path.is_dir() or entry.id == path.stem]


def _what_was_checked(path: Path, loaded: Catalogue) -> str:
    entries = _entries_at(path, loaded)
    wordings = sum(len(entry.names) + len(entry.names_in_context) for entry in entries)
    bases = sum(len(entry.bases) for entry in entries)
    what = f"publications: {len(entries)}, names: {wordings}, legal bases: {bases}"
    if not entries:
        what = f"words shared by {len(loaded.publications)} publications"
    return printable(f"{path}: nothing wrong ({what})")


@rules.command("try")
def try_(
    context: typer.Context,
    source: Annotated[
        str,
        typer.Argument(metavar="TEXT|FILE|URL", help="A title or link text; '-' reads lines."),
    ],
    name: NameOption = None,
    level: LevelOption = "other",
    parent: ParentOption = None,
    year: YearOption = None,
    catalogue: CatalogueOption = None,
    json: JsonOption = False,
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """Say which publications the rules see in a text or paper, and what spoke for and against.

    Exit: 0 done; 1 nothing in the paper could be read; 2 wrong usage or catalogue, or the file or
    address cannot be had.
    """
    settings = settings_of(context, config, database)
    given = given_by(source, sys.stdin.buffer)
    if given.like_a_path:
        teller().print(f"{printable(source)}: no such file; read as a text", markup=False)
    inspected = inspected_as(name, level, parent)
    now = surroundings(context).clock.now()
    asked = year or inspected_year(settings.inspection, now, settings.schedule.timezone)
    trial = Trial(load_catalogue(catalogue), settings.inspection, inspected, asked)
    if given.kind is GivenKind.TEXT:
        lines = [trial.line(text, now) for text in lines_of_text(given.text)]
        if json:
            write_raw(lines_to_json(trial, lines))
        else:
            for line in lines:
                show_line(printer(), trial, line)
        return
    asyncio.run(_try_paper(context, settings, trial, given, json))


async def _try_paper(
    context: typer.Context, settings: Settings, trial: Trial, given: Given, json: bool
) -> None:
    async with open_parts(settings, surroundings(context).clock) as parts:
        with teller().status(f"Reading {plain(given.text)} …"):
            own = _with(parts, trial)
            seen = await look_at(own, await _bytes_of(own, given), trial.inspected)
    tried = trial.paper(seen)
    if json:
        write_raw(tried_paper_to_json(trial, tried, given.kind.value))
    else:
        show_tried_paper(printer(), trial, tried)
    if not seen.anything_read:
        raise typer.Exit(1)


def _with(parts: Parts, trial: Trial) -> Parts:
    """The parts of a visit, with the rules that are tried."""
    return dataclasses.replace(parts, catalogue=trial.catalogue, detector=trial.detector)


async def _bytes_of(parts: Parts, given: Given) -> Source:
    if given.kind is GivenKind.ADDRESS:
        return await from_address(parts, portal_address(given.text))
    most = parts.settings.crawler.max_body_bytes
    return await asyncio.to_thread(from_file, Path(given.text), most)


def _json(value: object) -> str:
    return json_text.dumps(value, ensure_ascii=False, indent=1)
