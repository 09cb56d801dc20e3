"""What a doubtful paper of an earlier year is worth."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.findings import Evidence, Side
from rules.sightings import Sighting, SightingKind
from rules.verdict.weighing import Weight, weigh
from tests.unit import shipped
from tests.unit.rules.written_pages import COMMUNE

SEEN = Sighting(
    publication="management_review",
    kind=SightingKind.DOUBTFUL,
    confidence=0.4,
    evidence=Evidence(
        url="https://a.example.vn/2024.pdf",
        title="Biên bản họp xem xét của lãnh đạo năm 2024",
        number=None,
        issued_on=date(2024, 11, 5),
        year=2024,
        issuer=None,
        media_type="application/pdf",
        sha256=None,
        captured_at=datetime(2026, 11, 22, tzinfo=UTC),
        quote="",
        place="",
        side=Side.FOR,
        rule="management_review/1",
        reader="1",
        note="",
    ),
    year=2024,
)


@pytest.mark.parametrize(
    ("likely_own", "weight"), [(True, Weight.EARLIER), (False, Weight.OTHER_YEAR)]
)
def test_last_years_paper_whose_issuer_was_misread_is_an_earlier_one(
    likely_own: bool, weight: Weight
) -> None:
    """ "Outdated" rather than "missing" where only letters of the own name were garbled."""
    review = shipped.catalogue().get("management_review")
    seen = replace(SEEN, likely_own=likely_own)
    assert weigh(seen, review, COMMUNE, 2026).weight is weight
