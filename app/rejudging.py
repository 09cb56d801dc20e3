"""Judging what is stored once more, without network: after a change of rules or of the registry."""

from __future__ import annotations

from collections.abc import Callable
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
from app.inspecting import judged
from app.passing import may_pass
from app.wiring import Ruling
from documents import READER_VERSION
from documents.pool import ReaderPool
from domain.documents import Document, Reading
from domain.findings import AgencyReport
from domain.outcomes import Outcome
from domain.visits import Attempt, FoundBy, Page
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
            self.store.keep_reading(sha256, self.pool.version, reading)
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
    ruling: Ruling, pool: ReaderPool, store: Store, year: int, told: Callable[[int], None]
) -> Rejudgement:
    """Judge the newest visit of every agency valid today; append the judgements that are new.

    One that says the same as the newest of its visit, by the same rules, is not kept once more.
    """
    today = local_day(ruling.clock.now(), ruling.timezone)
    readings = _Readings(pool, store)
    account = _Account()
    for visit in store.latest_visits(today, year):
        await _judge_again(ruling, readings, visit, year, account)
        account.agencies += 1
        told(account.agencies)
    return Rejudgement(
        year, account.agencies, account.appended, tuple(account.added), tuple(account.changes)
    )


async def _judge_again(
    ruling: Ruling, readings: _Readings, visit: StoredVisit, year: int, account: _Account
) -> None:
    store = readings.store
    before = store.newest_judgement(visit.visit_id, year)
    notes, read_anew = await _notes(ruling, readings, visit)
    report = judged(ruling, visit.stored_agency.inspected, visit.visit, notes, year)
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


async def _notes(
    ruling: Ruling, readings: _Readings, stored: StoredVisit
) -> tuple[tuple[PageNotes, ...], bool]:
    """The rules' notes of every stored page, and whether any came to be read anew."""
    notes: list[PageNotes] = []
    read_anew = False
    pages = readings.store.pages(stored.visit_id, readings.pool.version)
    for attempt, sha256, captured_at, reading in pages:
        if not _was_looked_at(attempt):
            continue
        known = reading
        if known is None:
            known = await readings.anew(attempt, sha256)
            read_anew = read_anew or not may_pass(known)
        if attempt.outcome is Outcome.UNREADABLE and _is_page(known):
            continue  # a page where a paper was promised: the visit took nothing from it either
        page = Page(attempt, known, captured_at)
        notes.append(ruling.detector.notes(page, stored.stored_agency.inspected))
    return tuple(notes), read_anew


def _is_page(reading: Reading) -> bool:
    return isinstance(reading, Document) and "html" in reading.media_type


def _was_looked_at(attempt: Attempt) -> bool:
    """Whether the rules saw this page in the visit: robots.txt and sitemaps are no pages."""
    if attempt.found_by is FoundBy.AID or attempt.outcome is None:
        return False
    return attempt.outcome.seen or attempt.outcome is Outcome.UNREADABLE or attempt.cut_off
