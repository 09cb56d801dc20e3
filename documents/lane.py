"""Worker processes of one kind, and the files that wait for them."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from dataclasses import dataclass, field

from pebble import ProcessExpired, ProcessPool

from documents.hints import Hints
from documents.limits import BodyReader, limit_worker, read_within
from domain.documents import Reading, Unread, Unreadable

_TASKS_A_WORKER = 200
"""Parsers in C leak a little: a worker is replaced after so many files."""
_PATIENCE = 2.0
"""Where workers give way to others, the clock runs faster than the time they get."""


@dataclass(slots=True)
class Lane:
    """At most ``workers`` processes, started with the first file and limited each for itself."""

    workers: int
    memory_mb: int
    limit_s: float
    """Of processor time for one file, and of the clock's where workers do not give way."""
    niceness: int = 0
    _pool: ProcessPool | None = field(default=None, init=False)
    _turns: asyncio.Semaphore | None = field(default=None, init=False)
    _under_way: set[asyncio.Future[Reading]] = field(default_factory=set, init=False)

    async def read(self, reader: BodyReader, media_type: str, body: bytes, hints: Hints) -> Reading:
        """What the reader makes of a body in a worker; never raises for it."""
        if self._turns is None:
            # Bodies wait here rather than in the pool's queue, where each would be copied.
            self._turns = asyncio.Semaphore(self.workers * 2)
        turns = self._turns
        async with turns:
            if turns is not self._turns:  # closed while it waited: no process is started anew
                raise asyncio.CancelledError
            return await self._read(reader, media_type, body, hints)

    async def _read(
        self, reader: BodyReader, media_type: str, body: bytes, hints: Hints
    ) -> Reading:
        clock_s = self.limit_s * (_PATIENCE if self.niceness else 1.0)
        arguments = (reader, body, hints, self.limit_s)
        scheduled = self._running().schedule(read_within, args=arguments, timeout=clock_s)
        future = asyncio.wrap_future(scheduled)
        self._under_way.add(future)
        try:
            reading: Reading = await future
        except TimeoutError:
            return Unreadable(media_type, Unread.TIMED_OUT, f"not read within {clock_s:g} s")
        except ProcessExpired as error:
            return _expired(media_type, error.exitcode)
        except MemoryError:
            return Unreadable(media_type, Unread.OUT_OF_MEMORY, "no memory for its result")
        finally:
            self._under_way.discard(future)
        return reading

    async def aclose(self) -> None:
        """End the workers; readings under way are given up."""
        self._turns = None
        # A stopped pool answers nothing more: who waits for it would wait for ever.
        for future in tuple(self._under_way):
            future.cancel()
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call] # pebble's only unannotated method
            await asyncio.to_thread(pool.join)

    def _running(self) -> ProcessPool:
        if self._pool is None or not self._pool.active:
            # spawn, not fork: this process has threads and open sockets that a fork would copy.
            # Not forkserver: its workers are no children of ours, so the kernel could not end
            # them when we are killed.
            self._pool = ProcessPool(
                max_workers=self.workers,
                max_tasks=_TASKS_A_WORKER,
                initializer=limit_worker,
                initargs=(self.memory_mb, os.getpid(), self.niceness),
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
