"""What a judgement says: findings with their evidence and the coverage they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.agencies import Agency
from domain.outcomes import Aid, PortalState, StoppedBy
from domain.publications import PublicationId, Requirement, Status


class Side(StrEnum):
    """Whether a piece of evidence speaks for the publication or against it."""

    FOR = "for"
    AGAINST = "against"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One paper, page or link that a finding rests on."""

    url: str
    title: str
    number: str | None
    issued_on: date | None
    year: int | None
    """The year a yearly paper is for."""
    issuer: str | None
    media_type: str
    sha256: str | None
    """Of the snapshot; None for a bare link that could not be opened."""
    captured_at: datetime
    quote: str
    """The words that decided, as they stand there."""
    place: str = ""
    """Where the quote stood: "title", "heading", "page 1", "link"."""
    side: Side = Side.FOR
    rule: str = ""
    """Rule id and version."""
    reader: str = ""
    """Reader version."""
    note: str = ""
    """In Vietnamese: why it counts, or why it does not."""
    marked: tuple[tuple[int, int], ...] = ()
    """Start and end in ``quote`` of the words that decided: wording, year, issuer."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on one publication."""

    publication: PublicationId
    title: str
    """The publication's Vietnamese name."""
    requirement: Requirement
    status: Status
    confidence: float
    """How probably what the finding says of the agency is so.

    ``published``: the paper is there and right. ``missing``, ``outdated``: there is none, or none
    of this year. ``unverified``: the paper asked about will turn out to be there and right.
    ``undetermined``: 0, for nothing is said.
    """
    confirmations: int
    confirmed: bool
    reason: str
    """One Vietnamese sentence."""
    legal_basis: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a visit looked at, and what still stands in the way of an accusation."""

    requests: int
    pages: int
    documents: int
    not_modified: int
    body_bytes: int
    failed: int
    complete: bool
    """Whether ``open`` is empty for every publication."""
    open: tuple[tuple[PublicationId, tuple[str, ...]], ...]
    """Per publication: what still blocks an accusation, in Vietnamese, with the address."""
    stopped_by: StoppedBy
    search: Aid
    sitemap: Aid
    unread: tuple[str, ...]
    """Addresses of candidate papers that could not be read, with the reason."""
    platform: str = ""
    """The portal's software; "generic", with what it says of itself, for one not known."""
    taken_over: int = 0
    """Addresses that were not asked this time but taken over from the last look."""


@dataclass(frozen=True, slots=True)
class AgencyReport:
    """The shape of ``check --json`` and of each agency of ``export matrix``."""

    agency: Agency
    portal_url: str
    year: int
    portal_state: PortalState
    findings: tuple[Finding, ...]
    coverage: Coverage
    started_at: datetime
    finished_at: datetime
    state_detail: str = ""
    night: date | None = None
    portal_faults: tuple[str, ...] = ()
    parent_name: str = ""
    last_seen: tuple[tuple[PublicationId, datetime], ...] = ()
    """Per publication: the last visit at which it was published."""
    rests_on: date | None = None
    """The night of the full look that this one takes over from; None for a full look of its own."""
