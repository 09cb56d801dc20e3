"""Trying the rules on a line of text or a paper: what they see in it, and what spoke for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.paper import PaperSeen, Part
from domain.agencies import Inspected
from domain.documents import Block, Document, HowRead, Zone
from domain.protocols import LinkValue
from domain.settings import InspectionSettings
from domain.visits import Attempt, FoundBy, LinkWords, Page
from rules.catalogue import Catalogue, Publication
from rules.detect import Detector
from rules.detection.own_text import OwnPart
from rules.detection.sources import headings
from rules.links import CatalogueScorer
from rules.naming.trace import Bearing, Heard, LineTrace, Standing, Tracer
from rules.sightings import Sighting
from rules.verdict.weighing import Weight, weigh
from rules.vietnamese.addresses import unslugged
from rules.vietnamese.folding import fold_words

_LONGEST_TEXT = 60_000
_OF_A_LINE = "text:"
"""Instead of an address: a line by itself has none."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A sighting with what it is worth for the year asked."""

    sighting: Sighting
    weight: Weight


@dataclass(frozen=True, slots=True)
class TriedLine:
    """One line of text, read as a title and as the words of a link."""

    text: str
    traces: tuple[LineTrace, ...]
    paper: tuple[Judged, ...]
    """What a paper would be that has this title and nothing else."""
    link: LinkValue


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of a paper that may name it, and where it stands."""

    part: str
    place: str
    trace: LineTrace


@dataclass(frozen=True, slots=True)
class Support:
    """The words of a publication that the text of a paper holds."""

    part: str
    publication: Publication
    body: tuple[Heard, ...]


@dataclass(frozen=True, slots=True)
class Doubts:
    """The words of a part's text that news, blank forms and other subjects use."""

    part: str
    words: tuple[Heard, ...]


@dataclass(frozen=True, slots=True)
class TriedPaper:
    """A paper that was read, with what spoke for and against in its lines and its text."""

    seen: PaperSeen
    judged: tuple[Judged, ...]
    lines: tuple[PlacedLine, ...]
    support: tuple[Support, ...]
    doubts: tuple[Doubts, ...]


class Trial:
    """Tries one catalogue for one agency and year."""

    def __init__(
        self, catalogue: Catalogue, inspection: InspectionSettings, inspected: Inspected, year: int
    ) -> None:
        self.catalogue, self.inspected, self.year = catalogue, inspected, year
        self.detector = Detector(catalogue, inspection)
        self._scorer = CatalogueScorer(catalogue)
        self._tracer = Tracer(catalogue)

    def line(self, text: str, now: datetime) -> TriedLine:
        """What the rules make of one line; a file's name is read as its words."""
        on_link = _as_words(text)
        words = LinkWords(text=on_link, zone=Zone.LIST)
        traces = (
            self._tracer.line(text if standing is Standing.TITLE else on_link, standing)
            for standing in Standing
        )
        paper = self._judged(self._as_a_paper(on_link, now))
        return TriedLine(text, tuple(traces), paper, self._scorer.value("", words))

    def _as_a_paper(self, title: str, now: datetime) -> tuple[Sighting, ...]:
        blocks = (Block(title.upper(), page=1),)  # in capitals, as papers write their titles
        document = Document("text/plain", HowRead.PLAIN, blocks=blocks)
        attempt = Attempt(_OF_A_LINE, FoundBy.LINK)
        return self.detector.notes(Page(attempt, document, now), self.inspected).sightings

    def paper(self, seen: PaperSeen) -> TriedPaper:
        """What the rules make of a paper that was read."""
        lines: list[PlacedLine] = []
        support: list[Support] = []
        for part in seen.parts:
            own = tuple(self._lines(part))
            lines += own
            support += self._support(part, own, seen.notes.sightings)
        judged = self._judged(seen.notes.sightings)
        doubts = (
            Doubts(part.name, self._tracer.against_in_text(_text_of(part))) for part in seen.parts
        )
        told = tuple(entry for entry in doubts if entry.words)
        return TriedPaper(seen, judged, tuple(lines), tuple(support), told)

    def _judged(self, sightings: tuple[Sighting, ...]) -> tuple[Judged, ...]:
        return tuple(
            Judged(
                sighting,
                weigh(
                    sighting, self.catalogue.get(sighting.publication), self.inspected, self.year
                ).weight,
            )
            for sighting in sightings
        )

    def _lines(self, part: Part) -> Iterator[PlacedLine]:
        if not isinstance(part.reading, Document) or part.reading.members:
            yield PlacedLine(part.name, "file name", self._of_name(part))
            return
        near = self._tracer.speaks_of_system(_text_of(part))
        known = set()
        for place, text in _titles(part, part.reading):
            words = fold_words(text)
            if words and words not in known:
                known.add(words)
                yield PlacedLine(part.name, place, self._tracer.line(text, Standing.TITLE, near))
        yield PlacedLine(part.name, "file name", self._of_name(part, near))

    def _of_name(self, part: Part, near: bool = False) -> LineTrace:
        name = part.name.replace("\\", "/").rsplit("/", 1)[-1]
        return self._tracer.line(unslugged(name), Standing.LINK, near)

    def _support(
        self, part: Part, lines: tuple[PlacedLine, ...], sightings: tuple[Sighting, ...]
    ) -> Iterator[Support]:
        """For every publication that was seen or that a line names."""
        asked = {sighting.publication for sighting in sightings}
        for line in lines:
            named = (t for t in line.trace.publications if t.bearing is not Bearing.SILENT)
            asked.update(traced.publication.id for traced in named)
        text = _text_of(part)
        for publication in self.catalogue.publications:
            if text and publication.id in asked:
                yield Support(part.name, publication, self._tracer.body(publication, text))


def _text_of(part: Part) -> str:
    if not isinstance(part.reading, Document):
        return ""
    return (part.reading.main_text or part.reading.text)[:_LONGEST_TEXT]


def _titles(part: Part, document: Document) -> Iterator[tuple[str, str]]:
    if part.head is not None and part.head.excerpt:
        yield "excerpt", part.head.title
    for line in headings(OwnPart(document).blocks, document.title):
        yield line.place, line.text


def _as_words(text: str) -> str:
    """The words of a slug or file name; other text as it is."""
    slug = " " not in text.strip() and any(letter in text for letter in "-_.%")
    return unslugged(text) if slug else text
