"""A web page: a list, an article that is the paper, news of it, or something else."""

from __future__ import annotations

import re

from domain.documents import BlockKind, Link
from rules.catalogue.model import Publication
from rules.catalogue.vocabulary import Lexicon
from rules.catalogue.wording import found_any
from rules.detection.context import PageContext
from rules.detection.emptiness import is_being_filled
from rules.detection.evidencing import Shown, doubted
from rules.detection.files import FileReader
from rules.detection.page_parts import PartReader
from rules.detection.page_shape import (
    LEAST_LETTERS,
    carries_elsewhere,
    heads_nothing,
    is_archive,
    is_attachment,
    is_clause,
    is_list,
    is_question,
    leads_on,
    link_text,
    links_elsewhere,
    lists_more,
    lost_its_text,
)
from rules.detection.papers import PaperWeigher, TitleFound
from rules.detection.procedure_sections import ProcedureSections
from rules.detection.sources import Candidate
from rules.detection.target_year import year_of_title
from rules.detection.told import NewsTeller
from rules.naming.kinds import Naming, TitleReader, TitleReading
from rules.naming.topics import Topics
from rules.sightings import Sighting, SightingKind
from rules.vietnamese.folding import fold

_OWN_PLACES = frozenset({"trích yếu", "page 1"})
_LEAST_OWN_LETTERS = 200
"""Fewer beside its links are no paper that stands in a page: a list's columns, its heading."""
_TOLD_WITHIN = 700
"""So far into its text news tells what was issued."""
_CAPITALS = 12
"""So many letters tell a title in capitals, which may run into the line below it."""
_LIST_OF_BODIES = re.compile(r"danh sach (?:cac )?(?:co quan|don vi|xa)\b")
"""Who has issued something: the doings of many, as somebody else counts them."""
_OF_FILES = re.compile(r"\b(?:kem|tai (?:ve|xuong)|phu luc|tep|file|attachments?|download)\b")
_SENTENCE_END = re.compile(r"(?<=\w)\.\s|\n")


class ArticleReader:
    """Reads web pages; built once for a catalogue."""

    def __init__(
        self, lexicon: Lexicon, titles: TitleReader, topics: Topics, weigher: PaperWeigher
    ) -> None:
        self._lexicon = lexicon
        self._topics = topics
        self._titles = titles
        self._weigher = weigher
        self._files = FileReader(lexicon, titles, weigher)
        self._sections = ProcedureSections(lexicon, titles)
        self._news = NewsTeller(lexicon)
        self._parts_below = PartReader(lexicon, titles, weigher)

    def sightings(self, context: PageContext) -> tuple[Sighting, ...]:
        """What a web page shows."""
        lines = (*context.headings, *link_text(context))
        listed = self._sections.sightings(context, lines)
        if is_list(context):
            return (*listed, *self._beside_links(context, listed))
        if any(found.kind is not SightingKind.DOUBTFUL for found in listed):
            return (*listed, *self._named_beside(context, lines, listed))
        return self._page(context, lines) or listed

    def _beside_links(
        self, context: PageContext, listed: tuple[Sighting, ...]
    ) -> tuple[Sighting, ...]:
        """Papers that stand in a section's page above or below its links to the others."""
        if context.formal or is_archive(context):
            return ()
        known = {found.publication for found in listed}
        below = self._below_headings(context, lines=True)
        return tuple(found for found in below if found.publication not in known)

    def _named_beside(
        self, context: PageContext, lines: tuple[Candidate, ...], listed: tuple[Sighting, ...]
    ) -> tuple[Sighting, ...]:
        """What else the title of a list of the system's procedures names: its documents, too."""
        if not any(found.publication == "procedure_list" for found in listed):
            return ()
        readings = (self._titles.read(line.text) for line in lines)
        named = {naming.publication.id for each in readings for naming in each.namings}
        named -= {"procedure_list", "tthc_list"}
        if not named:
            return ()
        return tuple(found for found in self._page(context, lines) if found.publication in named)

    def _page(self, context: PageContext, lines: tuple[Candidate, ...]) -> tuple[Sighting, ...]:
        """What a page shows that is no list: papers, news, nothing where files speak for it."""
        if context.formal:
            return self._files.sightings(context, lines[:1])
        attached = any(
            is_attachment(link) and not self._is_of_another_box(context, link)
            for link in context.links
        )
        if attached or carries_elsewhere(context):
            return self._below_headings(context)
        elsewhere = self._handed_over(context)
        article = self._article(context, lines)
        return tuple(found for found in article if found.publication not in elsewhere)

    def _is_of_another_box(self, context: PageContext, link: Link) -> bool:
        """Whether a file stands under a heading in the page that names nothing: "Văn bản mới"."""
        head = link.section.rpartition(" > ")[2]
        below = (one.text for one in context.blocks[1:] if one.kind is BlockKind.HEADING)
        if not head or head not in below or _OF_FILES.search(fold(head).plain):
            return False
        return not (self._titles.may_name(head) or self._lexicon.speaks_of_system(head))

    def _below_headings(self, context: PageContext, lines: bool = False) -> tuple[Sighting, ...]:
        """Papers that stand in the page under headings of their own, not under the page's."""
        if self._news.is_news(context, None):
            return ()
        return self._parts_below.sightings(context, lines)

    def _article(self, context: PageContext, lines: tuple[Candidate, ...]) -> tuple[Sighting, ...]:
        found: dict[str, Sighting] = {}
        news = self._news.is_news(context, None)
        for line in lines:
            if is_question(line.text):
                return ()
            if not self._titles.may_name(line.text):
                continue
            near = context.about_system(self._lexicon)
            section = context.in_system_section(self._lexicon)
            reading = self._titles.read(line.text, near, section)
            if reading.mention:
                return ()
            if is_clause(line.text) or (_is_below(context, line) and self._news.explains(context)):
                continue
            for naming in reading.namings:
                news = news or self._news.is_news(context, (reading, naming))
                sighting = self._named(context, line, reading, naming)
                if sighting is not None:
                    found.setdefault(naming.publication.id, sighting)
        for part in self._below_headings(context):
            found.setdefault(part.publication, part)
        return tuple(found.values()) or self._unnamed(context, lines, news)

    def _unnamed(
        self, context: PageContext, lines: tuple[Candidate, ...], news: bool
    ) -> tuple[Sighting, ...]:
        """What a page shows whose headings name nothing."""
        if news and not self._titles.may_name(context.body.source[:_TOLD_WITHIN]):
            return ()  # as most pages: news of something else
        if self._lexicon.names_nothing(context.hits(self._lexicon)):
            return ()
        return self._told(context, lines) if news else self._parts(context)

    def _named(
        self, context: PageContext, line: Candidate, reading: TitleReading, naming: Naming
    ) -> Sighting | None:
        if self._news.is_news(context, (reading, naming)):
            return self._own_news(context, line, reading, naming)
        paper = context.paper(self._lexicon)
        body = naming.publication.body
        support = len(body.found(paper.hits))
        blank = found_any(self._lexicon.shared("blank_form"), reading.hits) is not None
        if blank or is_being_filled(context, self._lexicon, self._topics):
            return None
        bare = _is_below(context, line) and heads_nothing(context, line.text)
        enough = support >= naming.publication.body_needed and not bare
        is_section = leads_on(context) and not context.run and not lost_its_text(context)
        if is_section and not enough:
            return None
        title = TitleFound(line.text.strip(), line.place, reading.text.quote(*naming.span), 0.85)
        if enough and len(context.body.source) > LEAST_LETTERS and not lists_more(context):
            others = (context.document.title, context.attempt.words.text)
            return self._weigher.weigh(
                naming.publication, title, paper, context.issuers, context.witness, others
            )
        if is_section:
            return None
        return self._doubted(context, naming.publication, title)

    def _handed_over(self, context: PageContext) -> frozenset[str]:
        """The publications whose papers the page itself links to on other hosts: shares, drives."""
        named = [text for text in links_elsewhere(context) if self._titles.may_name(text)]
        near = bool(named) and context.about_system(self._lexicon)
        readings = (self._titles.read(text, near) for text in named)
        return frozenset(
            naming.publication.id for reading in readings for naming in reading.namings
        )

    def _doubted(
        self, context: PageContext, publication: Publication, title: TitleFound
    ) -> Sighting:
        """The question that a page raises which bears a paper's name; nothing if plainly none."""
        paper = context.paper(self._lexicon)
        weighed = self._weigher.weigh(
            publication, title, paper, context.issuers, context.witness, (context.document.title,)
        )
        if weighed.kind is SightingKind.NOT_IT:
            return weighed
        own = self._titled_again(context, publication)
        if own is not None and not heads_nothing(context, own.evidence.title):
            return own
        return _only_named(weighed)

    def _titled_again(self, context: PageContext, publication: Publication) -> Sighting | None:
        """The paper itself, where the page's own text begins with its title once more."""
        return next(
            (
                found
                for found in self._files.sightings(context)
                if found.publication == publication.id
                and found.kind is SightingKind.PAPER
                and found.evidence.place in _OWN_PLACES
            ),
            None,
        )

    def _own_news(
        self,
        context: PageContext,
        line: Candidate,
        reading: TitleReading,
        naming: Naming,
        acts: str = "",
    ) -> Sighting | None:
        """The agency's word that it issued a paper; ``acts`` says who did, else the line does."""
        told = self._lexicon.hits(fold(context.body.source[:1500]))
        if found_any(self._lexicon.shared("training"), reading.hits) is not None:
            return None
        if _LIST_OF_BODIES.search(reading.text.plain):
            return None
        issued = found_any(self._lexicon.shared("issued"), reading.hits) or found_any(
            self._lexicon.shared("issued"), told
        )
        if issued is None or not context.issuers.tells_of_itself(
            acts or line.text, context.body.source[:600]
        ):
            return None
        year = year_of_title(line.text) or year_of_title(context.body.source[:1500])
        quote = reading.text.quote(*naming.span, around=60)
        shown = Shown(quote, line.place, line.text.strip(), year=year, issuer=None)
        question = "Tin của cơ quan nói đã ban hành nhưng không thấy giấy tờ: đăng ở đâu?"
        return context.witness.sighting(
            naming.publication, SightingKind.OWN_NEWS, 0.6, shown, "Tin tự đưa", question
        )

    def _told(self, context: PageContext, lines: tuple[Candidate, ...]) -> tuple[Sighting, ...]:
        """Own news whose title does not name the paper, but whose first sentences do."""
        first = context.body.source[:_TOLD_WITHIN]
        training = self._lexicon.shared("training")
        if any(found_any(training, self._lexicon.hits(line.text)) for line in lines):
            return ()
        whole = self._titles.hear(first[:480])
        issued = found_any(self._lexicon.shared("issued"), whole)
        if issued is None or found_any(training, whole) is not None:
            return ()
        # What was issued stands behind the word, in the same sentence.
        reading = self._titles.read(_SENTENCE_END.split(first[issued[1] :], maxsplit=1)[0], False)
        # Above it may stand a clock and the site's own name: who acts is said in the same line.
        start = first.rfind("\n", 0, issued[0]) + 1
        acts = first[start : issued[1]]
        line = Candidate(" ".join(first[start:].split())[:300], "main")
        found = []
        for naming in reading.namings:
            if not naming.strong:
                continue
            sighting = self._own_news(context, line, reading, naming, acts)
            if sighting is not None:
                found.append(sighting)
        return tuple(found)

    def _parts(self, context: PageContext) -> tuple[Sighting, ...]:
        """Papers that stand in the page under a title of their own, in capitals."""
        if (
            is_being_filled(context, self._lexicon, self._topics)
            or context.own.letters < _LEAST_OWN_LETTERS
        ):
            return ()
        sightings = self._files.sightings(context)
        return tuple(
            _only_named(found) if heads_nothing(context, found.evidence.title) else found
            for found in sightings
            if found.kind is not SightingKind.DOUBTFUL and self._is_a_title(context, found)
        )

    def _is_a_title(self, context: PageContext, found: Sighting) -> bool:
        """Whether a line of the text is written as a title: a type's name, or in capitals."""
        title = found.evidence.title
        if context.own.leads_away(title):
            return False
        if found.evidence.place == "trích yếu":
            return context.head.type_name is not None  # "Về việc công bố: ..." opens a sentence
        if found.evidence.place != "page 1" or title[:_CAPITALS].isupper():
            return True
        return self._titles.read(title).type_name is not None


def _is_below(context: PageContext, line: Candidate) -> bool:
    """Whether it is a heading in the page's text, and not what the page is called."""
    return line.place == "heading" and not context.document.title.startswith(line.text)


def _only_named(found: Sighting) -> Sighting:
    """The question that a name raises below which hardly anything stands."""
    question = "Trang mang tên giấy tờ nhưng nội dung không đủ để nhận ra: có phải là nó không?"
    if found.kind is SightingKind.NOT_IT:
        return found
    return doubted(found, "Trang mang tên giấy tờ, nội dung quá ít", question)
