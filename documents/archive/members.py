"""The files in an archive, read as documents of their own within what one archive may cost."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import accumulate

from documents import sniff
from documents.archive.names import harmless, is_litter
from documents.hints import Hints
from documents.limits import BodyReader
from documents.ocr.wanted import passing, wants_ocr, with_failure
from domain.documents import Document, HowRead, Member, Reading, Unread, Unreadable

MAX_MEMBERS = 200
MAX_MEMBER_BYTES = 60_000_000
MAX_ALL_BYTES = 160_000_000
DEEPEST = 1
"""An archive in an archive is opened, a third level is not."""
_MAX_RATIO = 250
_SMALL_BYTES = 5_000_000
"""What unpacks to less is no bomb, however well it was packed."""
_SECONDS_AT_DEPTH = (20.0, 8.0)
"""Reading time of an archive and of one inside it; a worker's own limit lies above both."""
_MAX_PENDING_BYTES = 60_000_000
"""Bodies held until it is known how many scans share the pages that may be recognised."""
_SECONDS_A_PAGE = 8.0
"""More of it for each page that a file may have recognised."""
_OCR_PAGES_OF_ALL = 2
"""An archive may have so many times the pages recognised that a single file may."""
_MAX_CHARACTERS = 4_000_000
_MAX_LINKS = 10_000
"""Of all members together: what may cross back into the main process."""
_UNKNOWN = sniff.BINARY


@dataclass(frozen=True, slots=True)
class Packed:
    """A file of an archive: its body as unpacked, or why it was not."""

    name: str
    body: bytes = b""
    refused: Unreadable | None = None


@dataclass(slots=True)
class Caps:
    """What an archive may still cost."""

    left_bytes: int
    ends_at: float
    left_characters: int
    left_links: int = _MAX_LINKS

    @classmethod
    def of(cls, hints: Hints) -> Caps:
        """Those of an archive that is read with these hints."""
        seconds = _SECONDS_AT_DEPTH[hints.depth] + _SECONDS_A_PAGE * hints.ocr_pages
        ends_at = time.monotonic() + seconds
        return cls(MAX_ALL_BYTES >> hints.depth, ends_at, _MAX_CHARACTERS >> hints.depth)

    @property
    def most_bytes(self) -> int:
        """What the next member may unpack to."""
        return max(0, min(MAX_MEMBER_BYTES, self.left_bytes))

    @property
    def is_late(self) -> bool:
        """Whether the time for this archive is over."""
        return time.monotonic() > self.ends_at

    def refusal(self, claimed_bytes: int, packed_bytes: int) -> Unreadable | None:
        """Why a member is not unpacked at all, by what its header says of it."""
        if self.is_late:
            return unread(Unread.TIMED_OUT, "the archive takes too long")
        if self.left_characters <= 0:
            return unread(Unread.TOO_LARGE, "the files before it hold too much text")
        if claimed_bytes > MAX_MEMBER_BYTES:
            return unread(Unread.TOO_LARGE, f"unpacks to {claimed_bytes} bytes")
        if claimed_bytes > self.left_bytes or self.left_bytes <= 0:
            return unread(Unread.TOO_LARGE, f"the archive unpacks to over {MAX_ALL_BYTES} bytes")
        if claimed_bytes > _SMALL_BYTES and claimed_bytes > packed_bytes * _MAX_RATIO:
            return unread(Unread.TOO_LARGE, f"{packed_bytes} bytes claim to be {claimed_bytes}")
        return None


@dataclass(slots=True)
class _Reader:
    """Reads members one by one; those that want OCR wait until all have been seen.

    ``read`` is the one face of reading, handed in: archives hold whatever it knows.
    """

    read: BodyReader
    hints: Hints
    caps: Caps
    members: list[Member] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    pending: list[tuple[int, bytes]] = field(default_factory=list)
    pending_bytes: int = 0
    failed: str = ""
    """Why recognising a member failed that may go well another day."""

    def add(self, packed: Packed) -> None:
        name = self._unique(harmless(packed.name) or f"({len(self.members) + 1})")
        if packed.refused is not None:
            self.members.append(Member(name, unreadable=packed.refused))
            return
        reading = self._reading(packed.body, name, ocr_pages=0)
        may = self.hints.ocr_pages > 0 and self.pending_bytes < _MAX_PENDING_BYTES
        if may and wants_ocr(reading):
            self.pending.append((len(self.members), packed.body))
            self.pending_bytes += len(packed.body)
        self.members.append(_member(name, reading))

    def recognise(self) -> None:
        """Read the scans again, each with its share of the pages; first come, first served."""
        left = self.hints.ocr_pages * _OCR_PAGES_OF_ALL
        share = max(1, min(self.hints.ocr_pages, left // max(1, len(self.pending))))
        for place, body in self.pending:
            if left < share or self.caps.is_late or self.caps.left_characters <= 0:
                return
            left -= share
            self.members[place] = self._recognised(self.members[place], body, share)

    def _recognised(self, member: Member, body: bytes, pages: int) -> Member:
        """The member read again; as it was, marked so, where that fails and it was a document."""
        before = (self.caps.left_characters, self.caps.left_links)
        if member.document is not None:
            self.caps.left_characters += _characters(member.document)
            self.caps.left_links += len(member.document.links)
        reading = self._reading(body, member.name, pages)
        self.failed = self.failed or passing(reading)
        if isinstance(reading, Document):
            return _member(member.name, reading)
        self.caps.left_characters, self.caps.left_links = before
        if member.document is None:
            return _member(member.name, reading)
        return replace(member, document=with_failure(member.document, reading))

    def _reading(self, body: bytes, name: str, ocr_pages: int) -> Reading:
        if not body:
            return Unreadable(_UNKNOWN, Unread.EMPTY)
        hints = Hints(name=name, ocr_pages=ocr_pages, depth=self.hints.depth + 1)
        try:
            return self._fitting(self.read(body, hints))
        except MemoryError:
            return unread(Unread.OUT_OF_MEMORY, "more memory than a reader may have")
        except Exception as error:  # noqa: BLE001,RUF100 - one hostile member costs only itself
            return unread(Unread.DAMAGED, f"{type(error).__name__}: {error}"[:200])

    def _fitting(self, reading: Reading) -> Reading:
        """A reading cut to what the result may still hold."""
        if isinstance(reading, Unreadable):
            return reading
        lengths = list(accumulate(len(block.text) for block in reading.blocks))
        kept = bisect_right(lengths, self.caps.left_characters)
        links = reading.links[: self.caps.left_links]
        self.caps.left_characters -= _characters(reading)
        self.caps.left_links -= len(links)
        if kept == len(reading.blocks) and len(links) == len(reading.links):
            return reading
        note = ("truncated", f"{kept} of {len(reading.blocks)} blocks")
        metadata = (*reading.metadata, note)
        return replace(reading, blocks=reading.blocks[:kept], links=links, metadata=metadata)

    def _unique(self, name: str) -> str:
        """The name, numbered where an earlier member bears it already."""
        count = self.names.get(name, 0) + 1
        self.names[name] = count
        return name if count == 1 else self._unique(f"{name} ({count})")


def read_members(
    found: Iterable[Packed], media_type: str, read: BodyReader, hints: Hints, caps: Caps
) -> Reading:
    """The document of an archive whose files are ``found`` one after the other."""
    reader = _Reader(read, hints, caps)
    cut = ""
    for packed in found:
        if is_litter(packed.name):
            continue
        if len(reader.members) == MAX_MEMBERS:
            cut = f"{MAX_MEMBERS} members"
            break
        reader.add(packed)
    reader.recognise()
    if not reader.members:
        return Unreadable(media_type, Unread.EMPTY, "no files in it")
    metadata = (("truncated", cut),) if cut else ()
    if reader.failed:
        metadata = (*metadata, ("ocr_failed", reader.failed))
    return Document(media_type, HowRead.PLAIN, metadata=metadata, members=tuple(reader.members))


def noted(reading: Reading, note: str) -> Reading:
    """The reading of an archive of which something was not even listed, and why."""
    if isinstance(reading, Unreadable):
        return Unreadable(reading.media_type, Unread.DAMAGED, note)
    if "truncated" in dict(reading.metadata):
        return reading
    return replace(reading, metadata=(*reading.metadata, ("truncated", note)))


def too_deep(media_type: str, hints: Hints) -> Unreadable | None:
    """Said of an archive that lies in an archive in an archive."""
    if hints.depth <= DEEPEST:
        return None
    return Unreadable(media_type, Unread.UNSUPPORTED, "an archive inside an archive in an archive")


def unread(reason: Unread, detail: str, media_type: str = _UNKNOWN) -> Unreadable:
    """Why a member was not read whose bytes nobody saw."""
    return Unreadable(media_type, reason, detail)


def _characters(document: Document) -> int:
    """How much text a document holds, the members of an archive among it."""
    own = sum(len(block.text) for block in document.blocks)
    inner = (member.document for member in document.members)
    return own + sum(_characters(each) for each in inner if each is not None)


def _member(name: str, reading: Reading) -> Member:
    if isinstance(reading, Unreadable):
        return Member(name, unreadable=reading)
    return Member(name, document=reading)
