"""A visit while it goes on: what is asked and passed over, kept as it happens."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field, replace
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from domain.exchanges import Answer, Ask
from domain.visits import Attempt
from storage.bodies import BodyWriter, NewBody
from storage.bodies import load_or_none as load_body
from storage.canonical import decode, sound
from storage.readings import KeepReading
from storage.readings import write as write_readings
from storage.requests import Row, answer_of, request_row, snapshot_row
from storage.rows import insert_one
from storage.tables import request, snapshot, visit
from storage.writer import Job, Writer

_ROUGH_ROW_BYTES = 2_000

Place = tuple[str, str, str | None]
"""Canonical address, method and digest of the form."""
Key = tuple[str, str, str | None, datetime | None]
"""A place and when it was asked; None for a place that was passed over."""


@dataclass(frozen=True, slots=True)
class VisitHandle:
    """A visit that is open."""

    visit_id: int
    resumed: bool
    """True where it goes on from what was committed before it was cut off."""
    started_at: datetime


@dataclass(frozen=True, slots=True)
class KeepRequest:
    """One row of a visit on its way in, new or in its later form.

    Most rows come in two forms soon after one another: only the last is made into columns.
    """

    visit_id: int
    seq: int
    attempt: Attempt
    asked_at: datetime | None
    is_new: bool
    position: int | None = None
    """Where it stands in the visit; None until that is over."""
    snapshot: Row | None = None
    body: NewBody | None = None

    @property
    def row(self) -> Row:
        """All its columns."""
        row = request_row(self.visit_id, self.seq, self.attempt, self.asked_at)
        return row | {"position": self.position}

    @property
    def weight_bytes(self) -> int:
        """Bytes held until written."""
        return _ROUGH_ROW_BYTES + (0 if self.body is None else len(self.body.content))


@dataclass(slots=True)
class VisitBook:
    """Which rows a visit has, so that nothing is written twice; locked, as threads share it."""

    visit_id: int
    agency_id: int
    seqs: dict[Key, int] = field(default_factory=dict)
    newest: dict[Place, Key] = field(default_factory=dict)
    forms: dict[int, Attempt] = field(default_factory=dict)
    """The form of each row that was handed over last, of those that this program kept."""
    last_seq: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def seq_of(self, key: Key) -> tuple[int, bool]:
        """The number of a row, and whether it is new."""
        with self.lock:
            self.newest[key[:3]] = key
            if key in self.seqs:
                return self.seqs[key], False
            self.last_seq += 1
            self.seqs[key] = self.last_seq
            return self.last_seq, True

    def keep(self, key: Key, attempt: Attempt) -> KeepRequest:
        """The row of an attempt on its way in."""
        seq, is_new = self.seq_of(key)
        self.forms[seq] = attempt
        return KeepRequest(self.visit_id, seq, attempt, key[3], is_new)

    def extra_seq(self) -> int:
        """The number of a row that no later call will ask for."""
        with self.lock:
            self.last_seq += 1
            return self.last_seq

    def key_of(self, attempt: Attempt) -> Key:
        """The row an attempt belongs to: as asked then, else the newest of its place."""
        place = (sound(attempt.address), attempt.method, attempt.form_digest)
        if attempt.outcome is None:
            return (*place, None)
        exact: Key = (*place, attempt.started_at)
        with self.lock:
            return exact if exact in self.seqs else self.newest.get(place, exact)


class StoreRecorder:
    """The :class:`~domain.protocols.Recorder` of one visit."""

    def __init__(self, writer: Writer, book: VisitBook) -> None:
        self._writer = writer
        self._book = book

    def answered(self, attempt: Attempt, answer: Answer) -> None:
        """Keep the exchange; one that is only replayed is not kept again."""
        place = (sound(attempt.address), attempt.method, attempt.form_digest)
        kept = self._book.keep((*place, answer.started_at), attempt)
        if kept.is_new:
            body = self._body(answer)
            sha256 = None if body is None else body.sha256
            shot = snapshot_row(kept.visit_id, kept.seq, attempt, answer, sha256)
            kept = replace(kept, snapshot=shot, body=body)
        self._writer.put(kept)

    def classified(self, attempt: Attempt) -> None:
        """Keep the attempt's final form."""
        self._keep(attempt)

    def skipped(self, attempt: Attempt) -> None:
        """Keep an address that was passed over."""
        self._keep(attempt)

    def _keep(self, attempt: Attempt) -> None:
        self._writer.put(self._book.keep(self._book.key_of(attempt), attempt))

    def _body(self, answer: Answer) -> NewBody | None:
        if not answer.body:
            return None
        declared = (answer.header("content-type") or "").split(";")[0].strip().lower()
        address = sound(answer.ask.address)
        return NewBody(answer.sha256, answer.body, self._book.agency_id, address, declared)


class BatchWriter:
    """Writes a batch of recorded requests and readings; used by the writer thread only."""

    def __init__(self) -> None:
        self._bodies = BodyWriter()

    def __call__(self, connection: Connection, jobs: list[Job]) -> None:
        """Bodies first, then what points at them."""
        kept = [job for job in jobs if isinstance(job, KeepRequest)]
        bodies = [job.body for job in kept if job.body is not None]
        if bodies:
            self._bodies.write(connection, bodies)
        write_requests(connection, kept)
        shots = [job.snapshot for job in kept if job.snapshot is not None]
        if shots:
            connection.execute(sa.insert(snapshot), shots)
        readings = [job for job in jobs if isinstance(job, KeepReading)]
        if readings:
            write_readings(connection, readings)


def write_requests(connection: Connection, jobs: list[KeepRequest]) -> None:
    """Insert the new rows in their latest form, and bring older ones to theirs."""
    new: dict[tuple[int, int], KeepRequest] = {}
    changed: dict[tuple[int, int], KeepRequest] = {}
    for job in jobs:
        key = (job.visit_id, job.seq)
        target = new if job.is_new or key in new else changed
        target[key] = job
    if new:
        connection.execute(sa.insert(request), [job.row for job in new.values()])
    if changed:
        connection.execute(_UPDATE, [_as_update(job.row) for job in changed.values()])


def write_positions(connection: Connection, visit_id: int, positions: dict[int, int]) -> None:
    """Say where rows stand that are in their final form already, by their numbers."""
    if positions:
        values = [
            {"of_visit": visit_id, "of_seq": seq, "position": position}
            for seq, position in positions.items()
        ]
        connection.execute(_PLACE, values)


_OF_ROW = sa.update(request).where(
    request.c.visit_id == sa.bindparam("of_visit"), request.c.seq == sa.bindparam("of_seq")
)
_PLACE = _OF_ROW.values(position=sa.bindparam("position"))
_UPDATE = _OF_ROW.values(
    {
        column.name: sa.bindparam(column.name)
        for column in request.columns
        if column.name not in ("visit_id", "seq")
    }
)


def _as_update(row: Row) -> Row:
    values = {name: value for name, value in row.items() if name not in ("visit_id", "seq")}
    return values | {"of_visit": row["visit_id"], "of_seq": row["seq"]}


def open_visit(
    connection: Connection, run_id: int | None, agency_id: int, portal_url: str, at: datetime
) -> VisitHandle:
    """Begin a visit, or go on with the one of this run and agency that was cut off."""
    query = sa.select(visit.c.id, visit.c.started_at).where(
        visit.c.run_id == run_id,
        visit.c.agency_id == agency_id,
        visit.c.portal_url == portal_url,
        visit.c.finished_at.is_(None),
    )
    row = None if run_id is None else connection.execute(query).first()
    if row is not None:
        return VisitHandle(row.id, True, row.started_at)
    values = {"run_id": run_id, "agency_id": agency_id, "portal_url": portal_url, "started_at": at}
    return VisitHandle(insert_one(connection, visit, values), False, at)


def load_book(connection: Connection, visit_id: int, agency_id: int) -> VisitBook:
    """The rows that a visit has already."""
    book = VisitBook(visit_id, agency_id)
    columns = (request.c.address, request.c.method, request.c.form_digest, request.c.asked_at)
    query = sa.select(*columns, request.c.seq).where(request.c.visit_id == visit_id)
    for row in connection.execute(query.order_by(request.c.seq)):
        key: Key = (row.address, row.method, row.form_digest, row.asked_at)
        book.seqs[key] = row.seq
        book.newest[key[:3]] = key
        book.last_seq = row.seq
    return book


AskKey = tuple[str, str, tuple[tuple[str, str], ...]]
"""What makes two asks the same whatever copy was held then."""


def ask_key(ask: Ask) -> AskKey:
    """The key of an ask as it is stored."""
    return (sound(ask.address), ask.method, ask.form)


def stored_seqs(connection: Connection, visit_id: int) -> dict[AskKey, deque[int]]:
    """Per ask: the answers a visit has stored, in the order they came."""
    query = sa.select(snapshot.c.seq, snapshot.c.ask).where(snapshot.c.visit_id == visit_id)
    found: dict[AskKey, deque[int]] = {}
    for row in connection.execute(query.order_by(snapshot.c.seq)):
        found.setdefault(ask_key(decode(row.ask, Ask)), deque()).append(row.seq)
    return found


def load_answer(connection: Connection, visit_id: int, seq: int) -> Answer | None:
    """A stored answer, its body restored; None when the body is lost or damaged."""
    query = sa.select(snapshot).where(snapshot.c.visit_id == visit_id, snapshot.c.seq == seq)
    row = connection.execute(query).mappings().one()
    sha256 = row["body_sha256"]
    body = b"" if sha256 is None else load_body(connection, sha256)
    return None if body is None else answer_of(row, body)
