"""A finding over very much evidence."""

from __future__ import annotations

from tests.unit.rules.builders import (
    GOALS,
    finding,
    having,
    sighting,
)


def test_evidence_is_kept_within_bounds() -> None:
    """A hundred papers do not fill a report."""
    many = tuple(sighting(GOALS, url=f"u{number}") for number in range(100))
    assert len(finding(having(sightings=many)).evidence) == 12
