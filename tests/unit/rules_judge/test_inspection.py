"""The year, the due date, the night, and who is inspected."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.agencies import Agency, Level
from domain.errors import ConfigurationError
from domain.settings import InspectionSettings
from rules.inspection import due_date, inspected_on, inspected_year, night_of

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


def test_who_is_inspected_is_known_by_its_surroundings() -> None:
    """Parents up to the province, predecessors from the registry, namesakes without diacritics."""
    from_2025 = date(2025, 7, 1)
    old = date(2025, 6, 30)
    registry = (
        Agency("P", "UBND tỉnh Lào Cai", Level.PROVINCE),
        Agency("1", "UBND xã Minh Quán", Level.COMMUNE, parent="P", valid_from=from_2025),
        Agency("2", "UBND xã Minh Quân", Level.COMMUNE, parent="P"),
        Agency("3", "Xã Minh Quán", Level.COMMUNE, valid_to=old, successors=("1",)),
        Agency("1", "UBND xã Khác", Level.COMMUNE, parent="H", valid_to=old),
    )
    found = {entry.agency.name: entry for entry in inspected_on(registry, date(2026, 1, 1))}
    assert set(found) == {"UBND tỉnh Lào Cai", "UBND xã Minh Quán", "UBND xã Minh Quân"}
    mine = found["UBND xã Minh Quán"]
    assert mine.parents == ("UBND tỉnh Lào Cai",)
    assert [entry.code for entry in mine.predecessors] == ["3"]
    assert mine.namesakes == ("UBND xã Minh Quân",)


def test_a_circle_of_parents_ends() -> None:
    """A registry that names two bodies each other's parent stops nobody."""
    registry = (
        Agency("1", "A", Level.OTHER, parent="2"),
        Agency("2", "B", Level.OTHER, parent="1"),
        Agency("3", "C", Level.OTHER, parent="Bộ Khoa học và Công nghệ"),
    )
    found = inspected_on(registry, date(2026, 1, 1))
    assert [entry.parents for entry in found] == [("B",), ("A",), ("Bộ Khoa học và Công nghệ",)]
