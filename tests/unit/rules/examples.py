"""The examples of publications: folders with papers that are one and papers that are none."""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from domain.agencies import Agency, Inspected, Level
from domain.findings import AgencyReport
from domain.publications import Status
from domain.settings import InspectionSettings
from rules.catalogue import Catalogue, load_catalogue
from rules.catalogue.sources import shipped
from rules.detect import Detector
from rules.judge import Judge
from rules.links import CatalogueScorer
from rules.naming.trace import Bearing, Standing, Tracer
from rules.sightings import PageNotes
from rules.vietnamese.addresses import unslugged
from tests.unit.rules.builders import SEEN_WHOLE, having
from tests.unit.rules.written_pages import file_page

FOLDER = Path(__file__).parents[2] / "examples"
PAPERS = "papers.toml"


@dataclass(frozen=True)
class Examples:
    """One folder: the publication it is named after and what is written of it."""

    publication: str
    values: dict[str, Any]
    catalogue: Catalogue
    """The shipped one, with the folder's own description added where it has one."""

    @property
    def inspected(self) -> Inspected:
        """The agency that the papers should be of."""
        agency = Agency("x", self.values["agency"], Level(self.values["level"]))
        return Inspected(agency, parents=tuple(self.values["parents"]))

    @cached_property
    def _detector(self) -> Detector:
        return Detector(self.catalogue, InspectionSettings())

    @cached_property
    def _tracer(self) -> Tracer:
        return Tracer(self.catalogue)

    def notes(self, text: str) -> PageNotes:
        """What detection notes of a paper."""
        return self._detector.notes(file_page(text.strip()), self.inspected)

    def kind(self, text: str, publication: str = "") -> str:
        """How detection calls a paper for a publication; "nothing" where it does not name it."""
        wanted = publication or self.publication
        found = (s for s in self.notes(text).sightings if s.publication == wanted)
        return next((sighting.kind.value for sighting in found), "nothing")

    def names(self, line: str) -> bool:
        """Whether a line, as a link or a file's name, names the publication."""
        words = line if " " in line else unslugged(line)
        trace = self._tracer.line(words, Standing.LINK)
        return any(
            traced.publication.id == self.publication and traced.bearing is Bearing.NAMES
            for traced in trace.publications
        )

    def status(self, *papers: str, year: int, today: date) -> Status:
        """The verdict where a portal, seen whole, holds these papers."""
        given = replace(SEEN_WHOLE, inspected=self.inspected, year=year, today=today)
        notes = tuple(self.notes(text) for text in papers)
        given = having(given, attempts=tuple(note.attempt for note in notes), notes=notes)
        judge = Judge(self.catalogue, InspectionSettings(), CatalogueScorer(self.catalogue))
        return _status(judge.report(given), self.publication)


def _status(report: AgencyReport, publication: str) -> Status:
    return next(f.status for f in report.findings if f.publication == publication)


def folders() -> list[str]:
    """The publications that have examples."""
    return sorted(file.parent.name for file in FOLDER.glob(f"*/{PAPERS}"))


def examples(publication: str, room: Path) -> Examples:
    """The examples of one publication; ``room`` takes a catalogue where one must be made."""
    folder = FOLDER / publication
    values = tomllib.loads((folder / PAPERS).read_text(encoding="utf-8"))
    return Examples(publication, values, load_catalogue(with_own(folder, room)))


def with_own(folder: Path, room: Path) -> Path | None:
    """A copy of the shipped catalogue with a folder's description in it; None without one."""
    own = folder / f"{folder.name}.toml"
    if not own.is_file():
        return None
    catalogue = room / "catalogue"
    catalogue.mkdir()
    for file in (*shipped().glob("*.toml"), own):
        shutil.copy(file, catalogue)
    return catalogue
