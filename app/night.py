"""The nightly job: visit every agency, judge it, keep it; go on where a kill cut off."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from app.failed_visit import PagesRead, failed_inspection, with_failures
from app.inspecting import Inspection, inspect_portal
from app.keeping import KeptVisit, close_kept, open_kept
from app.later_tries import is_worth_a_visit, may_recover, slow_down
from app.next_night import Plan, StoredLook, last_look
from app.night_health import NightHealth, Standing, health_of
from app.wiring import Parts
from crawler.cadence import Turn, order_of
from domain.errors import StoreError
from domain.findings import AgencyReport
from domain.outcomes import PortalState
from rules.inspection import inspected_year, local_day, night_of
from storage.agencies import StoredAgency
from storage.store import Store

_LOG = logging.getLogger(__name__)

Told = Callable[[int, int, AgencyReport | None], None]
"""Hears ``(done, total, report)`` as each portal ends, and once at the start."""


@dataclass(frozen=True, slots=True)
class NightResult:
    """What a night came to."""

    night: date
    year: int
    resumed: bool
    """Whether it went on with a night that was cut off."""
    reports: Collection[AgencyReport]
    """Of every agency of the night, also of those visited before it was cut off.

    They are read from the store as they are gone through, so while it is open.
    """
    health: NightHealth


async def crawl_night(
    parts: Parts,
    store: Store,
    *,
    year: int | None,
    only: Sequence[str],
    told: Told,
    full: bool = False,
) -> NightResult:
    """Visit every agency valid today (or ``only`` those codes) and store the verdicts.

    ``full``: take nothing over from the night before.
    """
    now = parts.clock.now()
    today = local_day(now, parts.timezone)
    asked_year = year or inspected_year(parts.settings.inspection, now, parts.timezone)
    valid = store.agencies(on=today)
    chosen = [a for a in valid if not only or a.inspected.agency.code in only]
    confirm = parts.settings.inspection.confirm_visits
    run = store.open_run(
        night_of(now, parts.timezone),
        asked_year,
        now,
        config_digest=parts.config_digest,
        rule_digest=parts.rule_digest,
        agency_ids=[agency.id for agency in chosen],
        partial=bool(only),
    )
    store.readings.learn(parts.pool.version)
    later_tries = 0 if only else parts.settings.crawler.portal_retries
    has_browser = parts.browser is not None
    tried = run.finished if later_tries else frozenset[int]()
    before = _standings(store.kept_reports([a.id for a in valid], asked_year, confirm))
    visited = store.kept_reports([a.id for a in chosen if a.id in tried], asked_year, confirm)
    failed = _failed(chosen, visited, has_browser=has_browser)
    due = [a for a in chosen if a.id not in run.finished or a.id in failed]
    done = len(chosen) - len(due)
    crawl = _Crawl(
        parts, store, run.run_id, asked_year, told, len(chosen), done, later_tries, full, failed,
        portals=tuple(portal.url for a in valid for portal in a.inspected.agency.portals),
    )  # fmt: skip
    await crawl.visit_all(_in_order(due, before))
    reports = store.kept_reports([a.id for a in chosen], asked_year, confirm)
    standings = _standings(reports)
    health = health_of(standings.values(), before)
    health = with_failures(health, standings.values())
    store.close_run(run.run_id, parts.clock.now(), good=health.good, note=health.note)
    return NightResult(night_of(now, parts.timezone), asked_year, run.resumed, reports, health)


def _standings(reports: Iterable[AgencyReport]) -> dict[str | None, Standing]:
    """The little of each report that a night needs, by agency code."""
    return {report.agency.code: Standing.of(report) for report in reports}


def _failed(
    chosen: Sequence[StoredAgency], visited: Iterable[AgencyReport], *, has_browser: bool
) -> dict[int, AgencyReport]:
    """The portals that failed before the night was cut off: they have their later try to come."""
    failed = (report for report in visited if may_recover(report, has_browser=has_browser))
    reports = {report.agency.code: report for report in failed}
    return {a.id: reports[code] for a in chosen if (code := a.inspected.agency.code) in reports}


def _in_order(
    due: Sequence[StoredAgency], before: Mapping[str | None, Standing]
) -> tuple[StoredAgency, ...]:
    """Longest unseen first, so that a short night is unfair to nobody twice."""
    by_code = {agency.inspected.agency.code or "": agency for agency in due}
    turns = (_turn(code, agency, before.get(code)) for code, agency in by_code.items())
    return tuple(by_code[turn.code] for turn in order_of(turns))


def _turn(code: str, agency: StoredAgency, last: Standing | None) -> Turn:
    portals = agency.inspected.agency.portals
    good = last is not None and last.portal_state is PortalState.REACHED
    return Turn(
        code=code,
        portal_url=portals[0].url if portals else "",
        last_good_visit=last.started_at if last is not None and good else None,
        last_visit=last.started_at if last is not None else None,
    )


@dataclass(slots=True)
class _Crawl:
    """The visits of one run, side by side."""

    parts: Parts
    store: Store
    run_id: int
    year: int
    told: Told
    total: int
    done: int
    later_tries: int
    """How often a portal that failed is visited again."""
    full: bool
    """Whether every visit is to be a full look."""
    failed: Mapping[int, AgencyReport]
    """What was seen of portals that failed before the night was cut off, by agency."""
    portals: tuple[str, ...]
    """Addresses of every agency of the registry, also of those that are not visited now."""
    slots: asyncio.Semaphore = field(init=False)
    opening: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def visit_all(self, agencies: Sequence[StoredAgency]) -> None:
        """Visit them all, those that fail again later; the first storage error stops the run.

        A programming error ends only the visit that it came up in.
        """
        self.slots = asyncio.Semaphore(self.parts.settings.crawler.portals_at_once)
        self.told(self.done, self.total, None)
        try:
            async with asyncio.TaskGroup() as group:
                for agency in agencies:
                    group.create_task(self._visit(agency))
        except BaseExceptionGroup as errors:
            first = _first_of(errors)
            raise first from first.__cause__

    async def _visit(self, agency: StoredAgency) -> None:
        """Visit a portal, and one that failed again after a while, in which no slot is held."""
        report = self.failed.get(agency.id)
        if report is None:
            async with self.slots:
                report = await self._once(agency)
        for _ in range(self.later_tries):
            if not may_recover(report, has_browser=self.parts.browser is not None):
                break
            self.told(self.done, self.total, report)
            await self.parts.clock.sleep(self.parts.settings.crawler.portal_retry_wait_s)
            async with self.slots:
                if await is_worth_a_visit(self.parts, report):
                    slow_down(self.parts, agency.inspected)
                    report = await self._once(agency)
        self.done += 1
        self.told(self.done, self.total, report)

    async def _once(self, agency: StoredAgency) -> AgencyReport:
        kept, look = await self._open(agency)
        return (await self._inspected_and_kept(agency, kept, look)).report

    async def _inspected_and_kept(
        self,
        agency: StoredAgency,
        kept: KeptVisit,
        look: StoredLook | None,
    ) -> Inspection:
        read = PagesRead()
        try:
            inspection = await self._inspected(agency, kept, read, look)
            why = look and look.needs_own_look(inspection.visit, inspection.report)
            if why:
                _LOG.info("giamsat: %s is opened whole: %s", agency.inspected.agency.name, why)
                await asyncio.to_thread(kept.memory.begin_anew, agency.id)
                read = PagesRead()
                inspection = await self._inspected(agency, kept, read, None)
            await asyncio.to_thread(close_kept, self.parts, kept, inspection)
        except StoreError:
            raise
        except Exception:  # a mistake of our own program, of whatever kind
            # It must not cost the other hundreds their night, nor come up again at every resume,
            # which replays the same answers: the visit is closed as failed, the traceback told,
            # and the night counted as not good.
            name = agency.inspected.agency.name
            _LOG.exception("giamsat: a mistake of the program ended the visit of %s", name)
            inspection = failed_inspection(
                self.parts, agency.inspected, read, year=self.year, started_at=kept.started_at
            )
            await asyncio.to_thread(close_kept, self.parts, kept, inspection)
        return inspection

    async def _inspected(
        self,
        agency: StoredAgency,
        kept: KeptVisit,
        read: PagesRead,
        look: StoredLook | None,
    ) -> Inspection:
        """One walk through the portal."""
        for portal in agency.inspected.agency.portals:  # forgotten one by one at the visit's end
            self.parts.fetcher.enter(urlsplit(portal.url).hostname or "")
        return await inspect_portal(
            self.parts,
            agency.inspected,
            kept.memory,
            year=self.year,
            start_with=kept.start_with,
            foreign_urls=self.portals,  # one tuple for all: copies would grow with their square
            last_look=look,
            started_at=kept.started_at,
            heard=read,
        )

    async def _open(self, agency: StoredAgency) -> tuple[KeptVisit, StoredLook | None]:
        """Open a visit in a thread, as it waits for the database; one by one, so in their order."""
        async with self.opening:
            return await asyncio.to_thread(self._opened, agency)

    def _opened(self, agency: StoredAgency) -> tuple[KeptVisit, StoredLook | None]:
        now, known = self.parts.clock.now(), agency.inspected
        kept = open_kept(self.store, self.run_id, agency.id, known.agency, now)
        return kept, last_look(self.parts, agency.id, kept, Plan(known, self.year, self.full))


def _first_of(errors: BaseExceptionGroup[BaseException]) -> BaseException:
    """The storage error among what ended the visits, else the first: callers know its kind."""
    stored = errors.subgroup(StoreError)
    first: BaseException = stored or errors
    while isinstance(first, BaseExceptionGroup):
        first = first.exceptions[0]
    return first
