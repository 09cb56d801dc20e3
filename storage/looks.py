"""One agency's newest judged visit with every try it made: what an explanation is told from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from domain.exchanges import Try
from domain.findings import AgencyReport
from domain.outcomes import Outcome
from domain.visits import Visit
from storage.canonical import decode
from storage.queries import load_visit, reports
from storage.tables import agency_portal, judgement, portal_address, request, snapshot

Place = tuple[str, str, str | None]
"""Address, method and digest of the form."""
Tries = Mapping[Place, tuple[Try, ...]]
Result = TypeVar("Result")


class _Read(Protocol):
    def __call__(self, work: Callable[[Connection], Result]) -> Result: ...


@dataclass(frozen=True, slots=True)
class Look:
    """A judged visit: what it says, what it did, and the tries that came before its last ones."""

    report: AgencyReport
    visit: Visit
    earlier: Tries


class LookShelf:
    """The visits that the newest judgements were made of."""

    def __init__(self, read: _Read) -> None:
        self._read = read

    def newest(self, agency_id: int, year: int, confirm_visits: int) -> Look | None:
        """The visit that the agency's report for a year shows; None when it has none."""
        return self._read(lambda c: _newest(c, agency_id, year, confirm_visits))

    def agencies_at(self, is_it: Callable[[str], bool]) -> tuple[int, ...]:
        """The agencies that have a portal at such an address, those checked on demand too."""
        return self._read(lambda c: _agencies_at(c, is_it))


def _newest(connection: Connection, agency_id: int, year: int, confirm: int) -> Look | None:
    query = (
        sa.select(judgement.c.visit_id)
        .where(judgement.c.agency_id == agency_id, judgement.c.year == year)
        .order_by(judgement.c.visit_id.desc(), judgement.c.id.desc())
        .limit(1)
    )
    visit_id = connection.scalar(query)
    if visit_id is None:
        return None
    (report,) = reports(connection, [agency_id], year, confirm)
    return Look(report, load_visit(connection, visit_id), _earlier(connection, visit_id))


def _agencies_at(connection: Connection, is_it: Callable[[str], bool]) -> tuple[int, ...]:
    query = (
        sa.select(agency_portal.c.agency_id, portal_address.c.url)
        .join(portal_address, portal_address.c.id == agency_portal.c.portal_address_id)
        .order_by(agency_portal.c.agency_id)
    )
    rows = connection.execute(query)
    return tuple(dict.fromkeys(row.agency_id for row in rows if is_it(row.url)))


def _earlier(connection: Connection, visit_id: int) -> Tries:
    """Per place: all tries but the last, as they came."""
    query = (
        sa.select(request, snapshot.c.earlier)
        .join(
            snapshot,
            sa.and_(snapshot.c.visit_id == request.c.visit_id, snapshot.c.seq == request.c.seq),
        )
        .where(request.c.visit_id == visit_id)
        .order_by(request.c.seq)
    )
    tries: defaultdict[Place, list[Try]] = defaultdict(list)
    last: dict[Place, int] = {}
    for row in connection.execute(query):
        place = (row.address, row.method, row.form_digest)
        if row.earlier:
            tries[place] += decode(row.earlier, tuple[Try, ...])
        if row.outcome is not None and row.asked_at is not None:
            outcome = Outcome(row.outcome)
            tries[place].append(Try(row.asked_at, row.elapsed_s, outcome, row.status, row.detail))
            last[place] = len(tries[place]) - 1
    return {
        place: tuple(one for number, one in enumerate(every) if number != last.get(place))
        for place, every in tries.items()
        if len(every) > 1
    }
