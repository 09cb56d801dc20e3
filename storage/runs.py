"""Runs: one night's crawl of all agencies that are due, or one of some agencies by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_one
from storage.tables import run, run_agency, visit

_CUT_OFF = "interrupted: it did not end before a later night began"
_LEFT_OUT = "cơ quan trong danh sách của đêm chưa được xem"


@dataclass(frozen=True, slots=True)
class RunHandle:
    """A run that is open."""

    run_id: int
    resumed: bool
    finished: frozenset[int]
    """Agencies whose visit of this run is already finished."""


@dataclass(frozen=True, slots=True)
class NewRun:
    """What a run is begun with."""

    night: date
    year: int
    started_at: datetime
    config_digest: str
    rule_digest: str
    partial: bool = False
    """Of some agencies only: a run of its own, which no other joins."""


@dataclass(frozen=True, slots=True)
class RunLine:
    """A run as it was kept."""

    run_id: int
    night: date
    year: int
    started_at: datetime
    finished_at: datetime | None
    """None while it goes on, or after it was cut off."""
    good: bool | None
    note: str
    planned: int
    """Agencies that were to be visited."""
    visited: int
    """Agencies whose visit was finished."""
    partial: bool = False
    """Of some agencies only, as asked by hand."""


def open_run(connection: Connection, new: NewRun, agency_ids: Iterable[int]) -> RunHandle:
    """Begin a run, or go on with the nightly one of the same night and year; end older ones.

    A partial run always begins anew, and leaves the nightly one as it is.
    """
    _end_cut_off(connection, new)
    run_id = None if new.partial else _to_go_on_with(connection, new)
    resumed = run_id is not None
    if run_id is None:
        run_id = _begin(connection, new)
    _plan(connection, run_id, set(agency_ids))
    return RunHandle(run_id, resumed, _finished(connection, run_id))


def _end_cut_off(connection: Connection, new: NewRun) -> None:
    """End the runs of this kind that nobody will go on with."""
    ended = sa.update(run).where(run.c.finished_at.is_(None), run.c.partial.is_(new.partial))
    if not new.partial:
        ended = ended.where(run.c.night < new.night)
    connection.execute(ended.values(finished_at=new.started_at, good=False, note=_CUT_OFF))


def _to_go_on_with(connection: Connection, new: NewRun) -> int | None:
    return connection.scalar(
        sa.select(run.c.id).where(
            run.c.night == new.night,
            run.c.year == new.year,
            run.c.finished_at.is_(None),
            run.c.partial.is_(False),
        )
    )


def _begin(connection: Connection, new: NewRun) -> int:
    values = {
        "night": new.night,
        "year": new.year,
        "started_at": new.started_at,
        "note": "",
        "config_digest": new.config_digest,
        "rule_digest": new.rule_digest,
        "partial": new.partial,
    }
    return insert_one(connection, run, values)


def _plan(connection: Connection, run_id: int, agency_ids: set[int]) -> None:
    new = sorted(agency_ids - _planned(connection, run_id))
    rows = [{"run_id": run_id, "agency_id": one} for one in new]
    if rows:
        connection.execute(sa.insert(run_agency), rows)


def _planned(connection: Connection, run_id: int) -> frozenset[int]:
    query = sa.select(run_agency.c.agency_id).where(run_agency.c.run_id == run_id)
    return frozenset(connection.scalars(query))


def _finished(connection: Connection, run_id: int) -> frozenset[int]:
    query = sa.select(visit.c.agency_id).where(
        visit.c.run_id == run_id, visit.c.finished_at.is_not(None)
    )
    return frozenset(connection.scalars(query))


def close_run(
    connection: Connection, run_id: int, finished_at: datetime, *, good: bool, note: str
) -> None:
    """End a run; one that left out agencies it was to visit is not good, and says so."""
    left_out = len(_planned(connection, run_id) - _finished(connection, run_id))
    if left_out:
        good, note = False, "; ".join(part for part in (note, f"{left_out} {_LEFT_OUT}") if part)
    done = {"finished_at": finished_at, "good": good, "note": note}
    connection.execute(sa.update(run).where(run.c.id == run_id).values(done))


def load_runs(
    connection: Connection, limit: int, *, nightly_only: bool = False
) -> tuple[RunLine, ...]:
    """The newest runs, newest first."""
    query = sa.select(run).order_by(run.c.night.desc(), run.c.id.desc()).limit(limit)
    if nightly_only:
        query = query.where(run.c.partial.is_(False))
    return tuple(_line(connection, row) for row in connection.execute(query))


def _line(connection: Connection, row: sa.Row[tuple[object, ...]]) -> RunLine:
    return RunLine(
        run_id=row.id,
        night=row.night,
        year=row.year,
        started_at=row.started_at,
        finished_at=row.finished_at,
        good=row.good,
        note=row.note,
        planned=len(_planned(connection, row.id)),
        visited=len(_finished(connection, row.id)),
        partial=row.partial,
    )
