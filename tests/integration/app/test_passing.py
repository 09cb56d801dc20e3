"""What failed for want of time is made good when it is judged again."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.night import crawl_night
from app.rejudging import judge_stored
from domain.documents import Reading, Unread, Unreadable
from domain.findings import AgencyReport
from storage.store import Store
from tests.unit.app.portals import Net, Readers, parts, three_agencies
from tests.unit.crawler.clocks import FakeClock


class Busy(Readers):
    """Has no time for anything; counts what it was asked to read."""

    def __init__(self) -> None:
        self.asked = 0

    async def read(self, content: bytes, media_type: str, name: str) -> Reading:
        """Out of time."""
        self.asked += 1
        return Unreadable(media_type, Unread.TIMED_OUT)


class Counting(Readers):
    """Reads, and counts what it was asked to read."""

    def __init__(self) -> None:
        self.asked = 0

    async def read(self, content: bytes, media_type: str, name: str) -> Reading:
        """As the workers would."""
        self.asked += 1
        return await super().read(content, media_type, name)


@pytest.fixture
def after_a_busy_night(tmp_path: Path) -> Iterator[Store]:
    """A store whose three portals have the same page, which nobody had the time to read."""

    def told(done: int, total: int, report: AgencyReport | None) -> None:
        """Nobody listens."""

    store, busy = three_agencies(tmp_path), Busy()
    asyncio.run(crawl_night(parts(Net(FakeClock()), busy), store, year=2026, only=(), told=told))
    assert busy.asked == 6  # once a visit; a portal of which nothing was read is visited twice
    yield store
    store.close()


def judge(store: Store, readers: Busy | Counting) -> None:
    """Judge what is stored once more."""
    made = parts(Net(FakeClock()), readers)
    asyncio.run(judge_stored(made, made.pool, store, 2026, lambda _: None))


def causes(store: Store) -> set[str]:
    """Why the agencies were judged last."""
    return {store.history(code)[0].cause for code in "123"}


def test_a_busy_night_is_made_good(after_a_busy_night: Store) -> None:
    """Judging again reads what failed, once while it lasts, and keeps what could be read."""
    store = after_a_busy_night
    still_busy = Busy()
    judge(store, still_busy)
    assert (still_busy.asked, causes(store)) == (1, {"visit"})  # nothing new to keep
    idle = Counting()
    judge(store, idle)
    assert "reader_upgrade" in causes(store)
    known = idle.asked
    judge(store, idle)
    assert idle.asked == known  # kept now
