"""Kinds of columns that every database has."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Dialect


class Utc(sa.TypeDecorator[datetime]):
    """An aware time, kept as UTC without a zone, because not every database keeps zones."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; a naive time is a mistake of the caller."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without zone cannot be stored: {value.isoformat()}")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Back to aware UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


def key(target: str, *, nullable: bool = False, index: bool = False) -> sa.Column[int]:
    """A reference to the ``id`` of another table, named after it."""
    name = target.split(".")[0] + "_id"
    return sa.Column(name, sa.Integer, sa.ForeignKey(target), nullable=nullable, index=index)


def text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    """Words of any length."""
    return sa.Column(name, sa.Text, nullable=nullable)


def word(name: str, *, nullable: bool = False) -> sa.Column[str]:
    """A short word: an enum, a code, a digest."""
    return sa.Column(name, sa.String(64), nullable=nullable)


def time(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    """An aware time."""
    return sa.Column(name, Utc, nullable=nullable)


def whole(name: str, *, nullable: bool = False) -> sa.Column[int]:
    """A whole number."""
    return sa.Column(name, sa.Integer, nullable=nullable)
