"""A visit that the program itself failed at: kept as such, accusing nobody.

Neither the portal nor the agency did anything wrong then, so every publication stays open and the
words say whose fault it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.inspecting import Inspection, judged
from app.night_health import NightHealth, Standing
from app.wiring import Ruling
from domain.agencies import Inspected
from domain.findings import Finding
from domain.outcomes import Aid, PortalState, StoppedBy
from domain.publications import Status
from domain.visits import Attempt, Page, Visit
from rules.inspection import night_of

PROGRAM_FAILED = "chương trình gặp lỗi khi xem cổng này; không phải lỗi của cổng hay của cơ quan"
MOST_NAMES = 10


@dataclass(slots=True)
class PagesRead:
    """Keeps what a visit has read so far, for the case that it ends badly; no text of it."""

    attempts: list[Attempt] = field(default_factory=list)

    def __call__(self, page: Page) -> None:
        """One more page was read."""
        self.attempts.append(page.attempt)


def failed_inspection(
    ruling: Ruling, inspected: Inspected, read: PagesRead, *, year: int, started_at: datetime
) -> Inspection:
    """What is kept of a visit at which the program failed: what was read, and no verdict."""
    blank = _visit(ruling, inspected, started_at)
    report = judged(ruling, inspected, blank, (), year)
    attempts = tuple(read.attempts)
    state = PortalState.PARTLY_REACHED if attempts else PortalState.UNREACHABLE
    findings = tuple(_open(finding) for finding in report.findings)
    coverage = replace(
        report.coverage,
        requests=len(attempts),
        pages=len(attempts),
        body_bytes=sum(attempt.body_bytes for attempt in attempts),
        complete=False,
        open=tuple((finding.publication, (PROGRAM_FAILED,)) for finding in findings),
    )
    return Inspection(
        replace(blank, state=state, attempts=attempts),
        replace(report, portal_state=state, findings=findings, coverage=coverage),
    )


def with_failures(health: NightHealth, standings: Iterable[Standing]) -> NightHealth:
    """The night's health, not good where the program failed at an agency; it is named."""
    failed = [one.name for one in standings if one.state_detail == PROGRAM_FAILED]
    if not failed:
        return health
    note = f"chương trình gặp lỗi khi xem cổng của {_named(failed)}; xem nhật ký lỗi"
    return NightHealth(False, "; ".join(part for part in (health.note, note) if part))


def _named(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMES
    told = ", ".join(names[:MOST_NAMES])
    return f"{told} và {more} cơ quan khác" if more > 0 else told


def _visit(ruling: Ruling, inspected: Inspected, started_at: datetime) -> Visit:
    """A visit that saw nothing: from it follows no verdict, whatever the rules say."""
    portals = inspected.agency.portals
    return Visit(
        portal_url=portals[0].url if portals else "",
        night=night_of(started_at, ruling.timezone),
        state=PortalState.UNREACHABLE,
        stopped_by=StoppedBy.PORTAL_FAILED,
        started_at=started_at,
        finished_at=ruling.clock.now(),
        state_detail=PROGRAM_FAILED,
        search=Aid.FAILED,
        sitemap=Aid.FAILED,
    )


def _open(finding: Finding) -> Finding:
    if finding.status is Status.NOT_APPLICABLE:
        return finding
    reason = f"Chưa kết luận: {PROGRAM_FAILED}."
    return replace(
        finding,
        status=Status.UNDETERMINED,
        confidence=0.0,
        confirmations=0,
        confirmed=False,
        reason=reason,
        evidence=(),
    )
