"""Inspecting items for real: visit, readers, rules and judge, only without network and waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from multiprocessing import get_context
from typing import cast

from app.inspecting import inspect_portal
from app.memory import PassingMemory
from app.wiring import Parts, Ruling, make_ruling
from crawler.fetcher import Fetcher
from documents import READER_VERSION
from documents.hints import Hints
from documents.pool import ReaderPool
from documents.read import read_body
from domain.documents import Reading
from domain.exchanges import Answer, Ask
from domain.findings import AgencyReport
from domain.outcomes import Outcome
from domain.settings import Settings
from tests.quality.corpus.files import Body
from tests.quality.corpus.item import Item
from tests.quality.corpus.site import Site, site_of

_SHARES = ("drive.google.com", "docs.google.com", "dropbox.com", "onedrive.live.com", "1drv.ms")
_SHARE_PAGE = "<html><head><title>Đăng nhập</title></head><body><div id='app'></div></body></html>"
_NOT_FOUND = Body(b"<html><title>404</title><body><h1>404</h1></body></html>", status=404)
_DEFAULT_CHUNK = 24


@dataclass(frozen=True, slots=True)
class Inspected:
    """What came of one item; the report is None where the program failed."""

    item: Item
    report: AgencyReport | None
    failure: str = ""


class StillClock:
    """An evening in November, when all yearly papers are due; only sleeping moves it."""

    def __init__(self, year: int) -> None:
        self._start = datetime(year, 11, 22, 15, 0, tzinfo=UTC)
        self._passed_s = 0.0

    def now(self) -> datetime:
        """The start, and what was slept since."""
        return self._start + timedelta(seconds=self._passed_s)

    def monotonic(self) -> float:
        """Seconds slept."""
        return self._passed_s

    async def sleep(self, seconds: float) -> None:
        """Let time pass and others run."""
        self._passed_s += seconds
        await asyncio.sleep(0)


@dataclass
class HeldFetch:
    """A :class:`~domain.protocols.Fetch` that answers for one portal; the rest is out of reach."""

    site: Site
    host: str
    clock: StillClock

    async def __call__(self, ask: Ask) -> Answer:
        """The page that stands there."""
        body = self.site.bodies.get(ask.address)
        host = ask.address.partition("://")[2].partition("/")[0]
        if body is None and host.endswith(_SHARES):
            body = Body(_SHARE_PAGE.encode())
        if body is None and host != self.host:
            return Answer(ask, Outcome.TIMEOUT, self.clock.now(), 20.0, "timed out")
        return self._answer(ask, body or _NOT_FOUND)

    def _answer(self, ask: Ask, body: Body) -> Answer:
        failed = Outcome.NOT_FOUND if body.status == 404 else Outcome.HTTP_ERROR
        return Answer(
            ask,
            Outcome.OK if body.status == 200 else failed,
            self.clock.now(),
            0.05,
            final_address=ask.address,
            status=body.status,
            headers=(("content-type", body.media_type),),
            body=body.data,
        )

    def slow_down(self, host: str, delay_s: float) -> None:
        """Nobody waits here."""

    def enter(self, host: str) -> None:
        """Nothing is kept here."""

    def forget(self, host: str) -> None:
        """Nothing is kept here."""


class HereReaders:
    """Reads in this process: the files are the corpus's own, and none is a picture to recognise."""

    version = READER_VERSION

    async def read(self, content: bytes, media_type: str, name: str) -> Reading:
        """As the workers would."""
        return read_body(content, Hints(media_type, name))


@cache
def ruling() -> Ruling:
    """The real rules with default settings, made once a process; each item has its own clock."""
    return make_ruling(Settings(), StillClock(2026))


async def inspect(item: Item, rules: Ruling) -> AgencyReport:
    """Visit and judge the item's portal."""
    clock = StillClock(item.year)
    fetch = HeldFetch(site_of(item), item.office.host, clock)
    held = {name: getattr(rules, name) for name in Ruling.__dataclass_fields__}
    parts = Parts(
        **{**held, "clock": clock},
        fetcher=cast("Fetcher", fetch),  # all that a visit asks of one
        pool=cast("ReaderPool", HereReaders()),  # as above
    )
    known = item.office.inspected
    done = await inspect_portal(parts, known, PassingMemory(), year=item.year)
    return done.report


def run(items: Sequence[Item], processes: int = 1) -> Iterator[Inspected]:
    """Inspect all of them, in order."""
    chunks = [items[at : at + _DEFAULT_CHUNK] for at in range(0, len(items), _DEFAULT_CHUNK)]
    if processes <= 1:
        for chunk in chunks:
            yield from _chunk(chunk)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as workers:
        for done in workers.map(_chunk, chunks):
            yield from done


def _chunk(items: Iterable[Item]) -> list[Inspected]:
    return asyncio.run(_all(items))


async def _all(items: Iterable[Item]) -> list[Inspected]:
    rules = ruling()
    return [await _one(item, rules) for item in items]


async def _one(item: Item, rules: Ruling) -> Inspected:
    try:
        return Inspected(item, await inspect(item, rules))
    except Exception as error:  # a fault of any part must name its item, not end the measuring
        return Inspected(item, None, f"{type(error).__name__}: {error}")
