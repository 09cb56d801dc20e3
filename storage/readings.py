"""What bodies said when they were read, by body and reader version.

An archive is a row, and each file in it a row below that one: what a single paper said can be
asked for without its neighbours. Its column ``member`` holds its place in the archive and its
path, "3 kế hoạch.pdf", or "2.1 kế hoạch.pdf" for the first file of an archive that is the second:
paths alone may stand twice in an archive that nobody meant well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from domain.documents import Document, Member, Reading, Unreadable
from storage.canonical import pack_reading, sound, unpack_reading
from storage.tables import reading

_Found = Row[Any]
_ROUGH_BYTES = 512
_NOTHING = "nothing"
"""The kind of a member of which neither a document nor a reason was kept."""
_COLUMNS = ("id", "sha256", "member", "parent_id", "kind", "content")


@dataclass(frozen=True, slots=True)
class _Kept:
    """One row on its way in: a body's own, or a member's below the row at ``parent``."""

    member: str
    parent: str
    """The ``member`` of the row above."""
    level: int
    """0 for the body's own, 1 for a file in it, 2 for a file in an archive in it."""
    kind: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class KeepReading:
    """A reading on its way in, already packed."""

    sha256: str
    reader_version: str
    rows: tuple[_Kept, ...]
    """The body's own first, every other after the one it lies in."""

    @property
    def weight_bytes(self) -> int:
        """Bytes held until written."""
        return sum(len(row.content) + _ROUGH_BYTES for row in self.rows)


def packed(sha256: str, reader_version: str, value: Reading) -> KeepReading:
    """Ready to be written."""
    return KeepReading(sha256, reader_version, tuple(_rows(value, "", "", 0, "")))


def _rows(
    value: Reading | None, member: str, parent: str, level: int, place: str
) -> Iterator[_Kept]:
    """The row of a reading, then those of its members."""
    if value is None:
        yield _Kept(member, parent, level, _NOTHING, "", b"")
        return
    members = value.members if isinstance(value, Document) else ()
    alone = replace(value, members=()) if isinstance(value, Document) and members else value
    kind, content = pack_reading(alone)
    yield _Kept(member, parent, level, kind, value.media_type, content)
    for number, entry in enumerate(members, 1):
        below = f"{place}{number}"
        name = f"{below} {sound(entry.name)}"
        yield from _rows(entry.document or entry.unreadable, name, member, level + 1, f"{below}.")


@cache
def _readings_of() -> sa.Select[Any]:
    """The query for readings, put together once: it is asked for every page of a crawl."""
    return (
        sa.select(*(reading.c[name] for name in _COLUMNS))
        .where(
            reading.c.sha256.in_(sa.bindparam("digests", expanding=True)),
            reading.c.reader_version == sa.bindparam("version"),
        )
        .order_by(reading.c.id)
    )


def load(
    connection: Connection, digests: Collection[str], reader_version: str
) -> dict[str, Reading]:
    """Per body: its reading by one version of the reader, where there is one."""
    own: list[_Found] = []
    below: defaultdict[int, list[_Found]] = defaultdict(list)
    asked = {"digests": list(digests), "version": reader_version}
    for row in connection.execute(_readings_of(), asked):
        if row.parent_id is None:
            own.append(row)
        else:
            below[row.parent_id].append(row)
    return {row.sha256: _whole(row, below) for row in own}


def _whole(row: _Found, below: dict[int, list[_Found]]) -> Reading:
    """A row's reading with those of the rows below it."""
    value = unpack_reading(row.kind, row.content)
    if not isinstance(value, Document) or row.id not in below:
        return value
    return replace(value, members=tuple(_member(child, below) for child in below[row.id]))


def _member(row: _Found, below: dict[int, list[_Found]]) -> Member:
    name = row.member.partition(" ")[2]
    if row.kind == _NOTHING:
        return Member(name)
    value = _whole(row, below)
    if isinstance(value, Unreadable):
        return Member(name, unreadable=value)
    return Member(name, document=value)


def write(connection: Connection, news: list[KeepReading]) -> None:
    """Store those that are not there yet; the same reader reads the same body the same way."""
    wanted = {(new.sha256, new.reader_version): new for new in news}
    for sha256, reader_version, _ in _ids(connection, wanted):
        wanted.pop((sha256, reader_version), None)
    rows = [(key, row) for key, new in wanted.items() for row in new.rows]
    for level in sorted({row.level for _, row in rows}):
        # The rows of one level point at the ids that the level above was given.
        ids = _ids(connection, wanted) if level else {}
        values = [_values(key, row, ids) for key, row in rows if row.level == level]
        connection.execute(sa.insert(reading), values)


def _ids(
    connection: Connection, keys: Collection[tuple[str, str]]
) -> dict[tuple[str, str, str], int]:
    """Per body, reader version and member: the row there is."""
    rows = connection.execute(_ids_of(), {"digests": list({sha256 for sha256, _ in keys})})
    found = {(row.sha256, row.reader_version, row.member): row.id for row in rows}
    return {key: number for key, number in found.items() if key[:2] in keys}


@cache
def _ids_of() -> sa.Select[tuple[str, str, str, int]]:
    """Put together once, as it is asked for every batch."""
    return sa.select(
        reading.c.sha256, reading.c.reader_version, reading.c.member, reading.c.id
    ).where(reading.c.sha256.in_(sa.bindparam("digests", expanding=True)))


def _values(
    key: tuple[str, str], row: _Kept, ids: dict[tuple[str, str, str], int]
) -> dict[str, object]:
    sha256, reader_version = key
    return {
        "sha256": sha256,
        "reader_version": reader_version,
        "member": row.member,
        "parent_id": ids[(*key, row.parent)] if row.level else None,
        "kind": row.kind,
        "media_type": row.media_type,
        "content": row.content,
    }
