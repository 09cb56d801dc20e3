"""The writer thread: order, batches, a bounded queue, and errors that are heard."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy.engine import Connection, Engine, make_url

from domain.errors import StoreError
from storage.sqlite import writing_engine
from storage.writer import Job, Writer


@dataclass(frozen=True)
class Parcel:
    """A job of a pretended weight."""

    number: int
    weight_bytes: int = 1


@dataclass
class Desk:
    """Takes batches, once it is allowed to."""

    may_write: threading.Event = field(default_factory=threading.Event)
    batches: list[list[Job]] = field(default_factory=list)

    def __call__(self, connection: Connection, jobs: list[Job]) -> None:
        assert self.may_write.wait(10)
        self.batches.append(jobs)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """A database to have transactions on."""
    made = writing_engine(make_url(f"sqlite:///{tmp_path}/w.db"), 1.0)
    yield made
    made.dispose()


def test_jobs_come_in_order_and_in_batches(engine: Engine) -> None:
    """A thousand jobs are written in their order, at most 200 in one transaction."""
    desk = Desk()
    desk.may_write.set()
    writer = Writer(engine, desk, "w.db")
    for number in range(1000):
        writer.put(Parcel(number))
    writer.flush()
    writer.close()
    written = [job for batch in desk.batches for job in batch]
    assert written == [Parcel(number) for number in range(1000)]
    assert max(len(batch) for batch in desk.batches) <= 200


def test_a_full_queue_makes_the_caller_wait(engine: Engine) -> None:
    """Beyond 64 MB of jobs the next one waits until a batch has been taken."""
    desk = Desk()
    writer = Writer(engine, desk, "w.db")
    accepted = threading.Semaphore(0)

    def hand_over() -> None:
        for number in range(6):
            writer.put(Parcel(number, 70_000_000))
            accepted.release()

    caller = threading.Thread(target=hand_over)
    caller.start()
    assert accepted.acquire(timeout=10)
    desk.may_write.set()
    caller.join(10)
    writer.flush()
    writer.close()
    assert [len(batch) for batch in desk.batches] == [1] * 6


def test_who_cannot_block_waits_for_room_first(engine: Engine) -> None:
    """Half full it is crowded, and no longer so when a batch has been taken."""
    desk = Desk()
    writer = Writer(engine, desk, "w.db")
    for number in range(200):  # a whole batch: the thread takes it at once and waits at the desk
        writer.put(Parcel(number))
    with writer._changed:
        assert writer._changed.wait_for(lambda: not writer._jobs, 10)
    writer.put(Parcel(2, 20_000_000))
    assert not writer.crowded
    writer.wait_for_room()
    writer.put(Parcel(3, 20_000_000))
    assert writer.crowded
    waiting = threading.Thread(target=writer.wait_for_room)
    waiting.start()
    desk.may_write.set()
    waiting.join(10)
    assert not waiting.is_alive()
    assert not writer.crowded
    writer.close()


def test_a_busy_database_is_waited_for(tmp_path: Path) -> None:
    """Another process that holds the lock longer than the time to wait costs no batch."""
    made = writing_engine(make_url(f"sqlite:///{tmp_path}/busy.db"), 0.1)
    made.connect().close()
    other = sqlite3.connect(tmp_path / "busy.db", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    desk = Desk()
    desk.may_write.set()
    writer = Writer(made, desk, "busy.db")
    release = threading.Timer(0.15, lambda: other.execute("ROLLBACK"))
    release.start()
    writer.put(Parcel(1))
    writer.flush()
    assert desk.batches == [[Parcel(1)]]
    other.close()
    writer.close()
    made.dispose()


def test_a_failure_nobody_heard_of_is_raised_at_the_end(engine: Engine) -> None:
    """When the last batch fails, closing says so, once."""

    def fail(connection: Connection, jobs: list[Job]) -> None:
        raise ValueError("no")

    writer = Writer(engine, fail, "w.db")
    writer.put(Parcel(1))
    with pytest.raises(StoreError, match="could not write"):
        writer.close()
    writer.close()
