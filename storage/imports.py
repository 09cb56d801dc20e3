"""Taking over a registry, all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from domain.agencies import Agency
from domain.errors import RegistryError
from storage.agencies import (
    SINCE_EVER,
    AgencyKey,
    ImportSummary,
    Row,
    agency_values,
    key_of,
    load_registry,
    resolved_successor,
)
from storage.rows import insert_one
from storage.tables import agency, agency_portal, agency_successor, portal_address


def import_agencies(connection: Connection, news: Sequence[Agency], at: datetime) -> ImportSummary:
    """Add or change agencies; :class:`RegistryError` where a code would stand for two at once."""
    known = {key_of(row.agency): row for row in load_registry(connection).rows}
    targets = _targets(news, known)
    added = changed = 0
    for new in news:
        row = targets.get(key_of(new))
        if row is None:
            _add(connection, new, at)
            added += 1
        elif row.agency != new:
            _change(connection, row.id, new, at)
            changed += 1
    if added or changed:
        _resolve_successors(connection)
    return ImportSummary(added, changed, len(news) - added - changed)


def _targets(news: Sequence[Agency], known: dict[AgencyKey, Row]) -> dict[AgencyKey, Row]:
    """Per new agency the stored one it is; also where only the first day was corrected."""
    coming = {key_of(new) for new in news}
    staying = [row for key, row in known.items() if key not in coming]
    targets = {key: known[key] for key in coming if key in known}
    clashes: list[str] = []
    for new in news:
        for row in (row for row in staying if row.agency.code == new.code):
            if not _at_once(row.agency, new):
                continue
            if row.agency.name == new.name and key_of(new) not in targets:
                targets[key_of(new)] = row
                staying.remove(row)
                break
            clashes.append(f"{new.code} ({row.agency.name} and {new.name})")
    if clashes:
        raise RegistryError(
            "these codes are in the registry for the same days already: "
            + "; ".join(clashes)
            + ". Give the earlier agency a valid_to and the later one a valid_from"
        )
    return targets


def _at_once(one: Agency, other: Agency) -> bool:
    starts = max(one.valid_from or SINCE_EVER, other.valid_from or SINCE_EVER)
    return starts <= min(one.valid_to or date.max, other.valid_to or date.max)


def _add(connection: Connection, new: Agency, at: datetime) -> None:
    write_parts(connection, insert_one(connection, agency, agency_values(new, at)), new)


def _change(connection: Connection, agency_id: int, new: Agency, at: datetime) -> None:
    values = agency_values(new, at)
    connection.execute(sa.update(agency).where(agency.c.id == agency_id).values(values))
    for table in (agency_portal, agency_successor):
        connection.execute(sa.delete(table).where(table.c.agency_id == agency_id))
    write_parts(connection, agency_id, new)


def write_parts(connection: Connection, agency_id: int, new: Agency) -> None:
    """The rows of a new agency beside its own: its addresses and its successors."""
    portals = [
        {
            "agency_id": agency_id,
            "position": position,
            "portal_address_id": _address_id(connection, portal.url),
            "verified": portal.verified,
        }
        for position, portal in enumerate(new.portals)
    ]
    successors = [
        {"agency_id": agency_id, "position": position, "successor_code": code}
        for position, code in enumerate(new.successors)
    ]
    for table, rows in ((agency_portal, portals), (agency_successor, successors)):
        if rows:
            connection.execute(sa.insert(table), rows)


def _address_id(connection: Connection, url: str) -> int:
    found = connection.scalar(sa.select(portal_address.c.id).where(portal_address.c.url == url))
    if found is not None:
        return int(found)
    return insert_one(connection, portal_address, {"url": url})


def _resolve_successors(connection: Connection) -> None:
    """Point every successor code at the agency it means, now that all are there."""
    rows = load_registry(connection).rows
    by_code: dict[str, list[Row]] = {}
    for row in rows:
        by_code.setdefault(row.agency.code or "", []).append(row)
    updates = [
        {"old": row.id, "at": position, "new": resolved_successor(row.agency, code, candidates)}
        for row in rows
        for position, code in enumerate(row.agency.successors)
        for candidates in [by_code.get(code, [])]
    ]
    if updates:
        pointed = sa.update(agency_successor).where(
            agency_successor.c.agency_id == sa.bindparam("old"),
            agency_successor.c.position == sa.bindparam("at"),
        )
        connection.execute(pointed.values(successor_id=sa.bindparam("new")), updates)
