"""A whole look at a portal on a real socket: fetched, read, walked and judged as in a night."""

from __future__ import annotations

import asyncio
import ssl
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import cast

from app.inspecting import Inspection, inspect_portal
from app.memory import PassingMemory
from app.wiring import Parts
from crawler.fetcher import Fetcher
from crawler.politeness import Politeness
from documents.pool import ReaderPool
from domain.agencies import Agency, Inspected, Level, PortalAddress
from domain.outcomes import Outcome, Skip
from domain.publications import Status
from domain.settings import CrawlerSettings
from tests.integration.faults.portal import Asked, Fault, Portal, serving
from tests.unit import shipped_ruling
from tests.unit.app.portals import Readers

IP = "127.0.43.1"
YEAR = 2026
SETTINGS = CrawlerSettings(
    allow_private_addresses=True,
    timeout_s=5.0,
    retries=1,
    max_body_bytes=300_000,
    contact="thanhtra@example.vn",
)
"""The pauses of real nights, which cost no time here; only silence is waited for."""
IMPATIENT = replace(SETTINGS, timeout_s=0.15)
"""For portals that are silent."""


@dataclass(slots=True)
class LeapingClock:
    """Real time, but whoever sleeps wakes at once, later."""

    leapt_s: float = 0.0
    _begun_s: float = field(default_factory=time.monotonic)

    def now(self) -> datetime:
        """An evening in November, when everything is due, and what passed since."""
        passed_s = self.monotonic() - self._begun_s
        return datetime(2026, 11, 22, 15, 0, tzinfo=UTC) + timedelta(seconds=passed_s)

    def monotonic(self) -> float:
        """Seconds."""
        return time.monotonic() + self.leapt_s

    async def sleep(self, seconds: float) -> None:
        """Leap over the time."""
        self.leapt_s += seconds
        await asyncio.sleep(0)


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of a look."""

    inspection: Inspection
    log: tuple[Asked, ...]
    took_s: float
    """As the portal's clock would show it, pauses and rests included."""

    def status(self, publication: str) -> Status:
        """The verdict on one publication."""
        findings = self.inspection.report.findings
        return next(one.status for one in findings if one.publication == publication)

    @property
    def accused_of(self) -> list[str]:
        """The publications that are said to be missing or out of date."""
        findings = self.inspection.report.findings
        return [one.publication for one in findings if one.status.accuses]

    def outcome(self, path: str) -> Outcome | Skip | None:
        """What came of an address at last."""
        attempts = self.inspection.visit.attempts
        found = [one for one in attempts if one.address.endswith(path)]
        return (found[-1].outcome or found[-1].skip) if found else None


def look(
    fault: Fault,
    settings: CrawlerSettings = SETTINGS,
    *,
    pages: dict[str, str] | None = None,
    tls: ssl.SSLContext | None = None,
    trusted: ssl.SSLContext | None = None,
) -> Looked:
    """Look at the portal with a fault; ``trusted`` says whose certificates are sound."""
    return asyncio.run(_look(fault, settings, pages or {}, tls, trusted))


async def _look(
    fault: Fault,
    settings: CrawlerSettings,
    pages: dict[str, str],
    tls: ssl.SSLContext | None,
    trusted: ssl.SSLContext | None,
) -> Looked:
    clock, portal = LeapingClock(), Portal(fault)
    portal.pages.update(pages)
    async with serving(portal, IP, tls):
        politeness = Politeness(settings.delay_s, clock)
        fetcher = Fetcher(settings, clock, politeness, trusted=trusted)
        begun_s = clock.monotonic()
        try:
            inspection = await inspect_portal(
                _parts(fetcher, clock, settings),
                _commune(f"{'https' if tls else 'http'}://{IP}:{portal.port}/"),
                PassingMemory(),
                year=YEAR,
            )
        finally:
            await fetcher.aclose()
        return Looked(inspection, tuple(portal.log), clock.monotonic() - begun_s)


def _parts(fetcher: Fetcher, clock: LeapingClock, settings: CrawlerSettings) -> Parts:
    ruling = shipped_ruling.ruling()
    return Parts(
        replace(ruling.settings, crawler=settings),
        clock,
        ruling.catalogue,
        ruling.scorer,
        ruling.detector,
        ruling.judge,
        ruling.config_digest,
        ruling.rule_digest,
        fetcher=fetcher,
        pool=cast("ReaderPool", Readers()),  # reads in this process, as workers would
    )


def _commune(address: str) -> Inspected:
    agency = Agency(
        "1", "UBND xã Minh Quán", Level.COMMUNE, "UBND huyện Trấn Yên", (PortalAddress(address),)
    )
    return Inspected(agency, parents=("UBND huyện Trấn Yên", "UBND tỉnh Yên Bái"))
