"""Judging what is stored once more, without network: after a change of rules or of the registry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from app.inspecting import judged
from app.passing import may_pass
from app.wiring import Ruling
from documents import READER_VERSION
from documents.pool import ReaderPool
from domain.documents import Reading
from domain.findings import AgencyReport
from domain.outcomes import Outcome
from domain.publications import PublicationId, Status
from domain.visits import Attempt, FoundBy, Page
from rules.inspection import local_day
from rules.sightings import PageNotes
from storage.queries import StoredVisit
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Change:
    """A verdict that came out differently from the same snapshots."""

    code: str | None
    name: str
    publication: PublicationId
    before: Status
    after: Status


@dataclass(frozen=True, slots=True)
class Rejudgement:
    """What judging again came to."""

    agencies: int
    changes: tuple[Change, ...]


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
            self.store.keep_reading(sha256, self.pool.version, reading)
        return reading


async def judge_stored(
    ruling: Ruling, pool: ReaderPool, store: Store, year: int, told: Callable[[int], None]
) -> Rejudgement:
    """Judge the newest visit of every agency valid today; append the judgements."""
    today = local_day(ruling.clock.now(), ruling.timezone)
    confirm = ruling.settings.inspection.confirm_visits
    before = {r.agency.code: r for r in store.reports(year, today, confirm)}
    changes: list[Change] = []
    agencies = 0
    readings = _Readings(pool, store)
    for visit in store.latest_visits(today, year):
        notes, upgraded = await _notes(ruling, readings, visit)
        report = judged(ruling, visit.stored_agency.inspected, visit.visit, notes, year)
        store.add_judgement(
            visit.visit_id,
            report,
            cause="reader_upgrade" if upgraded else "rule_upgrade",
            rule_digest=ruling.rule_digest,
            config_digest=ruling.config_digest,
            reader_version=READER_VERSION,
        )
        changes.extend(_changes(before.get(report.agency.code), report))
        agencies += 1
        told(agencies)
    return Rejudgement(agencies, tuple(changes))


async def _notes(
    ruling: Ruling, readings: _Readings, stored: StoredVisit
) -> tuple[tuple[PageNotes, ...], bool]:
    """The rules' notes of every stored page, and whether any came to be read anew."""
    notes: list[PageNotes] = []
    upgraded = False
    pages = readings.store.pages(stored.visit_id, readings.pool.version)
    for attempt, sha256, captured_at, reading in pages:
        if not _was_looked_at(attempt):
            continue
        known = reading
        if known is None:
            known = await readings.anew(attempt, sha256)
            upgraded = upgraded or not may_pass(known)
        page = Page(attempt, known, captured_at)
        notes.append(ruling.detector.notes(page, stored.stored_agency.inspected))
    return tuple(notes), upgraded


def _was_looked_at(attempt: Attempt) -> bool:
    """Whether the rules saw this page in the visit: robots.txt and sitemaps are no pages."""
    if attempt.found_by is FoundBy.AID or attempt.outcome is None:
        return False
    return attempt.outcome.seen or attempt.outcome is Outcome.UNREADABLE


def _changes(before: AgencyReport | None, after: AgencyReport) -> list[Change]:
    if before is None:
        return []
    old = {finding.publication: finding.status for finding in before.findings}
    return [
        Change(after.agency.code, after.agency.name, f.publication, old[f.publication], f.status)
        for f in after.findings
        if f.publication in old and old[f.publication] is not f.status
    ]
