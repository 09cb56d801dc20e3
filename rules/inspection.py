"""For which year is inspected, by which date, and to which night a visit belongs."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.errors import ConfigurationError
from domain.settings import InspectionSettings

NOON_HOUR = 12


def local_day(moment_utc: datetime, timezone: str) -> date:
    """The calendar day of a moment, in the schedule's time zone."""
    return moment_utc.astimezone(ZoneInfo(timezone)).date()


def inspected_year(settings: InspectionSettings, now_utc: datetime, timezone: str) -> int:
    """The configured year, or the current one in the schedule's time zone."""
    if settings.year is not None:
        return settings.year
    return local_day(now_utc, timezone).year


def night_of(start_utc: datetime, timezone: str) -> date:
    """The night a visit belongs to: its local date, before noon the day before."""
    local = start_utc.astimezone(ZoneInfo(timezone))
    return local.date() if local.hour >= NOON_HOUR else local.date() - timedelta(days=1)


def due_date(settings: InspectionSettings, year: int) -> date:
    """The last day on which a yearly publication of ``year`` is in time.

    Raises ConfigurationError when ``yearly_due`` is no MM-DD. 29 February becomes 28 February
    in a year that has none.
    """
    found = re.fullmatch(r"(\d{1,2})-(\d{1,2})", settings.yearly_due.strip())
    try:
        if found is None:
            raise ValueError
        month, day = int(found[1]), int(found[2])
        date(2000, month, day)  # a leap year: only what is never a date fails here
    except ValueError:
        message = f'[inspection] yearly_due = "{settings.yearly_due}": write MM-DD, such as "03-31"'
        raise ConfigurationError(message) from None
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)
