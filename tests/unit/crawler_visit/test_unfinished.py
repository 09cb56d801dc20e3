"""Files are read while the visit goes on, and their results are taken in a fixed order."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from crawler.visit.unfinished import REQUESTS_MEANWHILE
from domain.documents import Reading
from domain.exchanges import Answer
from domain.outcomes import Outcome, Skip, StoppedBy
from domain.protocols import Read
from tests.unit.crawler_visit.portal import FakePortal, Handler, Served, at_home, page, read, visit

PAPER = "/files/cong-bo-iso.pdf"


def portal_with_a_paper(news: int) -> FakePortal:
    """A paper that promises most, and news that promises less."""
    links = [f"/tin/{n}|Tin số {n} của xã" for n in range(news)]
    pages: dict[str, Handler] = {
        "/": page("Trang chủ", f"{PAPER}|Công bố ISO", *links),
        PAPER: Served("%PDF-1.4 công bố", content_type="application/pdf"),
    }
    pages |= {f"/tin/{n}": page(f"Tin số {n}", text=f"Xã họp bàn việc {n}.") for n in range(news)}
    return FakePortal(at_home(pages))


def slow_reader(goes_on: Callable[[], bool]) -> Read:
    """Reads pages at once, files only when told."""

    async def slowly(answer: Answer) -> Reading:
        while answer.body.startswith(b"%PDF") and not goes_on():  # noqa: ASYNC110 - a turn each
            await asyncio.sleep(0)
        return await read(answer)

    return slowly


def test_a_slow_file_does_not_hold_up_the_next_requests() -> None:
    """A fixed number of further addresses are asked while a scan is recognised."""
    portal = portal_with_a_paper(news=REQUESTS_MEANWHILE + 4)
    asked_before = 0

    def enough() -> bool:
        nonlocal asked_before
        asked_before = asked_before or next(
            (place for place, one in enumerate(portal.asked, 1) if one.endswith(PAPER)), 0
        )
        return len(portal.asked) >= asked_before + REQUESTS_MEANWHILE

    done = visit(portal, reader=slow_reader(enough))
    assert done.outcome(PAPER) is Outcome.OK
    assert done.visit.stopped_by is StoppedBy.NOTHING_LEFT


def test_the_order_does_not_depend_on_how_long_reading_takes() -> None:
    """A quick and a slow reader lead to the same requests and the same facts."""
    turns = iter(range(10_000))
    quick = visit(portal_with_a_paper(news=12))
    slow = visit(portal_with_a_paper(news=12), reader=slow_reader(lambda: next(turns) > 200))
    assert quick.portal.asked == slow.portal.asked
    assert quick.visit == slow.visit
    assert [one.attempt.address for one in quick.notes.pages] == [
        one.attempt.address for one in slow.notes.pages
    ]


def test_an_interrupted_visit_waits_for_no_reader() -> None:
    """What had come and was not read is passed over, which leaves a gap."""
    portal = portal_with_a_paper(news=3)
    never = slow_reader(lambda: False)
    done = visit(portal, reader=never, interrupted=lambda: len(portal.asked) > 5)
    assert done.visit.stopped_by is StoppedBy.INTERRUPTED
    assert done.outcome(PAPER) is Skip.BUDGET
