"""The compound files ("OLE2") that Office 97-2003 wrote: a small file system inside a file."""

from __future__ import annotations

import struct
from array import array
from dataclasses import dataclass

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = struct.Struct("<HHHHH6xIIIIIIIII")
_HEADER_AT = 0x18
_HEADER_BYTES = 512
_TABLE_SECTORS_IN_HEADER = 109
_LAST_SECTOR = 0xFFFFFFFA
_ENTRY_BYTES = 128
_MINI_BYTES = 64
_STREAM, _ROOT = 2, 5
_NOTHING = 0xFFFFFFFF
_MAX_ENTRIES = 20_000


class Ole2Error(Exception):
    """The file system inside the file is damaged; it never leaves this room."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size_bytes: int


class Ole2:
    """The streams that lie directly under the root; raises :class:`Ole2Error`.

    A file cut short gives what is there of a stream. No claim in the file makes it read more bytes
    than the file has.
    """

    def __init__(self, body: bytes) -> None:
        if len(body) < _HEADER_BYTES or not body.startswith(_MAGIC):
            raise Ole2Error("no compound file")
        self._body = body
        fields = _HEADER.unpack_from(body, _HEADER_AT)
        _, _, _, shift, mini_shift = fields[:5]
        if shift not in (9, 12) or mini_shift != 6:
            raise Ole2Error(f"sectors of 2^{shift} bytes")
        self._sector_bytes = 1 << shift
        # The header takes a whole sector, whatever its size.
        self._content = memoryview(body)[self._sector_bytes :]
        self._next = self._sector_table(fields[12], fields[13])
        self._small_bytes = min(fields[9], 1 << 20)
        entries = self._entries(fields[7])
        self._streams = {entry.name: entry for entry in _under_root(entries)}
        self._mini_next = _numbers(self._chained(fields[10], len(body)))
        self._mini = self._chained(entries[0].start, entries[0].size_bytes)

    def names(self) -> frozenset[str]:
        """The names of the streams, as written."""
        return frozenset(self._streams)

    def stream(self, name: str) -> bytes:
        """What a stream holds; empty where there is none."""
        entry = self._streams.get(name)
        if entry is None:
            return b""
        if entry.size_bytes >= self._small_bytes:
            return self._chained(entry.start, entry.size_bytes)
        small = memoryview(self._mini)
        return _followed(small, self._mini_next, entry.start, entry.size_bytes, _MINI_BYTES)

    def _sector_table(self, first_list: int, lists: int) -> array[int]:
        """Which sector follows which; its own sectors are listed in the header and beyond."""
        sectors = list(_numbers(self._body[76 : 76 + 4 * _TABLE_SECTORS_IN_HEADER]))
        most = len(self._body) // self._sector_bytes + 1
        at = first_list
        for _ in range(min(lists, most)):
            held = _numbers(self._sector(at))
            if at >= _LAST_SECTOR or not held:
                break
            sectors += held[:-1]
            at = held[-1]
        used = [each for each in sectors if each < _LAST_SECTOR][:most]
        return _numbers(b"".join(self._sector(each) for each in used))

    def _sector(self, number: int) -> bytes:
        start = number * self._sector_bytes
        return bytes(self._content[start : start + self._sector_bytes])

    def _chained(self, start: int, size_bytes: int) -> bytes:
        return _followed(self._content, self._next, start, size_bytes, self._sector_bytes)

    def _entries(self, start: int) -> list[_Entry]:
        listed = self._chained(start, min(len(self._body), _MAX_ENTRIES * _ENTRY_BYTES))
        entries = [
            _entry(listed[at : at + _ENTRY_BYTES])
            for at in range(0, len(listed) - _ENTRY_BYTES + 1, _ENTRY_BYTES)
        ]
        if not entries or entries[0].kind != _ROOT:
            raise Ole2Error("no root entry")
        return entries


def _numbers(content: bytes) -> array[int]:
    numbers = array("I", content[: len(content) // 4 * 4])
    if struct.pack("=I", 1) != struct.pack("<I", 1):
        numbers.byteswap()
    return numbers


def _followed(
    content: memoryview, following: array[int], start: int, size_bytes: int, unit_bytes: int
) -> bytes:
    """The chain of units from ``start``; ends early where it leaves the file or turns in a loop."""
    pieces: list[memoryview] = []
    at = start
    needed = min(size_bytes, len(content) + unit_bytes)
    for _ in range(-(-needed // unit_bytes)):
        if at >= _LAST_SECTOR:
            break
        piece = content[at * unit_bytes : (at + 1) * unit_bytes]
        if not piece:
            break
        pieces.append(piece)
        if at >= len(following):
            break
        at = following[at]
    return b"".join(pieces)[:size_bytes]


def _entry(held: bytes) -> _Entry:
    length, kind, _, left, right, child = struct.unpack_from("<HBBIII", held, 64)
    start, size_bytes = struct.unpack_from("<II", held, 116)
    name = held[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    return _Entry(name, kind, left, right, child, start, size_bytes)


def _under_root(entries: list[_Entry]) -> list[_Entry]:
    """The streams of the root's own folder: those of embedded files lie deeper."""
    found: list[_Entry] = []
    seen: set[int] = set()
    waiting = [entries[0].child]
    while waiting:
        at = waiting.pop()
        if at >= len(entries) or at in seen:
            continue
        seen.add(at)
        entry = entries[at]
        waiting += [entry.left, entry.right]
        if entry.kind == _STREAM:
            found.append(entry)
    # A damaged folder still has its entries: better an embedded stream than none.
    return found or [entry for entry in entries if entry.kind == _STREAM]
