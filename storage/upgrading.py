"""Alembic, run on an open connection and without a configuration file."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection


def configuration() -> Config:
    """Alembic's configuration: only where the steps lie."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def steps() -> tuple[str, ...]:
    """The versions of all steps, oldest first."""
    walked = ScriptDirectory.from_config(configuration()).walk_revisions()
    return tuple(reversed([step.revision for step in walked]))


def upgrade_to_newest(connection: Connection) -> None:
    """Take all missing steps, in the connection's own transaction."""
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
