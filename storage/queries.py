"""What others ask of the store: reports with their confirmations, visits, pages, history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from domain.findings import AgencyReport, Finding, Side
from domain.outcomes import Aid, Outcome, PortalState, StoppedBy
from domain.publications import PublicationId, Status
from domain.visits import Attempt, KnownAddress, LinkWords, Visit
from storage.agencies import StoredAgency
from storage.canonical import decode
from storage.judgements import Judged, Look, load, looks, parts_of
from storage.requests import attempt_of
from storage.tables import evidence, finding, judgement, request, run, snapshot, visit

_WITH_CONTENT = (Outcome.OK, Outcome.NOT_MODIFIED, Outcome.UNREADABLE)
_JUDGEABLE = tuple(state.value for state in PortalState if state.judgeable)
_SAYS_NOTHING = (Status.UNDETERMINED, Status.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class HeldCopy:
    """A copy of an address that is held, with what asks whether it is still current."""

    etag: str | None
    last_modified: str | None
    sha256: str
    media_type: str
    final_address: str


@dataclass(frozen=True, slots=True)
class StoredVisit:
    """A finished visit, exactly as it was recorded."""

    visit_id: int
    stored_agency: StoredAgency
    visit: Visit


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One judgement in an agency's history."""

    night: date | None
    year: int
    judged_at: datetime
    cause: str
    portal_state: PortalState
    stopped_by: StoppedBy
    requests: int
    statuses: tuple[tuple[PublicationId, Status], ...]


def confirmations(own: Sequence[Look]) -> int:
    """Different nights that agree with the newest look, back to the first that disagrees.

    Looks that could not say anything neither agree nor disagree; a newest look of that kind
    has nothing to confirm. An accusation is confirmed only by nights that opened the portal
    whole: what is taken over from an earlier look says the same again without having looked.
    """
    if not own or own[0].status in _SAYS_NOTHING:
        return 0
    nights: set[date] = set()
    for look in own:
        if look.status in _SAYS_NOTHING:
            continue
        if look.status is not own[0].status:
            break
        if look.full or not look.status.accuses:
            nights.add(look.night)
    return len(nights)


def reports(
    connection: Connection, agency_ids: Sequence[int], year: int, confirm_visits: int
) -> tuple[AgencyReport, ...]:
    """The newest judgement of each agency's newest visit, confirmations and last seen filled."""
    judged = load(connection, _newest_judgements(connection, agency_ids, year))
    seen = looks(connection, agency_ids, year)
    return tuple(_completed(one, seen, confirm_visits) for one in judged)


def _newest_judgements(
    connection: Connection, agency_ids: Sequence[int], year: int
) -> tuple[int, ...]:
    newest: dict[int, int] = {}
    query = (
        sa.select(judgement.c.agency_id, judgement.c.id)
        .where(judgement.c.year == year)
        .order_by(judgement.c.visit_id, judgement.c.id)
    )
    for part in parts_of(agency_ids):
        for row in connection.execute(query.where(judgement.c.agency_id.in_(part))):
            newest[row.agency_id] = row.id
    return tuple(newest[one] for one in agency_ids if one in newest)


def _completed(
    one: Judged, seen: Mapping[tuple[int, str], Sequence[Look]], confirm_visits: int
) -> AgencyReport:
    findings: list[Finding] = []
    last_seen: list[tuple[PublicationId, datetime]] = []
    for verdict in one.report.findings:
        own = seen.get((one.agency_id, verdict.publication), ())
        agreeing = confirmations(own)
        confirmed = verdict.status.accuses and agreeing >= confirm_visits
        findings.append(replace(verdict, confirmations=agreeing, confirmed=confirmed))
        at = next((look.started_at for look in own if look.status is Status.PUBLISHED), None)
        if at is not None:
            last_seen.append((verdict.publication, at))
    return replace(one.report, findings=tuple(findings), last_seen=tuple(last_seen))


def judged_agencies(connection: Connection, year: int) -> frozenset[int]:
    """Agencies that have a judgement for a year."""
    query = sa.select(judgement.c.agency_id).where(judgement.c.year == year).distinct()
    return frozenset(connection.scalars(query))


def history(connection: Connection, agency_ids: Iterable[int]) -> tuple[HistoryLine, ...]:
    """All judgements of an agency, newest first."""
    query = sa.select(judgement.c.id).where(judgement.c.agency_id.in_(list(agency_ids)))
    ids = connection.scalars(query.order_by(judgement.c.visit_id.desc(), judgement.c.id.desc()))
    return tuple(_history_line(one) for one in load(connection, tuple(ids)))


def _history_line(one: Judged) -> HistoryLine:
    return HistoryLine(
        night=one.report.night,
        year=one.report.year,
        judged_at=one.judged_at,
        cause=one.cause,
        portal_state=one.report.portal_state,
        stopped_by=one.report.coverage.stopped_by,
        requests=one.report.coverage.requests,
        statuses=tuple((found.publication, found.status) for found in one.report.findings),
    )


def held_copies(connection: Connection, agency_id: int) -> dict[str, HeldCopy]:
    """Per address: the newest copy that carries a validator."""
    validated = sa.or_(snapshot.c.etag.is_not(None), snapshot.c.last_modified.is_not(None))
    columns = (
        snapshot.c.address,
        snapshot.c.etag,
        snapshot.c.last_modified,
        snapshot.c.body_sha256,
        snapshot.c.media_type,
        snapshot.c.final_address,
    )
    query = (
        sa.select(*columns)
        .join(visit, visit.c.id == snapshot.c.visit_id)
        .where(
            visit.c.agency_id == agency_id,
            snapshot.c.method == "GET",
            snapshot.c.outcome == Outcome.OK.value,
            snapshot.c.body_sha256.is_not(None),
        )
        .order_by(snapshot.c.visit_id, snapshot.c.seq)
    )
    return {
        row.address: HeldCopy(
            row.etag, row.last_modified, row.body_sha256, row.media_type, row.final_address
        )
        for row in connection.execute(query.where(validated))
    }


def evidence_addresses(connection: Connection, agency_id: int) -> tuple[KnownAddress, ...]:
    """Where the newest judgement's evidence was captured, what speaks for a publication first.

    Visits that could not see the portal know of no evidence, and make nobody forget it. Evidence
    that nobody could open (a dead link, a locked share) is left out: it is found again where it
    was linked, or it is gone.
    """
    newest = (
        sa.select(judgement.c.id)
        .where(judgement.c.agency_id == agency_id, judgement.c.portal_state.in_(_JUDGEABLE))
        .order_by(judgement.c.visit_id.desc(), judgement.c.id.desc())
        .limit(1)
    )
    opened_there = sa.and_(
        request.c.visit_id == judgement.c.visit_id,
        request.c.outcome.is_not(None),
        sa.or_(request.c.address == evidence.c.url, request.c.final_address == evidence.c.url),
    )
    query = (
        sa.select(request.c.address, request.c.words, request.c.parent, evidence.c.side)
        .join(finding, finding.c.id == evidence.c.finding_id)
        .join(judgement, judgement.c.id == finding.c.judgement_id)
        .join(request, opened_there)
        .where(finding.c.judgement_id == newest.scalar_subquery(), evidence.c.sha256.is_not(None))
        .order_by(finding.c.position, evidence.c.position, request.c.seq)
    )
    rows = sorted(connection.execute(query), key=lambda row: row.side != Side.FOR.value)
    known: dict[str, KnownAddress] = {}
    for row in rows:
        words = decode(row.words, LinkWords)
        known.setdefault(row.address, KnownAddress(row.address, words, row.parent))
    return tuple(known.values())


def newest_visits(connection: Connection, year: int) -> dict[int, int]:
    """Per agency: its newest finished visit, one made for the year before any other."""
    query = (
        sa.select(visit.c.id, visit.c.agency_id, run.c.year)
        .outerjoin(run, run.c.id == visit.c.run_id)
        .where(visit.c.finished_at.is_not(None))
    )
    best: dict[int, tuple[bool, int]] = {}
    for row in connection.execute(query):
        rank = (row.year == year, row.id)
        best[row.agency_id] = max(best.get(row.agency_id, rank), rank)
    return {agency_id: rank[1] for agency_id, rank in best.items()}


def load_visit(connection: Connection, visit_id: int) -> Visit:
    """A finished visit with all its attempts."""
    row = connection.execute(sa.select(visit).where(visit.c.id == visit_id)).one()
    return Visit(
        portal_url=row.portal_url,
        night=row.night,
        state=PortalState(row.state),
        stopped_by=StoppedBy(row.stopped_by),
        started_at=row.started_at,
        finished_at=row.finished_at,
        state_detail=row.state_detail,
        search=Aid(row.search),
        sitemap=Aid(row.sitemap),
        attempts=tuple(attempt_of(row) for row in _requests(connection, visit_id)),
        platform=row.platform,
        portal_faults=decode(row.portal_faults, tuple[str, ...]),
        rests_on=row.rests_on,
    )


def load_opened(connection: Connection, visit_id: int) -> list[tuple[Attempt, str, datetime]]:
    """The attempts that brought content: each with its body's digest and when it was asked."""
    opened: list[tuple[Attempt, str, datetime]] = []
    for row in _requests(connection, visit_id):
        attempt, at = attempt_of(row), row["asked_at"] or row["started_at"]
        with_content = attempt.outcome in _WITH_CONTENT or attempt.cut_off
        if attempt.sha256 and at is not None and with_content:
            opened.append((attempt, attempt.sha256, at))
    return opened


def _requests(connection: Connection, visit_id: int) -> Iterable[sa.RowMapping]:
    """A visit's attempts, in its own order."""
    query = (
        sa.select(request)
        .where(request.c.visit_id == visit_id, request.c.position.is_not(None))
        .order_by(request.c.position)
    )
    return connection.execute(query).mappings()
