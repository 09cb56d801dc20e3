"""Bringing a database to the tables of this version, or saying why it cannot be."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection

from domain.errors import StoreError
from storage.tables import metadata

_VERSION_TABLE = "alembic_version"


def configuration() -> Config:
    """Alembic's configuration, without a file."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def known_versions() -> tuple[str, ...]:
    """All versions this giamsat knows, newest first."""
    script = ScriptDirectory.from_config(configuration())
    return tuple(step.revision for step in script.walk_revisions())


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
    if version is not None and version not in known_versions():
        raise StoreError(
            f"database {place}: written by a newer giamsat (version {version}); install that one"
        )
    return None if version is None else str(version)


def upgrade(connection: Connection) -> None:
    """Take all missing steps, in the connection's own transaction."""
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
