"""Reading without risk: pages here, files in limited worker processes."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import replace

from documents import reader_version, sniff
from documents.from_image import FORMATS
from documents.hints import Hints
from documents.lane import Lane
from documents.limits import BodyReader
from documents.ocr.recogniser import tessdata
from documents.ocr.wanted import wants_ocr, with_failure
from documents.read import IN_PROCESS, READERS, read_as, read_body
from domain.documents import Document, Reading
from domain.settings import DocumentsSettings

__all__ = ["ReaderPool", "needs_worker", "wants_ocr"]

_BIG_PAGE_BYTES = 2_000_000
"""A page of 40 KB takes milliseconds; one of megabytes would hold up every other portal."""
_MANY_ATTRIBUTES = 20_000
"""Lexbor compares each attribute of an element with all before it: 20,000 in one element take it
0.7 seconds, 100,000 of them 20."""
_PARTING = b" \t\n\r\v\f/="
"""What parts attributes; runs of blanks count as one, so that there may be fewer."""
_OCR_PAGE_S = 12.0
"""What recognising a page may cost: ten times what it does cost when nothing else runs."""
_OCR_NICENESS = 5
"""Recognising gives way to everything else that this machine does for the crawl."""


def needs_worker(media_type: str, *, ocr: bool = True) -> bool:
    """Whether bodies of this kind are read apart from the main process."""
    if media_type in FORMATS:
        return ocr
    return media_type in READERS and media_type not in IN_PROCESS


def _is_heavy(body: bytes) -> bool:
    """Whether a page might take seconds: it is large, or one element may have all that parts.

    Attributes are parted by blanks and slashes, or by the "=" of a value in quotes before them.
    """
    if len(body) > _BIG_PAGE_BYTES:
        return True
    if len(body) <= _MANY_ATTRIBUTES:
        return False
    if len(body) - len(body.translate(None, _PARTING)) < _MANY_ATTRIBUTES:
        return False
    return len(body.split()) + body.count(b"/") + body.count(b"=") > _MANY_ATTRIBUTES


class ReaderPool:
    """Reads bodies; a file that crashes, hangs or bursts its reader costs itself and nothing else.

    Two lanes of worker processes, so that no text waits behind scans: every file is first read
    for its text, and what turns out to need recognising is read again in the slow lane. No
    process is started before the first file. ``reader`` is what the workers run: a function that
    a fresh process can import.
    """

    def __init__(self, settings: DocumentsSettings, reader: BodyReader = read_body) -> None:
        workers = max(1, settings.workers)
        self._reader = reader
        self._ocr_pages = settings.ocr_pages if settings.ocr and tessdata() else 0
        self._quick = Lane(workers, settings.memory_mb, settings.timeout_s)
        self._slow = Lane(
            workers,
            settings.memory_mb,
            settings.timeout_s + _OCR_PAGE_S * self._ocr_pages,
            niceness=_OCR_NICENESS,
        )
        self._under_way: dict[tuple[bytes, str], asyncio.Future[Reading]] = {}

    @property
    def version(self) -> str:
        """Under which readings are kept: other where OCR is off, as scans then stay unread."""
        return reader_version(ocr=self._ocr_pages > 0)

    async def read(self, body: bytes, declared: str = "", name: str = "") -> Reading:
        """What ``body`` holds; never raises for it."""
        hints = Hints(declared, name)
        media_type = sniff.media_type_of(body, declared, name)
        heavy = media_type in IN_PROCESS and _is_heavy(body)
        if not heavy and not needs_worker(media_type, ocr=self._ocr_pages > 0):
            return read_as(media_type, body, hints)
        # One paper hangs on many portals: whoever comes while it is read waits for that reading.
        key = (hashlib.sha256(body).digest(), media_type)
        under_way = self._under_way.get(key)
        if under_way is None:
            under_way = asyncio.ensure_future(self._read_file(media_type, body, hints))
            self._under_way[key] = under_way
            under_way.add_done_callback(lambda _: self._under_way.pop(key, None))
        return await asyncio.shield(under_way)

    async def _read_file(self, media_type: str, body: bytes, hints: Hints) -> Reading:
        reading: Reading | None = None
        if media_type not in FORMATS:
            reading = await self._quick.read(self._reader, media_type, body, hints)
            if self._ocr_pages == 0 or not wants_ocr(reading):
                return reading
        return await self._recognised(media_type, body, hints, reading)

    async def _recognised(
        self, media_type: str, body: bytes, hints: Hints, without: Reading | None
    ) -> Reading:
        """The reading with OCR; where that fails, ``without`` if it is a document at least."""
        hints = replace(hints, ocr_pages=self._ocr_pages)
        reading = await self._slow.read(self._reader, media_type, body, hints)
        if isinstance(reading, Document) or not isinstance(without, Document):
            return reading
        return with_failure(without, reading)

    async def aclose(self) -> None:
        """End the workers; readings under way are given up."""
        for under_way in tuple(self._under_way.values()):
            under_way.cancel()
        await asyncio.gather(self._quick.aclose(), self._slow.aclose())
