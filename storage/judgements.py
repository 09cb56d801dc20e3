"""Judgements: appended, never changed, each with its findings and their evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from domain.agencies import Agency
from domain.findings import AgencyReport, Coverage, Evidence, Finding, Side
from domain.grounds import Ground
from domain.outcomes import PortalState
from domain.publications import Requirement, Status
from storage.canonical import decode, digest, encode_text, sound
from storage.grounds import ground_digest
from storage.rows import insert_one
from storage.tables import evidence, finding, judgement

Row = dict[str, Any]  # one row's columns, of as many types as the table has

_ASKED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class JudgedBy:
    """What a judgement was made with."""

    cause: str
    """visit, rule_upgrade, reader_upgrade, config_change or registry_change."""
    rule_digest: str
    config_digest: str
    reader_version: str
    judged_at: datetime


def append(
    connection: Connection, visit_id: int, agency_id: int, report: AgencyReport, by: JudgedBy
) -> int:
    """Keep a report as the newest judgement of a visit."""
    row = _judgement_row(visit_id, agency_id, report, by)
    judgement_id = insert_one(connection, judgement, row)
    for position, verdict in enumerate(report.findings):
        values = _finding_row(judgement_id, position, verdict)
        finding_id = insert_one(connection, finding, values)
        rows = [_evidence_row(finding_id, at, one) for at, one in enumerate(verdict.evidence)]
        if rows:
            connection.execute(sa.insert(evidence), rows)
    return judgement_id


def _judgement_row(visit_id: int, agency_id: int, report: AgencyReport, by: JudgedBy) -> Row:
    return {
        "visit_id": visit_id,
        "agency_id": agency_id,
        "year": report.year,
        "cause": by.cause,
        "judged_at": by.judged_at,
        "rule_digest": by.rule_digest,
        "config_digest": by.config_digest,
        "reader_version": by.reader_version,
        "agency": encode_text(report.agency),
        "portal_url": sound(report.portal_url),
        "portal_state": report.portal_state.value,
        "state_detail": sound(report.state_detail),
        "night": report.night,
        "started_at": report.started_at,
        "finished_at": report.finished_at,
        "portal_faults": encode_text(report.portal_faults),
        "parent_name": sound(report.parent_name),
        "coverage": encode_text(report.coverage),
        "digest": digest(report),
        "rests_on": report.rests_on,
    }


def _finding_row(judgement_id: int, position: int, verdict: Finding) -> Row:
    return {
        "judgement_id": judgement_id,
        "position": position,
        "publication": verdict.publication,
        "title": sound(verdict.title),
        "requirement": verdict.requirement.value,
        "status": verdict.status.value,
        "confidence": verdict.confidence,
        "reason": sound(verdict.reason),
        "legal_basis": sound(verdict.legal_basis),
        "evidence_digest": ground_digest(Ground.of(verdict.status, verdict.evidence)),
    }


def _evidence_row(finding_id: int, position: int, one: Evidence) -> Row:
    return {
        "finding_id": finding_id,
        "position": position,
        "url": sound(one.url),
        "title": sound(one.title),
        "number": None if one.number is None else sound(one.number),
        "issued_on": one.issued_on,
        "year": one.year,
        "issuer": None if one.issuer is None else sound(one.issuer),
        "media_type": sound(one.media_type),
        "sha256": one.sha256,
        "captured_at": one.captured_at,
        "quote": sound(one.quote),
        "place": sound(one.place),
        "side": one.side.value,
        "rule": one.rule,
        "reader": one.reader,
        "note": sound(one.note),
        "marked": encode_text(one.marked),
    }


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement as it was kept, confirmations not yet derived."""

    judgement_id: int
    visit_id: int
    agency_id: int
    cause: str
    judged_at: datetime
    report: AgencyReport
    by: JudgedBy
    digest: str
    """Of the report as it was judged."""


def load(connection: Connection, judgement_ids: Sequence[int]) -> tuple[Judged, ...]:
    """Judgements in the order asked for."""
    rows: dict[int, sa.Row[tuple[object, ...]]] = {}
    findings: dict[int, list[Finding]] = defaultdict(list)
    for part in parts_of(judgement_ids):
        for row in connection.execute(sa.select(judgement).where(judgement.c.id.in_(part))):
            rows[row.id] = row
        for judgement_id, verdict in _findings(connection, part):
            findings[judgement_id].append(verdict)
    return tuple(_judged(rows[one], findings[one]) for one in judgement_ids)


def parts_of(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    """As many ids as one statement asks for, again and again."""
    for start in range(0, len(ids), _ASKED_AT_ONCE):
        yield ids[start : start + _ASKED_AT_ONCE]


def _findings(connection: Connection, ids: Sequence[int]) -> Iterable[tuple[int, Finding]]:
    proofs = _evidence(connection, ids)
    query = (
        sa.select(finding)
        .where(finding.c.judgement_id.in_(ids))
        .order_by(finding.c.judgement_id, finding.c.position)
    )
    for row in connection.execute(query):
        yield (
            row.judgement_id,
            Finding(
                publication=row.publication,
                title=row.title,
                requirement=Requirement(row.requirement),
                status=Status(row.status),
                confidence=row.confidence,
                confirmations=0,
                confirmed=False,
                reason=row.reason,
                legal_basis=row.legal_basis,
                evidence=tuple(proofs[row.id]),
            ),
        )


def _evidence(connection: Connection, ids: Sequence[int]) -> dict[int, list[Evidence]]:
    query = (
        sa.select(evidence)
        .join(finding, finding.c.id == evidence.c.finding_id)
        .where(finding.c.judgement_id.in_(ids))
        .order_by(evidence.c.finding_id, evidence.c.position)
    )
    found: dict[int, list[Evidence]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        values = {name: row[name] for name in _EVIDENCE_FIELDS}
        marked = decode(row["marked"], tuple[tuple[int, int], ...])
        side = Side(row["side"])
        found[row["finding_id"]].append(Evidence(**values, side=side, marked=marked))
    return found


_EVIDENCE_FIELDS = tuple(
    column.name
    for column in evidence.columns
    if column.name not in ("finding_id", "position", "side", "marked")
)


def _judged(row: sa.Row[tuple[object, ...]], findings: list[Finding]) -> Judged:
    report = AgencyReport(
        agency=decode(row.agency, Agency),
        portal_url=row.portal_url,
        year=row.year,
        portal_state=PortalState(row.portal_state),
        findings=tuple(findings),
        coverage=decode(row.coverage, Coverage),
        started_at=row.started_at,
        finished_at=row.finished_at,
        state_detail=row.state_detail,
        night=row.night,
        portal_faults=decode(row.portal_faults, tuple[str, ...]),
        parent_name=row.parent_name,
        rests_on=row.rests_on,
    )
    by = JudgedBy(row.cause, row.rule_digest, row.config_digest, row.reader_version, row.judged_at)
    return Judged(
        row.id, row.visit_id, row.agency_id, row.cause, row.judged_at, report, by, row.digest
    )


def newest_of_visit(connection: Connection, visit_id: int, year: int) -> Judged | None:
    """The newest judgement of one visit for a year; None when it was never judged for it."""
    query = sa.select(sa.func.max(judgement.c.id)).where(
        judgement.c.visit_id == visit_id, judgement.c.year == year
    )
    newest = connection.scalar(query)
    return None if newest is None else load(connection, (newest,))[0]


@dataclass(frozen=True, slots=True)
class Look:
    """What one visit said of one publication, by its newest judgement."""

    night: date
    status: Status
    started_at: datetime
    full: bool = True
    """Whether the visit opened the portal whole, and took nothing over from an earlier one."""


def looks(
    connection: Connection, agency_ids: Sequence[int], year: int
) -> dict[tuple[int, str], list[Look]]:
    """Per agency and publication: what each visit says of a year, newest first."""
    found: dict[tuple[int, str], list[Look]] = defaultdict(list)
    for part in parts_of(agency_ids):
        newest = (
            sa.select(sa.func.max(judgement.c.id))
            .where(judgement.c.agency_id.in_(part), judgement.c.year == year)
            .group_by(judgement.c.visit_id)
        )
        query = (
            sa.select(
                judgement.c.agency_id,
                judgement.c.night,
                judgement.c.started_at,
                judgement.c.rests_on,
                finding.c.publication,
                finding.c.status,
            )
            .join(finding, finding.c.judgement_id == judgement.c.id)
            .where(judgement.c.id.in_(newest))
            .order_by(judgement.c.visit_id.desc())
        )
        for row in connection.execute(query):
            night = row.night or row.started_at.date()
            look = Look(night, Status(row.status), row.started_at, full=row.rests_on is None)
            found[row.agency_id, row.publication].append(look)
    return found
