"""ZIP to a :class:`~domain.documents.Document` with a member for each file in it."""

from __future__ import annotations

import lzma
import stat
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from documents import sniff
from documents.archive.members import (
    Caps,
    Packed,
    noted,
    read_members,
    too_deep,
    unread,
)
from documents.archive.names import is_litter, mended, readable
from documents.archive.torn import torn_members
from documents.hints import Hints
from documents.limits import BodyReader
from domain.documents import Reading, Unread, Unreadable

_ENCRYPTED = 0x1
_UTF8 = 0x800
_UNICODE_PATH = 0x7075
_MADE_ON_UNIX = 3
_END = b"PK\x05\x06"
_TOLD_ELSEWHERE = 0xFFFF
_CHUNK_BYTES = 1 << 20
_DAMAGE = (
    BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    IndexError,
    OverflowError,
)


class _UnpackError(Exception):
    """A member that is not unpacked, and why; it never leaves this file."""

    def __init__(self, refused: Unreadable) -> None:
        super().__init__(refused.detail)
        self.refused = refused


def read(body: bytes, hints: Hints, read_body: BodyReader) -> Reading:
    """Every file in the archive read by ``read_body``; one that fails costs only itself.

    An archive cut off in transfer has lost its directory: its members are then read one after
    the other as far as they came.
    """
    refused = too_deep(sniff.ZIP, hints)
    if refused is not None:
        return refused
    caps = Caps.of(hints)
    try:
        archive = ZipFile(BytesIO(body))
    except (*_DAMAGE, NotImplementedError):
        found = torn_members(body, caps)
        reading = read_members(found, sniff.ZIP, read_body, hints, caps)
        return noted(reading, "its directory is missing or damaged")
    with archive:
        found = _members(archive, caps)
        reading = read_members(found, sniff.ZIP, read_body, hints, caps)
        listed = len(archive.infolist())
    told = _told(body)
    return noted(reading, f"its directory lists {listed} of {told}") if told > listed else reading


def _told(body: bytes) -> int:
    """How many files its end says that an archive's directory lists; 0 where that is not told."""
    end = body.rfind(_END)
    told = int.from_bytes(body[end + 10 : end + 12], "little") if end >= 0 else 0
    return 0 if told == _TOLD_ELSEWHERE else told


def _members(archive: ZipFile, caps: Caps) -> Iterator[Packed]:
    for info in archive.infolist():
        if not info.filename or info.is_dir() or _is_link(info):
            continue
        name = name_of(info)
        if is_litter(name):
            continue
        try:
            yield Packed(name, _unpacked(archive, info, caps))
        except _UnpackError as error:
            yield Packed(name, refused=error.refused)


def _is_link(info: ZipInfo) -> bool:
    """Whether it is a symbolic link or device, of which only a name is in the archive."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    return info.create_system == _MADE_ON_UNIX and kind not in (0, stat.S_IFREG)


def name_of(info: ZipInfo) -> str:
    """The member's path in Unicode: by its Unicode extra field, else its flag, else its letters."""
    if info.flag_bits & _UTF8:
        return mended(info.orig_filename)
    raw = info.orig_filename.encode("cp437", "replace")
    return _unicode_path(info.extra, raw) or readable(raw)


def _unicode_path(extra: bytes, raw: bytes) -> str:
    """The name in the extra field of programs of the cp437 age; empty where it is another's."""
    place = 0
    while place + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, place)
        content = extra[place + 4 : place + 4 + size]
        if kind == _UNICODE_PATH and len(content) > 5 and content[0] == 1:
            fits = struct.unpack_from("<I", content, 1)[0] == zlib.crc32(raw)
            return mended(content[5:].decode("utf-8", "replace")) if fits else ""
        place += 4 + size
    return ""


def _unpacked(archive: ZipFile, info: ZipInfo, caps: Caps) -> bytes:
    if info.flag_bits & _ENCRYPTED:
        raise _UnpackError(unread(Unread.ENCRYPTED, "opens only with a password"))
    refused = caps.refusal(info.file_size, info.compress_size)
    if refused is not None:
        raise _UnpackError(refused)
    try:
        return _content(archive, info, caps)
    except NotImplementedError as error:
        raise _UnpackError(unread(Unread.UNSUPPORTED, f"packed so: {error}"[:200])) from error
    except RuntimeError as error:  # zipfile's word for a member that needs a password
        raise _UnpackError(unread(Unread.ENCRYPTED, str(error)[:200])) from error
    except _DAMAGE as error:
        raise _UnpackError(unread(Unread.DAMAGED, str(error)[:200])) from error


def _content(archive: ZipFile, info: ZipInfo, caps: Caps) -> bytes:
    """The member's bytes, unpacked piece by piece: its header may claim less than comes."""
    pieces: list[bytes] = []
    most, size = caps.most_bytes, 0
    with archive.open(info) as member:
        while piece := member.read(_CHUNK_BYTES):
            pieces.append(piece)
            size += len(piece)
            caps.left_bytes -= len(piece)
            if size > most or caps.is_late:
                raise _UnpackError(unread(Unread.TOO_LARGE, f"unpacks to more than {size} bytes"))
    return b"".join(pieces)
