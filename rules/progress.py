"""Whether a visit has found all that was asked, page by page."""

from __future__ import annotations

from typing import Protocol

from domain.agencies import Inspected
from domain.publications import PublicationId
from domain.settings import InspectionSettings
from domain.visits import Page
from rules.catalogue import Catalogue
from rules.sightings import PageNotes, Sighting
from rules.verdict.weighing import Weight, weigh


class NoteTaker(Protocol):
    """Says what one page shows; filled by the detector."""

    def notes(self, page: Page, inspected: Inspected) -> PageNotes:
        """The page's bearing on every publication."""
        ...


class PublicationProgress:
    """Settled when a paper that serves is there for every required and expected publication.

    It keeps the notes it took, so that no page of the visit is looked through twice.
    """

    def __init__(
        self,
        detector: NoteTaker,
        inspected: Inspected,
        catalogue: Catalogue,
        inspection: InspectionSettings,
        year: int,
    ) -> None:
        self._detector = detector
        self._inspected = inspected
        self._year = year
        wanted = {*inspection.required, *inspection.expected}
        self._open = {entry.id: entry for entry in catalogue.publications if entry.id in wanted}
        self._asked = bool(self._open)
        self._required = frozenset(inspection.required) & frozenset(self._open)
        self._notes: list[PageNotes] = []

    @property
    def notes(self) -> tuple[PageNotes, ...]:
        """What the pages seen so far show, in the order they came."""
        return tuple(self._notes)

    def saw(self, page: Page) -> None:
        """Take note of a page that was read."""
        notes = self._detector.notes(page, self._inspected)
        self._notes.append(notes)
        for sighting in notes.sightings:
            if self._serves(sighting):
                self._open.pop(sighting.publication, None)

    def all_settled(self) -> bool:
        """Whether nothing asked for is still to be found; never when nothing was asked for."""
        return self._asked and not self._open

    def looks_for(self) -> frozenset[PublicationId] | None:
        """The required ones still to be found, then the expected ones; None when none is left."""
        left = frozenset(self._open)
        return left & self._required or left or None

    def still_open(self) -> frozenset[PublicationId]:
        """The publications still to be found."""
        return frozenset(self._open)

    def _serves(self, sighting: Sighting) -> bool:
        publication = self._open.get(sighting.publication)
        if publication is None:
            return False
        weighed = weigh(sighting, publication, self._inspected, self._year)
        return weighed.weight is Weight.SERVES
