"""The writer thread: order, batches, a bounded queue, and errors that are heard."""

from __future__ import annotations

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


def test_a_failure_nobody_heard_of_is_raised_at_the_end(engine: Engine) -> None:
    """When the last batch fails, closing says so, once."""

    def fail(connection: Connection, jobs: list[Job]) -> None:
        raise ValueError("no")

    writer = Writer(engine, fail, "w.db")
    writer.put(Parcel(1))
    with pytest.raises(StoreError, match="could not write"):
        writer.close()
    writer.close()
