"""What was said of one publication of one item, beside what is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domain.findings import Finding
from domain.publications import Requirement, Status
from tests.quality.corpus.item import Item
from tests.quality.corpus.running import Inspected

_ABSENT = frozenset({Status.MISSING})
_OPEN = frozenset({Status.UNVERIFIED, Status.UNDETERMINED})


@dataclass(frozen=True, slots=True)
class Verdict:
    """One publication of one item."""

    item: Item
    finding: Finding
    right: frozenset[Status]

    @property
    def publication(self) -> str:
        """The publication's identifier."""
        return self.finding.publication

    @property
    def said(self) -> Status:
        """The status given."""
        return self.finding.status

    @property
    def is_right(self) -> bool:
        """Whether the truth allows what was said."""
        return self.said in self.right

    @property
    def is_false_accusation(self) -> bool:
        """Whether an office was accused and the truth does not allow it."""
        return self.said.accuses and not self.is_right

    @property
    def is_near(self) -> bool:
        """Whether it accuses although something like the publication was seen."""
        return self.said.accuses and bool(self.finding.evidence)

    @property
    def is_named(self) -> bool:
        """Whether the item says anything of the publication."""
        return self.publication in self.item.right

    @property
    def truth(self) -> float:
        """1 where what is said of the office is so, 0 where not, 0.5 where nobody can tell.

        What a question says is that the paper is there.
        """
        if self.said is not Status.UNVERIFIED:
            return float(self.is_right)
        if self.right <= _OPEN:
            return 0.5
        return float(Status.PUBLISHED in self.right)

    @property
    def to_be_found(self) -> bool:
        """Whether it is there beyond doubt and must be found."""
        return self.right == {Status.PUBLISHED}

    @property
    def requirement(self) -> Requirement:
        """How much weight the inspection gives it."""
        return self.finding.requirement

    @property
    def wrongly_published(self) -> bool:
        """Whether something was taken for the publication that is not it."""
        return self.said is Status.PUBLISHED and not self.is_right


def verdicts_of(inspected: Iterable[Inspected]) -> Iterator[Verdict]:
    """One verdict a publication; what a wording does not name must be missing."""
    for one in inspected:
        for finding in one.report.findings if one.report else ():
            right = one.item.right.get(finding.publication, _ABSENT)
            yield Verdict(one.item, finding, right)


def badness(verdict: Verdict) -> tuple[int, float]:
    """Sorts mistakes, the worst first: accusations, then finds, then what was sure, then misses."""
    sure = verdict.finding.confidence
    if verdict.is_false_accusation:
        return 0, -sure
    if verdict.wrongly_published:
        return 1, -sure
    missed = Status.PUBLISHED in verdict.right
    return (3 if missed else 2), -sure


def mistakes(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """All that is wrong, the worst first."""
    return sorted((v for v in verdicts if not v.is_right), key=badness)
