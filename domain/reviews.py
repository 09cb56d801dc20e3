"""What a person decided over a finding: shown beside the machine's verdict, never over it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo
from enum import StrEnum

from domain.findings import AgencyReport, Finding
from domain.publications import PublicationId, Status


class Standing(StrEnum):
    """Whether a review still counts; if not, why."""

    STANDS = "stands"
    EVIDENCE_CHANGED = "evidence_changed"
    VERDICT_CHANGED = "verdict_changed"
    """Nothing spoke for the publication, and the machine now says something else."""
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    """A newer one stands."""
    WITHDRAWN = "withdrawn"

    @property
    def lapsed(self) -> bool:
        """Whether it ended by itself, so that somebody should look again."""
        return self in (Standing.EVIDENCE_CHANGED, Standing.VERDICT_CHANGED, Standing.EXPIRED)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person says of one publication at one agency."""

    publication: PublicationId
    year: int
    status: Status
    reason: str
    author: str
    url: str | None = None
    """Where the person saw it."""
    valid_until: date | None = None
    """Its last day, in the schedule's time zone; None until the evidence changes."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A review taken back; the review itself stays in the history."""

    author: str
    reason: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Review:
    """A decision as it was kept, with how it stands today."""

    id: int
    agency_code: str
    agency_name: str
    agency_since: date | None
    """First day of the agency of that code; None since ever."""
    title: str
    """The publication's Vietnamese name."""
    decision: Decision
    written_at: datetime
    evidence_digest: str
    """SHA-256 of the ground it was made on."""
    machine_then: Status
    machine_now: Status
    standing: Standing
    withdrawal: Withdrawal | None = None

    def in_zone(self, zone: tzinfo) -> Review:
        """The same with the time of a zone."""
        return replace(self, written_at=self.written_at.astimezone(zone))

    @property
    def contradicts(self) -> bool:
        """Whether it stands and does not accuse: the agency must not be named silently."""
        return self.standing is Standing.STANDS and not self.decision.status.accuses

    @property
    def settles(self) -> bool:
        """Whether it stands and says how it is, so that nobody need look any more."""
        unsettled = (Status.UNVERIFIED, Status.UNDETERMINED)
        return self.standing is Standing.STANDS and self.decision.status not in unsettled


Place = tuple[str, date | None, int, PublicationId]
"""One publication at one agency in one year."""


@dataclass(frozen=True, slots=True)
class Reviews:
    """All reviews, from which each finding is given the one to show beside it."""

    entries: tuple[Review, ...] = ()
    """Oldest first."""
    _shown: dict[Place, Review] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        shown: dict[Place, Review] = {}
        for review in self.entries:
            if review.standing is Standing.STANDS or review.standing.lapsed:
                place = place_of(review)
                shown[place] = _to_show(shown.get(place), review)
        object.__setattr__(self, "_shown", shown)

    def beside(self, report: AgencyReport, finding: Finding) -> Review | None:
        """The one that stands, else the newest that lapsed; None where nobody said anything."""
        agency = report.agency
        if agency.code is None:
            return None
        place = (agency.code, agency.valid_from, report.year, finding.publication)
        return self._shown.get(place)

    def in_zone(self, zone: tzinfo) -> Reviews:
        """The same with the times of a zone, for people to read."""
        return Reviews(tuple(review.in_zone(zone) for review in self.entries))

    def shown_in(self, report: AgencyReport) -> tuple[Review, ...]:
        """Those beside the findings of one agency, in the order of the findings."""
        found = (self.beside(report, finding) for finding in report.findings)
        return tuple(review for review in found if review is not None)


NO_REVIEWS = Reviews()
"""Where nobody said anything."""


def place_of(review: Review) -> Place:
    """What a review is about."""
    decision = review.decision
    return review.agency_code, review.agency_since, decision.year, decision.publication


def _to_show(older: Review | None, newer: Review) -> Review:
    keeps = older is not None and older.standing is Standing.STANDS
    return older if older and keeps and newer.standing is not Standing.STANDS else newer


def only_newest_stands(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """Oldest first; of those that stand on the same thing all but the newest are superseded."""
    ordered = sorted(reviews, key=lambda review: review.id)
    newest = {
        place_of(review): review.id for review in ordered if review.standing is Standing.STANDS
    }
    return tuple(
        replace(review, standing=Standing.SUPERSEDED)
        if review.standing is Standing.STANDS and newest[place_of(review)] != review.id
        else review
        for review in ordered
    )
