"""What the visit before saw, for the next one, which asks again only what may have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from domain.exchanges import RENDER, Answer, Ask
from domain.findings import AgencyReport
from domain.outcomes import PortalState, StoppedBy
from domain.visits import Attempt, PageChange, Visit
from storage.canonical import sound
from storage.judgements import newest_of_visit
from storage.open_visits import OpenVisits
from storage.queries import load_visit
from storage.tables import request, snapshot, visit
from storage.visits import load_answer
from storage.writer import Writer

Result = TypeVar("Result")


class _Read(Protocol):
    def __call__(self, work: Callable[[Connection], Result]) -> Result: ...


@dataclass(frozen=True, slots=True)
class PastVisit:
    """The newest finished visit of an agency before the one that begins."""

    visit_id: int
    night: date
    rests_on: date
    """The night of the full look that it rests on; its own where it was one."""
    state: PortalState
    stopped_by: StoppedBy
    look_digest: str
    """Of all that the look was made with; empty where nobody kept it."""


@dataclass(frozen=True, slots=True)
class Base:
    """A past visit with all that it saw."""

    visit: Visit
    report: AgencyReport | None
    """What it was last judged to show for the year; None when it was not."""
    restless: frozenset[str]
    """Addresses of the agency whose pages ever changed from one look to the next."""


class LastLookShelf:
    """The visits that later ones take over from."""

    def __init__(self, read: _Read, writer: Writer, open_visits: OpenVisits) -> None:
        self._read = read
        self._writer = writer
        self._open_visits = open_visits

    def past(self, agency_id: int, visit_id: int) -> PastVisit | None:
        """The newest finished visit of the agency, but for one; None for none."""
        return self._read(lambda c: _past(c, agency_id, visit_id))

    def begun_with(self, visit_id: int) -> tuple[str, int | None]:
        """What was decided when a visit began: its digest, empty before, and whom it rests on."""
        return self._read(lambda c: _begun_with(c, visit_id))

    def begin(self, visit_id: int, look_digest: str, base_id: int | None) -> None:
        """Keep what a visit takes over from, before it asks anything; None for a full look."""
        values = {"look_digest": look_digest, "base_id": base_id}
        self._writer.call(lambda c: _update(c, visit_id, values))

    def look_fully(self, visit_id: int) -> None:
        """Make a visit a full look after all; it is given its own answers again, as after a kill.

        The visit's recorder must be asked for anew.
        """
        self._writer.call(lambda c: _update(c, visit_id, {"base_id": None}))
        self._writer.flush()
        self._open_visits.drop(visit_id)

    def load(self, base_id: int, year: int) -> Base:
        """All of a past visit."""
        return self._read(lambda c: _base(c, base_id, year))

    def answer(self, agency_id: int, attempt: Attempt) -> Answer | None:
        """What came when the attempt was made, in whichever visit; None where it is lost.

        Of a page that a browser showed it is what the browser showed.
        """
        return self._read(lambda c: _answer(c, agency_id, attempt))

    def parts(self, agency_id: int, attempt: Attempt, asks: Iterable[Ask]) -> tuple[Answer, ...]:
        """What the scripts of a page fetched when it was shown; what is lost is left out."""
        return self._read(lambda c: _parts(c, agency_id, attempt, asks))


def _update(connection: Connection, visit_id: int, values: dict[str, str | int | None]) -> None:
    connection.execute(sa.update(visit).where(visit.c.id == visit_id).values(values))


def _past(connection: Connection, agency_id: int, visit_id: int) -> PastVisit | None:
    query = (
        sa.select(visit)
        .where(
            visit.c.agency_id == agency_id,
            visit.c.id != visit_id,
            visit.c.finished_at.is_not(None),
        )
        .order_by(visit.c.id.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    return PastVisit(
        visit_id=row.id,
        night=row.night,
        rests_on=row.rests_on or row.night,
        state=PortalState(row.state),
        stopped_by=StoppedBy(row.stopped_by),
        look_digest=row.look_digest or "",
    )


def _begun_with(connection: Connection, visit_id: int) -> tuple[str, int | None]:
    query = sa.select(visit.c.look_digest, visit.c.base_id).where(visit.c.id == visit_id)
    row = connection.execute(query).one()
    return row.look_digest or "", row.base_id


def _base(connection: Connection, base_id: int, year: int) -> Base:
    judged = newest_of_visit(connection, base_id, year)
    agency = sa.select(visit.c.agency_id).where(visit.c.id == base_id).scalar_subquery()
    moved = (
        sa.select(request.c.address)
        .join(visit, visit.c.id == request.c.visit_id)
        .where(
            visit.c.agency_id == agency,
            request.c.change.is_not(None),
            request.c.change != PageChange.SAME.value,
        )
        .distinct()
    )
    report = None if judged is None else judged.report
    return Base(load_visit(connection, base_id), report, frozenset(connection.scalars(moved)))


def _answer(connection: Connection, agency_id: int, attempt: Attempt) -> Answer | None:
    held = _held(connection, agency_id, attempt)
    return None if held is None else load_answer(connection, *held)


def _held(connection: Connection, agency_id: int, attempt: Attempt) -> tuple[int, int] | None:
    """Visit and row of an attempt's snapshot; what a browser showed was kept under RENDER."""
    query = (
        sa.select(snapshot.c.visit_id, snapshot.c.seq)
        .join(visit, visit.c.id == snapshot.c.visit_id)
        .where(
            snapshot.c.address == sound(attempt.address),
            snapshot.c.method.in_((attempt.method, RENDER)),
            snapshot.c.form_digest.is_not_distinct_from(attempt.form_digest),
            snapshot.c.captured_at == attempt.started_at,
            visit.c.agency_id == agency_id,
        )
        .order_by(snapshot.c.visit_id.desc(), snapshot.c.seq.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    return None if row is None else (row.visit_id, row.seq)


def _parts(
    connection: Connection, agency_id: int, attempt: Attempt, asks: Iterable[Ask]
) -> tuple[Answer, ...]:
    held = _held(connection, agency_id, attempt)
    if held is None:
        return ()
    visit_id, shown_seq = held
    found: list[Answer] = []
    for ask in asks:  # each was kept just before what the browser showed
        query = sa.select(sa.func.max(snapshot.c.seq)).where(
            snapshot.c.visit_id == visit_id,
            snapshot.c.address == sound(ask.address),
            snapshot.c.method == ask.method,
            snapshot.c.seq < shown_seq,
        )
        seq = connection.scalar(query)
        answer = None if seq is None else load_answer(connection, visit_id, seq)
        found += [answer] if answer is not None else []
    return tuple(found)
