"""Small steps that every noun's rows need."""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy.engine import Connection


def insert_one(connection: Connection, table: sa.Table, values: Mapping[str, object]) -> int:
    """Insert a row and return the id it was given."""
    # Values within the statement would be looked through one by one each time.
    made = connection.execute(sa.insert(table), dict(values)).inserted_primary_key
    if made is None:
        raise sa.exc.InvalidRequestError(f"{table.name}: the database gave no id")
    return int(made[0])
