"""What findings showed, for comparing what a decision rested on with what is there now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from domain.findings import Evidence, Side
from domain.grounds import SILENT, Ground, Piece
from domain.publications import PublicationId, Status
from storage.canonical import digest, encode_text
from storage.tables import evidence, finding, judgement

_ASKED_AT_ONCE = 500
Subject = tuple[int, int, PublicationId]
"""An agency's id, a year and a publication."""


@dataclass(frozen=True, slots=True)
class FoundThen:
    """One finding: which visit it is of, and what it said."""

    finding_id: int
    visit_id: int
    status: Status

    @property
    def silent(self) -> bool:
        """Whether that look could not say anything."""
        return self.status in SILENT


def ground_digest(ground: Ground) -> str:
    """SHA-256 of what was seen; of the verdict alone where nothing was."""
    pieces = (_lasting(piece) for piece in ground.speaks_for | ground.rejected)
    seen = sorted(encode_text(piece) for piece in pieces)
    return digest(seen or ground.status.value)


def _lasting(piece: Piece) -> Piece:
    return replace(piece, sha256=None) if piece.is_page else piece


def newest_findings(
    connection: Connection, agency_ids: Collection[int], year: int | None = None
) -> dict[Subject, list[FoundThen]]:
    """The newest look that said something and the newest that could not, newest first.

    Of each visit its newest judgement counts. All years for None.
    """
    found: dict[Subject, list[FoundThen]] = defaultdict(list)
    for part in _parts(sorted(agency_ids)):
        for row in connection.execute(_newest_of_each_kind(part, year)):
            subject = (row.agency_id, row.year, row.publication)
            found[subject].append(FoundThen(row.id, row.visit_id, Status(row.status)))
    return found


def _newest_of_each_kind(
    agency_ids: list[int], year: int | None
) -> sa.Select[tuple[int, int, int, int, str, str]]:
    counted = (
        sa.select(sa.func.max(judgement.c.id))
        .where(judgement.c.agency_id.in_(agency_ids))
        .group_by(judgement.c.visit_id, judgement.c.year)
    )
    if year is not None:
        counted = counted.where(judgement.c.year == year)
    silent = finding.c.status.in_([status.value for status in SILENT])
    subject = (judgement.c.agency_id, judgement.c.year, finding.c.publication)
    newest_first = sa.func.row_number().over(
        partition_by=(*subject, silent), order_by=judgement.c.visit_id.desc()
    )
    looks = (
        sa.select(
            judgement.c.agency_id,
            judgement.c.year,
            judgement.c.visit_id,
            finding.c.id,
            finding.c.publication,
            finding.c.status,
            newest_first.label("place"),
        )
        .join(finding, finding.c.judgement_id == judgement.c.id)
        .where(judgement.c.id.in_(counted))
        .subquery()
    )
    chosen = [column for column in looks.c if column.name != "place"]
    return sa.select(*chosen).where(looks.c.place == 1).order_by(looks.c.visit_id.desc())


def grounds(connection: Connection, finding_ids: Collection[int]) -> dict[int, Ground]:
    """The ground that each finding gives, computed from its evidence as it was kept."""
    found: dict[int, Ground] = {}
    for part in _parts(sorted(finding_ids)):
        proofs: dict[int, list[Evidence]] = defaultdict(list)
        query = sa.select(evidence).where(evidence.c.finding_id.in_(part))
        for row in connection.execute(query):
            proofs[row.finding_id].append(_evidence_of(row))
        statuses = sa.select(finding.c.id, finding.c.status).where(finding.c.id.in_(part))
        for row in connection.execute(statuses):
            found[row.id] = Ground.of(Status(row.status), proofs[row.id])
    return found


def _evidence_of(row: sa.Row[tuple[object, ...]]) -> Evidence:
    """As much of a piece of evidence as a ground needs."""
    return Evidence(
        url=row.url,
        title=row.title,
        number=row.number,
        issued_on=row.issued_on,
        year=row.year,
        issuer=row.issuer,
        media_type=row.media_type,
        sha256=row.sha256,
        captured_at=row.captured_at,
        quote=row.quote,
        side=Side(row.side),
    )


def _parts(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), _ASKED_AT_ONCE):
        yield ids[start : start + _ASKED_AT_ONCE]


def newest_that_speaks(looks: Iterable[FoundThen], since_visit: int) -> FoundThen | None:
    """The newest look that could say something, if not older than a visit."""
    recent = (look for look in looks if look.visit_id >= since_visit)
    return next((look for look in recent if not look.silent), None)
