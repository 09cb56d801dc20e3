"""Addresses checked on demand: each a row beside the registry, never one of its agencies."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from domain.agencies import Agency, PortalAddress
from storage.agencies import agency_values
from storage.canonical import sound
from storage.imports import write_parts
from storage.rows import insert_one
from storage.tables import agency


def agency_id(connection: Connection, checked: Agency, at: datetime) -> int:
    """The row of a checked portal, found by its first address; name and level as last given."""
    url = sound(checked.portals[0].url)
    known_as = replace(checked, name=sound(checked.name), portals=(PortalAddress(url),))
    values = agency_values(known_as, at) | {"code": _code_of(url), "on_demand": True}
    known = connection.execute(
        sa.select(agency.c.id, agency.c.name).where(
            agency.c.on_demand.is_(True), agency.c.code == values["code"]
        )
    ).first()
    if known is None:
        new_id = insert_one(connection, agency, values)
        write_parts(connection, new_id, known_as)
        return new_id
    values["name"] = known_as.name or known.name
    connection.execute(sa.update(agency).where(agency.c.id == known.id).values(values))
    return int(known.id)


def _code_of(url: str) -> str:
    """An address as a code: of one length whatever its own, and unlike any code of a registry."""
    return hashlib.sha256(url.encode()).hexdigest()
