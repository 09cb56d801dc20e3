"""A compound file written anew around one stream, for parsers that trust its tables."""

from __future__ import annotations

import struct

_SECTOR = 4_096
_NUMBERS_A_SECTOR = _SECTOR // 4
_END, _FREE, _TABLE_SECTOR, _NOTHING = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_LISTED_IN_HEADER = 109
MAX_STREAM_BYTES = (_LISTED_IN_HEADER - 1) * _NUMBERS_A_SECTOR * _SECTOR


def with_stream(name: str, held: bytes) -> bytes:
    """A sound file that holds ``held`` under ``name`` and nothing else."""
    held = held[:MAX_STREAM_BYTES].ljust(_SECTOR, b"\0")
    size = len(held)
    sectors = -(-size // _SECTOR)
    tables = -(-(sectors + 2) // (_NUMBERS_A_SECTOR - 1))
    # The tables come first, then the folder, then the stream.
    table = [_TABLE_SECTOR] * tables + [_END]
    table += [*range(tables + 2, tables + 1 + sectors), _END]
    table += [_FREE] * (tables * _NUMBERS_A_SECTOR - len(table))
    # The parser follows the root's own chain even where its size is nothing: it must lead on.
    folder = _entry("Root Entry", 5, 1, 0, 0) + _entry(name, 2, _NOTHING, tables + 1, size)
    parts = (
        _header(tables),
        struct.pack(f"<{len(table)}I", *table),
        folder.ljust(_SECTOR, b"\0"),
        held.ljust(sectors * _SECTOR, b"\0"),
    )
    return b"".join(parts)


def _header(tables: int) -> bytes:
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    fixed = struct.pack("<HHHHH6x", 0x3E, 4, 0xFFFE, 12, 6)
    places = struct.pack("<9I", 1, tables, tables, 0, 4_096, _END, 0, _END, 0)
    listed = [*range(tables), *[_FREE] * (_LISTED_IN_HEADER - tables)]
    return (start + fixed + places + struct.pack("<109I", *listed)).ljust(_SECTOR, b"\0")


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le")
    held = written.ljust(64, b"\0") + struct.pack("<HBB", len(written) + 2, kind, 1)
    held += struct.pack("<III", _NOTHING, _NOTHING, child) + bytes(36)
    return held + struct.pack("<III", start, size, 0)
