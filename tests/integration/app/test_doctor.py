"""What the doctor finds where looking takes long."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.clock import SystemClock
from app.doctor import Health, examine
from domain.settings import DatabaseSettings, ScheduleSettings, Settings
from tests.unit.empty_database import empty_database


@pytest.mark.parametrize("cron", ["every night", "61 0 * * *", "0 22 30 2 *"])
def test_bad_schedule(tmp_path: Path, cron: str) -> None:
    """A cron rule that is none, or never comes due, is one row, and the other rows are there."""
    database = DatabaseSettings(empty_database(tmp_path / "giamsat.db"))
    settings = Settings(database=database, schedule=ScheduleSettings(cron=cron))
    rows = {one.part: one for one in examine(settings, SystemClock(), wait_s=0.05)}
    assert rows["Schedule"].health is Health.BAD
    assert cron in rows["Schedule"].found
    assert rows["Schedule"].advice
    assert {"Python", "Rules", "Database", "Disk", "Contact"} <= rows.keys()
