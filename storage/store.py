"""The store: the one face that the rest of giamsat sees of the database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from typing import TypeVar

from sqlalchemy.engine import Connection

from domain.agencies import Agency
from domain.documents import Reading
from domain.exchanges import Answer, Ask
from domain.findings import AgencyReport
from domain.protocols import Recorder
from domain.visits import Attempt, KnownAddress, Visit
from storage import bodies, closing, imports, judgements, on_demand, queries, readings, runs, visits
from storage import sqlite as lite
from storage.agencies import ImportSummary, Registry, StoredAgency, load_registry
from storage.judgements import Judged
from storage.kept_reports import KeptReports
from storage.last_looks import LastLookShelf
from storage.looks import LookShelf
from storage.open_visits import OpenVisits
from storage.opening import Database, open_database
from storage.queries import HeldCopy, HistoryLine, StoredVisit
from storage.reading_shelf import ReadingShelf
from storage.reviews import ReviewShelf
from storage.runs import NewRun, RunHandle, RunLine
from storage.visits import VisitHandle
from storage.writer import Writer

Result = TypeVar("Result")

_PAGES_AT_ONCE = 50
"""Readings held in memory at a time."""


def utc_now() -> datetime:
    """The time of day, aware."""
    return datetime.now(UTC)


def open_store(
    url: str,
    *,
    create: bool = True,
    busy_timeout_s: float = 10.0,
    now: Callable[[], datetime] = utc_now,
) -> Store:
    """Open the database of an address such as ``sqlite:///giamsat.db``, brought up to date.

    Raises :class:`StoreError`, having changed nothing, when there is none and ``create`` is
    False (:class:`NoDatabaseError`), when it is not giamsat's or a newer one's, read-only,
    damaged, or locked by another process for longer than ``busy_timeout_s``.
    """
    opened = open_database(url, create=create, busy_timeout_s=busy_timeout_s)
    return Store(opened, now)


class Store:
    """Everything that is remembered; safe to use from any thread.

    Writing goes through one thread; readers have connections of their own and see what is
    committed. Every method raises :class:`StoreError` when the database fails.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._place = database.path
        self._now = now
        self._writer = Writer(database.writing, visits.BatchWriter(), database.path)
        self._open_visits = OpenVisits(self._read, database.path)
        self.readings = ReadingShelf(self._read, database, self._writer)
        self.looks = LookShelf(self._read)
        self.reviews = ReviewShelf(self._read, self._writer.call)
        self.last_looks = LastLookShelf(self._read, self._writer, self._open_visits)

    # --- agencies

    def import_agencies(self, agencies: Sequence[Agency], at: datetime) -> ImportSummary:
        """Add or change agencies, all or none; an agency is its code and first day."""
        return self._writer.call(lambda c: imports.import_agencies(c, agencies, at))

    def agencies(self, on: date | None = None) -> tuple[StoredAgency, ...]:
        """The agencies that exist on a day; all that ever did for None."""
        return self._registry().valid_on(on)

    def agency(self, code: str, on: date) -> StoredAgency | None:
        """The agency of a code on a day."""
        registry = self._registry()
        found = [row for row in registry.with_code(code) if row.agency.valid_on(on)]
        return registry.stored(found[-1]) if found else None

    def on_demand_agency(self, checked: Agency, at: datetime) -> int:
        """The id under which an address checked on demand is kept; never part of the registry."""
        return self._writer.call(lambda c: on_demand.agency_id(c, checked, at))

    # --- runs and visits

    def open_run(
        self,
        night: date,
        year: int,
        started_at: datetime,
        *,
        config_digest: str,
        rule_digest: str,
        agency_ids: Iterable[int],
        partial: bool = False,
    ) -> RunHandle:
        """Begin the run of a night, or go on with it; unfinished runs before it are ended.

        A ``partial`` one, of some agencies as asked by hand, stands for itself: it neither goes
        on with the night's run nor is gone on with.
        """
        new = NewRun(night, year, started_at, config_digest, rule_digest, partial)
        planned = tuple(agency_ids)
        return self._writer.call(lambda c: runs.open_run(c, new, planned))

    def close_run(self, run_id: int, finished_at: datetime, *, good: bool, note: str) -> None:
        """End a run."""
        self._writer.call(lambda c: runs.close_run(c, run_id, finished_at, good=good, note=note))

    def runs(self, limit: int) -> tuple[RunLine, ...]:
        """The newest runs, newest first."""
        return self._read(lambda c: runs.load_runs(c, limit))

    def last_run(self) -> RunLine | None:
        """The newest nightly run; those of some agencies only do not count."""
        return next(iter(self._read(lambda c: runs.load_runs(c, 1, nightly_only=True))), None)

    def open_visit(
        self, run_id: int | None, agency_id: int, portal_url: str, started_at: datetime
    ) -> VisitHandle:
        """Begin a visit, or go on with the unfinished one of the same run and agency."""
        handle = self._writer.call(
            lambda c: visits.open_visit(c, run_id, agency_id, portal_url, started_at)
        )
        self._open_visits.book(handle.visit_id, agency_id)
        return handle

    def recorder(self, visit_id: int, agency_id: int) -> Recorder:
        """Keeps what the visit does; returns at once, the writer thread commits in batches."""
        return visits.StoreRecorder(self._writer, self._open_visits.book(visit_id, agency_id))

    def stored_answer(self, visit_id: int, ask: Ask) -> Answer | None:
        """An answer this visit had before it was cut off; each is handed out once, in order.

        None also for one whose body is lost: it is asked for again.
        """
        seq = self._open_visits.next_stored(visit_id, ask)
        return None if seq is None else self._read(lambda c: visits.load_answer(c, visit_id, seq))

    def close_visit(
        self,
        visit_id: int,
        visit: Visit,
        report: AgencyReport,
        *,
        rule_digest: str,
        config_digest: str,
        reader_version: str,
    ) -> None:
        """Keep the visit's facts and its judgement in one transaction, and wait for it."""
        by = judgements.JudgedBy("visit", rule_digest, config_digest, reader_version, self._now())
        book = self._open_visits.book(visit_id)
        try:
            self._writer.call(lambda c: closing.close_visit(c, book, visit, report, by))
        finally:
            self._open_visits.drop(visit_id)

    # --- bodies and readings

    def held_copies(self, agency_id: int) -> Mapping[str, HeldCopy]:
        """Per address: the newest copy with a validator, for conditional requests."""
        return self._read(lambda c: queries.held_copies(c, agency_id))

    def evidence_addresses(self, agency_id: int) -> tuple[KnownAddress, ...]:
        """Where the evidence of the newest judgement stands."""
        return self._read(lambda c: queries.evidence_addresses(c, agency_id))

    def body(self, sha256: str) -> bytes:
        """The raw bytes of a body; :class:`StoreError` when it is not there."""
        return self._read(lambda c: bodies.load(c, sha256))

    def body_or_none(self, sha256: str) -> bytes | None:
        """The raw bytes of a body; None when it is lost or damaged."""
        return self._read(lambda c: bodies.load_or_none(c, sha256))

    # --- judging and reporting

    def latest_visits(self, on: date, year: int) -> Iterator[StoredVisit]:
        """The newest finished visit of every agency that exists on a day."""
        newest = self._read(lambda c: queries.newest_visits(c, year))
        for stored in self.agencies(on):
            if stored.id in newest:
                visit_id = newest[stored.id]
                visit = self._read(partial(queries.load_visit, visit_id=visit_id))
                yield StoredVisit(visit_id, stored, visit)

    def pages(
        self, visit_id: int, reader_version: str
    ) -> Iterator[tuple[Attempt, str, datetime, Reading | None]]:
        """What a visit opened: the attempt, its body's digest, when, and what it says."""
        opened = self._read(lambda c: queries.load_opened(c, visit_id))
        for start in range(0, len(opened), _PAGES_AT_ONCE):
            part = opened[start : start + _PAGES_AT_ONCE]
            wanted = {sha256 for _, sha256, _ in part}
            load = partial(readings.load, digests=wanted, reader_version=reader_version)
            found = self._read(load)
            for attempt, sha256, captured_at in part:
                yield attempt, sha256, captured_at, found.get(sha256)

    def newest_judgement(self, visit_id: int, year: int) -> Judged | None:
        """What a visit was last judged to show for a year, and with what; None for never."""
        return self._read(lambda c: judgements.newest_of_visit(c, visit_id, year))

    def add_judgement(
        self,
        visit_id: int,
        report: AgencyReport,
        *,
        cause: str,
        rule_digest: str,
        config_digest: str,
        reader_version: str,
    ) -> None:
        """Append a judgement of a stored visit."""
        by = judgements.JudgedBy(cause, rule_digest, config_digest, reader_version, self._now())
        agency_id = self._open_visits.agency_of(visit_id)
        self._writer.call(lambda c: judgements.append(c, visit_id, agency_id, report, by))

    def reports(self, year: int, on: date, confirm_visits: int) -> tuple[AgencyReport, ...]:
        """The newest judgement of every agency that exists on a day and was ever visited."""
        ids = [stored.id for stored in self.agencies(on)]
        return self._read(lambda c: queries.reports(c, ids, year, confirm_visits))

    def kept_reports(self, ids: Iterable[int], year: int, confirm_visits: int) -> KeptReports:
        """The newest judgements of these agencies, read as they are gone through."""
        return KeptReports.of(self._read, ids, year, confirm_visits)

    def unvisited(self, year: int, on: date) -> tuple[StoredAgency, ...]:
        """The agencies that exist on a day and have no judgement for a year."""
        judged = self._read(lambda c: queries.judged_agencies(c, year))
        return tuple(stored for stored in self.agencies(on) if stored.id not in judged)

    def report(self, code: str, year: int, on: date, confirm_visits: int) -> AgencyReport | None:
        """The newest judgement of one agency."""
        stored = self.agency(code, on)
        ids = [stored.id] if stored else []
        return next(iter(self.kept_reports(ids, year, confirm_visits)), None)

    def history(self, code: str) -> tuple[HistoryLine, ...]:
        """All judgements of the agencies that ever had a code, newest first."""
        ids = [row.id for row in self._registry().with_code(code)]
        return self._read(lambda c: queries.history(c, ids))

    # --- life

    @property
    def crowded(self) -> bool:
        """Whether recording more may have to wait; then :meth:`wait_for_room`, in a thread."""
        return self._writer.crowded

    def wait_for_room(self) -> None:
        """Wait until enough of what was handed over is committed."""
        self._writer.wait_for_room()

    def flush(self) -> None:
        """Wait until all that was handed over is committed."""
        self._writer.flush()

    def close(self) -> None:
        """Commit what was handed over and let go of the file; harmless when repeated."""
        try:
            self._writer.close()
        finally:
            self.readings.close()
            self._database.close()

    # --- inside

    def _read(self, work: Callable[[Connection], Result]) -> Result:
        with lite.explaining(self._place), self._database.reading.connect() as connection:
            return work(connection)

    def _registry(self) -> Registry:
        return self._read(load_registry)
