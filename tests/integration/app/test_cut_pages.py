"""What a cut page shows is kept and judged again alike, and stays no look at what is absent."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.night import crawl_night
from app.rejudging import judge_stored
from domain.exchanges import Answer, Ask
from domain.findings import AgencyReport
from domain.outcomes import Outcome, PortalState
from domain.publications import Status
from storage.store import Store
from tests.integration.faults.portal import OBJECTIVES, html
from tests.unit.app.portals import Net, parts, three_agencies
from tests.unit.crawler.clocks import FakeClock

HOME = html("UBND xã Hai", "<a href='/mtcl'>Mục tiêu chất lượng năm 2026 của UBND xã Hai</a>")
PAPER = html("Mục tiêu chất lượng năm 2026", OBJECTIVES.replace("Minh Quán", "Hai"))
CODE = "2"


@dataclass
class Cutting(Net):
    """A portal of which one page always breaks off before its end."""

    async def __call__(self, ask: Ask) -> Answer:
        answer = await super().__call__(ask)
        headers = (("content-type", "text/html; charset=utf-8"),)
        if ask.address == "http://xa2.vn/":
            return replace(answer, body=HOME.encode())
        if ask.address != "http://xa2.vn/mtcl":
            return answer
        cut = PAPER.replace("MINH QUÁN", "HAI").encode()[:-200]
        return replace(answer, outcome=Outcome.HTTP_ERROR, status=200, headers=headers, body=cut)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three agencies with a portal each."""
    opened = three_agencies(tmp_path)
    yield opened
    opened.close()


def _told(done: int, total: int, report: AgencyReport | None) -> None:
    """Nobody listens."""


def test_what_is_stored_is_judged_alike(store: Store) -> None:
    """The paper on the cut page counts at night and when the night is judged again."""
    made = parts(Cutting(FakeClock()))
    result = asyncio.run(crawl_night(made, store, year=2026, only=(), told=_told))
    (report,) = (one for one in result.reports if one.agency.code == CODE)
    statuses = {one.publication: one.status for one in report.findings}
    assert report.portal_state is PortalState.PARTLY_REACHED
    assert statuses["quality_objectives"] is Status.PUBLISHED
    again = asyncio.run(judge_stored(made, made.pool, store, 2026, lambda _: None))
    assert (again.changes, again.appended) == ((), 0)
