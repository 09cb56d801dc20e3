"""The verdict on every publication of one agency, from what one visit saw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from domain.agencies import Level
from domain.findings import AgencyReport, Coverage, Evidence, Finding
from domain.protocols import LinkScorer
from domain.publications import PublicationId, Requirement, Status
from domain.settings import InspectionSettings
from domain.visits import Visit
from rules.catalogue import Catalogue, Publication
from rules.catalogue.due import due_of
from rules.explaining import reasons
from rules.explaining.marking import Marker
from rules.issuers.judge import IssuerJudge
from rules.issuers.named_owner import is_of_another
from rules.naming.withdrawal import called_expired
from rules.sightings import Sighting, SightingKind
from rules.verdict.calibration import Calibration
from rules.verdict.conflicts import settled
from rules.verdict.coverage import Gap, Looked
from rules.verdict.files import is_file
from rules.verdict.proof import evidence_of
from rules.verdict.seen_pages import was_read
from rules.verdict.status import Case, JudgementInput, Verdict, verdict_on
from rules.verdict.tally import tally, unread_candidates
from rules.verdict.weighing import Weighed, weigh
from rules.verdict.whose_portal import doubt_of_portal

__all__ = ["Judge", "JudgementInput", "legal_basis"]

OPEN_LIMIT = 20
"""Open items written out for one publication."""


class Judge:
    """Gives every publication of the catalogue its status, reason and evidence."""

    def __init__(
        self,
        catalogue: Catalogue,
        inspection: InspectionSettings,
        scorer: LinkScorer,
        calibration: Calibration | None = None,
    ) -> None:
        """``calibration``: None leaves every confidence as the raw strength of its evidence."""
        self._catalogue = catalogue
        self._inspection = inspection
        self._scorer = scorer
        self._calibration = calibration or Calibration()
        self._marker = Marker(catalogue)

    def report(self, given: JudgementInput, links: LinkScorer | None = None) -> AgencyReport:
        """The whole verdict on one agency; confirmations count this one look.

        ``links``: says the same as this judge's own scorer, and knows the visit's links already.
        """
        looked = self._looked(given, links or self._scorer)
        cases = self._cases(given, looked)
        findings = tuple(self._finding(case) for case in cases)
        agency = given.inspected.agency
        parents = given.inspected.parents
        return AgencyReport(
            agency=agency,
            portal_url=given.visit.portal_url,
            year=given.year,
            portal_state=given.visit.state,
            findings=findings,
            coverage=_coverage(looked, cases, findings),
            started_at=given.visit.started_at,
            finished_at=given.visit.finished_at,
            state_detail=given.visit.state_detail,
            night=given.visit.night,
            portal_faults=given.visit.portal_faults,
            parent_name=parents[0] if parents else agency.parent or "",
            rests_on=given.visit.rests_on,
        )

    def _cases(self, given: JudgementInput, looked: Looked) -> tuple[Case, ...]:
        gaps = looked.gaps() if given.visit.state.judgeable else ()
        doubt = doubt_of_portal(given.notes)
        if doubt:
            gaps = (Gap(doubt, frozenset(self._catalogue.ids)), *gaps)
        counted = tally(given.visit, given.notes)
        seen, expired = _sightings(given), _called_expired(given)
        ordered = sorted(self._catalogue.publications, key=lambda entry: entry.order)
        return tuple(
            Case(
                publication=publication,
                given=given,
                weighed=_weighed(publication, given, seen, expired),
                open=_open_items(publication.id, given.visit, gaps),
                tally=counted,
                due=due_of(publication, self._inspection, given.year),
                whose_portal=doubt,
            )
            for publication in ordered
        )

    def _looked(self, given: JudgementInput, links: LinkScorer) -> Looked:
        publications = frozenset(entry.id for entry in self._catalogue.publications)
        portals = tuple(portal.url for portal in given.inspected.agency.portals)
        return Looked(given.visit, given.notes, links, publications, portals)

    def _finding(self, case: Case) -> Finding:
        verdict = verdict_on(case)
        sufficient = verdict.status is not Status.UNDETERMINED
        confirmations = 1 if sufficient else 0
        needs_nights = verdict.status.accuses and self._inspection.confirm_visits > confirmations
        return Finding(
            publication=case.publication.id,
            title=case.publication.title,
            requirement=self._requirement(case.publication.id),
            status=verdict.status,
            confidence=self._confidence(verdict),
            confirmations=confirmations,
            confirmed=sufficient and verdict.status is not Status.UNVERIFIED and not needs_nights,
            reason=verdict.reason,
            legal_basis=legal_basis(
                case.publication, case.given.inspected.agency.level, _basis_day(case.given)
            ),
            evidence=self._evidence(case),
        )

    def _evidence(self, case: Case) -> tuple[Evidence, ...]:
        """What is shown for and against, the deciding words marked."""
        kept = evidence_of(case.weighed)
        return tuple(self._marker.marked(evidence, case.publication) for evidence in kept)

    def _confidence(self, verdict: Verdict) -> float:
        """A probability; see ``Finding.confidence`` for what of."""
        found = self._calibration.probability(verdict.status, verdict.strength, near=verdict.near)
        return round(found, 2)

    def _requirement(self, publication: PublicationId) -> Requirement:
        if publication in self._inspection.required:
            return Requirement.REQUIRED
        if publication in self._inspection.expected:
            return Requirement.EXPECTED
        return Requirement.OPTIONAL


def legal_basis(publication: Publication, level: Level, day: date) -> str:
    """The texts in force on a day that an agency of a level is asked by."""
    texts = (
        basis.text
        for basis in publication.bases
        if level in basis.levels
        and basis.valid_from <= day
        and (basis.valid_to is None or day <= basis.valid_to)
    )
    return "; ".join(dict.fromkeys(texts))


def _coverage(looked: Looked, cases: Sequence[Case], findings: Sequence[Finding]) -> Coverage:
    visit = looked.visit
    counted = tally(visit, looked.notes)
    still_open = tuple(
        (case.publication.id, _limited(case.open))
        for case, finding in zip(cases, findings, strict=True)
        if case.open and finding.status is not Status.PUBLISHED
    )
    return Coverage(
        requests=counted.requests,
        pages=counted.pages,
        documents=counted.documents,
        not_modified=counted.not_modified,
        body_bytes=counted.body_bytes,
        failed=counted.failed,
        complete=not still_open,
        open=still_open,
        stopped_by=visit.stopped_by,
        search=visit.search,
        sitemap=visit.sitemap,
        unread=unread_candidates(looked),
        platform=visit.platform,
        taken_over=counted.taken_over,
    )


def _basis_day(given: JudgementInput) -> date:
    """The day whose law is cited: today, for a year gone by its last day."""
    return min(given.today, date(given.year, 12, 31))


def _sightings(given: JudgementInput) -> tuple[Sighting, ...]:
    """What pages show, and what links say that could not be read and name no other owner."""
    read = {note.attempt.address for note in given.notes if was_read(note)}
    shown = (sighting for note in given.notes for sighting in note.sightings)
    unopened = (entry for entry in given.unopened if entry.evidence.url not in read)
    issuers = IssuerJudge(given.inspected)
    return tuple(
        sighting
        for sighting in (*shown, *unopened)
        if sighting.kind is not SightingKind.UNREAD
        or not is_of_another(issuers, sighting.evidence.title)
    )


def _weighed(
    publication: Publication,
    given: JudgementInput,
    seen: Iterable[Sighting],
    expired: Mapping[str, str],
) -> tuple[Weighed, ...]:
    weighed = [
        weigh(sighting, publication, given.inspected, given.year)
        for sighting in seen
        if sighting.publication == publication.id
    ]
    return settled(weighed, publication, expired)


def _called_expired(given: JudgementInput) -> dict[str, str]:
    """By address: the words with which the portal itself calls a paper no longer in force.

    The row of a list says so, or the page that the paper is, or is attached to.
    """
    pages = {note.attempt.address: note.expired for note in given.notes if note.expired}
    found: dict[str, str] = {}
    for note in given.notes:
        if not note.sightings:
            continue
        attempt = note.attempt
        above = pages.get(attempt.parent or "", "") if is_file(attempt) else ""
        words = called_expired(attempt) or note.expired or above
        if words:
            found[attempt.final_address or attempt.address] = words
    return found


def _open_items(publication: PublicationId, visit: Visit, gaps: Iterable[Gap]) -> tuple[str, ...]:
    if not visit.state.judgeable:
        return (reasons.not_judgeable(visit).rstrip("."),)
    return tuple(dict.fromkeys(gap.words for gap in gaps if publication in gap.could_hold))


def _limited(items: tuple[str, ...]) -> tuple[str, ...]:
    if len(items) <= OPEN_LIMIT:
        return items
    return (*items[:OPEN_LIMIT], f"và {len(items) - OPEN_LIMIT} mục khác")
