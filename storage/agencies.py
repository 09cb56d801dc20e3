"""The registry as the store keeps it: agencies, their addresses and their successors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from domain.agencies import Agency, Inspected, Level, PortalAddress
from storage.names import bare
from storage.tables import agency, agency_portal, agency_successor, portal_address

SINCE_EVER = date.min
"""Stands in the key of an agency without ``valid_from``."""

_MOST_PARENTS = 8


@dataclass(frozen=True, slots=True)
class StoredAgency:
    """An agency of the registry, with what the store knows of its surroundings."""

    id: int
    inspected: Inspected


@dataclass(frozen=True, slots=True)
class Row:
    """An agency and its own id."""

    id: int
    agency: Agency


class Registry:
    """All agencies ever imported, and how they hang together."""

    def __init__(self, rows: Iterable[Row], successions: Iterable[tuple[int, int]]) -> None:
        self.rows = tuple(rows)
        self._by_id = {row.id: row for row in self.rows}
        self._by_code: dict[str, list[Row]] = defaultdict(list)
        self._by_bare_name: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            self._by_code[row.agency.code or ""].append(row)
            self._by_bare_name[bare(row.agency.name)].append(row)
        self._predecessors: dict[int, list[Agency]] = defaultdict(list)
        for old, new in successions:
            self._predecessors[new].append(self._by_id[old].agency)

    def stored(self, row: Row) -> StoredAgency:
        """An agency with its parents, predecessors and namesakes."""
        known = Inspected(
            agency=row.agency,
            parents=self._parents(row.agency),
            predecessors=tuple(self._predecessors[row.id]),
            namesakes=self._namesakes(row),
        )
        return StoredAgency(row.id, known)

    def valid_on(self, day: date | None) -> tuple[StoredAgency, ...]:
        """The agencies that exist on a day; all for None; in the order of their codes."""
        rows = [row for row in self.rows if day is None or row.agency.valid_on(day)]
        return tuple(self.stored(row) for row in rows)

    def with_code(self, code: str) -> tuple[Row, ...]:
        """All agencies that ever had a code."""
        return tuple(self._by_code.get(code, ()))

    def _parents(self, child: Agency) -> tuple[str, ...]:
        names: list[str] = []
        while child.parent and len(names) < _MOST_PARENTS:
            parent = self._contemporary(child.parent, child)
            if parent is None:
                names.append(child.parent)
                break
            names.append(parent.name)
            child = parent
        return tuple(names)

    def _contemporary(self, code: str, child: Agency) -> Agency | None:
        """The agency of a code that existed together with ``child``, newest first."""
        found = [row.agency for row in self._by_code.get(code, ()) if row.agency is not child]
        found.sort(key=lambda one: one.valid_from or SINCE_EVER, reverse=True)
        return next((one for one in found if _overlap(one, child)), None)

    def _namesakes(self, row: Row) -> tuple[str, ...]:
        """Names of others that are alike; its own earlier or later self is no other."""
        kin = {row.agency.code, *row.agency.successors}
        kin |= {old.code for old in self._predecessors[row.id]}
        alike = self._by_bare_name[bare(row.agency.name)]
        return tuple(
            dict.fromkeys(other.agency.name for other in alike if other.agency.code not in kin)
        )


def _overlap(one: Agency, other: Agency) -> bool:
    starts = max(one.valid_from or SINCE_EVER, other.valid_from or SINCE_EVER)
    return starts <= min(one.valid_to or date.max, other.valid_to or date.max)


def load_registry(connection: Connection) -> Registry:
    """All agencies of the registry, in the order of their codes and validity."""
    portals = _portals(connection)
    codes = _successor_codes(connection)
    registered = sa.select(agency).where(agency.c.on_demand.is_(False))
    query = registered.order_by(agency.c.code, agency.c.valid_from)
    rows = [
        Row(
            row.id,
            Agency(
                code=row.code,
                name=row.name,
                level=Level(row.level),
                parent=row.parent,
                portals=tuple(portals[row.id]),
                valid_from=None if row.valid_from == SINCE_EVER else row.valid_from,
                valid_to=row.valid_to,
                successors=tuple(codes[row.id]),
            ),
        )
        for row in connection.execute(query)
    ]
    return Registry(rows, _successions(connection))


def _portals(connection: Connection) -> dict[int, list[PortalAddress]]:
    query = (
        sa.select(agency_portal.c.agency_id, portal_address.c.url, agency_portal.c.verified)
        .join(portal_address, portal_address.c.id == agency_portal.c.portal_address_id)
        .order_by(agency_portal.c.agency_id, agency_portal.c.position)
    )
    found: dict[int, list[PortalAddress]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.agency_id].append(PortalAddress(row.url, row.verified))
    return found


def _successor_codes(connection: Connection) -> dict[int, list[str]]:
    query = sa.select(agency_successor).order_by(
        agency_successor.c.agency_id, agency_successor.c.position
    )
    found: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.agency_id].append(row.successor_code)
    return found


def _successions(connection: Connection) -> list[tuple[int, int]]:
    query = (
        sa.select(agency_successor.c.agency_id, agency_successor.c.successor_id)
        .where(agency_successor.c.successor_id.is_not(None))
        .order_by(agency_successor.c.agency_id)
    )
    return [(row.agency_id, row.successor_id) for row in connection.execute(query)]


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What an import did."""

    added: int
    changed: int
    unchanged: int
    closed: int = 0


AgencyKey = tuple[str, date]
"""Code and first day of validity: the identity of an agency."""


def key_of(value: Agency) -> AgencyKey:
    """The identity of an agency."""
    return (value.code or "", value.valid_from or SINCE_EVER)


def agency_values(value: Agency, at: datetime) -> dict[str, object]:
    """The columns of an agency's own row."""
    return {
        "code": value.code or "",
        "valid_from": value.valid_from or SINCE_EVER,
        "valid_to": value.valid_to,
        "name": value.name,
        "level": value.level.value,
        "parent": value.parent,
        "imported_at": at,
    }


def resolved_successor(old: Agency, code: str, rows: Sequence[Row]) -> int | None:
    """Which agency a successor code means: of that code, the first that outlives ``old``.

    Codes are used again: a merged commune often keeps the code of one of its parts, so neither
    the agency itself nor one that ended with it can be meant.
    """
    ended = old.valid_to or old.valid_from or SINCE_EVER
    outliving = [
        row
        for row in rows
        if row.agency.code == code
        and key_of(row.agency) != key_of(old)
        and (row.agency.valid_to or date.max) > ended
    ]
    outliving.sort(key=lambda row: row.agency.valid_from or SINCE_EVER)
    return outliving[0].id if outliving else None
