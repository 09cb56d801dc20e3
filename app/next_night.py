"""The next night: what a visit may take over from the one before, and when it must not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from app.keeping import KeptVisit
from app.wiring import Parts
from crawler.browser.rendering import part_asks
from crawler.cadence import Past, may_take_over
from domain.agencies import Inspected
from domain.exchanges import Answer
from domain.findings import AgencyReport, Side
from domain.publications import Status
from domain.visits import Attempt, FoundBy, PageChange, Visit
from rules.inspection import night_of
from storage.canonical import digest
from storage.last_looks import Base, PastVisit
from storage.store import Store

_LOST = (PageChange.SHRUNK, PageChange.GONE)


@dataclass(frozen=True, slots=True)
class StoredLook:
    """The :class:`~domain.protocols.LastLook` that the store holds."""

    store: Store
    agency_id: int
    base: Base

    @property
    def night(self) -> date:
        """See :class:`~domain.protocols.LastLook`."""
        return self.base.visit.night

    @property
    def rests_on(self) -> date:
        """See :class:`~domain.protocols.LastLook`."""
        return self.base.visit.rests_on or self.night

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """See :class:`~domain.protocols.LastLook`."""
        return self.base.visit.attempts

    @property
    def restless(self) -> frozenset[str]:
        """See :class:`~domain.protocols.LastLook`."""
        return self.base.restless

    @property
    def found_at(self) -> frozenset[str]:
        """See :class:`~domain.protocols.LastLook`."""
        return self._shown(Side.FOR, published=True) - self._in_question()

    @property
    def rejected_at(self) -> frozenset[str]:
        """See :class:`~domain.protocols.LastLook`."""
        found = self._shown(Side.FOR, published=True)
        return self._shown(Side.AGAINST, published=True) - found - self._in_question()

    def _in_question(self) -> frozenset[str]:
        """Evidence of what is not published, or not known to be: a change there changes much."""
        return self._shown(Side.FOR, published=False) | self._shown(Side.AGAINST, published=False)

    def _shown(self, side: Side, *, published: bool) -> frozenset[str]:
        findings = self.base.report.findings if self.base.report else ()
        return frozenset(
            evidence.url
            for finding in findings
            if (finding.status is Status.PUBLISHED) is published
            for evidence in finding.evidence
            if evidence.side is side
        )

    def answer(self, attempt: Attempt) -> Answer | None:
        """See :class:`~domain.protocols.LastLook`."""
        return self.store.last_looks.answer(self.agency_id, attempt)

    def parts(self, attempt: Attempt, shown: Answer) -> tuple[Answer, ...]:
        """See :class:`~domain.protocols.LastLook`."""
        asks = part_asks(shown)
        return self.store.last_looks.parts(self.agency_id, attempt, asks) if asks else ()

    def needs_own_look(self, visit: Visit, report: AgencyReport) -> str:
        """Why what a visit took over from this look may not be relied on; empty when it may.

        In doubt it may not: something vanished, or the verdict says less of what was found, or
        more against the agency, than the look that it rests on.
        """
        if not visit.state.judgeable:
            return ""  # nothing follows from it in any case
        lost = next((one.address for one in visit.attempts if one.change in _LOST), None)
        if lost is not None:
            return f"{lost}: less there than at the last look"
        if _robots_of(visit.attempts) != _robots_of(self.attempts):
            return "robots.txt changed"
        return _turned_worse(self.base.report, report)


def _robots_of(attempts: Iterable[Attempt]) -> frozenset[tuple[str, str | None]]:
    """The files of all hosts; one that is not there is answered by a page that says anything."""
    return frozenset(
        (attempt.address, attempt.sha256 if attempt.outcome and attempt.outcome.seen else None)
        for attempt in attempts
        if attempt.found_by is FoundBy.AID and urlsplit(attempt.address).path == "/robots.txt"
    )


def _turned_worse(before: AgencyReport | None, after: AgencyReport) -> str:
    if before is None:
        return "the last look was not judged for this year"
    then = {finding.publication: finding.status for finding in before.findings}
    for finding in after.findings:
        was, status = then.get(finding.publication), finding.status
        accuses = status.accuses and status is not was
        if accuses or (was is Status.PUBLISHED and status is not was):
            return f"{finding.publication}: {was} became {status}"
    return ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Who is visited and with what: enough to tell whether the last look still serves."""

    inspected: Inspected
    year: int
    full: bool = False
    """Whether a full look was asked for."""


def last_look(parts: Parts, agency_id: int, kept: KeptVisit, plan: Plan) -> StoredLook | None:
    """What a visit takes over from; None for a full look. Waits for the database, so in a thread.

    Decided once a visit: one that is gone on with after a kill must go the same way.
    """
    store, visit_id = kept.memory.store, kept.memory.visit_id
    shelf = store.last_looks
    made_with, base_id = shelf.begun_with(visit_id)
    if not made_with:
        past = shelf.past(agency_id, visit_id)
        made_with = _look_digest(parts, plan)
        tonight = night_of(kept.started_at, parts.timezone)
        takes_over = not plan.full and _serves(parts, past, made_with, tonight)
        base_id = past.visit_id if past and takes_over else None
        shelf.begin(visit_id, made_with, base_id)
    if base_id is None:
        return None
    return StoredLook(store, agency_id, shelf.load(base_id, plan.year))


def _serves(parts: Parts, past: PastVisit | None, made_with: str, tonight: date) -> bool:
    if past is None:
        return False
    looked = Past(past.rests_on, past.state, past.stopped_by, past.look_digest == made_with)
    return may_take_over(looked, tonight, parts.settings.crawler.full_look_every_nights)


def _look_digest(parts: Parts, plan: Plan) -> str:
    """Of all that decides what a look sees and says, but for the portal itself."""
    return digest(
        (
            parts.rule_digest,
            parts.config_digest,
            parts.pool.version,
            parts.no_browser,
            parts.settings.crawler,
            parts.crawler_digest,
            plan.inspected,
            plan.year,
        )
    )
