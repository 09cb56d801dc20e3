"""The one thread that writes: small jobs in batches, each batch one transaction."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from domain.errors import StoreError
from storage.sqlite import explained, is_busy

Result = TypeVar("Result")

_BATCH_JOBS = 200
_BATCH_WAIT_S = 0.5
_QUEUE_BYTES = 64_000_000
_CROWDED_BYTES = _QUEUE_BYTES // 2
_BUSY_TRIES = 6
"""Each waits for the lock as long as the connection is told to: ten seconds."""


class Job(Protocol):
    """Something to write that nobody waits for."""

    @property
    def weight_bytes(self) -> int:
        """What it holds in memory until it is written."""
        ...


WriteBatch = Callable[[Connection, list[Job]], None]
"""Writes many jobs inside one open transaction."""


@dataclass(slots=True)
class _Call:
    """Something to write that the caller waits for; a transaction of its own."""

    work: Callable[[Connection], object]
    done: Future[object] = field(default_factory=Future)


class Writer:
    """Takes jobs from any thread and writes them in the order they came."""

    def __init__(self, engine: Engine, write_batch: WriteBatch, place: object) -> None:
        self._engine = engine
        self._write_batch = write_batch
        self._place = place
        self._jobs: deque[Job | _Call] = deque()
        self._queued_bytes = 0
        self._changed = threading.Condition()
        self._closing = False
        self._hurry = False
        self._failure: StoreError | None = None
        self._heard = False
        self._thread = threading.Thread(target=self._work, name="giamsat-writer", daemon=True)
        self._thread.start()

    def put(self, job: Job) -> None:
        """Queue a job; waits while the queue holds too many bytes."""
        with self._changed:
            self._changed.wait_for(self._has_room)
            self._refuse_if_broken()
            self._jobs.append(job)
            self._queued_bytes += job.weight_bytes
            # Waking the writer for every job of a batch would cost more than the job itself.
            if len(self._jobs) in (1, _BATCH_JOBS) or self.crowded:
                self._changed.notify_all()

    @property
    def crowded(self) -> bool:
        """Whether so much waits to be written that who cannot afford to block should wait first."""
        return self._queued_bytes >= _CROWDED_BYTES and self._failure is None

    def wait_for_room(self) -> None:
        """Wait until it is no longer crowded."""
        with self._changed:
            self._changed.wait_for(lambda: not self.crowded or self._closing)

    def call(self, work: Callable[[Connection], Result]) -> Result:
        """Write in an own transaction, after all that was queued before, and wait for it."""
        call = _Call(work)
        with self._changed:
            self._refuse_if_broken()
            self._jobs.append(call)
            self._hurry = True
            self._changed.notify_all()
        return call.done.result()  # type: ignore[return-value] # the future of this very work

    def flush(self) -> None:
        """Wait until all that was queued is committed."""
        self.call(lambda _: None)

    def close(self) -> None:
        """Write what is queued and end the thread; harmless when repeated.

        Raises the error of a batch that failed if nobody has heard of it yet.
        """
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join()
        if self._failure is not None and not self._heard:
            self._heard = True
            raise self._failure

    def _has_room(self) -> bool:
        return self._queued_bytes < _QUEUE_BYTES or self._failure is not None

    def _refuse_if_broken(self) -> None:
        if self._failure is not None:
            self._heard = True
            raise self._failure
        if self._closing:
            raise StoreError(f"database {self._place}: already closed")

    def _work(self) -> None:
        while True:
            batch, call = self._next()
            if not batch and call is None:
                return
            self._run_batch(batch)
            if call is not None:
                self._run_call(call)

    def _next(self) -> tuple[list[Job], _Call | None]:
        with self._changed:
            self._changed.wait_for(lambda: self._jobs or self._closing)
            self._wait_for_more()
            return self._take()

    def _wait_for_more(self) -> None:
        deadline = time.monotonic() + _BATCH_WAIT_S
        while len(self._jobs) < _BATCH_JOBS and not self._hurry and not self._closing:
            left_s = deadline - time.monotonic()
            if left_s <= 0 or self.crowded:
                return
            self._changed.wait(left_s)

    def _take(self) -> tuple[list[Job], _Call | None]:
        batch: list[Job] = []
        while self._jobs and len(batch) < _BATCH_JOBS:
            job = self._jobs.popleft()
            if isinstance(job, _Call):
                self._hurry = any(isinstance(later, _Call) for later in self._jobs)
                return batch, job
            batch.append(job)
            self._queued_bytes -= job.weight_bytes
        self._changed.notify_all()
        return batch, None

    def _run_batch(self, batch: list[Job]) -> None:
        if not batch or self._failure is not None:
            return
        try:
            self._transact(lambda connection: self._write_batch(connection, batch))
        except Exception as error:  # nobody waits for a batch: told at the next put, call or close
            self._fail(error)

    def _run_call(self, call: _Call) -> None:
        try:
            if self._failure is not None:
                self._heard = True
                raise self._failure
            result = self._transact(call.work)
        except sa.exc.DBAPIError as error:
            call.done.set_exception(explained(error, self._place))
        except BaseException as error:  # raised again where the caller waits for it
            call.done.set_exception(error)
        else:
            call.done.set_result(result)

    def _transact(self, work: Callable[[Connection], Result]) -> Result:
        """Do it in one transaction, which begins with the write lock: patient where that is held.

        A backup or somebody's shell must not cost a night what it has fetched.
        """
        for _ in range(_BUSY_TRIES - 1):
            try:
                with self._engine.begin() as connection:
                    return work(connection)
            except sa.exc.DBAPIError as error:
                if not is_busy(error):
                    raise
        with self._engine.begin() as connection:
            return work(connection)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, sa.exc.DBAPIError):
            failure = explained(error, self._place)
        else:
            failure = StoreError(f"database {self._place}: could not write: {error!r}")
        failure.__cause__ = error
        with self._changed:
            self._failure = failure
            self._changed.notify_all()
