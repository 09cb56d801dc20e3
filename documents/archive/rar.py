"""The headers of a RAR archive: which files it holds, and how each is packed.

Both published layouts are known: RAR 4 and older ("Rar!" 1A 07 00) and RAR 5 (... 01 00).
"""

from __future__ import annotations

import stat
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from documents.archive.names import mended, readable

_SIGNATURE_4 = b"Rar!\x1a\x07\x00"
_SIGNATURE_5 = b"Rar!\x1a\x07\x01\x00"
_MOST_BLOCKS = 20_000
_STORED_4 = 0x30
_UNIX_4 = 3
_FIRST_UNPACKED_4 = 29
"""RAR 2.9 of 2002: what older programs packed, libarchive does not unpack; nor solid RAR 4."""
_PARTED = "part of it lies in another volume"


class RarError(Exception):
    """The headers end too early or make no sense; it never leaves this room."""


class RarLockedError(RarError):
    """The headers themselves are encrypted: not even the names can be read."""


@dataclass(frozen=True, slots=True)
class RarEntry:
    """What the headers say of one entry."""

    name: str
    start: int
    """Where its packed bytes begin in the archive."""
    packed_bytes: int
    unpacked_bytes: int
    stored: bool
    encrypted: bool = False
    hindrance: str = ""
    """Why no program here could unpack it; empty where nothing is known against it."""
    is_file: bool = True
    """False for directories and links, which hold nothing to read."""
    crc: int | None = None


def entries(body: bytes) -> Iterator[RarEntry]:
    """The entries in the order they stand; raises :class:`RarError` where the headers break off."""
    if body.startswith(_SIGNATURE_5):
        yield from _entries_5(body)
    elif body.startswith(_SIGNATURE_4):
        yield from _entries_4(body)
    else:
        raise RarError("neither RAR 4 nor RAR 5")


def _entries_4(body: bytes) -> Iterator[RarEntry]:
    place = len(_SIGNATURE_4)
    for _ in range(_MOST_BLOCKS):
        if place == len(body):
            return  # programs of before RAR 3 wrote no end mark
        if place + 7 > len(body):
            raise RarError("it ends before its end mark")
        crc, kind, flags, size = struct.unpack_from("<HBHH", body, place)
        head = body[place : place + size]
        if size < 7 or len(head) < size:
            raise RarError("a header is cut off")
        if kind == 0x7B:
            return
        if kind == 0x73 and flags & 0x80:
            raise RarLockedError("its headers are encrypted")
        counted = kind in (0x73, 0x74) and not _bears_comment(kind, flags)
        if counted and zlib.crc32(head[2:]) & 0xFFFF != crc:
            raise RarError("a header's check sum is wrong")
        follow = _following_4(head, kind, flags)
        if kind == 0x74:
            yield _file_4(head, flags, place + size, follow)
        place += size + follow
    raise RarError("too many blocks")


def _bears_comment(kind: int, flags: int) -> bool:
    """Whether a comment of old programs lies in a header, beyond what its check sum counts."""
    return (kind, flags & 0x02) == (0x73, 0x02) or (kind, flags & 0x08) == (0x74, 0x08)


def _following_4(head: bytes, kind: int, flags: int) -> int:
    """How many bytes follow a header."""
    if not (flags & 0x8000 or kind in (0x74, 0x7A)) or len(head) < 11:
        return 0
    low = int(struct.unpack_from("<I", head, 7)[0])
    if kind in (0x74, 0x7A) and flags & 0x100 and len(head) >= 36:
        return low + (int(struct.unpack_from("<I", head, 32)[0]) << 32)
    return low


def _file_4(head: bytes, flags: int, start: int, packed_bytes: int) -> RarEntry:
    try:
        unpacked, system, crc = struct.unpack_from("<IBI", head, 11)
        version, method, name_bytes, attributes = struct.unpack_from("<BBHI", head, 24)
        high = struct.unpack_from("<I", head, 36)[0] if flags & 0x100 else 0
    except struct.error as error:
        raise RarError("a file's header is too short") from error
    name_start = 40 if flags & 0x100 else 32
    raw = head[name_start : name_start + name_bytes]
    link = system == _UNIX_4 and stat.S_ISLNK(attributes & 0xFFFF)
    return RarEntry(
        name=_name_4(raw, bool(flags & 0x200)),
        start=start,
        packed_bytes=packed_bytes,
        unpacked_bytes=unpacked + (high << 32),
        stored=method == _STORED_4,
        encrypted=bool(flags & 0x04),
        hindrance=_hindrance_4(flags, version, stored=method == _STORED_4),
        is_file=flags & 0xE0 != 0xE0 and not link,
        crc=crc,
    )


def _hindrance_4(flags: int, version: int, *, stored: bool) -> str:
    if flags & 0x03:
        return _PARTED
    if stored:
        return ""
    if version < _FIRST_UNPACKED_4:
        return f"packed by RAR {version / 10:.1f}"
    return "packed as one with the files before it (solid RAR 4)" if flags & 0x10 else ""


def _name_4(raw: bytes, has_unicode: bool) -> str:
    plain, zero, coded = raw.partition(b"\0")
    if not has_unicode or not zero:
        return readable(plain)
    return mended(_wide_name(plain, coded)) or readable(plain)


def _wide_name(plain: bytes, coded: bytes) -> str:
    """The Unicode name, which is told as differences from the plain one."""
    units: list[int] = []
    letters = iter(coded)
    high = next(letters, 0) << 8
    try:
        while True:
            flags = next(letters)
            for shift in (6, 4, 2, 0):
                way = flags >> shift & 3
                if way == 3:
                    _copy(units, plain, next(letters), letters, high)
                elif way == 2:
                    units.append(next(letters) | next(letters) << 8)
                else:
                    units.append(next(letters) | (high if way else 0))
    except StopIteration:
        pass
    return struct.pack(f"<{len(units)}H", *units).decode("utf-16-le", "replace")


def _copy(units: list[int], plain: bytes, length: int, letters: Iterator[int], high: int) -> None:
    """Take a run of letters over from the plain name, moved by a fixed step or not at all."""
    moved = bool(length & 0x80)
    step = next(letters) if moved else 0
    run = plain[len(units) : len(units) + (length & 0x7F) + 2]
    units.extend((letter + step & 0xFF) | high if moved else letter for letter in run)


def _entries_5(body: bytes) -> Iterator[RarEntry]:
    place = len(_SIGNATURE_5)
    for _ in range(_MOST_BLOCKS):
        fields = _Fields(body, place + 4)
        size = fields.number()
        start = fields.place
        end = start + size
        if not size or end > len(body):
            raise RarError("it ends before its end mark")
        if zlib.crc32(body[place + 4 : end]) != int.from_bytes(body[place : place + 4], "little"):
            raise RarError("a header's check sum is wrong")
        kind, flags = fields.number(), fields.number()
        extra = fields.number() if flags & 1 else 0
        follow = fields.number() if flags & 2 else 0
        if kind == 4:
            raise RarLockedError("its headers are encrypted")
        if kind == 5:
            return
        if kind == 2:
            yield _file_5(fields, flags, body[max(start, end - extra) : end], end, follow)
        place = end + follow
    raise RarError("too many blocks")


def _file_5(
    fields: _Fields, block_flags: int, extra: bytes, start: int, packed_bytes: int
) -> RarEntry:
    flags, unpacked = fields.number(), fields.number()
    fields.number()  # attributes
    fields.place += 4 if flags & 2 else 0
    crc = fields.word() if flags & 4 else None
    packing = fields.number()
    fields.number()  # the system it was made on
    kinds = _extra_kinds(extra)
    return RarEntry(
        name=mended(fields.take(fields.number()).decode("utf-8", "replace")),
        start=start,
        packed_bytes=packed_bytes,
        unpacked_bytes=unpacked,
        stored=packing >> 7 & 7 == 0,
        encrypted=1 in kinds,
        hindrance=_PARTED if block_flags & 0x18 else "",
        is_file=not flags & 1 and 5 not in kinds,
        crc=crc,
    )


def _extra_kinds(extra: bytes) -> set[int]:
    """The kinds of records beside a file's header: 1 is encryption, 5 a link to another file."""
    kinds = set()
    fields = _Fields(extra, 0)
    while fields.place < len(extra):
        size = fields.number()
        following = fields.place + size
        kinds.add(fields.number())
        if size == 0:
            break
        fields.place = following
    return kinds


@dataclass(slots=True)
class _Fields:
    """Reads a header of RAR 5 from left to right."""

    body: bytes
    place: int

    def number(self) -> int:
        """A number of seven bits a byte, the lowest first."""
        value = 0
        for shift in range(0, 70, 7):
            byte = self.take(1)[0]
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
        raise RarError("a number without end")

    def word(self) -> int:
        """Four bytes."""
        return int.from_bytes(self.take(4), "little")

    def take(self, count: int) -> bytes:
        """The next bytes."""
        taken = self.body[self.place : self.place + count]
        if len(taken) < count:
            raise RarError("a header is cut off")
        self.place += count
        return taken
