"""Reading without risk: pages here, files in limited worker processes."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal

from pebble import ProcessExpired, ProcessPool

from documents import reader_version, sniff
from documents.hints import Hints
from documents.limits import BodyReader, limit_worker, read_within
from documents.ocr import tessdata
from documents.read import IN_PROCESS, READERS, read_body
from domain.documents import Reading, Unread, Unreadable
from domain.settings import DocumentsSettings

_BIG_PAGE_BYTES = 2_000_000
"""A page of 40 KB takes milliseconds; one of megabytes would hold up every other portal."""
_TASKS_A_WORKER = 200
"""Parsers in C leak a little: a worker is replaced after so many files."""


def needs_worker(media_type: str) -> bool:
    """Whether bodies of this kind are read apart from the main process."""
    return media_type in READERS and media_type not in IN_PROCESS


class ReaderPool:
    """Reads bodies; a file that crashes, hangs or bursts its reader costs itself and nothing else.

    No process is started before the first file. ``reader`` is what the workers run: a function
    that a fresh process can import.
    """

    def __init__(self, settings: DocumentsSettings, reader: BodyReader = read_body) -> None:
        self._settings = settings
        self._reader = reader
        self._ocr_pages = settings.ocr_pages if settings.ocr and tessdata() else 0
        self._pool: ProcessPool | None = None
        self._turns: asyncio.Semaphore | None = None

    @property
    def version(self) -> str:
        """Under which readings are kept: other where OCR is off, as scans then stay unread."""
        return reader_version(ocr=self._ocr_pages > 0)

    async def read(self, body: bytes, declared: str = "", name: str = "") -> Reading:
        """What ``body`` holds; never raises for it."""
        hints = Hints(declared, name, self._ocr_pages)
        media_type = sniff.media_type_of(body, declared, name)
        big = media_type in IN_PROCESS and len(body) > _BIG_PAGE_BYTES
        if not big and not needs_worker(media_type):
            return read_body(body, hints)
        if self._turns is None:
            # Bodies wait here rather than in the pool's queue, where each would be copied.
            self._turns = asyncio.Semaphore(max(1, self._settings.workers) * 2)
        async with self._turns:
            return await self._read_apart(media_type, body, hints)

    async def aclose(self) -> None:
        """End the workers; readings under way are given up."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call] # pebble's only unannotated method
            await asyncio.to_thread(pool.join)

    async def _read_apart(self, media_type: str, body: bytes, hints: Hints) -> Reading:
        limit_s = self._settings.timeout_s
        arguments = (self._reader, body, hints, limit_s)
        future = self._running().schedule(read_within, args=arguments, timeout=limit_s)
        try:
            reading: Reading = await asyncio.wrap_future(future)
        except TimeoutError:
            return Unreadable(media_type, Unread.TIMED_OUT, f"not read within {limit_s:g} s")
        except ProcessExpired as error:
            return _expired(media_type, error.exitcode)
        except MemoryError:
            return Unreadable(media_type, Unread.OUT_OF_MEMORY, "no memory for its result")
        return reading

    def _running(self) -> ProcessPool:
        if self._pool is None or not self._pool.active:
            # spawn, not fork: this process has threads and open sockets that a fork would copy.
            # Not forkserver: its workers are no children of ours, so the kernel could not end
            # them when we are killed.
            self._pool = ProcessPool(
                max_workers=max(1, self._settings.workers),
                max_tasks=_TASKS_A_WORKER,
                initializer=limit_worker,
                initargs=(self._settings.memory_mb, os.getpid()),
                context=multiprocessing.get_context("spawn"),
            )
        return self._pool


def _expired(media_type: str, exit_code: int | None) -> Unreadable:
    """Why a worker ended in the middle of a file."""
    ended_by = -exit_code if exit_code is not None and exit_code < 0 else 0
    if ended_by == signal.SIGXCPU:
        return Unreadable(media_type, Unread.TIMED_OUT, "its reader used up its processor time")
    if ended_by == signal.SIGKILL:
        return Unreadable(media_type, Unread.OUT_OF_MEMORY, "its reader was killed by the system")
    return Unreadable(media_type, Unread.DAMAGED, f"its reader crashed (exit {exit_code})")
