"""RAR to a :class:`~domain.documents.Document` with a member for each file in it."""

from __future__ import annotations

import zlib
from collections.abc import Generator, Iterator

from documents import sniff
from documents.archive.bsdtar import PACKAGE, UnpackerError, is_installed, unpacked
from documents.archive.members import (
    MAX_MEMBERS,
    Caps,
    Packed,
    noted,
    read_members,
    too_deep,
    unread,
)
from documents.archive.names import is_litter
from documents.archive.rar import RarEntry, RarError, RarLockedError, entries
from documents.hints import Hints
from documents.limits import BodyReader
from domain.documents import Reading, Unread, Unreadable

_MOST_ENTRIES = MAX_MEMBERS * 5
"""Directories and links count too."""


def read(body: bytes, hints: Hints, read_body: BodyReader) -> Reading:
    """Every file in the archive read by ``read_body``; one that fails costs only itself.

    Names come from the headers, so that a file that nobody can unpack is still known by name.
    Stored files are taken as they lie; packed ones need bsdtar.
    """
    refused = too_deep(sniff.RAR, hints)
    if refused is not None:
        return refused
    try:
        listed, fault = _listed(body)
    except RarLockedError:
        return Unreadable(sniff.RAR, Unread.ENCRYPTED, "opens only with a password")
    caps = Caps.of(hints)
    found = _members(body, listed, caps)
    reading = read_members(found, sniff.RAR, read_body, hints, caps)
    return noted(reading, fault) if fault else reading


def _listed(body: bytes) -> tuple[list[RarEntry], str]:
    """The entries, and what broke their list off."""
    listed: list[RarEntry] = []
    try:
        for entry in entries(body):
            listed.append(entry)
            if len(listed) == _MOST_ENTRIES:
                return listed, f"more than {_MOST_ENTRIES} entries"
    except RarLockedError:
        raise
    except RarError as error:
        return listed, str(error)
    return listed, ""


def _members(body: bytes, listed: list[RarEntry], caps: Caps) -> Iterator[Packed]:
    unpacker = _Unpacker(body, listed, caps)
    try:
        for place, entry in enumerate(listed):
            if not entry.is_file or is_litter(entry.name):
                continue
            refused = _refusal(body, entry, caps)
            if refused is not None:
                yield Packed(entry.name, refused=refused)
                continue
            content = _stored(body, entry) if entry.stored else unpacker.content(place)
            yield _checked(entry, content, caps)
    finally:
        unpacker.close()


def _refusal(body: bytes, entry: RarEntry, caps: Caps) -> Unreadable | None:
    """Why a file is not unpacked at all."""
    if entry.encrypted:
        return unread(Unread.ENCRYPTED, "opens only with a password")
    if entry.hindrance:
        return unread(Unread.UNSUPPORTED, entry.hindrance)
    if entry.start + entry.packed_bytes > len(body):
        return unread(Unread.DAMAGED, "cut off")
    if entry.unpacked_bytes == 0:
        return unread(Unread.EMPTY, "")
    if not entry.stored and not is_installed():
        return unread(Unread.UNSUPPORTED, f"packed RAR files need bsdtar: install {PACKAGE}")
    claimed = entry.packed_bytes if entry.stored else entry.unpacked_bytes
    return caps.refusal(claimed, entry.packed_bytes)


def _stored(body: bytes, entry: RarEntry) -> bytes:
    return body[entry.start : entry.start + entry.packed_bytes]


def _checked(entry: RarEntry, content: bytes | str, caps: Caps) -> Packed:
    if isinstance(content, str):
        return Packed(entry.name, refused=unread(Unread.DAMAGED, content))
    caps.left_bytes -= len(content)
    if entry.crc is not None and zlib.crc32(content) != entry.crc:
        return Packed(entry.name, refused=unread(Unread.DAMAGED, "its check sum is wrong"))
    return Packed(entry.name, content)


class _Unpacker:
    """Runs the program once, when the first packed file is asked for, and keeps step with it."""

    def __init__(self, body: bytes, listed: list[RarEntry], caps: Caps) -> None:
        self._body = body
        self._listed = listed
        self._caps = caps
        self._running: Generator[tuple[int, bytes], None, None] | None = None
        self._next = 0
        self._fault = ""

    def content(self, place: int) -> bytes | str:
        """The bytes of the entry at ``place``, or in words why there are none."""
        while not self._fault:
            try:
                size, content = next(self._started())
            except UnpackerError as error:
                self._fault = str(error)
            except StopIteration:
                self._fault = "bsdtar does not see it"
            else:
                at, self._next = self._next, self._next + 1
                self._note_late()
                if at == place:
                    return self._fitting(place, size, content)
        return self._fault

    def close(self) -> None:
        """End the program."""
        if self._running is not None:
            self._running.close()

    def _started(self) -> Generator[tuple[int, bytes], None, None]:
        if self._running is None:
            self._running = unpacked(self._body, self._caps.most_bytes)
        return self._running

    def _note_late(self) -> None:
        if self._caps.is_late:
            self._fault = "the archive takes too long"

    def _fitting(self, place: int, size: int, content: bytes) -> bytes | str:
        """The content where it is the entry's: bsdtar may have left one out."""
        if size != self._listed[place].unpacked_bytes:
            self._fault = "bsdtar lists other files than its headers do"
            return self._fault
        return content
