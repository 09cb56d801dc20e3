"""When the daemon runs, and that it makes up for a missed night once."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from app.schedule import last_due, must_catch_up, run_daemon, trigger_of
from domain.errors import ConfigurationError
from domain.settings import ScheduleSettings

NIGHTLY = trigger_of(ScheduleSettings(cron="0 22 * * *", timezone="Asia/Ho_Chi_Minh"))


def at(text: str) -> datetime:
    """A moment in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_cron_is_read_in_its_time_zone() -> None:
    """22:00 in Vietnam is 15:00 UTC."""
    assert last_due(NIGHTLY, at("2026-11-22T15:00:00")) == at("2026-11-22T15:00:00")
    assert last_due(NIGHTLY, at("2026-11-22T14:59:59")) == at("2026-11-21T15:00:00")


def test_rare_rule_is_followed_back() -> None:
    """A yearly rule is found months back."""
    yearly = trigger_of(ScheduleSettings(cron="30 1 1 1 *", timezone="UTC"))
    assert last_due(yearly, at("2026-11-22T15:00:00")) == at("2026-01-01T01:30:00")


@pytest.mark.parametrize(
    ("started", "finished", "expected"),
    [
        (None, None, False),
        ("2026-11-21T15:00:01", None, True),
        ("2026-11-21T15:00:01", "2026-11-21T17:00:00", True),
        ("2026-11-22T15:00:01", "2026-11-22T17:00:00", False),
        ("2026-11-22T15:00:01", None, True),
    ],
)
def test_missed_or_cut_off_night_is_made_up_for(
    started: str | None, finished: str | None, expected: bool
) -> None:
    """A night that was missed or cut off is made up for; one that ended is not, nor a first."""
    now = at("2026-11-23T02:00:00")
    moments = (at(text) if text else None for text in (started, finished))
    assert must_catch_up(NIGHTLY, now, *moments) is expected


@pytest.mark.parametrize("cron", ["", "every night", "61 * * * *", "* * * *"])
def test_bad_cron_is_a_configuration_error(cron: str) -> None:
    """A rule that is none names the key and shows one."""
    with pytest.raises(ConfigurationError, match=r"\[schedule\] cron.*0 22"):
        trigger_of(ScheduleSettings(cron=cron))


def test_what_a_night_raises_ends_the_daemon() -> None:
    """A storage or programming error is not retried every night in silence."""

    async def night() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        asyncio.run(run_daemon(ScheduleSettings(), night, at_once=True))
