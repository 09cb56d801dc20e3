"""Small values for judging: a catalogue of three, a scorer that reads words, a portal well seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from domain.agencies import Agency, Inspected, Level
from domain.findings import AgencyReport, Evidence, Finding
from domain.outcomes import Aid, Outcome, PortalState, StoppedBy
from domain.protocols import LinkValue
from domain.publications import Period, PublicationId, Status
from domain.settings import InspectionSettings
from domain.visits import Attempt, FoundBy, LinkWords, Visit
from rules.catalogue import LegalBasis, Publication
from rules.judge import Judge, JudgementInput
from rules.sightings import PageNotes, Sighting, SightingKind
from tests.unit import shipped

POLICY, GOALS, PLAN = "quality_policy", "quality_objectives", "annual_plan"
IDS = (POLICY, GOALS, PLAN)
PORTAL = "https://xa-a.gov.vn/"
START = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
REAL = shipped.catalogue()
SETTINGS = InspectionSettings(required=(POLICY, GOALS), expected=(PLAN,))


class WordScorer:
    """A link that names publications means those; "tin" means none; anything else may be all."""

    def value(self, address: str, words: LinkWords) -> LinkValue:
        """By the words alone, then by the address."""
        said = f"{words.text} {address}"
        named = frozenset(entry for entry in IDS if entry in said)
        if named:
            return LinkValue(1.0, named)
        near = 0.8 if "ISO" in words.section else 0.1
        return LinkValue(near, frozenset() if "tin" in words.text else frozenset(IDS))


def publication(name: str, period: Period, order: int) -> Publication:
    """A publication whose period, order and law are known here."""
    commune = frozenset({Level.COMMUNE})
    bases = (
        LegalBasis(commune, "Căn cứ cũ", date(2000, 1, 1), date(2013, 12, 31), "x"),
        LegalBasis(commune, "Kế hoạch của tỉnh", date(2014, 1, 1), None, "x"),
        LegalBasis(frozenset({Level.DEPARTMENT}), "Điều 4", date(2014, 1, 1), None, "x"),
    )
    return replace(
        REAL.get(name),
        title={POLICY: "Chính sách chất lượng", GOALS: "Mục tiêu chất lượng năm"}.get(name, name),
        period=period,
        order=order,
        bases=bases,
    )


CATALOGUE = replace(
    REAL,
    publications=(
        publication(POLICY, Period.STANDING, 2),
        publication(GOALS, Period.YEARLY, 1),
        publication(PLAN, Period.YEARLY, 3),
    ),
)


def attempt(name: str, text: str = "tin", **changes: object) -> Attempt:
    """A page that answered, linked with some words."""
    made = Attempt(
        address=PORTAL + name,
        found_by=FoundBy.LINK,
        words=LinkWords(text=text),
        depth=1,
        outcome=Outcome.OK,
        sha256=f"sha-{name}",
        media_type="text/html; charset=utf-8",
        body_bytes=1000,
        started_at=START,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # any field, by its name


HOME = attempt("", "", found_by=FoundBy.HOME, depth=0, sha256="sha-home")
NEWS = attempt("tin-tuc", "tin tức")


def evidence(url: str, **changes: object) -> Evidence:
    """A piece of evidence with little in it."""
    made = Evidence(
        url=url,
        title="Quyết định ban hành",
        number="12/QĐ-UBND",
        issued_on=date(2026, 1, 20),
        year=2026,
        issuer="UBND xã A",
        media_type="application/pdf",
        sha256=f"sha-{url}",
        captured_at=START,
        quote="ban hành Mục tiêu chất lượng",
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # any field, by its name


def sighting(
    name: PublicationId,
    kind: SightingKind = SightingKind.PAPER,
    *,
    year: int | None = 2026,
    confidence: float = 0.95,
    url: str = PORTAL + "van-ban",
    question: str = "",
    **changes: object,
) -> Sighting:
    """A sighting whose evidence has the same year."""
    return Sighting(name, kind, confidence, evidence(url, year=year, **changes), year, question)


VISIT = Visit(
    portal_url=PORTAL,
    night=date(2026, 11, 21),
    state=PortalState.REACHED,
    stopped_by=StoppedBy.NOTHING_LEFT,
    started_at=START,
    finished_at=START,
    search=Aid.USED,
    sitemap=Aid.NONE,
    attempts=(HOME, NEWS),
)
INSPECTED = Inspected(Agency("01", "UBND xã A", Level.COMMUNE, parent="Huyện B"))
SEEN_WHOLE = JudgementInput(
    inspected=INSPECTED,
    visit=VISIT,
    notes=(PageNotes(HOME), PageNotes(NEWS)),
    unopened=(),
    year=2026,
    today=date(2026, 11, 22),
)


def having(
    given: JudgementInput = SEEN_WHOLE,
    *,
    attempts: tuple[Attempt, ...] = (),
    notes: tuple[PageNotes, ...] = (),
    sightings: tuple[Sighting, ...] = (),
    unopened: tuple[Sighting, ...] = (),
    **of_visit: object,
) -> JudgementInput:
    """A portal seen with more attempts, notes or sightings, or another fact of the visit."""
    if sightings:
        page = attempt("van-ban", "tin văn bản")
        attempts, notes = (*attempts, page), (*notes, PageNotes(page, sightings))
    visit = replace(given.visit, attempts=(*given.visit.attempts, *attempts), **of_visit)  # type: ignore[arg-type]  # any field, by its name
    return replace(given, visit=visit, notes=(*given.notes, *notes), unopened=unopened)


@cache
def _judge(settings: InspectionSettings) -> Judge:
    """One for all tests: its first verdict makes the whole catalogue searchable."""
    return Judge(CATALOGUE, settings, WordScorer())


def judged(given: JudgementInput, settings: InspectionSettings = SETTINGS) -> AgencyReport:
    """The verdict with the three publications."""
    return _judge(settings).report(given)


def finding(given: JudgementInput, name: PublicationId = GOALS) -> Finding:
    """The verdict on one publication."""
    return next(entry for entry in judged(given).findings if entry.publication == name)


def statuses(given: JudgementInput) -> dict[PublicationId, Status]:
    """Status by publication."""
    return {entry.publication: entry.status for entry in judged(given).findings}
