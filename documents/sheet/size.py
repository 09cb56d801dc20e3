"""How large the sheets of a workbook claim to be, before a parser makes room for them."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from documents.docx.parts import MAX_ALL_BYTES, MAX_PART_BYTES, PartError, TooLargeError
from documents.ole2.rewritten import with_stream
from documents.ole2.storage import Ole2

MAX_CELLS = 4_000_000
"""The parser makes room for every cell between the first and the last that holds anything."""
_MAX_MEMBERS = 10_000
_CHUNK_BYTES = 1 << 20
_OVERLAP_BYTES = 400
_CELL = re.compile(rb"""<(?:\w{1,20}:)?c\s[^<>]{0,200}?\br=["']([A-Z]{1,3})(\d{1,7})["']""")
_BEGINS_SHEET, _PASSWORD, _STRINGS, _DIMENSIONS = 0x0809, 0x002F, 0x00FC, 0x0200
_ENDS = 0x000A
_CELLS = frozenset({0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
_UNREAD = (zlib.error, OSError, EOFError, RuntimeError, ValueError, NotImplementedError)


@dataclass(slots=True)
class _Box:
    """The rows and columns between the first and last cell."""

    top: int = 1 << 30
    bottom: int = -1
    left: int = 1 << 30
    right: int = -1

    def take(self, row: int, column: int) -> None:
        self.top, self.bottom = min(self.top, row), max(self.bottom, row)
        self.left, self.right = min(self.left, column), max(self.right, column)
        if (self.bottom - self.top + 1) * (self.right - self.left + 1) > MAX_CELLS:
            raise TooLargeError(f"a sheet that claims more than {MAX_CELLS} cells")


def check_archive(body: bytes) -> None:
    """Unpacks every member of an XLSX once, keeping none; raises :class:`PartError`."""
    try:
        with ZipFile(BytesIO(body)) as archive:
            members = archive.infolist()
            if len(members) > _MAX_MEMBERS:
                raise TooLargeError(f"more than {_MAX_MEMBERS} members")
            left = MAX_ALL_BYTES
            for member in members:
                left -= _checked(archive, member, min(left, MAX_PART_BYTES))
    except BadZipFile as error:
        raise PartError(f"not a sound archive: {error}") from error
    except _UNREAD as error:
        raise PartError(str(error) or type(error).__name__) from error


def _checked(archive: ZipFile, member: ZipInfo, limit: int) -> int:
    """The bytes a member really has; its cells fit into a box."""
    box, size, tail = _Box(), 0, b""
    is_sheet = "sheet" in member.filename.lower()
    with archive.open(member) as held:
        while chunk := held.read(_CHUNK_BYTES):
            size += len(chunk)
            if size > limit:
                raise TooLargeError(f"{member.filename[:80]} unpacks to more than {limit} bytes")
            if is_sheet:
                text = tail + chunk
                for letters, row in dict.fromkeys(_CELL.findall(text)):
                    box.take(int(row), _column(letters))
                tail = text[-_OVERLAP_BYTES:]
    if size != member.file_size:
        # The parser makes room for what is claimed, and ends its process where there is none.
        raise PartError(f"{member.filename[:80]} has not the size it claims")
    return size


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


@dataclass(frozen=True, slots=True)
class SoundBook:
    """An XLS written anew."""

    body: bytes
    has_cells: bool
    """Whether any cell stands in it, or its records end where none should: it cannot be empty."""


def checked_records(body: bytes) -> SoundBook | None:
    """An XLS whose records were looked through; raises :class:`PartError`.

    None for one that opens only with a password.
    """
    store = Ole2(body)
    name = "Workbook" if "Workbook" in store.names() else "Book"
    stream = bytearray(store.stream(name))
    box, last, cells = _Box(), 0, 0
    for kind, at, held in _records(bytes(stream)):
        last = kind
        cells += kind in _CELLS
        if kind == _PASSWORD:
            return None
        if kind == _BEGINS_SHEET:
            box = _Box()
        elif kind == _DIMENSIONS:
            # The parser makes room for what stands here before it has seen a cell.
            stream[at : at + len(held)] = bytes(len(held))
        elif kind == _STRINGS and len(held) >= 8:
            _check_strings(held, len(stream))
        elif kind in _CELLS and len(held) >= 4:
            box.take(*struct.unpack_from("<HH", held))
    return SoundBook(with_stream(name, bytes(stream)), cells > 0 or last != _ENDS)


def _check_strings(held: bytes, stream_bytes: int) -> None:
    """The table of strings tells how many there are: each takes three bytes at least."""
    if struct.unpack_from("<I", held, 4)[0] * 3 > stream_bytes:
        raise PartError("its table of strings claims more than the file holds")


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Kind, place and first bytes of each record."""
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, at + 4, stream[at + 4 : at + 4 + min(size, 14)]
        at += 4 + size
