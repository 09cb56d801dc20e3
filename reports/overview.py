"""What the page says first: how many agencies, and how many cells a person has spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.findings import AgencyReport
from domain.publications import Requirement, Status
from domain.reviews import Reviews, Standing
from reports.tables import findings_of


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts of agencies, over the required publications."""

    agencies: int
    complete: int
    """Every required publication is published."""
    accused: int
    """At least one is missing or outdated."""
    unsettled: int
    """None is missing or outdated, and at least one could not be settled."""
    unseen: int
    """The portal could not be looked at."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Counts of cells beside which a person's word is shown."""

    all: int
    standing: int
    differing: int
    """Standing, and of another status than the machine's."""


def overview(reports: Sequence[AgencyReport]) -> Overview:
    """Count agencies by how they stand on what is required of them."""
    required = [_required(report) for report in reports]
    accused = [any(status.accuses for status in statuses) for statuses in required]
    settled = (Status.PUBLISHED, Status.NOT_APPLICABLE)
    complete = [bool(found) and all(status in settled for status in found) for found in required]
    return Overview(
        agencies=len(reports),
        complete=sum(complete),
        accused=sum(accused),
        unsettled=len(reports) - sum(complete) - sum(accused),
        unseen=sum(not report.portal_state.judgeable for report in reports),
    )


def _required(report: AgencyReport) -> list[Status]:
    return [f.status for f in report.findings if f.requirement is Requirement.REQUIRED]


def reviewed(reports: Sequence[AgencyReport], reviews: Reviews) -> Reviewed:
    """Count the cells with a person's word."""
    beside = [(reviews.beside(report, f), f.status) for report, f in findings_of(reports)]
    shown = [(review, status) for review, status in beside if review is not None]
    standing = [(r.decision.status, s) for r, s in shown if r.standing is Standing.STANDS]
    differing = sum(decided is not status for decided, status in standing)
    return Reviewed(len(shown), len(standing), differing)
