"""One portal from its home page to its verdicts: visit, detect, judge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from app.memory import Memory
from app.remembering import RememberingFetch, RememberingRead, RememberingRender
from app.wiring import Parts, Ruling
from crawler.visit import PortalTask, VisitTools, visit_portal
from domain.agencies import Inspected
from domain.findings import AgencyReport
from domain.outcomes import Aid, PortalState, StoppedBy
from domain.protocols import LastLook, LinkScorer, Progress
from domain.publications import PublicationId
from domain.visits import (
    Attempt,
    KnownAddress,
    Page,
    Visit,
    is_data_pager,
    listed_as_data,
)
from rules.detect import Detector
from rules.inspection import local_day, night_of
from rules.judge import JudgementInput
from rules.remembered_links import RememberedLinks
from rules.sightings import PageNotes, Sighting
from rules.verdict.unopened import may_hold_a_paper

Heard = Callable[[Page], None]
"""Is told of every page as it is read."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What one look at one portal came to."""

    visit: Visit
    report: AgencyReport


@dataclass(frozen=True, slots=True)
class _Shared:
    """A progress that somebody else listens in on."""

    progress: Progress
    heard: Heard

    def saw(self, page: Page) -> None:
        """Tell both."""
        self.progress.saw(page)
        self.heard(page)

    def all_settled(self) -> bool:
        """As the rules say."""
        return self.progress.all_settled()

    def looks_for(self) -> frozenset[PublicationId] | None:
        """As the rules say."""
        return self.progress.looks_for()


async def inspect_portal(
    parts: Parts,
    inspected: Inspected,
    memory: Memory,
    *,
    year: int,
    start_with: tuple[KnownAddress, ...] = (),
    foreign_urls: tuple[str, ...] = (),
    last_look: LastLook | None = None,
    started_at: datetime | None = None,
    interrupted: Callable[[], bool] = lambda: False,
    heard: Heard | None = None,
) -> Inspection:
    """Visit the agency's portal and judge it.

    Args:
        year: the inspected year.
        start_with: addresses of earlier evidence, looked at first.
        foreign_urls: portals of other agencies, which a redirect must not lead into; its own
            among them change nothing.
        last_look: what is taken over instead of being asked again; None for a full look.
        started_at: when the visit began, if it is one resumed; None for now.
        interrupted: asked between requests; True ends the visit with what is known.
        heard: listens in on the pages read.
    """
    urls = tuple(portal.url for portal in inspected.agency.portals)
    if not urls:
        visit = no_portal_visit(parts)
        return Inspection(visit, judged(parts, inspected, visit, (), year))
    task = PortalTask(urls[0], urls, start_with, foreign_urls, last_look)
    progress = parts.progress(inspected, year)
    read = RememberingRead(parts.pool, memory)
    listened = _Shared(progress, heard) if heard else progress
    links = RememberedLinks(parts.scorer)
    tools = _tools(parts, memory, read, listened, links, interrupted)
    visit = await _visited(parts, task, tools, started_at)
    notes = _with_all_words(parts, inspected, read, progress.notes, visit)
    return Inspection(visit, judged(parts, inspected, visit, notes, year, links))


def _tools(
    parts: Parts,
    memory: Memory,
    read: RememberingRead,
    progress: Progress,
    links: LinkScorer,
    interrupted: Callable[[], bool],
) -> VisitTools:
    """What a visit works with; it asks, reads and shows nothing that is known already."""
    render = parts.browser.renderer() if parts.browser else None
    return VisitTools(
        fetch=RememberingFetch(parts.fetcher, memory),
        read=read,
        scorer=links,
        progress=progress,
        recorder=memory.recorder,
        clock=parts.clock,
        slow_down=parts.fetcher.slow_down,
        settings=parts.settings.crawler,
        timezone=parts.timezone,
        interrupted=interrupted,
        render=RememberingRender(render, memory),
        no_browser=parts.no_browser,
    )


async def _visited(
    parts: Parts, task: PortalTask, tools: VisitTools, started_at: datetime | None
) -> Visit:
    """The visit; what the fetcher holds of the portal's hosts is given up at its end."""
    try:
        return await visit_portal(task, tools, started_at=started_at)
    finally:
        for url in task.scope_urls:
            parts.fetcher.forget(urlsplit(url).hostname or "")


def _with_all_words(
    parts: Parts,
    inspected: Inspected,
    read: RememberingRead,
    notes: tuple[PageNotes, ...],
    visit: Visit,
) -> tuple[PageNotes, ...]:
    """The notes, taken anew of pages of which other links said more after they had been read.

    Judging again from the store sees all those words; both must come to the same verdicts.
    """
    final = {_key(attempt): attempt for attempt in visit.attempts if attempt.also}

    def whole(note: PageNotes) -> PageNotes:
        attempt = final.get(_key(note.attempt))
        if attempt is None or attempt.also == note.attempt.also:
            return note
        heard = parts.detector.heard_more(note, attempt)
        if heard is not None:
            return heard
        reading = read.known(attempt.sha256) if attempt.sha256 else None
        if reading is None or attempt.started_at is None:
            return replace(note, attempt=attempt)
        return parts.detector.notes(Page(attempt, reading, attempt.started_at), inspected)

    return tuple(whole(note) for note in notes)


def _key(attempt: Attempt) -> tuple[str, str, str | None]:
    return attempt.address, attempt.method, attempt.form_digest


def judged(
    ruling: Ruling,
    inspected: Inspected,
    visit: Visit,
    notes: tuple[PageNotes, ...],
    year: int,
    links: LinkScorer | None = None,
) -> AgencyReport:
    """The verdicts that follow from a visit's facts and the notes taken of its pages.

    The day that decides what is due is the visit's own: judged again later, an old look must not
    accuse of what was not yet due when it was taken. ``links`` knows what the visit weighed.
    """
    return ruling.judge.report(
        JudgementInput(
            inspected=inspected,
            visit=visit,
            notes=notes,
            unopened=_unopened(ruling.detector, visit),
            year=year,
            today=local_day(visit.started_at, ruling.timezone),
        ),
        links,
    )


def _unopened(detector: Detector, visit: Visit) -> tuple[Sighting, ...]:
    """What links say that name a publication and could not be opened."""
    listed = listed_as_data(visit.attempts)
    return tuple(
        sighting
        for attempt in visit.attempts
        if may_hold_a_paper(attempt) and not is_data_pager(attempt, listed)
        for sighting in detector.of_unopened(attempt, attempt.started_at or visit.started_at)
    )


def no_portal_visit(parts: Parts) -> Visit:
    """The visit of an agency for which the registry names no portal."""
    now = parts.clock.now()
    return Visit(
        portal_url="",
        night=night_of(now, parts.timezone),
        state=PortalState.NO_PORTAL,
        stopped_by=StoppedBy.NOTHING_LEFT,
        started_at=now,
        finished_at=now,
        search=Aid.NONE,
        sitemap=Aid.NONE,
    )
