"""n/N (x,x%) with the undetermined counted apart."""

from __future__ import annotations

import pytest

from domain.agencies import Level
from domain.publications import Status
from reports.totals import Count, percent, totals
from tests.unit.reports.builders import SOME


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (50, 52, "96,2%"),
        (1, 3, "33,3%"),
        (2, 3, "66,7%"),
        (1, 16, "6,3%"),
        (1, 2000, "0,1%"),
        (0, 5, "0,0%"),
        (5, 5, "100,0%"),
        (0, 0, "–"),
    ],
)
def test_percentages_round_half_up_with_a_comma(part: int, whole: int, shown: str) -> None:
    """6.25 becomes 6,3: officials' truncation is not imitated."""
    assert percent(part, whole) == shown


def test_the_undetermined_are_counted_apart() -> None:
    """N is what was concluded; the rest stands beside it."""
    count = Count.of(
        [Status.PUBLISHED] * 2
        + [Status.OUTDATED, Status.MISSING, Status.UNVERIFIED]
        + [Status.UNDETERMINED] * 4
        + [Status.NOT_APPLICABLE]
    )
    assert count.share == "2/4 (50,0%)"
    assert (count.concluded, count.open) == (4, 5)
    assert Count.of([Status.UNDETERMINED]).share == "0/0"


def test_totals_are_by_publication_and_level() -> None:
    """Every level that occurs has its own figures."""
    first = totals(SOME)[0]
    assert first.publication == "conformity_announcement"
    assert first.all.share == "1/2 (50,0%)"
    assert dict(first.by_level) == {
        Level.DEPARTMENT: Count(missing=1),
        Level.COMMUNE: Count(published=1),
    }
    assert totals(()) == ()
