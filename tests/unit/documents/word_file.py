"""Builds the smallest Word file by hand: a compound file, text in pieces, no formats."""

from __future__ import annotations

import struct

_SECTOR = 512
_END, _FREE, _TABLE_SECTOR = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_NOTHING = 0xFFFFFFFF


def compound_file(streams: dict[str, bytes]) -> bytes:
    """A compound file with ``streams`` under its root, each of at least 4,096 bytes."""
    filled = {
        name: held.ljust(max(4_096, -(-len(held) // _SECTOR) * _SECTOR), b"\0")
        for name, held in streams.items()
    }
    table = [_TABLE_SECTOR, _END]
    entries = [_entry("Root Entry", 5, child=1)]
    content = b""
    for number, (name, held) in enumerate(filled.items(), 1):
        start, count = len(table), len(held) // _SECTOR
        table += [*range(start + 1, start + count), _END]
        follower = number + 1 if number < len(filled) else _NOTHING
        entries.append(_entry(name, 2, right=follower, start=start, size=len(held)))
        content += held
    table += [_FREE] * (_SECTOR // 4 - len(table))
    folder = b"".join(entries).ljust(_SECTOR, b"\0")
    return _header() + struct.pack("<128I", *table) + folder[:_SECTOR] + content


def _header() -> bytes:
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    fixed = struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    places = struct.pack("<9I", 0, 1, 1, 0, 4_096, _END, 0, _END, 0)
    return start + fixed + places + struct.pack("<109I", 0, *[_FREE] * 108)


def _entry(
    name: str,
    kind: int,
    *,
    child: int = _NOTHING,
    right: int = _NOTHING,
    start: int = 0,
    size: int = 0,
) -> bytes:
    written = name.encode("utf-16-le")
    held = written.ljust(64, b"\0") + struct.pack("<HBB", len(written) + 2, kind, 1)
    held += struct.pack("<III", _NOTHING, right, child) + bytes(36)
    return held + struct.pack("<III", start, size, 0)


def word_97(*pieces: tuple[str, str], flags: int = 0, beyond: int = 0) -> bytes:
    """Text in pieces, each with its character set: "cp1252" (compressed) or "utf-16-le".

    ``beyond`` moves the last piece so many bytes past the end of the file.
    """
    main = bytearray(0x400)
    edges, places = [0], []
    for text, charset in pieces:
        at = len(main) + (beyond if len(edges) == len(pieces) else 0)
        wide = charset == "utf-16-le"
        places.append(struct.pack("<HIH", 0, at if wide else at * 2 | 0x40000000, 0))
        main += text.encode(charset)
        edges.append(edges[-1] + len(text))
    table = struct.pack(f"<{len(edges)}i", *edges) + b"".join(places)
    table = b"\x02" + struct.pack("<I", len(table)) + table
    struct.pack_into("<HH", main, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", main, 0x0A, flags)
    struct.pack_into("<i", main, 0x4C, edges[-1])
    struct.pack_into("<II", main, 0x1A2, 0, len(table))
    return compound_file({"WordDocument": bytes(main), "0Table": table})


def word_95(text: str) -> bytes:
    """Text as Word 95 kept it: bytes of windows-1252, in one stretch."""
    main = bytearray(0x400)
    main += text.encode("cp1252")
    struct.pack_into("<HH", main, 0, 0xA5DC, 104)
    struct.pack_into("<ii", main, 0x18, 0x400, len(main))
    struct.pack_into("<i", main, 0x34, len(text))
    return compound_file({"WordDocument": bytes(main)})
