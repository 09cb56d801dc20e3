"""How strongly an accusation stands: how much was looked at, and what came near."""

from __future__ import annotations

from collections.abc import Iterable

from domain.outcomes import Aid
from domain.visits import Visit
from rules.verdict.tally import Tally
from rules.verdict.weighing import Weighed, Weight

LINKS_ALONE = 0.80
"""Every link of a portal of ordinary size was followed, and nothing came near."""
SEARCH_USED, SITEMAP_USED = 0.08, 0.06
MANY_PAGES, MANY_PAGES_READ = 20, 0.04
FEW_BODIES, FEW_BODIES_READ = 5, 0.10
ONE_BESIDE_HOME, ONE_BESIDE_HOME_READ = 2, 0.24
NEAR, NEARNESS = 0.10, 0.20
"""Off for a look-alike that was refused: for its being there, and by how sure it looked."""
LEAST_OF_AN_EARLIER = 0.70
"""Left where the earlier year's paper, which "outdated" rests on, was hardly recognised."""
MOST_WITHOUT_A_NAME = 0.60
"""An agency whose name nobody checked may be another than the one meant."""


def strength_of(
    visit: Visit, counted: Tally, weighed: Iterable[Weighed], *, name_known: bool
) -> float:
    """0 to 1, not yet a probability."""
    kept = tuple(weighed)
    found = LINKS_ALONE + _looked(visit, counted) - _nearness(kept)
    earlier = [entry.sighting.confidence for entry in kept if entry.weight is Weight.EARLIER]
    if earlier:
        found *= LEAST_OF_AN_EARLIER + (1.0 - LEAST_OF_AN_EARLIER) * max(earlier)
    return max(0.0, found if name_known else min(found, MOST_WITHOUT_A_NAME))


def _looked(visit: Visit, counted: Tally) -> float:
    """What the aids and the number of bodies read add, or take away."""
    bodies = counted.pages + counted.documents
    aids = SEARCH_USED * (visit.search is Aid.USED) + SITEMAP_USED * (visit.sitemap is Aid.USED)
    if bodies <= ONE_BESIDE_HOME:
        return aids - ONE_BESIDE_HOME_READ
    few, many = bodies < FEW_BODIES, counted.pages >= MANY_PAGES
    return aids - FEW_BODIES_READ * few + MANY_PAGES_READ * many


def _nearness(weighed: Iterable[Weighed]) -> float:
    """What the surest of the refused takes away; an earlier year's paper was not refused."""
    refused = [entry.sighting.confidence for entry in weighed if entry.weight is not Weight.EARLIER]
    return NEAR + NEARNESS * max(refused) if refused else 0.0
