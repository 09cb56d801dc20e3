"""The status of one publication, decided from what was seen and what was not.

Strength, 0 to 1: ``published`` has its best paper's, less where the issuer could not be
checked; ``missing`` and ``outdated`` have what :mod:`rules.verdict.accusing` gives them;
``unverified`` has its best clue's, at most 0.60; ``undetermined`` has 0, for it says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.agencies import Inspected
from domain.outcomes import Skip
from domain.publications import Period, Status
from domain.visits import Visit
from rules.catalogue import Publication
from rules.explaining import questions, reasons
from rules.sightings import PageNotes, Sighting
from rules.verdict.accusing import strength_of
from rules.verdict.conflicts import rivals
from rules.verdict.proof import count_of_papers, identity, rank
from rules.verdict.tally import Tally
from rules.verdict.weighing import Weighed, Weight

MOST_OF_A_QUESTION = 0.60
ISSUER_UNCHECKED_FACTOR = 0.80


@dataclass(frozen=True, slots=True)
class JudgementInput:
    """All that one agency is judged on."""

    inspected: Inspected
    visit: Visit
    notes: tuple[PageNotes, ...]
    unopened: tuple[Sighting, ...]
    """What links that were never opened say by their words alone."""
    year: int
    today: date
    """In the schedule's time zone."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with how sure it is and why."""

    status: Status
    strength: float
    """0 to 1, not yet a probability; see :mod:`rules.verdict.calibration`."""
    reason: str
    near: bool = False
    """An accusation although something like the publication was seen."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is known about one publication."""

    publication: Publication
    given: JudgementInput
    weighed: tuple[Weighed, ...]
    open: tuple[str, ...]
    tally: Tally
    due: date
    whose_portal: str = ""
    """The doubt whether the portal is the agency's at all; empty when there is none."""

    def of(self, *weights: Weight) -> list[Sighting]:
        """Its sightings of some weights, best first."""
        chosen = (entry.sighting for entry in self.weighed if entry.weight in weights)
        return sorted(chosen, key=rank)

    @property
    def name(self) -> str:
        """The publication as it reads in a sentence."""
        return reasons.what(self.publication, self.given.year)


def verdict_on(case: Case) -> Verdict:
    """The statuses in the order in which they are decided."""
    visit = case.given.visit
    if not visit.state.judgeable:
        return Verdict(Status.UNDETERMINED, 0.0, reasons.not_judgeable(visit))
    if case.whose_portal:
        return Verdict(Status.UNDETERMINED, 0.0, _sentence(case.whose_portal))
    papers = case.of(Weight.SERVES)
    if papers:
        return _published(case, papers)
    clues = case.of(Weight.QUESTION, Weight.INHERITED)
    if clues:
        return _unverified(case, clues)
    if case.publication.period is Period.YEARLY and case.given.today <= case.due:
        return Verdict(Status.UNDETERMINED, 0.0, reasons.not_due(case.due))
    if case.open:
        return Verdict(Status.UNDETERMINED, 0.0, reasons.not_enough(case.open))
    return _accused(case)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _published(case: Case, papers: Sequence[Sighting]) -> Verdict:
    checked = case.given.inspected.name_known
    factor = 1.0 if checked else ISSUER_UNCHECKED_FACTOR
    others = count_of_papers(paper.evidence for paper in papers) - 1
    differing = rivals(papers, case.publication)
    reason = reasons.found(papers[0].evidence, others, differing, issuer_checked=checked)
    return Verdict(Status.PUBLISHED, papers[0].confidence * factor, reason)


def _unverified(case: Case, clues: Sequence[Sighting]) -> Verdict:
    best = clues[0]
    others = count_of_papers(clue.evidence for clue in clues) - 1
    question = _question(case, best)
    reason = questions.asks(question, best.evidence, others)
    return Verdict(Status.UNVERIFIED, min(best.confidence, MOST_OF_A_QUESTION), reason)


def _question(case: Case, clue: Sighting) -> str:
    """What an inspector must settle: the detector's question, or the one that weighing raised."""
    founded = case.given.inspected.agency.valid_from
    inherited = any(
        entry.sighting is clue and entry.weight is Weight.INHERITED for entry in case.weighed
    )
    if inherited and founded is not None:
        return questions.inherited(clue.evidence, founded)
    if clue.question:
        return clue.question
    if case.publication.period is Period.YEARLY and clue.year is None:
        return questions.of_unknown_year(clue.evidence, case.given.year)
    return questions.of_uncertain_kind(clue.evidence, case.name)


def _accused(case: Case) -> Verdict:
    visit, counted = case.given.visit, case.tally
    set_aside = sum(attempt.skip is Skip.UNPROMISING for attempt in visit.attempts)
    looked = reasons.looked_at(
        counted.pages, counted.documents, visit.search, visit.sitemap, set_aside
    )
    name_known, near = case.given.inspected.name_known, bool(case.weighed)
    strength = strength_of(visit, counted, case.weighed, name_known=name_known)
    if not name_known:
        looked = reasons.without_a_name(looked)
    earlier = case.of(Weight.EARLIER)
    if earlier:
        latest = max(earlier, key=lambda sighting: sighting.year or 0)
        reason = reasons.outdated(looked, case.name, latest.evidence, latest.year)
        return Verdict(Status.OUTDATED, strength, reason, near)
    alike = len({identity(entry.sighting.evidence) for entry in case.weighed})
    nearest = next((sighting.evidence for sighting in case.of(Weight.NOTHING)), None)
    reason = reasons.missing(looked, case.name, alike, nearest)
    return Verdict(Status.MISSING, strength, reason, near)
