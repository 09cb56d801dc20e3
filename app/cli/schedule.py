"""``giamsat schedule``: the nightly daemon."""

from __future__ import annotations

import typer

from app.cli.ending import run_until_ended
from app.cli.options import (
    ConfigOption,
    DatabaseOption,
    settings_of,
    surroundings,
    teller,
)
from app.cli.screens import printable
from app.night import crawl_night
from app.night_lock import NightBusyError, night_lock
from app.schedule import must_catch_up, run_daemon, trigger_of
from app.wiring import open_parts
from domain.findings import AgencyReport
from domain.protocols import Clock
from domain.settings import Settings
from storage.store import Store, open_store


def schedule(
    context: typer.Context, config: ConfigOption = None, database: DatabaseOption = None
) -> None:
    """Crawl every night by the configured cron rule; a missed night is made up for once."""
    settings = settings_of(context, config, database)
    clock = surroundings(context).clock
    trigger = trigger_of(settings.schedule)
    store = open_store(settings.database.url)
    try:
        last = store.last_run()
        catch_up = must_catch_up(
            trigger,
            clock.now(),
            last.started_at if last else None,
            last.finished_at if last else None,
        )
        _tell(f"cron {settings.schedule.cron!r} ({settings.schedule.timezone})")
        if catch_up:
            _tell("making up for a night that was missed or cut off")
        run_until_ended(
            run_daemon(settings.schedule, lambda: _night(settings, clock, store), at_once=catch_up)
        )
    finally:
        store.close()


async def _night(settings: Settings, clock: Clock, store: Store) -> None:
    try:
        with night_lock(settings.database.url):
            async with open_parts(settings, clock) as parts:
                result = await crawl_night(parts, store, year=None, only=(), told=_silent)
    except NightBusyError as busy:
        _tell(f"skipped: {busy}")
        return
    _tell(
        f"night {result.night}: {len(result.reports)} agencies"
        + (" (went on with the one cut off)" if result.resumed else "")
        + ("" if result.health.good else f"; NOT GOOD: {result.health.note}")
    )


def _silent(done: int, total: int, report: AgencyReport | None) -> None:
    """A daemon shows no progress bar."""


def _tell(message: str) -> None:
    teller().print(printable(f"giamsat schedule: {message}"), markup=False)
