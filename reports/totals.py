"""The figures a yearly report starts with: n/N (x,x%) per publication and level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from domain.agencies import Level
from domain.findings import AgencyReport
from domain.publications import PublicationId, Requirement, Status
from domain.reviews import NO_REVIEWS, Review, Reviews, Standing


@dataclass(frozen=True, slots=True)
class Count:
    """How one group of agencies stands on one publication."""

    published: int = 0
    outdated: int = 0
    missing: int = 0
    unverified: int = 0
    undetermined: int = 0

    @property
    def concluded(self) -> int:
        """N: the agencies of which something could be said for sure."""
        return self.published + self.outdated + self.missing

    @property
    def open(self) -> int:
        """Counted apart: to be verified, or not seen well enough."""
        return self.unverified + self.undetermined

    @property
    def share(self) -> str:
        """The published among the concluded, such as ``50/52 (96,2%)``."""
        if not self.concluded:
            return "0/0"
        return f"{self.published}/{self.concluded} ({percent(self.published, self.concluded)})"

    @classmethod
    def of(cls, statuses: Iterable[Status]) -> Count:
        """Count statuses; what does not apply counts nowhere."""
        times = Counter(statuses)
        return cls(
            published=times[Status.PUBLISHED],
            outdated=times[Status.OUTDATED],
            missing=times[Status.MISSING],
            unverified=times[Status.UNVERIFIED],
            undetermined=times[Status.UNDETERMINED],
        )


@dataclass(frozen=True, slots=True)
class PublicationTotals:
    """One publication over all agencies and by level."""

    publication: PublicationId
    title: str
    requirement: Requirement
    all: Count
    by_level: tuple[tuple[Level, Count], ...]
    """Levels that occur in the reports, in the order of :class:`~domain.agencies.Level`."""
    reviewed: int = 0
    """At how many agencies a person's word stands beside the machine's, which alone is counted."""


def percent(part: int, whole: int) -> str:
    """A share with one decimal, half rounded up, decimal comma; ``–`` of nothing."""
    if whole == 0:
        return "–"
    exact = Decimal(100 * part) / Decimal(whole)
    rounded = exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    return f"{rounded}%".replace(".", ",")


def totals(
    reports: Iterable[AgencyReport], reviews: Reviews = NO_REVIEWS
) -> tuple[PublicationTotals, ...]:
    """The machine's figures of every publication, in the order of the reports; one pass."""
    present: set[Level] = set()
    reviewed: Counter[PublicationId] = Counter()
    statuses: dict[PublicationId, list[tuple[Level, Status]]] = {}
    first: dict[PublicationId, tuple[str, Requirement]] = {}
    for report in reports:
        present.add(report.agency.level)
        reviewed.update(one.decision.publication for one in standing_reviews((report,), reviews))
        for finding in report.findings:
            first.setdefault(finding.publication, (finding.title, finding.requirement))
            entry = (report.agency.level, finding.status)
            statuses.setdefault(finding.publication, []).append(entry)
    levels = [level for level in Level if level in present]
    return tuple(
        PublicationTotals(
            publication=publication,
            title=title,
            requirement=requirement,
            all=Count.of(status for _, status in statuses[publication]),
            by_level=tuple(
                (level, Count.of(status for at, status in statuses[publication] if at is level))
                for level in levels
            ),
            reviewed=reviewed[publication],
        )
        for publication, (title, requirement) in first.items()
    )


def standing_reviews(reports: Sequence[AgencyReport], reviews: Reviews) -> tuple[Review, ...]:
    """The reviews beside the findings of these agencies that have not lapsed."""
    return tuple(
        review
        for report in reports
        for review in reviews.shown_in(report)
        if review.standing is Standing.STANDS
    )
