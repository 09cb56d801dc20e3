"""A table as any format takes it: rows under columns that say what their cells hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from domain.publications import PublicationId


@dataclass(frozen=True, slots=True)
class PerPublication:
    """One cell that says something of several publications, by their identifiers."""

    entries: tuple[tuple[PublicationId, str], ...]

    def __str__(self) -> str:
        return "; ".join(f"{publication}={said}" for publication, said in self.entries)


Cell = str | int | float | bool | PerPublication | None
Row = tuple[Cell, ...]


class Kind(StrEnum):
    """What the cells of a column hold, so that a format can show them well."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    ADDRESS = "address"
    STATUS = "status"
    LEVEL = "level"
    REQUIREMENT = "requirement"
    STATE = "state"
    SIDE = "side"
    STANDING = "standing"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key for programs, its Vietnamese heading for people."""

    key: str
    heading: str
    width: int = 14
    """In characters."""
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns, ready for any format."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    decided: int = 0
    """How many rows at the end are a part of their own: a person has decided on them."""


def moment(value: datetime) -> str:
    """A time as ISO 8601 in UTC, to the second."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def day(value: date | None) -> str | None:
    """A day as ISO 8601."""
    return value.isoformat() if value else None
