"""The readings a store keeps, one at a time: what is asked and kept for every page of a night."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from domain.documents import Reading
from storage import readings
from storage.glance import Glance
from storage.opening import Database
from storage.sqlite import explaining
from storage.tables import reading
from storage.writer import Writer

Result = TypeVar("Result")

_DIGITS = 6
"""Hexadecimal digits of a digest, of which all bits but the last two tell its slot."""
_DROPPED_BITS = 2


class _Read(Protocol):
    def __call__(self, work: Callable[[Connection], Result]) -> Result: ...


class ReadingShelf:
    """Looks up and keeps readings, without asking the database for what cannot be there.

    Most pages of a night were never read before, as something on them is of the day: once the
    digests are known of which there are readings, only bodies whose digest begins like one of
    them are looked up. 4 MB however many there are; of a million, a fifth is asked for in vain.
    """

    def __init__(self, read: _Read, database: Database, writer: Writer) -> None:
        self._read = read
        self._place = database.path
        self._glance = Glance(database.reading)
        self._writer = writer
        self._version = ""
        self._seen = bytearray()

    def learn(self, reader_version: str) -> None:
        """Take note of all digests that this version of the reader has readings of."""
        self._seen = self._read(lambda c: _slots(c, reader_version))
        self._version = reader_version

    def one(self, sha256: str, reader_version: str) -> Reading | None:
        """What one version of the reader made of a body."""
        if reader_version == self._version and not self._seen[_slot(sha256)]:
            return None
        with explaining(self._place):
            found = self._glance.read(lambda c: readings.load(c, (sha256,), reader_version))
        return found.get(sha256)

    def keep(self, sha256: str, reader_version: str, value: Reading) -> None:
        """Keep a reading; returns at once."""
        if reader_version == self._version:
            self._seen[_slot(sha256)] = 1
        self._writer.put(readings.packed(sha256, reader_version, value))

    def close(self) -> None:
        """Let go of the connection."""
        self._glance.close()


def _slot(sha256: str) -> int:
    return int(sha256[:_DIGITS], 16) >> _DROPPED_BITS


def _slots(connection: Connection, reader_version: str) -> bytearray:
    """1 at the slot of every body that was read; not of the files in them, which nobody asks for.

    The index alone tells it.
    """
    of_bodies = sa.select(reading.c.sha256).where(
        reading.c.reader_version == reader_version, reading.c.member == ""
    )
    slots = bytearray(1 << (4 * _DIGITS - _DROPPED_BITS))
    for sha256 in connection.scalars(of_bodies):
        slots[_slot(sha256)] = 1
    return slots
