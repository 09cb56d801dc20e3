"""Papers that stand in a page one below another, each under a heading of its own: tabs, folds."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
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
_SAID_IN_A_LINE = frozenset({"quality_objectives", "quality_policy"})
"""Papers short enough for it; of others a line only tells."""
_NAMED = re.compile(r"([^:\n]{4,80}):\s*([^\n]{40,})")


@dataclass(frozen=True, slots=True)
class PagePart:
    """A heading with what stands below it, down to the next one."""

    heading: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    """What leads away from it: the paper itself where a link's words do not name another."""
    is_line: bool = False
    """Its name and what it says stand in one line: "MTCL 2026: 98% hồ sơ đúng hạn"."""

    @property
    def text(self) -> str:
        """Its lines, without the heading."""
        return "\n".join(block.text for block in self.blocks)


def parts_of(document: Document) -> tuple[PagePart, ...]:
    """The parts of a page's own text, each with what leads away from it."""
    own = [block for block in document.blocks if block.zone in OWN_ZONES]
    starts = [place for place, block in enumerate(own) if _is_heading(block)][:_MOST_PARTS]
    found = (
        PagePart(own[start].text.strip(), tuple(own[start + 1 : end]))
        for start, end in pairwise([*starts, len(own)])
    )
    away: dict[str, list[Link]] = {}
    for link in filter(_leads_away, document.links):
        for text in {link.section.split(" > ")[-1], link.text}:
            away.setdefault(text, []).append(link)
    return tuple(
        replace(part, links=tuple(away.get(part.heading, ())))
        for part in found
        if len(part.text) >= _LEAST_LETTERS
    )


def lines_of(document: Document) -> tuple[PagePart, ...]:
    """The lines of a page's own text that begin with a name, a colon behind it."""
    own = (block for block in document.blocks if block.zone in OWN_ZONES)
    found = (_NAMED.match(block.text) for block in own if block.kind is BlockKind.PARAGRAPH)
    parts = (
        PagePart(match.group(1).strip(), (Block(match.group(2)),), is_line=True)
        for match in found
        if match is not None
    )
    return tuple(parts)[:_MOST_PARTS]


def _is_heading(block: Block) -> bool:
    return block.kind is BlockKind.HEADING and not is_breadcrumb(block.text)


def _leads_away(link: Link) -> bool:
    return link.zone in OWN_ZONES and not link.href.startswith("#")


def is_of_others(context: PageContext, title: str) -> bool:
    """Whether a page's title says that it is about a company or another agency."""
    business = _BUSINESS.search(fold(title).plain) is not None
    return business or is_of_another(context.issuers, title)


def without_items(context: PageContext, part: PagePart) -> PagePart:
    """A part without the lines that are links to other papers, whose words bear nothing out."""
    if not part.links:
        return part
    kept = (block for block in part.blocks if not context.own.leads_away(block.text))
    return replace(part, blocks=tuple(kept))


class PartReader:
    """Finds the papers that parts of a page are; built once for a catalogue."""

    def __init__(self, lexicon: Lexicon, titles: TitleReader, weigher: PaperWeigher) -> None:
        self._lexicon = lexicon
        self._titles = titles
        self._weigher = weigher
        self._told = NewsTeller(lexicon)

    def sightings(self, context: PageContext, lines: bool = False) -> tuple[Sighting, ...]:
        """Papers under headings of their own; what stands under the page's own is the page.

        ``lines``: also what a line names and says, a question.
        """
        found: dict[str, Sighting] = {}
        own = (context.document.title, context.attempt.words.text)
        parts = parts_of(context.document)
        all_parts = (*parts, *lines_of(context.document)) if lines else parts
        telling = [part for part in all_parts if self._titles.may_name(part.heading)]
        if not telling or any(is_of_others(context, title) for title in own):
            return ()
        for part in telling:
            if is_clause(part.heading) or any(title.startswith(part.heading) for title in own):
                continue
            near = context.about_system(self._lexicon)
            section = context.in_system_section(self._lexicon)
            reading = self._titles.read(part.heading, near, section)
            for naming in () if reading.mention or reading.draft else reading.namings:
                if not all(self._names_another(link, naming, near) for link in part.links):
                    continue
                sighting = self._paper(context, without_items(context, part), reading, naming)
                if sighting is not None:
                    found.setdefault(naming.publication.id, sighting)
        return tuple(found.values())

    def _names_another(self, link: Link, naming: Naming, near: bool) -> bool:
        """Whether a link below a heading is to another paper than the one the heading names."""
        named = {each.publication.id for each in self._titles.read(link.text, near, near).namings}
        return bool(named) and naming.publication.id not in named

    def _paper(
        self, context: PageContext, part: PagePart, reading: TitleReading, naming: Naming
    ) -> Sighting | None:
        """The paper that a part of the page is; None where it only bears the name of one."""
        text = fold(f"{part.heading}\n{part.text}")
        hits = self._lexicon.hits(text)
        publication = naming.publication
        if part.is_line and publication.id not in _SAID_IN_A_LINE:
            return None
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
        if weighed.kind is SightingKind.NOT_IT:
            return weighed
        if part.is_line:
            question = "Trang có dòng nêu nội dung của giấy tờ: có phải là chính giấy tờ đó không?"
            return doubted(weighed, "Một dòng trong trang", question)
        if part.links:
            question = (
                "Mục mang tên giấy tờ, bên dưới là liên kết đến giấy tờ khác: có phải là nó không?"
            )
            return doubted(weighed, "Mục trong trang có liên kết đến giấy tờ khác", question)
        if not self._told.explains(context):
            return weighed
        question = "Trang nói về hệ thống, có mục mang tên giấy tờ: là giấy tờ hay lời giải thích?"
        return doubted(weighed, "Mục trong trang giới thiệu, hướng dẫn", question)
