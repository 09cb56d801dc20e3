"""The composition root: the only place where the parts are put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from app.collecting import collected_seldom
from app.settings import check_names
from crawler.browser import Browser
from crawler.browser.program import NoBrowser, find_program
from crawler.digest import crawler_digest
from crawler.fetcher import Fetcher
from crawler.politeness import Politeness
from documents.pool import ReaderPool
from domain.agencies import Inspected
from domain.protocols import Clock, LinkScorer
from domain.settings import Settings
from rules.catalogue import Catalogue, load_catalogue
from rules.detect import Detector
from rules.digest import rule_digest
from rules.judge import Judge
from rules.links import CatalogueScorer
from rules.progress import PublicationProgress
from rules.verdict.calibration import load_calibration
from storage.canonical import digest


@dataclass(frozen=True, slots=True)
class Ruling:
    """The judging half: pure, needs neither network nor workers."""

    settings: Settings
    clock: Clock
    catalogue: Catalogue
    scorer: LinkScorer
    detector: Detector
    judge: Judge
    config_digest: str
    """Of the settings that change verdicts."""
    rule_digest: str
    """Of all that decides in the rules: code, catalogue, calibration."""

    @property
    def timezone(self) -> str:
        """The time zone that nights, due dates and years are reckoned in."""
        return self.settings.schedule.timezone

    def progress(self, inspected: Inspected, year: int) -> PublicationProgress:
        """A fresh account of what one visit finds."""
        return PublicationProgress(
            self.detector, inspected, self.catalogue, self.settings.inspection, year
        )


@dataclass(frozen=True, slots=True)
class Parts(Ruling):
    """Everything a visit needs."""

    fetcher: Fetcher
    pool: ReaderPool
    browser: Browser | None = None
    """Shows pages that need their scripts run; None where nobody can."""
    no_browser: str = ""
    """Why nobody can, for inspectors."""
    crawler_digest: str = ""
    """Of the code that walks through portals."""


def make_ruling(settings: Settings, clock: Clock) -> Ruling:
    """The judging half.

    Raises:
        CatalogueError: a publication's description is wrong.
        ConfigurationError: a publication asked for is not in the catalogue.
    """
    catalogue = load_catalogue()
    ids = tuple(catalogue.ids)
    check_names(settings.inspection.required, ids, "inspection", "required")
    check_names(settings.inspection.expected, ids, "inspection", "expected")
    scorer = CatalogueScorer(catalogue)
    return Ruling(
        settings=settings,
        clock=clock,
        catalogue=catalogue,
        scorer=scorer,
        detector=Detector(catalogue, settings.inspection),
        judge=Judge(catalogue, settings.inspection, scorer, load_calibration()),
        config_digest=digest(settings.inspection),
        rule_digest=rule_digest(catalogue),
    )


@asynccontextmanager
async def open_parts(settings: Settings, clock: Clock) -> AsyncIterator[Parts]:
    """Both halves, with the network and the workers; closed at the end, whatever happens."""
    ruling = make_ruling(settings, clock)
    politeness = Politeness(settings.crawler.delay_s, clock)
    fetcher = Fetcher(settings.crawler, clock, politeness)
    pool = ReaderPool(settings.documents)
    program = find_program(settings.browser)
    missing = program if isinstance(program, NoBrowser) else None
    browser = Browser(str(program), settings.browser, fetcher, clock) if not missing else None
    parts = Parts(
        settings=ruling.settings,
        clock=ruling.clock,
        catalogue=ruling.catalogue,
        scorer=ruling.scorer,
        detector=ruling.detector,
        judge=ruling.judge,
        config_digest=ruling.config_digest,
        rule_digest=ruling.rule_digest,
        fetcher=fetcher,
        pool=pool,
        browser=browser,
        no_browser=missing.told if missing else "",
        crawler_digest=crawler_digest(),
    )
    try:
        with collected_seldom():
            yield parts
    finally:
        if browser is not None:
            await browser.aclose()
        await fetcher.aclose()
        await pool.aclose()
