"""Judging what is stored once more, without network: after a change of rules or of the registry."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass, field

from app.changes import (
    Added,
    Cause,
    Change,
    MadeWith,
    Rejudgement,
    added_to,
    causes_of,
    changes_of,
)
from app.judging_apart import JudgingApart
from app.kept_pages import notes_of, pages_looked_at, report_by, report_of_kept
from app.passing import may_pass
from app.wiring import Ruling
from documents import READER_VERSION
from documents.pool import ReaderPool
from domain.documents import Reading
from domain.findings import AgencyReport
from domain.visits import Attempt
from rules.inspection import local_day
from rules.sightings import PageNotes
from storage.canonical import digest
from storage.judgements import Judged
from storage.queries import StoredVisit
from storage.store import Store


@dataclass(frozen=True, slots=True)
class _Readings:
    """What stored bodies say, read anew where that is not kept."""

    pool: ReaderPool
    store: Store
    _passing: dict[str, Reading] = field(default_factory=dict)
    """Failures that may pass: known while this judging lasts, however many link to the paper."""

    async def anew(self, attempt: Attempt, sha256: str) -> Reading:
        """Read a body, and keep what it says unless its failure may pass."""
        if sha256 in self._passing:
            return self._passing[sha256]
        body = self.store.body(sha256)
        reading = await self.pool.read(body, attempt.media_type, attempt.address)
        if may_pass(reading):
            self._passing[sha256] = reading
        else:
            self.store.readings.keep(sha256, self.pool.version, reading)
        return reading


@dataclass(slots=True)
class _Account:
    """What has come of judging again so far."""

    agencies: int = 0
    appended: int = 0
    added: list[Added] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    def compare(self, before: Judged, after: AgencyReport, causes: tuple[Cause, ...]) -> None:
        """Note what came out differently."""
        self.changes += changes_of(before.report, after, causes)
        self.added += added_to(before.report, after)


async def judge_stored(
    ruling: Ruling,
    pool: ReaderPool,
    store: Store,
    year: int,
    told: Callable[[int], None],
    apart: JudgingApart | None = None,
) -> Rejudgement:
    """Judge the newest visit of every agency valid today; append the judgements that are new.

    One that says the same as the newest of its visit, by the same rules, is not kept once more.
    ``apart`` judges in other processes; without it all is done in this one.
    """
    today = local_day(ruling.clock.now(), ruling.timezone)
    readings = _Readings(pool, store)
    account = _Account()
    visits = store.latest_visits(today, year)
    here = _here(ruling, readings, visits, year)
    async for visit, known in apart.reports(visits, year) if apart else here:
        report, read_anew = known, False
        if report is None:
            report, read_anew = await _read_anew(ruling, readings, visit, year)
        _append(ruling, store, visit, report, account, read_anew=read_anew)
        account.agencies += 1
        told(account.agencies)
    return Rejudgement(
        year, account.agencies, account.appended, tuple(account.added), tuple(account.changes)
    )


async def _here(
    ruling: Ruling, readings: _Readings, visits: Iterable[StoredVisit], year: int
) -> AsyncIterator[tuple[StoredVisit, AgencyReport | None]]:
    version = readings.pool.version
    for visit in visits:
        yield visit, report_of_kept(ruling, readings.store, version, visit, year)


def _append(
    ruling: Ruling,
    store: Store,
    visit: StoredVisit,
    report: AgencyReport,
    account: _Account,
    *,
    read_anew: bool,
) -> None:
    before = store.newest_judgement(visit.visit_id, report.year)
    now = MadeWith(ruling.rule_digest, ruling.config_digest, READER_VERSION)
    if before is not None and _is_the_same(before, report, now):
        return
    causes: tuple[Cause, ...] = (
        Cause.CONFIG_CHANGE,
    )  # another year is asked than the visit was judged for
    if before is not None:
        causes = causes_of(before, report, now, read_anew=read_anew)
        account.compare(before, report, causes)
    store.add_judgement(
        visit.visit_id,
        report,
        cause=causes[0],
        rule_digest=now.rule_digest,
        config_digest=now.config_digest,
        reader_version=now.reader_version,
    )
    account.appended += 1


def _is_the_same(before: Judged, report: AgencyReport, now: MadeWith) -> bool:
    """Whether the newest judgement of the visit says just this, made with just this."""
    by = before.by
    made_alike = MadeWith(by.rule_digest, by.config_digest, by.reader_version) == now
    return made_alike and before.digest == digest(report)


async def _read_anew(
    ruling: Ruling, readings: _Readings, stored: StoredVisit, year: int
) -> tuple[AgencyReport, bool]:
    """The visit judged with pages read anew, and whether what any of them says may be kept."""
    notes: list[PageNotes] = []
    read_anew = False
    pages = pages_looked_at(readings.store, readings.pool.version, stored)
    for attempt, sha256, captured_at, reading in pages:
        known = reading
        if known is None:
            known = await readings.anew(attempt, sha256)
            read_anew = read_anew or not may_pass(known)
        notes += notes_of(ruling, stored, attempt, captured_at, known)
    return report_by(ruling, stored, notes, year), read_anew
