"""A small judged visit, told from nothing but values."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.documents import Zone
from domain.exchanges import Try
from domain.findings import Side
from domain.outcomes import Aid, Outcome, Skip
from domain.publications import Status
from domain.visits import Attempt, FoundBy, LinkWords
from storage.looks import Look
from tests.unit.storage import samples

HOME = samples.HOME
SEARCH = f"{HOME}tim?q=muc+tieu"


def opened(order: int, path: str, text: str, zone: Zone = Zone.LIST, **facts: object) -> Attempt:
    """An address that a link on the home page led to."""
    words = LinkWords(text=text, zone=zone)
    return replace(
        samples.attempt(order),
        address=HOME + path,
        final_address=HOME + path,
        words=words,
        also=(),
        depth=1,
        **facts,  # type: ignore[arg-type]  # any field, by its name
    )


ATTEMPTS = (
    replace(opened(1, "robots.txt", ""), found_by=FoundBy.AID, parent=None),
    replace(opened(2, "", "", Zone.UNKNOWN), found_by=FoundBy.HOME, parent=None, depth=0),
    replace(opened(3, "tim?q=muc+tieu", "mục tiêu chất lượng", Zone.SEARCH), found_by=FoundBy.AID),
    opened(4, "mt-2025", "Mục tiêu chất lượng năm 2025", found_by=FoundBy.SEARCH, parent=SEARCH),
    opened(5, "iso", "ISO 9001:2015", Zone.MENU),
    opened(6, "mt-2024", "Mục tiêu chất lượng năm 2024", outcome=Outcome.TIMEOUT, sha256=None),
    opened(7, "bong-da", "Đội bóng xã giành giải nhất"),
    replace(opened(8, "mt", "Mục tiêu chất lượng"), outcome=None, skip=Skip.ROBOTS, sha256=None),
    replace(opened(9, "lich?thang=99", "99"), outcome=None, skip=Skip.TRAP_CLOSED, sha256=None),
)
EARLIER = Try(samples.NOON + timedelta(seconds=2), 4.0, Outcome.TIMEOUT, None, "quá 20 giây")


def look(
    status: Status = Status.MISSING, left: tuple[str, ...] = (), note: str = "Bản năm trước."
) -> Look:
    """The visit, judged; ``left`` is what stays open for the objectives."""
    report = samples.report(status, url=f"{HOME}mt-2025")
    (finding,) = report.findings
    against = tuple(replace(one, side=Side.AGAINST, note=note) for one in finding.evidence)
    open_items = (("quality_objectives", left),) if left else ()
    visit = replace(
        samples.visit(ATTEMPTS),
        search=Aid.USED,
        sitemap=Aid.NONE,
    )
    return Look(
        report=replace(
            report,
            findings=(replace(finding, evidence=against),),
            coverage=replace(report.coverage, open=open_items),
        ),
        visit=visit,
        earlier={(f"{HOME}mt-2024", "GET", None): (EARLIER,)},
    )
