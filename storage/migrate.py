"""Bringing a database to the tables of this version, or saying why it cannot be."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from domain.errors import StoreError
from storage.tables import metadata

_VERSION_TABLE = "alembic_version"

VERSIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
"""All versions this giamsat knows, oldest first: the steps in :mod:`storage.migrations`."""


def version_of(connection: Connection, place: object) -> str | None:
    """The database's version, None for an empty one; raises for another's or a newer one."""
    names = set(sa.inspect(connection).get_table_names())
    if not names:
        return None
    if _VERSION_TABLE not in names or not names & set(metadata.tables):
        raise StoreError(
            f"database {place}: its tables are not giamsat's; choose another --database"
        )
    version = connection.exec_driver_sql(f"SELECT version_num FROM {_VERSION_TABLE}").scalar()  # noqa: S608 - a constant
    if version is not None and version not in VERSIONS:
        raise StoreError(
            f"database {place}: written by a newer giamsat (version {version}); install that one"
        )
    return None if version is None else str(version)


def upgrade(connection: Connection) -> None:
    """Take all missing steps, in the connection's own transaction."""
    # Alembic takes a third of a second to load, and almost every start finds nothing to do.
    from storage.upgrading import upgrade_to_newest

    upgrade_to_newest(connection)
