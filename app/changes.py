"""Which verdicts came out differently from the same snapshots, and what may have done it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from domain.findings import AgencyReport, Finding
from domain.publications import PublicationId, Status
from storage.judgements import Judged


class Cause(StrEnum):
    """What makes another verdict of the same snapshots; a portal is never among them."""

    RULE_UPGRADE = "rule_upgrade"
    READER_UPGRADE = "reader_upgrade"
    CONFIG_CHANGE = "config_change"
    REGISTRY_CHANGE = "registry_change"


@dataclass(frozen=True, slots=True)
class MadeWith:
    """What a judgement is made with."""

    rule_digest: str
    config_digest: str
    reader_version: str


@dataclass(frozen=True, slots=True)
class Change:
    """A verdict that came out differently from the same snapshots."""

    code: str | None
    name: str
    publication: PublicationId
    title: str
    before: Status
    after: Status
    causes: tuple[Cause, ...]
    """All that differed since the verdict before: one of them, or several together, did it."""
    reason: str
    """Of the new verdict."""


@dataclass(frozen=True, slots=True)
class Added:
    """A verdict on a publication that the judgement before did not know."""

    code: str | None
    name: str
    publication: PublicationId
    title: str
    status: Status
    reason: str


@dataclass(frozen=True, slots=True)
class Rejudgement:
    """What judging again came to."""

    year: int
    agencies: int
    appended: int
    """Judgements kept anew; the others were the newest ones to the letter."""
    added: tuple[Added, ...]
    changes: tuple[Change, ...]

    @property
    def totals(self) -> tuple[tuple[tuple[Cause, ...], int], ...]:
        """How many changes each cause, or several together, made; most first."""
        return tuple(Counter(change.causes for change in self.changes).most_common())


def causes_of(
    before: Judged, after: AgencyReport, now: MadeWith, *, read_anew: bool
) -> tuple[Cause, ...]:
    """All that differs between a judgement and the one before it of the same visit.

    Where nothing else does, the registry did: the agencies around one decide too whose a paper is.
    """
    differs = {
        Cause.RULE_UPGRADE: before.by.rule_digest != now.rule_digest,
        Cause.READER_UPGRADE: read_anew or before.by.reader_version != now.reader_version,
        Cause.CONFIG_CHANGE: before.by.config_digest != now.config_digest,
        Cause.REGISTRY_CHANGE: (before.report.agency, before.report.parent_name)
        != (after.agency, after.parent_name),
    }
    found = tuple(cause for cause, differ in differs.items() if differ)
    return found or (Cause.REGISTRY_CHANGE,)


def changes_of(
    before: AgencyReport, after: AgencyReport, causes: tuple[Cause, ...]
) -> list[Change]:
    """The publications whose status is another than it was."""
    old = _statuses(before.findings)
    return [
        Change(
            code=after.agency.code,
            name=after.agency.name,
            publication=found.publication,
            title=found.title,
            before=old[found.publication],
            after=found.status,
            causes=causes,
            reason=found.reason,
        )
        for found in after.findings
        if old.get(found.publication, found.status) is not found.status
    ]


def added_to(before: AgencyReport, after: AgencyReport) -> list[Added]:
    """The verdicts on publications that the report before did not speak of."""
    old, agency = _statuses(before.findings), after.agency
    return [
        Added(agency.code, agency.name, found.publication, found.title, found.status, found.reason)
        for found in after.findings
        if found.publication not in old
    ]


def _statuses(findings: Iterable[Finding]) -> dict[PublicationId, Status]:
    return {finding.publication: finding.status for finding in findings}
