"""``giamsat judge``: the stored snapshots judged again, without network."""

from __future__ import annotations

import asyncio

import typer
from rich.progress import Progress

from app.changes import Rejudgement
from app.changes_json import rejudgement_to_json
from app.cli.changes_screen import show_rejudgement
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
from app.judging_apart import JudgingApart
from app.rejudging import judge_stored
from app.wiring import make_ruling
from documents.pool import ReaderPool
from domain.protocols import Clock
from domain.settings import Settings
from rules.inspection import inspected_year
from storage.store import Store, open_store


def judge(
    context: typer.Context,
    year: YearOption = None,
    json: JsonOption = False,
    config: ConfigOption = None,
    database: DatabaseOption = None,
) -> None:
    """Judge the stored snapshots again, and say which verdicts changed and why."""
    settings = settings_of(context, config, database)
    clock = surroundings(context).clock
    store = open_store(settings.database.url, create=False)
    try:
        result = asyncio.run(_judge(settings, clock, store, year))
    finally:
        store.close()
    if json:
        write_raw(rejudgement_to_json(result))
        return
    show_rejudgement(printer(), result)


async def _judge(settings: Settings, clock: Clock, store: Store, year: int | None) -> Rejudgement:
    ruling = make_ruling(settings, clock)
    asked = year or inspected_year(settings.inspection, clock.now(), ruling.timezone)
    pool = ReaderPool(settings.documents)
    apart = JudgingApart(settings, pool.version)
    try:
        with Progress(console=teller(), transient=True) as bar:
            task = bar.add_task("Judging again", total=None)
            return await judge_stored(
                ruling, pool, store, asked, lambda done: bar.update(task, completed=done), apart
            )
    finally:
        apart.close()
        await pool.aclose()
