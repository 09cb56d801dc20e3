"""What a stored visit shows when it is judged from the pages that were kept of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.inspecting import judged
from app.wiring import Ruling
from domain.documents import Document, Reading
from domain.findings import AgencyReport
from domain.outcomes import Outcome
from domain.visits import Attempt, FoundBy, Page
from rules.sightings import PageNotes
from storage.queries import StoredVisit
from storage.store import Store

KeptPage = tuple[Attempt, str, datetime, Reading | None]
"""An attempt, the digest of its body, when it came, and what it says if that is kept."""


def report_of_kept(
    ruling: Ruling, store: Store, reader_version: str, stored: StoredVisit, year: int
) -> AgencyReport | None:
    """The visit judged by what its pages said; None where one must be read anew for that."""
    notes: list[PageNotes] = []
    for attempt, _, captured_at, reading in pages_looked_at(store, reader_version, stored):
        if reading is None:
            return None
        notes += notes_of(ruling, stored, attempt, captured_at, reading)
    return report_by(ruling, stored, notes, year)


def report_by(
    ruling: Ruling, stored: StoredVisit, notes: list[PageNotes], year: int
) -> AgencyReport:
    """The verdicts that follow from the notes of its pages."""
    return judged(ruling, stored.stored_agency.inspected, stored.visit, tuple(notes), year)


def pages_looked_at(store: Store, reader_version: str, stored: StoredVisit) -> Iterator[KeptPage]:
    """The pages that the rules saw in the visit: robots.txt and sitemaps are none."""
    for page in store.pages(stored.visit_id, reader_version):
        if _was_looked_at(page[0]):
            yield page


def notes_of(
    ruling: Ruling, stored: StoredVisit, attempt: Attempt, captured_at: datetime, reading: Reading
) -> Iterator[PageNotes]:
    """The rules' notes of one page.

    None of a page where a paper was promised: the visit took nothing from it either.
    """
    if attempt.outcome is Outcome.UNREADABLE and _is_page(reading):
        return
    page = Page(attempt, reading, captured_at)
    yield ruling.detector.notes(page, stored.stored_agency.inspected)


def _is_page(reading: Reading) -> bool:
    return isinstance(reading, Document) and "html" in reading.media_type


def _was_looked_at(attempt: Attempt) -> bool:
    if attempt.found_by is FoundBy.AID or attempt.outcome is None:
        return False
    return attempt.outcome.seen or attempt.outcome is Outcome.UNREADABLE or attempt.cut_off
