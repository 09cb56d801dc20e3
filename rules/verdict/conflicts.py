"""What several pieces of evidence for one publication say against each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.findings import Evidence
from domain.publications import Period
from rules.catalogue import Publication
from rules.explaining import questions
from rules.naming.withdrawal import Named, Withdrawal, folded_number, withdrawal_of
from rules.sightings import Sighting, SightingKind
from rules.verdict.proof import identity
from rules.verdict.weighing import Weighed, Weight

_AS_SURE = 0.1
"""A copy that says otherwise counts unless it is this much less sure."""


@dataclass(frozen=True, slots=True)
class _Taking:
    """A paper that takes others back, or replaces them."""

    evidence: Evidence
    year: int | None
    says: Withdrawal

    def names(self, evidence: Evidence) -> bool:
        """Whether it names a paper by number, and by day where both are known."""
        number = folded_number(evidence.number)
        return any(
            number == named.number and _same_day(named, evidence) for named in self.says.named
        )

    def may_mean(self, paper: Sighting) -> bool:
        """Whether it names no paper at all and may mean this one, which is not newer."""
        if self.says.named or not (self.says.takes_back and self.says.whole):
            return False
        if None not in (self.year, paper.year) and self.year != paper.year:
            return False
        evidence = paper.evidence
        signed, issued = self.evidence.issued_on, evidence.issued_on
        return signed is None or issued is None or issued <= signed


def settled(
    weighed: Sequence[Weighed], publication: Publication, expired: Mapping[str, str]
) -> tuple[Weighed, ...]:
    """The evidence for one publication with every conflict written into weight and question.

    Args:
        expired: addresses that the portal's own lists call no longer in force, with their words.
    """
    takings = _takings(weighed)
    kept = [_without_withdrawals(entry) for entry in weighed]
    kept = [_if_taken_back(entry, takings) for entry in kept]
    kept = [_if_expired(entry, expired) for entry in kept]
    return tuple(_if_contradicted(entry, kept, publication) for entry in kept)


def rivals(papers: Sequence[Sighting], publication: Publication) -> tuple[Evidence, ...]:
    """Papers of the same year, kind and issuer as the best one with another number or day."""
    if publication.period is not Period.YEARLY or not papers:
        return ()
    best = papers[0].evidence
    found: dict[tuple[str, object], Evidence] = {}
    for paper in papers[1:]:
        other = paper.evidence
        if identity(other) != identity(best) and _is_rival(best, other):
            found.setdefault((folded_number(other.number), other.issued_on), other)
    return tuple(found.values())


def _takings(weighed: Sequence[Weighed]) -> tuple[_Taking, ...]:
    """The agency's own papers that take something back."""
    own = (entry.sighting for entry in weighed if entry.weight is not Weight.NOTHING)
    read = ((paper, withdrawal_of(paper.evidence.title)) for paper in own)
    return tuple(
        _Taking(paper.evidence, paper.year, says) for paper, says in read if says is not None
    )


def _without_withdrawals(entry: Weighed) -> Weighed:
    """A decision that takes a paper back counts as nothing; where only parts, it is a question."""
    if entry.weight is not Weight.TAKES_BACK:
        return entry
    evidence = entry.sighting.evidence
    says = withdrawal_of(evidence.title)
    if says is not None and not says.whole:
        return _asked(entry, questions.TAKES_PARTS_BACK, questions.parts_taken_back(evidence))
    shown = replace(entry.sighting, evidence=replace(evidence, note=questions.ONLY_TAKES_BACK))
    return Weighed(shown, Weight.NOTHING)


def _if_taken_back(entry: Weighed, takings: Sequence[_Taking]) -> Weighed:
    if entry.weight is not Weight.SERVES:
        return entry
    evidence = entry.sighting.evidence
    others = [taking for taking in takings if identity(taking.evidence) != identity(evidence)]
    by = next((taking for taking in others if taking.names(evidence)), None)
    if by is not None and not by.says.takes_back:
        note = questions.replaced_by(by.evidence)
        shown = replace(entry.sighting, evidence=replace(evidence, note=note))
        return Weighed(shown, Weight.REPLACED)
    by = by or next((taking for taking in others if taking.may_mean(entry.sighting)), None)
    if by is None:
        return entry
    question = questions.is_in_force(evidence, by.evidence)
    return _asked(entry, questions.taken_back_by(by.evidence), question)


def _if_expired(entry: Weighed, expired: Mapping[str, str]) -> Weighed:
    evidence = entry.sighting.evidence
    words = expired.get(evidence.url)
    if entry.weight is not Weight.SERVES or not words:
        return entry
    return _asked(entry, questions.called(words), questions.is_expired(evidence, words))


def _if_contradicted(
    entry: Weighed, weighed: Sequence[Weighed], publication: Publication
) -> Weighed:
    """A paper that another copy of the same number and day gives another issuer or year."""
    if entry.weight is not Weight.SERVES:
        return entry
    evidence = entry.sighting.evidence
    for other in weighed:
        if not _is_copy(evidence, other.sighting.evidence):
            continue
        issuer = other.sighting.rejected_issuer
        if issuer and evidence.issuer is None:
            return _asked(entry, questions.copy_of(issuer), questions.whose(evidence, issuer))
        year = other.sighting.year
        if _is_of_other_year(other) and _is_as_sure(entry, other) and year:
            return _asked(entry, questions.copy_for(year), questions.which_year(evidence, year))
    return entry


def _is_of_other_year(other: Weighed) -> bool:
    return other.weight in (Weight.EARLIER, Weight.LATER)


def _is_as_sure(entry: Weighed, other: Weighed) -> bool:
    return other.sighting.confidence >= entry.sighting.confidence - _AS_SURE


def _asked(entry: Weighed, note: str, question: str) -> Weighed:
    """A paper made a question for an inspector."""
    evidence = replace(entry.sighting.evidence, note=note)
    kind = SightingKind.DOUBTFUL
    sighting = replace(entry.sighting, kind=kind, evidence=evidence, question=question)
    return Weighed(sighting, Weight.QUESTION)


def _same_day(named: Named, evidence: Evidence) -> bool:
    return None in (named.signed, evidence.issued_on) or named.signed == evidence.issued_on


def _is_copy(one: Evidence, two: Evidence) -> bool:
    """Whether two bodies are copies of one paper: the same number on the same day."""
    number = folded_number(one.number)
    return (
        bool(number)
        and one.issued_on is not None
        and identity(one) != identity(two)
        and (number, one.issued_on) == (folded_number(two.number), two.issued_on)
    )


def _is_rival(best: Evidence, other: Evidence) -> bool:
    mine, its = folded_number(best.number), folded_number(other.number)
    if best.issuer != other.issuer or mine.partition("/")[2] != its.partition("/")[2]:
        return False
    days = best.issued_on, other.issued_on
    return mine != its or (None not in days and days[0] != days[1])
