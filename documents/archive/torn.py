"""What can still be had from a ZIP whose directory at the end is missing."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from documents.archive.members import Caps, Packed, unread
from documents.archive.names import mended, readable
from domain.documents import Unread

_MARK = b"PK\x03\x04"
_HEAD_BYTES = 30
_ENCRYPTED = 0x1
_SIZES_FOLLOW = 0x8
_UTF8 = 0x800
_STORED, _DEFLATED = 0, 8
_FULL = 0xFFFFFFFF
_PIECE_BYTES = 65_536
_NEWEST_VERSION = 63
_METHODS = frozenset({0, 1, 6, 8, 9, 12, 14, 93, 95, 98, 99})
_MOST_MARKS = 5000
"""Marks looked at: inside packed bytes they may stand by chance, or by malice."""


def torn_members(body: bytes, caps: Caps) -> Iterator[Packed]:
    """The files whose own headers still stand, in order; the last is often half there."""
    place = body.find(_MARK)
    for _ in range(_MOST_MARKS):
        if place < 0 or place + _HEAD_BYTES > len(body):
            return
        end = place + 4
        packed = _member_at(body, place, caps)
        if packed is not None:
            end = max(end, packed[1])
            yield packed[0]
        place = body.find(_MARK, end)


def _member_at(body: bytes, place: int, caps: Caps) -> tuple[Packed, int] | None:
    """The file whose header stands at ``place``, and where its bytes end; None for no file."""
    head = struct.unpack_from("<4s5H3I2H", body, place)
    flags, method, crc, packed_bytes = head[2], head[3], head[6], head[7]
    claimed_bytes, name_bytes, extra_bytes = head[8], head[9], head[10]
    start = place + _HEAD_BYTES
    raw = body[start : start + name_bytes]
    start += name_bytes + extra_bytes
    sane = head[1] & 0xFF <= _NEWEST_VERSION and method in _METHODS and len(raw) == name_bytes
    if not sane or not raw or raw.endswith(b"/"):
        return None
    name = mended(raw.decode("utf-8", "replace")) if flags & _UTF8 else readable(raw)
    if flags & _ENCRYPTED:
        refused = unread(Unread.ENCRYPTED, "opens only with a password")
        return Packed(name, refused=refused), start
    unsized = bool(flags & _SIZES_FOLLOW) or packed_bytes == _FULL
    refusal = caps.refusal(0 if unsized else claimed_bytes, len(body))
    if refusal is not None:
        return Packed(name, refused=refusal), start
    content, end, fault = _content(body, start, method, None if unsized else packed_bytes, caps)
    if not fault and not unsized and zlib.crc32(content) != crc:
        fault = "its check sum is wrong"
    if fault:
        return Packed(name, refused=unread(Unread.DAMAGED, fault)), end
    caps.left_bytes -= len(content)
    return Packed(name, content), end


def _content(
    body: bytes, start: int, method: int, packed_bytes: int | None, caps: Caps
) -> tuple[bytes, int, str]:
    """The bytes of one file, where they end, and what is wrong with them."""
    if method == _STORED and packed_bytes is not None:
        end = start + packed_bytes
        return body[start:end], min(end, len(body)), "cut off" if end > len(body) else ""
    if method != _DEFLATED:
        return b"", start, f"packed by method {method}, its length is lost"
    end = len(body) if packed_bytes is None else min(len(body), start + packed_bytes)
    return _inflated(memoryview(body)[:end], start, caps.most_bytes)


def _inflated(body: memoryview, start: int, most_bytes: int) -> tuple[bytes, int, str]:
    """A deflated stream piece by piece; it tells itself where it ends."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    pieces: list[bytes] = []
    size, place = 0, start
    try:
        while not unpacker.eof and place < len(body):
            piece = body[place : place + _PIECE_BYTES]
            place += len(piece)
            pieces.append(unpacker.decompress(piece, most_bytes - size + 1))
            size += len(pieces[-1])
            if size > most_bytes:
                return b"", place, f"unpacks to more than {most_bytes} bytes"
    except zlib.error as error:
        return b"", start, str(error)[:200]
    end = place - len(unpacker.unused_data)
    return b"".join(pieces), end, "" if unpacker.eof else "cut off"
