"""``giamsat read``: what giamsat sees in one paper, and which publications the rules see in it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from app.cli.options import (
    ConfigOption,
    DatabaseOption,
    JsonOption,
    LevelOption,
    NameOption,
    ParentOption,
    inspected_as,
    printer,
    settings_of,
    surroundings,
    teller,
    write_raw,
)
from app.cli.paper_screen import show_paper
from app.cli.screens import plain
from app.paper import PaperSeen, Source, from_address, from_file, look_at
from app.paper_json import paper_to_json
from app.portal_address import portal_address
from app.wiring import Parts, open_parts
from domain.agencies import Inspected
from domain.errors import UsageError
from domain.settings import Settings
from rules.catalogue import load_catalogue


def read(
    context: typer.Context,
    source: Annotated[
        str, typer.Argument(metavar="FILE|URL", help="A paper: PDF, scan, Word, Excel, ZIP, ...")
    ],
    name: NameOption = None,
    level: LevelOption = "other",
    parent: ParentOption = None,
    text: Annotated[bool, typer.Option("--text", help="Show the whole text.")] = False,
    json: JsonOption = False,
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """Show what giamsat sees in one paper: type, head, text, publications, and why.

    Exit: 0 read, at least in part; 1 nothing in it could be read;
    2 wrong usage, or the file or address cannot be had; 130 interrupted.
    """
    settings = settings_of(context, config, database)
    inspected = inspected_as(name, level, parent)
    seen = asyncio.run(_look(context, settings, source, inspected))
    if json:
        write_raw(paper_to_json(seen))
    else:
        titles = {entry.id: entry.title for entry in load_catalogue().publications}
        show_paper(printer(), seen, titles, whole=text)
    if not seen.anything_read:
        raise typer.Exit(1)


async def _look(
    context: typer.Context, settings: Settings, source: str, inspected: Inspected
) -> PaperSeen:
    async with open_parts(settings, surroundings(context).clock) as parts:
        with teller().status(f"Reading {plain(source)} …"):
            return await look_at(parts, await _bytes_of(parts, source), inspected)


async def _bytes_of(parts: Parts, source: str) -> Source:
    if not source.strip():
        raise UsageError("nothing named; give the path of a file or an http(s) address")
    if "://" in source or source.partition(":")[0].lower() in ("http", "https"):
        return await from_address(parts, portal_address(source))
    most = parts.settings.crawler.max_body_bytes
    return await asyncio.to_thread(from_file, Path(source), most)
