"""Judging stored visits in worker processes, so that every core of a machine takes part."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import AsyncIterator, Iterable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from itertools import islice

from app.clock import SystemClock
from app.kept_pages import report_of_kept
from app.wiring import Ruling, make_ruling
from documents.limits import end_with_parent
from domain.findings import AgencyReport
from domain.settings import Settings
from storage.queries import StoredVisit
from storage.store import Store, open_store

_AHEAD_A_WORKER = 2
"""Visits handed over before the first is asked back: no worker waits, and few lie in memory."""


@dataclass(frozen=True, slots=True)
class _Worker:
    """What one worker process holds; it only reads the store."""

    ruling: Ruling
    store: Store


class JudgingApart:
    """Worker processes that judge visits whose pages are all read.

    None is started before the first visit. What they can't judge, for a page must be read anew or
    a worker died, is left to the caller.
    """

    def __init__(self, settings: Settings, reader_version: str) -> None:
        self._settings = settings
        self._reader_version = reader_version
        self._workers = max(1, settings.documents.workers)
        self._pool = ProcessPoolExecutor(
            self._workers,
            # spawn, not fork: this process has threads that a fork would not copy.
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_begin,
            initargs=(os.getpid(),),
        )

    async def reports(
        self, visits: Iterable[StoredVisit], year: int
    ) -> AsyncIterator[tuple[StoredVisit, AgencyReport | None]]:
        """Every visit with what it shows, in the order they came."""
        coming = iter(visits)
        left: deque[tuple[StoredVisit, asyncio.Future[AgencyReport | None]]] = deque()
        while True:
            for stored in islice(coming, self._workers * _AHEAD_A_WORKER - len(left)):
                left.append((stored, self._handed_over(stored, year)))
            if not left:
                return
            stored, future = left.popleft()
            try:
                yield stored, await future
            except BrokenProcessPool:
                yield stored, None

    def _handed_over(self, stored: StoredVisit, year: int) -> asyncio.Future[AgencyReport | None]:
        loop = asyncio.get_running_loop()
        try:
            return loop.run_in_executor(
                self._pool, _report, self._settings, self._reader_version, stored, year
            )
        except BrokenProcessPool:
            future: asyncio.Future[AgencyReport | None] = loop.create_future()
            future.set_result(None)
            return future

    def close(self) -> None:
        """End the workers; what waits is given up, what they have under way comes to its end."""
        self._pool.shutdown(cancel_futures=True)


def _begin(parent_pid: int) -> None:
    """Called once in a new worker; Ctrl-C is the parent's to hear."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent(parent_pid)


@cache
def _worker(settings: Settings, reader_version: str) -> _Worker:
    """Made with a worker's first visit, and kept for all others."""
    store = open_store(settings.database.url, create=False)
    return _Worker(make_ruling(settings, SystemClock()), store)


def _report(
    settings: Settings, reader_version: str, stored: StoredVisit, year: int
) -> AgencyReport | None:
    worker = _worker(settings, reader_version)
    return report_of_kept(worker.ruling, worker.store, reader_version, stored, year)
