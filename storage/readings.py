"""What bodies said when they were read, by body and reader version."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from domain.documents import Reading
from storage.canonical import pack_reading, unpack_reading
from storage.tables import reading

_ROUGH_BYTES = 512


@dataclass(frozen=True, slots=True)
class KeepReading:
    """A reading on its way in, already packed."""

    sha256: str
    reader_version: str
    kind: str
    media_type: str
    content: bytes

    @property
    def weight_bytes(self) -> int:
        """Bytes held until written."""
        return len(self.content) + _ROUGH_BYTES


def packed(sha256: str, reader_version: str, value: Reading) -> KeepReading:
    """Ready to be written."""
    kind, content = pack_reading(value)
    return KeepReading(sha256, reader_version, kind, value.media_type, content)


def load(
    connection: Connection, digests: Collection[str], reader_version: str
) -> dict[str, Reading]:
    """Per body: its reading by one version of the reader, where there is one."""
    query = sa.select(reading.c.sha256, reading.c.kind, reading.c.content).where(
        reading.c.sha256.in_(digests),
        reading.c.reader_version == reader_version,
        reading.c.member == "",
    )
    return {row.sha256: unpack_reading(row.kind, row.content) for row in connection.execute(query)}


def write(connection: Connection, news: list[KeepReading]) -> None:
    """Store those that are not there yet; the same reader reads the same body the same way."""
    wanted = {(new.sha256, new.reader_version): new for new in news}
    query = sa.select(reading.c.sha256, reading.c.reader_version).where(
        reading.c.sha256.in_({new.sha256 for new in news}), reading.c.member == ""
    )
    for row in connection.execute(query):
        wanted.pop((row.sha256, row.reader_version), None)
    if wanted:
        connection.execute(sa.insert(reading), [_row(new) for new in wanted.values()])


def _row(new: KeepReading) -> dict[str, object]:
    return {
        "sha256": new.sha256,
        "reader_version": new.reader_version,
        "member": "",
        "parent_id": None,
        "kind": new.kind,
        "media_type": new.media_type,
        "content": new.content,
    }
