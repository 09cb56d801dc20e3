"""Papers that stand in a page one below another, each under a heading of its own: tabs, folds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from domain.documents import Block, BlockKind, Document, Link
from rules.catalogue.vocabulary import Lexicon
from rules.catalogue.wording import found_any
from rules.detection.context import PageContext
from rules.detection.evidencing import doubted
from rules.detection.own_text import OWN_ZONES, is_breadcrumb
from rules.detection.page_shape import is_clause
from rules.detection.papers import PaperText, PaperWeigher, TitleFound
from rules.detection.procedure_sections import lists_coded_procedures
from rules.detection.told import NewsTeller
from rules.head import read_head
from rules.issuers.named_owner import is_of_another
from rules.naming.kinds import Naming, TitleReader, TitleReading
from rules.sightings import Sighting, SightingKind
from rules.vietnamese.folding import fold

_BUSINESS = re.compile(r"(?<![a-z])(?:cong ty|doanh nghiep|tap doan|nha may|hop tac xa)(?![a-z])")
_MOST_PARTS = 40
_LEAST_LETTERS = 40


@dataclass(frozen=True, slots=True)
class PagePart:
    """A heading with what stands below it, down to the next one."""

    heading: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """Its lines, without the heading."""
        return "\n".join(block.text for block in self.blocks)


def parts_of(document: Document) -> tuple[PagePart, ...]:
    """The parts of a page's own text that say something themselves rather than link to it."""
    own = [block for block in document.blocks if block.zone in OWN_ZONES]
    starts = [place for place, block in enumerate(own) if _is_heading(block)][:_MOST_PARTS]
    found = (
        PagePart(own[start].text.strip(), tuple(own[start + 1 : end]))
        for start, end in pairwise([*starts, len(own)])
    )
    away = [link for link in document.links if _leads_away(link)]
    leading = {text for link in away for text in (link.section.split(" > ")[-1], link.text)}
    return tuple(
        part for part in found if len(part.text) >= _LEAST_LETTERS and part.heading not in leading
    )


def _is_heading(block: Block) -> bool:
    return block.kind is BlockKind.HEADING and not is_breadcrumb(block.text)


def _leads_away(link: Link) -> bool:
    return link.zone in OWN_ZONES and not link.href.startswith("#")


def is_of_others(context: PageContext, title: str) -> bool:
    """Whether a page's title says that it is about a company or another agency."""
    business = _BUSINESS.search(fold(title).plain) is not None
    return business or is_of_another(context.issuers, title)


class PartReader:
    """Finds the papers that parts of a page are; built once for a catalogue."""

    def __init__(self, lexicon: Lexicon, titles: TitleReader, weigher: PaperWeigher) -> None:
        self._lexicon = lexicon
        self._titles = titles
        self._weigher = weigher
        self._told = NewsTeller(lexicon)

    def sightings(self, context: PageContext) -> tuple[Sighting, ...]:
        """Papers under headings of their own; what stands under the page's own is the page."""
        found: dict[str, Sighting] = {}
        own = (context.document.title, context.attempt.words.text)
        if any(is_of_others(context, title) for title in own):
            return ()
        for part in parts_of(context.document):
            if is_clause(part.heading) or any(title.startswith(part.heading) for title in own):
                continue
            near = context.about_system(self._lexicon)
            section = context.in_system_section(self._lexicon)
            reading = self._titles.read(part.heading, near, section)
            for naming in () if reading.mention or reading.draft else reading.namings:
                sighting = self._paper(context, part, reading, naming)
                if sighting is not None:
                    found.setdefault(naming.publication.id, sighting)
        return tuple(found.values())

    def _paper(
        self, context: PageContext, part: PagePart, reading: TitleReading, naming: Naming
    ) -> Sighting | None:
        """The paper that a part of the page is; None where it only bears the name of one."""
        text = fold(f"{part.heading}\n{part.text}")
        hits = self._lexicon.hits(text)
        publication = naming.publication
        enough = len(publication.body.found(hits)) >= publication.body_needed
        if publication.id == "procedure_list":
            enough = enough or lists_coded_procedures(part.blocks)
        if not enough or found_any(self._lexicon.shared("updating"), hits) is not None:
            return None
        title = TitleFound(part.heading, "heading", reading.text.quote(*naming.span), 0.8)
        paper = PaperText(text, read_head(text), hits, context.document.certainty)
        others = (context.document.title,)
        weighed = self._weigher.weigh(
            publication, title, paper, context.issuers, context.witness, others
        )
        if weighed.kind is SightingKind.NOT_IT or not self._told.explains(context):
            return weighed
        question = "Trang nói về hệ thống, có mục mang tên giấy tờ: là giấy tờ hay lời giải thích?"
        return doubted(weighed, "Mục trong trang giới thiệu, hướng dẫn", question)
