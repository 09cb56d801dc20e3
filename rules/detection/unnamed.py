"""Papers of the system whose title names no publication: questions to an inspector."""

from __future__ import annotations

from rules.catalogue.model import Publication
from rules.catalogue.vocabulary import Lexicon
from rules.catalogue.wording import found_any
from rules.detection.context import PageContext
from rules.detection.evidencing import doubted
from rules.detection.papers import PaperText, PaperWeigher, TitleFound
from rules.detection.title_lines import top_lines
from rules.naming.kinds import TitleReader, TitleReading
from rules.sightings import Sighting, SightingKind

_MOST = 3
"""A text without a telling title is asked about for so many publications, likeliest first."""
_QUESTION = "Văn bản về hệ thống quản lý chất lượng, tên không rõ loại: là giấy tờ nào?"
_NOTE = "Tên không rõ là giấy tờ nào"
_SURENESS = 0.5


class UnnamedPapers:
    """Asks about papers with a title of their own; built once for a catalogue."""

    def __init__(self, lexicon: Lexicon, titles: TitleReader, weigher: PaperWeigher) -> None:
        self._lexicon = lexicon
        self._titles = titles
        self._weigher = weigher

    def sightings(self, context: PageContext, paper: PaperText) -> tuple[Sighting, ...]:
        """A question for every publication that the paper may be by its type and its words."""
        head = paper.head
        shown = head.title or self._first_line(context)
        reading = self._titles.read(shown)
        typed = head.type_name is not None or (head.motto and not head.excerpt)
        if not typed or self._tells_otherwise(reading) or not reading.about_system:
            return ()
        title = TitleFound(shown, "trích yếu", shown, _SURENESS)
        weighed = (
            self._weigher.weigh(entry, title, paper, context.issuers, context.witness)
            for entry in self._likely(head.type_name, reading, paper)
        )
        return tuple(
            doubted(sighting, _NOTE, _QUESTION)
            for sighting in weighed
            if sighting.kind is not SightingKind.NOT_IT
        )

    def _first_line(self, context: PageContext) -> str:
        """Where no title could be recognised below a motto: the first line about the system."""
        lines = top_lines(context.body.source) if context.head.motto else ()
        return next((line for line in lines if self._titles.read(line).about_system), "")

    def _tells_otherwise(self, reading: TitleReading) -> bool:
        """Whether the title says that the paper does something else with the system."""
        lists = (self._lexicon.shared("mention"), self._lexicon.shared("other_act"))
        told = any(found_any(known, reading.hits) is not None for known in lists)
        return told or reading.draft or bool(reading.refused)

    def _likely(
        self, type_name: str | None, reading: TitleReading, paper: PaperText
    ) -> list[Publication]:
        """The publications of that type whose words the text has, likeliest first."""
        support = {
            entry.id: len(entry.body.found(paper.hits))
            for entry in self._lexicon.catalogue.publications
        }
        possible = [
            entry
            for entry in self._lexicon.catalogue.publications
            if (type_name is None or type_name in entry.types)
            and support[entry.id] >= entry.body_needed
            and found_any(entry.not_with, reading.hits) is None
        ]
        possible.sort(key=lambda entry: -support[entry.id])
        return possible[:_MOST]
