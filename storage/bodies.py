"""Bodies by their SHA-256, each stored once, later versions against the first one."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from functools import cache

import sqlalchemy as sa
import zstandard
from sqlalchemy.engine import Connection

from domain.errors import StoreError
from storage.tables import body, snapshot, visit

PLAIN = "plain"
ZSTD = "zstd"
ZSTD_DICTIONARY = "zstd-dictionary"

_LEVEL = 3
_LARGEST_DICTIONARY_BYTES = 1_000_000
_SMALLEST_PAGE_BYTES = 2_000
"""A redirect stub or an error line would be a useless dictionary."""
_DICTIONARIES_HELD = 256
_COMPRESSORS_HELD = 16
"""Each takes 1 MB; making one takes longer than compressing a page with it."""
_TEXT_TYPES = ("text/", "application/xhtml", "application/xml", "application/json")


@dataclass(frozen=True, slots=True)
class NewBody:
    """A body on its way in, with what tells its dictionary."""

    sha256: str
    content: bytes
    agency_id: int
    address: str
    media_type: str

    @property
    def is_page(self) -> bool:
        """Whether it is a page of HTML with enough on it to have a frame."""
        return "html" in self.media_type and len(self.content) >= _SMALLEST_PAGE_BYTES

    @property
    def is_text(self) -> bool:
        """Whether versions of it are likely to share long pieces."""
        return self.media_type.startswith(_TEXT_TYPES) or self.content[:64].lstrip()[:1] == b"<"


def sha256_of(content: bytes) -> str:
    """The identity of a body."""
    return hashlib.sha256(content).hexdigest()


def load(connection: Connection, sha256: str) -> bytes:
    """The raw bytes; :class:`StoreError` when the body is not there or not what it was."""
    row = connection.execute(sa.select(body).where(body.c.sha256 == sha256)).one_or_none()
    if row is None:
        raise StoreError(f"body {sha256}: not in the database")
    try:
        content = _unpacked(connection, row)
    except zstandard.ZstdError as error:
        raise _damaged(sha256) from error
    if sha256_of(content) != sha256:
        raise _damaged(sha256)
    return content


def load_or_none(connection: Connection, sha256: str) -> bytes | None:
    """The raw bytes; None when the body is not there or not what it was, and must be asked anew."""
    try:
        return load(connection, sha256)
    except StoreError:
        return None


def _damaged(sha256: str) -> StoreError:
    return StoreError(f"body {sha256}: damaged in the database; restore a backup")


def _unpacked(connection: Connection, row: sa.Row[tuple[object, ...]]) -> bytes:
    if row.codec == PLAIN:
        return bytes(row.content)
    known = None
    if row.codec == ZSTD_DICTIONARY:
        known = _as_dictionary(load(connection, row.dictionary_sha256))
    decompressor = zstandard.ZstdDecompressor(dict_data=known)
    return decompressor.decompress(row.content, max_output_size=row.raw_bytes)


def _as_dictionary(content: bytes) -> zstandard.ZstdCompressionDict:
    return zstandard.ZstdCompressionDict(content, dict_type=zstandard.DICT_TYPE_RAWCONTENT)


class BodyWriter:
    """Writes new bodies; used by the writer thread only.

    A body is compressed against the first body of the same address, or of the agency's first
    page of HTML; a body that serves so is itself stored without a dictionary, so that restoring
    one never takes more than two.
    """

    def __init__(self) -> None:
        self._first_pages: dict[int, str | None] = {}
        self._held: OrderedDict[str, bytes] = OrderedDict()
        self._compressors: OrderedDict[str, zstandard.ZstdCompressor] = OrderedDict()

    def write(self, connection: Connection, news: list[NewBody]) -> None:
        """Store those that are not there yet."""
        missing = self._missing(connection, news)
        firsts = _first_bodies(connection, {new.address for new in missing.values() if new.is_text})
        rows: list[dict[str, object]] = []
        for new in missing.values():
            chosen = self._chosen(connection, new, firsts.get(new.address))
            if chosen is not None and chosen not in self._held:
                _insert(connection, rows)  # the dictionary may be among them
            known = self._dictionary(connection, new, chosen)
            rows.append(self._packed(new, known))
        _insert(connection, rows)

    def _missing(self, connection: Connection, news: list[NewBody]) -> dict[str, NewBody]:
        wanted = {new.sha256: new for new in news}
        for row in connection.execute(_known(), {"digests": list(wanted)}):
            del wanted[row.sha256]
        return wanted

    def _chosen(self, connection: Connection, new: NewBody, first: str | None) -> str | None:
        """Which body to compress against; None for none."""
        if not new.is_text:
            return None
        chosen = first or self._first_page(connection, new)
        return None if chosen == new.sha256 else chosen

    def _dictionary(
        self, connection: Connection, new: NewBody, chosen: str | None
    ) -> tuple[str, bytes] | None:
        if chosen is None:
            return None
        content = self._held.get(chosen) or _standing_alone(connection, chosen)
        if content is None:
            return None  # a damaged page must not be in the way of new ones
        if chosen == self._first_pages.get(new.agency_id):
            self._hold(chosen, content)
        return (chosen, content) if len(content) <= _LARGEST_DICTIONARY_BYTES else None

    def _first_page(self, connection: Connection, new: NewBody) -> str | None:
        """The agency's first page of HTML; the new one when there is none yet."""
        if new.agency_id not in self._first_pages:
            found = connection.scalar(_first_page_query(new.agency_id))
            self._first_pages[new.agency_id] = None if found is None else str(found)
        if self._first_pages[new.agency_id] is None and new.is_page:
            self._first_pages[new.agency_id] = new.sha256
        return self._first_pages[new.agency_id]

    def _hold(self, sha256: str, content: bytes) -> None:
        """Keep an agency's first page at hand: all its other pages need it."""
        self._held[sha256] = content
        self._held.move_to_end(sha256)
        if len(self._held) > _DICTIONARIES_HELD:
            self._held.popitem(last=False)

    def _compressor(self, sha256: str, content: bytes) -> zstandard.ZstdCompressor:
        """One with this dictionary; kept for the portals of which page after page comes."""
        made = self._compressors.pop(sha256, None)
        if made is None:
            made = zstandard.ZstdCompressor(level=_LEVEL, dict_data=_as_dictionary(content))
        if sha256 in self._held:
            self._compressors[sha256] = made
            if len(self._compressors) > _COMPRESSORS_HELD:
                self._compressors.popitem(last=False)
        return made

    def _packed(self, new: NewBody, known: tuple[str, bytes] | None) -> dict[str, object]:
        if known is None:
            return _packed_alone(new.sha256, new.content)
        content = self._compressor(*known).compress(new.content)
        if len(content) >= len(new.content):
            return _packed_alone(new.sha256, new.content)
        return _row(new.sha256, ZSTD_DICTIONARY, known[0], len(new.content), content)


def _insert(connection: Connection, rows: list[dict[str, object]]) -> None:
    if rows:
        connection.execute(sa.insert(body), rows)
        rows.clear()


def _standing_alone(connection: Connection, sha256: str) -> bytes | None:
    """The content of a body that is to serve as dictionary, made to need none itself."""
    content = load_or_none(connection, sha256)
    if content is None:
        return None
    of_it = body.c.sha256 == sha256
    if connection.scalar(sa.select(body.c.codec).where(of_it)) == ZSTD_DICTIONARY:
        connection.execute(sa.update(body).where(of_it).values(_packed_alone(sha256, content)))
    return content


def _packed_alone(sha256: str, raw: bytes) -> dict[str, object]:
    content = zstandard.ZstdCompressor(level=_LEVEL).compress(raw)
    if len(content) >= len(raw):
        return _row(sha256, PLAIN, None, len(raw), raw)
    return _row(sha256, ZSTD, None, len(raw), content)


def _row(
    sha256: str, codec: str, dictionary: str | None, raw_bytes: int, content: bytes
) -> dict[str, object]:
    return {
        "sha256": sha256,
        "codec": codec,
        "dictionary_sha256": dictionary,
        "raw_bytes": raw_bytes,
        "stored_bytes": len(content),
        "content": content,
    }


@cache
def _known() -> sa.Select[tuple[str]]:
    """Those of some digests that are there; put together once, as it is asked for every batch."""
    return sa.select(body.c.sha256).where(
        body.c.sha256.in_(sa.bindparam("digests", expanding=True))
    )


def _first_bodies(connection: Connection, addresses: set[str]) -> dict[str, str]:
    """Per address: the body of the first snapshot that has one."""
    rows = connection.execute(_first_bodies_of(), {"addresses": list(addresses)})
    return {row.address: row.body_sha256 for row in rows}


@cache
def _first_bodies_of() -> sa.Select[tuple[str, str]]:
    """Put together once, as it is asked for every batch."""
    wanted = snapshot.c.address.in_(sa.bindparam("addresses", expanding=True))
    with_body = sa.and_(wanted, snapshot.c.body_sha256.is_not(None))
    first = (
        sa.select(snapshot.c.address, sa.func.min(snapshot.c.visit_id).label("visit_id"))
        .where(with_body)
        .group_by(snapshot.c.address)
        .subquery()
    )
    return (
        sa.select(snapshot.c.address, snapshot.c.body_sha256)
        .join(
            first,
            sa.and_(first.c.address == snapshot.c.address, first.c.visit_id == snapshot.c.visit_id),
        )
        .where(snapshot.c.body_sha256.is_not(None))
        .order_by(snapshot.c.seq.desc())
    )


def _first_page_query(agency_id: int) -> sa.Select[tuple[str]]:
    return (
        sa.select(snapshot.c.body_sha256)
        .join(visit, visit.c.id == snapshot.c.visit_id)
        .join(body, body.c.sha256 == snapshot.c.body_sha256)
        .where(
            visit.c.agency_id == agency_id,
            body.c.raw_bytes >= _SMALLEST_PAGE_BYTES,
            snapshot.c.media_type.contains("html"),
        )
        .order_by(snapshot.c.visit_id, snapshot.c.seq)
        .limit(1)
    )
