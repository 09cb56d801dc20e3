"""A file, or an article that is laid out as a document: which papers it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rules.catalogue.model import Publication
from rules.catalogue.vocabulary import Lexicon, speaks_of_system
from rules.catalogue.wording import found_any
from rules.detection.context import PageContext
from rules.detection.evidencing import Shown, doubted
from rules.detection.own_text import MANY_LINKS
from rules.detection.papers import SURE_OF_LETTERS, PaperText, PaperWeigher, TitleFound
from rules.detection.sources import Candidate
from rules.detection.target_year import year_of_title
from rules.detection.title_lines import capital_titles, is_bullet, top_lines
from rules.detection.unnamed import UnnamedPapers
from rules.head import DocumentHead
from rules.naming.kinds import Naming, TitleReader, TitleReading
from rules.naming.topics import Topics
from rules.sightings import Sighting, SightingKind

_ISSUE_NOTHING = frozenset(
    {"báo cáo", "tờ trình", "biên bản", "giấy mời", "kết luận", "hướng dẫn", "chỉ thị"}
)
"""Types that tell, ask or invite."""
_NEAR_START = 12
_LINK_PLACES = frozenset({"link", "link row", "file name", "article"})
_NOT_A_TITLE = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d+)*\s*[.)|]?|[a-z]\)|[-+•*]|(?:QUYẾT ĐỊNH\s*:?\s*)?Điều \d+\s*[.:]?)\s"
)
"""An item of the text, article or row of a table: "2. Kết quả đánh giá nội bộ, ..."."""


class FileReader:
    """Finds the papers that a file is; built once for a catalogue."""

    def __init__(self, lexicon: Lexicon, titles: TitleReader, weigher: PaperWeigher) -> None:
        self._lexicon = lexicon
        self._titles = titles
        self._weigher = weigher
        self._topics = Topics(lexicon)
        self._unnamed = UnnamedPapers(lexicon, titles, weigher)

    def sightings(
        self, context: PageContext, extra: tuple[Candidate, ...] = ()
    ) -> tuple[Sighting, ...]:
        """What a file shows; ``extra`` are titles of the page that holds the text."""
        paper = context.paper(self._lexicon)
        links = (*extra, *context.link_lines(self._topics))
        found: dict[str, Sighting] = {}
        own = self._own_titles(context)
        for line, reading in own:
            for naming in reading.namings:
                if naming.publication.id not in found:
                    title = _title(line, reading, naming)
                    sighting = self._weigh(context, naming.publication, title, paper, links)
                    found[naming.publication.id] = sighting
        self._add_by_link(context, paper, own, links, found)
        return tuple(found.values()) or self._unnamed.sightings(context, paper)

    def _own_titles(self, context: PageContext) -> list[tuple[Candidate, TitleReading]]:
        """The titles that the text itself carries, the head's first."""
        lines: list[Candidate] = []
        head = context.head
        if head.excerpt:
            lines.append(Candidate(head.title, "trích yếu"))
        named = [self._read(line, context) for line in lines]
        about_doings = head.formal and any(self._opens_with_doings(each) for _, each in named)
        if about_doings or any(reading.namings or reading.refused for _, reading in named):
            return named + list(self._annexes(context, parts=False))
        for text in top_lines(context.body.source):
            if is_bullet(text) or (_NOT_A_TITLE.match(text) and not text.isupper()):
                continue
            line, reading = self._read(Candidate(text, "page 1"), context)
            if _is_title(reading) and self._is_borne_out(reading, context):
                named.append((line, reading))
                break
        return named + list(self._annexes(context, parts=not named or not head.formal))

    def _opens_with_doings(self, reading: TitleReading) -> bool:
        """Whether a title is that of an inspection, a course, a meeting: its lines tell of it."""
        span = found_any(self._lexicon.shared("training"), reading.hits)
        return span is not None and reading.type_name is not None and span[0] <= _NEAR_START * 2

    def _read(self, line: Candidate, context: PageContext) -> tuple[Candidate, TitleReading]:
        near = context.about_system(self._lexicon)
        on_link = line.place in _LINK_PLACES
        # A folder or section about ISO holds general lists too: the paper's own head decides.
        section = (
            context.in_system_section(self._lexicon)
            if on_link
            else context.headed_by(self._lexicon)
        )
        return line, self._titles.read(line.text, near, section, on_link)

    def _annexes(
        self, context: PageContext, *, parts: bool
    ) -> Iterator[tuple[Candidate, TitleReading]]:
        """Titles in capitals further down: a decision often carries the paper as its annex."""
        links = context.document.links[:MANY_LINKS]
        linked = {link.text.strip() for link in links if len(link.text) > 9}
        for candidate in capital_titles((context.run or context.document.blocks)[:400], parts):
            if any(other in candidate.text for other in linked):
                continue
            line, reading = self._read(candidate, context)
            if _is_title(reading) and _stands_alone(reading):
                yield line, reading

    def _is_borne_out(self, reading: TitleReading, context: PageContext) -> bool:
        """Whether the text has the words of what a line names; cells of tables name bodies."""
        if reading.type_name is not None or reading.text.source.isupper():
            return True
        paper = context.paper(self._lexicon)
        return any(
            self._support(naming.publication, paper) >= naming.publication.body_needed
            for naming in reading.namings
        )

    def _weigh(
        self,
        context: PageContext,
        publication: Publication,
        title: TitleFound,
        paper: PaperText,
        links: tuple[Candidate, ...],
    ) -> Sighting:
        others = tuple(line.text for line in links if self._names(line, publication, context))
        paper = replace(paper, head=context.head_above(title.text))
        return self._weigher.weigh(
            publication, title, paper, context.issuers, context.witness, others
        )

    def _names(self, line: Candidate, publication: Publication, context: PageContext) -> bool:
        _, reading = self._read(line, context)
        return any(naming.publication.id == publication.id for naming in reading.namings)

    def _add_by_link(
        self,
        context: PageContext,
        paper: PaperText,
        own: list[tuple[Candidate, TitleReading]],
        links: tuple[Candidate, ...],
        found: dict[str, Sighting],
    ) -> None:
        """Publications that only the link or file name gives away."""
        others = {
            other
            for _, reading in own
            for naming in reading.namings
            for other in naming.publication.instead_of
        }
        for line in links:
            if line.place == "link row":
                continue
            _, reading = self._read(line, context)
            if line.place == "link":
                # A file's name is the link's words cut short: the whole of them decides.
                others |= {naming.publication.id for naming in reading.refused}
            for naming in reading.namings:
                if naming.publication.id in found or naming.publication.id in others:
                    continue
                title = _title(line, reading, naming)
                found[naming.publication.id] = self._by_link(
                    context, naming.publication, title, paper, own, links, bool(found)
                )

    def _by_link(
        self,
        context: PageContext,
        publication: Publication,
        title: TitleFound,
        paper: PaperText,
        own: list[tuple[Candidate, TitleReading]],
        links: tuple[Candidate, ...],
        is_another: bool,
    ) -> Sighting:
        support = self._support(publication, paper)
        other_type = _is_of_other_type(publication, paper.head)
        refused = (
            is_another
            or other_type
            or any(
                naming.publication.id == publication.id
                for _, reading in own
                for naming in reading.refused
            )
        )
        if not refused and support >= publication.body_needed:
            return self._weigh(context, publication, _weaker(title), paper, links)
        weighed = self._weigh(context, publication, title, paper, links)
        if weighed.kind is SightingKind.NOT_IT:
            return weighed
        against = self._against(publication, paper, support, own, is_another)
        if support < publication.body_needed:
            against = against or self._never_speaks_of_it(title, paper)
        if against:
            shown = Shown(title.quote, title.place, title.text, paper.head.number)
            return context.witness.sighting(publication, SightingKind.NOT_IT, 0.8, shown, against)
        note = "Văn bản mang tên khác với liên kết" if own else "Nội dung không nêu rõ tên"
        question = f"Tên liên kết, tệp nói là “{publication.title}”, {note.lower()}: có đúng không?"
        return doubted(weighed, note, question)

    def _against(
        self,
        publication: Publication,
        paper: PaperText,
        support: int,
        own: list[tuple[Candidate, TitleReading]],
        is_another: bool,
    ) -> str:
        """Why a text is plainly not what its link names; empty where it may be, oddly worded."""
        refusal = self._lexicon.shared("other_subject")
        other = any(
            found_any(refusal, reading.hits) or reading.of_other_standard for _, reading in own
        )
        if other or any(reading.mention for _, reading in own):
            return f"Văn bản mở ra là loại khác: {own[0][0].text[:120]}"
        if is_another and support < publication.body_needed:
            return f"Văn bản mở ra là loại khác: {own[0][0].text[:120]}" if own else "Nội dung khác"
        named = {naming.publication.id for _, reading in own for naming in reading.refused}
        telling = publication.id not in named and self._topics.is_subject(paper.head.excerpt)
        if telling and _is_of_other_type(publication, paper.head):
            return f"Văn bản mở ra là loại khác: {paper.head.title[:120]}"
        silent = support == 0 and not speaks_of_system(paper.hits)
        if silent and self._topics.is_subject(paper.head.excerpt):
            return f"Văn bản mở ra có nội dung khác: {paper.head.excerpt[:120]}"
        return ""

    def _never_speaks_of_it(self, title: TitleFound, paper: PaperText) -> str:
        """Why a paper of another title is none: its link speaks of the system, it nowhere does."""
        linked = speaks_of_system(self._lexicon.hits(title.text))
        formal = paper.head.motto and paper.head.type_name is not None
        if not linked or not formal or speaks_of_system(paper.hits):
            return ""
        if paper.certainty < SURE_OF_LETTERS or not self._topics.is_subject(paper.head.excerpt):
            return ""
        return f"Văn bản không nói gì về hệ thống quản lý chất lượng: {paper.head.excerpt[:120]}"

    def _support(self, publication: Publication, paper: PaperText) -> int:
        return len(publication.body.found(paper.hits))


def _title(line: Candidate, reading: TitleReading, naming: Naming) -> TitleFound:
    sure = {"trích yếu": 0.98, "page 1": 0.92, "heading": 0.85, "title": 0.8}
    confidence = sure.get(line.place, 0.75) - (0.0 if naming.strong else 0.08)
    quote = reading.text.quote(*naming.span)
    return TitleFound(reading.text.source.strip(), line.place, quote, confidence)


def _is_of_other_type(publication: Publication, head: DocumentHead) -> bool:
    """Whether a paper is by its head of a type that issues nothing and is not the publication's."""
    return head.type_name in _ISSUE_NOTHING and head.type_name not in publication.types


def _weaker(title: TitleFound) -> TitleFound:
    return TitleFound(title.text, title.place, title.quote, min(title.confidence, 0.75))


def _is_title(reading: TitleReading) -> bool:
    """Whether a line names a paper the way a title does: at its beginning."""
    return any(_at_start(reading, naming) for naming in reading.namings)


def _at_start(reading: TitleReading, naming: Naming) -> bool:
    return reading.type_name is not None or naming.span[0] <= _NEAR_START


def _stands_alone(reading: TitleReading) -> bool:
    """An annex title of a yearly paper must carry its year, or any manual would be one."""
    yearly = any(naming.publication.period == "yearly" for naming in reading.namings)
    return not yearly or year_of_title(reading.text.source) is not None
