"""What a person decided over a finding, and whether that decision still stands.

A decision rests on what the finding showed. It lapses when that changes on the portal, and not
because the same page was captured again, or read by a newer version:

- Something new speaks for the publication, or what spoke for it is gone or different: it lapses.
- Something that was rejected is gone or different: it lapses. More that is rejected changes
  nothing, for news of other agencies' papers appears on every portal every week.
- Nothing spoke for it: the verdict itself was the ground, and another verdict ends it.
- A look that could say nothing (undetermined) neither ends nor upholds it.
- Of a file the digest of its bytes counts. A web page's does not: counters, clocks and lists of
  other news change with every look; its address and the words that were read off it do.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo
from enum import StrEnum

from domain.findings import AgencyReport, Evidence, Finding, Side
from domain.publications import PublicationId, Status

SILENT = (Status.UNDETERMINED, Status.NOT_APPLICABLE)
"""Verdicts of a look that could not say anything."""


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
class Piece:
    """What one piece of evidence shows: not when, nor by which version it was read."""

    side: Side
    url: str
    sha256: str | None
    title: str
    number: str | None
    issued_on: date | None
    year: int | None
    issuer: str | None
    quote: str

    @classmethod
    def of(cls, evidence: Evidence) -> Piece:
        """The lasting part of a piece of evidence."""
        return cls(
            side=evidence.side,
            url=evidence.url,
            sha256=None if "html" in evidence.media_type.lower() else evidence.sha256,
            title=_words(evidence.title),
            number=evidence.number,
            issued_on=evidence.issued_on,
            year=evidence.year,
            issuer=None if evidence.issuer is None else _words(evidence.issuer),
            quote=_words(evidence.quote),
        )


def _words(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


@dataclass(frozen=True, slots=True)
class Ground:
    """What a decision over a finding rests on."""

    status: Status
    speaks_for: frozenset[Piece]
    rejected: frozenset[Piece]

    @classmethod
    def of(cls, status: Status, evidence: Iterable[Evidence]) -> Ground:
        """The ground that a finding gives."""
        pieces = frozenset(Piece.of(entry) for entry in evidence)
        in_favour = frozenset(piece for piece in pieces if piece.side is Side.FOR)
        return cls(status, in_favour, pieces - in_favour)

    @property
    def silent(self) -> bool:
        """Whether the look could not say anything."""
        return self.status in SILENT

    def standing_in(self, newest: Ground) -> Standing:
        """What becomes of a decision made on this ground when a later look shows another."""
        if newest.silent:
            return Standing.STANDS
        if newest.speaks_for != self.speaks_for or not self.rejected <= newest.rejected:
            return Standing.EVIDENCE_CHANGED
        if not self.speaks_for and newest.status is not self.status:
            return Standing.VERDICT_CHANGED
        return Standing.STANDS


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
