"""Pictures pasted into office files: where text is scarce, the paper itself may be one of them."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from domain.documents import Block, Document, Reading, Unread, Unreadable

HEAD_BYTES = 65_536
"""How much of a picture is looked at for its width and height: photographs tell them late."""
_ENOUGH_CHARACTERS = 600
"""A paper with its head, its text and its signature has more; a cover line or a caption has not."""
_LARGE_BYTES = 100_000
_LARGE_PIXELS = 500
"""On both sides: a scanned page has more, seals and strips of letterhead have not."""
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG_FRAME = re.compile(
    rb"\xff[\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf]\x00[\x08-\xff]\x08(.{4})", re.S
)
_DRAWN = re.compile(
    # Kind of picture (version 0 and what marks each kind), record type, length.
    rb"\xf0(?<=[\x40\x50]\x3d\x1a\xf0|[\x60\x70]\x21\x1b\xf0|[\x20\x30]\x54\x1c\xf0"
    rb"|(?:[\xa0\xb0]\x46|[\x20\x30]\x6e)[\x1d\x2a]\xf0|[\x00\x10]\x6e\x1e\xf0"
    rb"|[\x80\x90]\x7a\x1f\xf0|[\x40\x50]\x6e\x29\xf0)(.{4})",
    re.S,
)
_METAFILES = frozenset({0x1A, 0x1B, 0x1C})
_MAX_DRAWN = 1_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a file: its size, and its first bytes where they are at hand."""

    size_bytes: int
    head: bytes = b""

    @property
    def is_large(self) -> bool:
        """Whether a page of text may stand in it."""
        return self.size_bytes > _LARGE_BYTES or min(_sides(self.head)) >= _LARGE_PIXELS


def lacks_text(blocks: Iterable[Block]) -> bool:
    """Whether there is less text than a paper has."""
    return sum(len(block.text) for block in blocks) < _ENOUGH_CHARACTERS


def note_on(pictures: Iterable[Picture]) -> tuple[tuple[str, str], ...]:
    """The pair for a document's metadata on large pictures that were not read."""
    large = sum(picture.is_large for picture in pictures)
    return (("pictures_unread", f"{large} picture{'s' * (large > 1)}"),) if large else ()


def beside_pictures(reading: Reading, pictures: Callable[[], Iterable[Picture]]) -> Reading:
    """The reading, with a note on large pictures where there is little text, or none, in it."""
    if isinstance(reading, Document):
        note = note_on(pictures()) if lacks_text(reading.blocks) else ()
        return replace(reading, metadata=(*reading.metadata, *note)) if note else reading
    if reading.reason is Unread.EMPTY and note_on(pictures()):
        return Unreadable(reading.media_type, Unread.NO_TEXT_LAYER, "pictures and no text")
    return reading


def drawn_in(stream: bytes) -> list[Picture]:
    """The pictures in a stream of Word or Excel 97-2003, which keep them as drawing records."""
    found: list[Picture] = []
    at = 0
    while len(found) < _MAX_DRAWN:
        match = _DRAWN.search(stream, at)
        if match is None:
            break
        (size_bytes,) = struct.unpack("<I", match.group(1))
        at = match.end()
        if size_bytes <= len(stream) - at:
            found.append(_drawn(match, stream[at : at + min(size_bytes, HEAD_BYTES)], size_bytes))
            at += size_bytes
    return found


def _drawn(match: re.Match[bytes], held: bytes, size_bytes: int) -> Picture:
    mark = match.string[match.start() - 3 : match.start()]
    if mark[2] in _METAFILES:
        # Packed, and their size unpacked stands behind one identifier or two.
        two = mark[0] & 0x10
        told = held[32 if two else 16 :][:4]
        unpacked = struct.unpack("<I", told)[0] if len(told) == 4 else 0
        return Picture(max(size_bytes, min(unpacked, 100 * size_bytes)))
    return Picture(
        size_bytes, held[held.find(_PNG) if _PNG in held[:64] else held.find(b"\xff\xd8") :]
    )


def _sides(head: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG; 0 of others and of those that tell them late."""
    if head.startswith(_PNG) and len(head) >= 24:
        width, height = struct.unpack_from(">II", head, 16)
        return width, height
    frame = _JPEG_FRAME.search(head) if head.startswith(b"\xff\xd8") else None
    if frame is None:
        return 0, 0
    height, width = struct.unpack(">HH", frame.group(1))
    return width, height
