"""How strongly an accusation stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.outcomes import Aid
from domain.visits import Visit
from rules.sightings import SightingKind
from rules.verdict.accusing import strength_of
from rules.verdict.tally import Tally
from rules.verdict.weighing import Weighed, Weight
from tests.unit.rules.builders import GOALS, VISIT, sighting

PLAIN = replace(VISIT, search=Aid.NONE, sitemap=Aid.NONE)


def strength(
    *weighed: Weighed, visit: Visit = PLAIN, bodies: int = 12, name_known: bool = True
) -> float:
    """Of a portal with so many pages read."""
    counted = Tally(bodies, bodies, 0, 0, 0, 0)
    return strength_of(visit, counted, weighed, name_known=name_known)


def refused(confidence: float) -> Weighed:
    """A look-alike that looked so sure."""
    return Weighed(sighting(GOALS, SightingKind.NOT_IT, confidence=confidence), Weight.NOTHING)


def test_the_more_was_looked_at_the_stronger() -> None:
    """One page beside the home page, a few, an ordinary portal, many, each aid that was used."""
    search = replace(PLAIN, search=Aid.USED)
    both = replace(search, sitemap=Aid.USED)
    rising = [strength(bodies=count) for count in (2, 4, 12, 25)]
    rising += [strength(visit=visit, bodies=25) for visit in (search, both)]
    assert rising == sorted(set(rising))
    assert rising[-1] <= 1.0


def test_a_refused_look_alike_weakens() -> None:
    """The surer it looked, the more; the surest of several counts."""
    assert strength() > strength(refused(0.3)) > strength(refused(0.9))
    assert strength(refused(0.9), refused(0.3)) == strength(refused(0.9))


def test_an_earlier_paper_is_no_look_alike() -> None:
    """Outdated rests on it: the surer the earlier paper, the stronger."""
    sure, unsure = (
        Weighed(sighting(GOALS, year=2025, confidence=confidence), Weight.EARLIER)
        for confidence in (1.0, 0.5)
    )
    assert strength(sure) == pytest.approx(strength())
    assert strength(unsure) < strength(sure)


def test_a_name_that_nobody_checked_caps_it() -> None:
    """The portal may be another agency's than the one meant."""
    assert strength(name_known=False) == 0.6
    assert strength(refused(0.9), bodies=2, name_known=False) < 0.6
