"""Writes RAR archives whose members are stored, as no free program makes RAR files.

The layout is the published one: RAR 4 (the old signature) and RAR 5. Nothing is compressed.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

_SIGNATURE_4 = b"Rar!\x1a\x07\x00"
_SIGNATURE_5 = b"Rar!\x1a\x07\x01\x00"
_ENCRYPTED_4 = 0x04
_UNICODE_4 = 0x200
_HAS_BODY_4 = 0x8000
_DIRECTORY_4 = 0xE0
_DOS_TIME = 0x5A21_5F3A


@dataclass(frozen=True, slots=True)
class RarFile:
    """A member to be written."""

    name: str
    body: bytes
    encrypted: bool = False
    """Marks it as opening only with a password; the bytes are written as they are."""
    name_bytes: bytes | None = None
    """RAR 4: the name as an old program stored it, without a Unicode form beside it."""
    unpacked_bytes: int | None = None
    """The size that its header claims; None: its own."""
    method: int = 0
    """0: stored; 1 to 5: the header claims a compressed member."""


def rar4(files: Iterable[RarFile | tuple[str, bytes]]) -> bytes:
    """A RAR 4 archive; names that are not ASCII are stored in both of its forms."""
    head = _block4(0x73, 0, struct.pack("<HI", 0, 0))
    members = b"".join(_member4(_file(file)) for file in files)
    return _SIGNATURE_4 + head + members + _block4(0x7B, 0x4000, b"")


def rar5(files: Iterable[RarFile | tuple[str, bytes]]) -> bytes:
    """A RAR 5 archive; names are UTF-8."""
    head = _block5(_number(1) + _number(0) + _number(0))
    members = b"".join(_member5(_file(file)) for file in files)
    return _SIGNATURE_5 + head + members + _block5(_number(5) + _number(0) + _number(0))


def _file(file: RarFile | tuple[str, bytes]) -> RarFile:
    return file if isinstance(file, RarFile) else RarFile(*file)


def _block4(kind: int, flags: int, fields: bytes) -> bytes:
    head = struct.pack("<BHH", kind, flags, 7 + len(fields)) + fields
    return struct.pack("<H", zlib.crc32(head) & 0xFFFF) + head


def _member4(file: RarFile) -> bytes:
    name, flags = _name4(file)
    flags |= _HAS_BODY_4 | (_ENCRYPTED_4 if file.encrypted else 0)
    if file.name.endswith("/"):
        flags |= _DIRECTORY_4
    claimed = len(file.body) if file.unpacked_bytes is None else file.unpacked_bytes
    fields = struct.pack(
        "<IIBIIBBHI",
        len(file.body),
        claimed & 0xFFFFFFFF,
        2,  # made on Windows
        zlib.crc32(file.body),
        _DOS_TIME,
        29,  # the version needed to unpack
        0x30 + file.method,
        len(name),
        0x20,
    )
    return _block4(0x74, flags, fields + name) + file.body


def _name4(file: RarFile) -> tuple[bytes, int]:
    if file.name_bytes is not None:
        return file.name_bytes, 0
    name = file.name.rstrip("/").replace("/", "\\")
    if name.isascii():
        return name.encode(), 0
    plain = name.encode("ascii", "replace").replace(b"?", b"_")
    return plain + b"\0" + _wide4(name), _UNICODE_4


def _wide4(name: str) -> bytes:
    """The compact Unicode form, every letter written out as two bytes."""
    wide = name.encode("utf-16-le")
    pairs = [wide[place : place + 2] for place in range(0, len(wide), 2)]
    coded = bytearray([0])  # the high byte that other letters could have left out
    for start in range(0, len(pairs), 4):
        four = pairs[start : start + 4]
        flags = sum(2 << (6 - 2 * place) for place in range(len(four)))
        coded += bytes([flags]) + b"".join(four)
    return bytes(coded)


def _number(value: int) -> bytes:
    """RAR 5 writes numbers seven bits at a time, the lowest first."""
    coded = bytearray()
    while value > 0x7F:
        coded.append(value & 0x7F | 0x80)
        value >>= 7
    coded.append(value)
    return bytes(coded)


def _block5(fields: bytes) -> bytes:
    head = _number(len(fields)) + fields
    return struct.pack("<I", zlib.crc32(head)) + head


def _member5(file: RarFile) -> bytes:
    name = file.name.rstrip("/").encode()
    extra = _encryption5() if file.encrypted else b""
    claimed = len(file.body) if file.unpacked_bytes is None else file.unpacked_bytes
    fields = [
        _number(2),  # a file
        _number(2 | (1 if extra else 0)),
        _number(len(extra)) if extra else b"",
        _number(len(file.body)),
        _number(4 | (1 if file.name.endswith("/") else 0)),
        _number(claimed),
        _number(0x20),
        struct.pack("<I", zlib.crc32(file.body)),
        _number(file.method << 7),
        _number(0),  # made on Windows
        _number(len(name)),
        name,
        extra,
    ]
    return _block5(b"".join(fields)) + file.body


def _encryption5() -> bytes:
    """An extra record that says the member is encrypted: AES-256, a salt, a start vector."""
    record = _number(1) + _number(0) + _number(0) + bytes([15]) + bytes(range(32))
    return _number(len(record)) + record
