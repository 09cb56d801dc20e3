"""The nightly daemon: one crawl at a time, a missed night made up for once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from domain.errors import ConfigurationError
from domain.settings import ScheduleSettings

LOOK_BACK = timedelta(days=400)
"""The farthest a cron rule is followed back to find when it last was due."""


def trigger_of(settings: ScheduleSettings) -> CronTrigger:
    """The cron rule in its time zone.

    Raises:
        ConfigurationError: the rule is none.
    """
    try:
        return CronTrigger.from_crontab(settings.cron, timezone=settings.timezone)
    except ValueError as error:
        raise ConfigurationError(
            f"[schedule] cron = {settings.cron!r}: {error}; "
            "write minute hour day month weekday, such as '0 22 * * *'"
        ) from error


def last_due(trigger: CronTrigger, now: datetime) -> datetime | None:
    """The newest moment not after ``now`` at which the rule was due; None within no 400 days.

    APScheduler only looks forward, so the window is halved until it holds the last firing.
    """
    span = timedelta(minutes=1)
    while span <= LOOK_BACK:
        due = trigger.get_next_fire_time(None, now - span)
        if due is not None and due <= now:
            return _last_from(trigger, due, now)
        span *= 2
    return None


def _last_from(trigger: CronTrigger, due: datetime, now: datetime) -> datetime:
    while True:
        following = trigger.get_next_fire_time(due, due + timedelta(microseconds=1))
        if following is None or following > now:
            return due
        due = following


def must_catch_up(
    trigger: CronTrigger,
    now: datetime,
    last_started: datetime | None,
    last_finished: datetime | None,
) -> bool:
    """Whether a night was missed or cut off and is to be made up for now.

    ``last_started`` and ``last_finished`` are those of the newest run; None where there is none.
    A daemon that has never run waits for its hour: there is no night it could have missed.
    """
    if last_started is None:
        return False
    if last_finished is None:
        return True
    due = last_due(trigger, now)
    return due is not None and last_started < due


async def run_daemon(
    settings: ScheduleSettings, night: Callable[[], Awaitable[None]], *, at_once: bool
) -> None:
    """Run ``night`` by the cron rule until cancelled.

    Args:
        night: the whole job; what it raises ends the daemon, for a storage or programming error
            is not mended by the next night.
        at_once: also run it now, before the rule is next due.
    """
    failure: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def guarded() -> None:
        try:
            await night()
        except Exception as error:  # the scheduler would only log it: it ends the daemon below
            failure.set_exception(error)

    scheduler = AsyncIOScheduler(timezone=settings.timezone)
    scheduler.add_job(
        guarded,
        trigger_of(settings),
        id="night",
        max_instances=1,
        coalesce=True,
        misfire_grace_time=None,
    )
    if at_once:
        await guarded()
    scheduler.start()
    try:
        await failure
    finally:
        scheduler.shutdown(wait=False)
