"""When a visit has found all that was asked."""

from __future__ import annotations

from datetime import date

import pytest

from domain.agencies import Inspected
from domain.documents import Document, HowRead
from domain.settings import InspectionSettings
from domain.visits import Page
from rules.progress import PublicationProgress
from rules.sightings import PageNotes, Sighting, SightingKind
from tests.unit.rules.builders import (
    CATALOGUE,
    GOALS,
    INSPECTED,
    PLAN,
    POLICY,
    SETTINGS,
    START,
    attempt,
    sighting,
)


class Scripted:
    """A detector that sees on each page what it was told to."""

    def __init__(self, *seen: tuple[Sighting, ...]) -> None:
        self._seen = list(seen)

    def notes(self, page: Page, inspected: Inspected) -> PageNotes:
        """The next of the told sightings."""
        assert inspected is INSPECTED
        return PageNotes(page.attempt, self._seen.pop(0))


def after(
    *seen: tuple[Sighting, ...], settings: InspectionSettings = SETTINGS
) -> PublicationProgress:
    """Progress after one page for each group of sightings."""
    progress = PublicationProgress(Scripted(*seen), INSPECTED, CATALOGUE, settings, 2026)
    for number in range(len(seen)):
        page = Page(attempt(f"p{number}"), Document("text/html", HowRead.MARKUP), START)
        progress.saw(page)
    return progress


def test_all_papers_settle() -> None:
    """Required and expected papers of the year, from any pages, end the search."""
    progress = after((sighting(POLICY), sighting(GOALS)), (), (sighting(PLAN),))
    assert progress.all_settled()
    assert len(progress.notes) == 3


@pytest.mark.parametrize(
    "seen",
    [
        sighting(PLAN, year=2025),
        sighting(PLAN, year=None, issued_on=date(2026, 1, 1)),
        sighting(PLAN, confidence=0.3),
        sighting(PLAN, SightingKind.DOUBTFUL),
        sighting(PLAN, SightingKind.OWN_NEWS),
    ],
)
def test_less_than_the_paper_settles_nothing(seen: Sighting) -> None:
    """Last year's paper, an unsure one, a doubt and news let the search go on."""
    progress = after((sighting(POLICY), sighting(GOALS), seen))
    assert not progress.all_settled()
    assert progress.still_open() == {PLAN}


def test_nothing_asked_is_never_settled() -> None:
    """With no required or expected publication a visit looks at everything."""
    assert not after((), settings=InspectionSettings(required=(), expected=())).all_settled()
