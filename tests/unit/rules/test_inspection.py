"""The year, the due date and the night."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.errors import ConfigurationError
from domain.settings import InspectionSettings
from rules.inspection import due_date, inspected_year, night_of

ZONE = "Asia/Ho_Chi_Minh"


def test_the_year_is_local() -> None:
    """New Year comes seven hours early."""
    late = datetime(2025, 12, 31, 18, 0, tzinfo=UTC)
    assert inspected_year(InspectionSettings(), late, ZONE) == 2026
    assert inspected_year(InspectionSettings(year=2024), late, ZONE) == 2024


@pytest.mark.parametrize(
    ("hour_utc", "night"),
    [(15, date(2026, 3, 1)), (19, date(2026, 3, 1)), (4, date(2026, 2, 28)), (5, date(2026, 3, 1))],
)
def test_a_night_lasts_until_noon(hour_utc: int, night: date) -> None:
    """22:00 and 02:00 are one night; from noon on it is the next."""
    assert night_of(datetime(2026, 3, 1, hour_utc, 0, tzinfo=UTC), ZONE) == night


def test_the_due_date_is_of_the_year() -> None:
    """29 February exists where it can."""
    assert due_date(InspectionSettings(), 2026) == date(2026, 3, 31)
    assert due_date(InspectionSettings(yearly_due="02-29"), 2026) == date(2026, 2, 28)
    assert due_date(InspectionSettings(yearly_due="02-29"), 2028) == date(2028, 2, 29)


@pytest.mark.parametrize("written", ["31-03", "04-31", "", "soon", "3/31"])
def test_a_due_date_that_is_none_is_named(written: str) -> None:
    """The key and how to write it stand in the message."""
    with pytest.raises(ConfigurationError, match="yearly_due"):
        due_date(InspectionSettings(yearly_due=written), 2026)
