"""Whether one sighting serves a publication for the agency and year asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from domain.agencies import Inspected
from domain.publications import Period
from rules.catalogue import Publication
from rules.naming.withdrawal import withdrawal_of
from rules.sightings import Sighting, SightingKind

SUFFICIENT_CONFIDENCE = 0.4
"""A paper seen with less is a question for an inspector, not a finding.

Detection has already called what it doubts doubtful; this catches only papers of which hardly
anything was legible.
"""
_OPEN_YEAR = "Tên, đề mục hoặc ngày ký của giấy tờ chỉ đến hơn một năm"
PLANS_ARE_SIGNED_FROM_MONTH = 10
"""Papers for a year are signed from October of the year before on."""


class Weight(Enum):
    """What a sighting is worth for the year asked."""

    SERVES = auto()
    """The paper itself, and it counts."""
    QUESTION = auto()
    """Says that the paper is there, and an inspector must settle it."""
    EARLIER = auto()
    """A yearly paper for an earlier year."""
    LATER = auto()
    """A yearly paper for a later year, which does not serve this one."""
    PREDATES = auto()
    """Older than the agency itself."""
    INHERITED = auto()
    """Older than the agency, which the registry names as a successor."""
    OTHER_YEAR = auto()
    """No paper, and plainly about another year."""
    TAKES_BACK = auto()
    """A decision that withdraws the paper and issues nothing in its place."""
    REPLACED = auto()
    """Another paper, which is there too, says that it takes this one's place."""
    NOTHING = auto()
    """Something else."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sighting with its weight."""

    sighting: Sighting
    weight: Weight


def weigh(sighting: Sighting, publication: Publication, inspected: Inspected, year: int) -> Weighed:
    """What one sighting is worth."""
    weight = _weight(sighting, publication, inspected, year)
    if weight is Weight.EARLIER and year in sighting.open_years:
        question = f"{_OPEN_YEAR}: có phải của cả năm {year} không?"
        return Weighed(replace(sighting, question=sighting.question or question), Weight.QUESTION)
    return Weighed(sighting, weight)


def _weight(
    sighting: Sighting, publication: Publication, inspected: Inspected, year: int
) -> Weight:
    if sighting.kind is SightingKind.NOT_IT:
        return Weight.NOTHING
    yearly = publication.period is Period.YEARLY
    if sighting.kind is not SightingKind.PAPER:
        if not yearly or _may_be_for(sighting, year):
            return Weight.QUESTION
        earlier = sighting.likely_own and sighting.year is not None and sighting.year < year
        return Weight.EARLIER if earlier else Weight.OTHER_YEAR
    withdrawal = withdrawal_of(sighting.evidence.title)
    if withdrawal is not None and withdrawal.takes_back:
        other_year = yearly and sighting.year not in (None, year)
        return Weight.OTHER_YEAR if other_year else Weight.TAKES_BACK
    if yearly:
        return _weight_of_yearly(sighting, inspected, year)
    return _weight_of_standing(sighting, inspected)


def _weight_of_yearly(sighting: Sighting, inspected: Inspected, year: int) -> Weight:
    if sighting.confidence < SUFFICIENT_CONFIDENCE:
        return Weight.QUESTION if _may_be_for(sighting, year) else Weight.OTHER_YEAR
    if sighting.year is None:
        return Weight.QUESTION
    if sighting.year > year:
        return Weight.LATER
    if sighting.year < year:
        return Weight.PREDATES if _predates(sighting, inspected) else Weight.EARLIER
    # A paper for the right year signed before the agency existed is its predecessor's: nobody
    # is accused over it, and it is not counted as published either.
    return Weight.INHERITED if _predates(sighting, inspected) else Weight.SERVES


def _weight_of_standing(sighting: Sighting, inspected: Inspected) -> Weight:
    if _predates(sighting, inspected):
        return Weight.INHERITED if inspected.predecessors else Weight.PREDATES
    if sighting.confidence < SUFFICIENT_CONFIDENCE:
        return Weight.QUESTION
    return Weight.SERVES


def _predates(sighting: Sighting, inspected: Inspected) -> bool:
    """Whether the paper is surely older than the agency; an undated one is not."""
    founded, issued = inspected.agency.valid_from, sighting.evidence.issued_on
    return founded is not None and issued is not None and issued < founded


def _may_be_for(sighting: Sighting, year: int) -> bool:
    """Whether any clue of a sighting that is no settled paper points to the year, or none does."""
    years = {sighting.year, sighting.evidence.year, *sighting.open_years} - {None}
    if not years and sighting.evidence.issued_on is None:
        return True
    if year in years:
        return True
    issued = sighting.evidence.issued_on
    if issued is None:
        return False
    if years and sighting.kind in (SightingKind.UNREAD, SightingKind.OWN_NEWS):
        return False  # its words name the year; a date beside them is the article's
    start = date(year - 1, PLANS_ARE_SIGNED_FROM_MONTH, 1)
    return start <= issued <= date(year, 12, 31)
