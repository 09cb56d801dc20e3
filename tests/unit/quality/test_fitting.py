"""What the book of openings gives to the fit."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.quality.calibrating import Unseen
from tests.quality.corpus.openings import Opening
from tests.quality.fitting import unseen


def test_the_last_opening_is_read_from_its_book() -> None:
    """Accusations at even odds: as many true ones as there were papers to be found."""
    figures = {
        "required_found": "60/70 (85.7 %, 0.0–1.0)",
        "expected_found": "20/20 (100.0 %, 0.0–1.0)",
        "published_right": "95/100 (95.0 %, 0.0–1.0)",
        "false_accusations": "10/6000 (0.2 %, 0.0–1.0)",
    }
    opening = Opening(datetime(2026, 1, 2, tzinfo=UTC), "Thử", "a", 1, figures)
    assert unseen([opening]) == Unseen(0.95, 0.9)
    assert unseen([]) is None
