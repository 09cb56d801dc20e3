"""One page with what every rule asks of it, worked out once."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from domain.documents import Block, Document, HowRead, Link
from domain.visits import Attempt
from rules.catalogue.vocabulary import Lexicon, speaks_of_system
from rules.detection.called import links_below, place_of_name
from rules.detection.evidencing import Witness
from rules.detection.news_words import LOOKED_THROUGH, turns_of_news
from rules.detection.own_text import OwnPart
from rules.detection.papers import PaperText
from rules.detection.sources import Candidate, headings, link_lines, surroundings
from rules.head import DocumentHead, has_no_head, read_head
from rules.issuers.judge import IssuerJudge
from rules.naming.topics import Topics
from rules.vietnamese.folding import Folded, fold
from rules.vietnamese.legibility import legible, legible_page
from rules.vietnamese.search import Hits

_LONGEST_TEXT = 60_000
_TOP = 250
_SHORT_HEADLINE = 20
_SUREST_OCR = 0.89
"""Above this the letters of names are taken as they are read."""


class PageContext:
    """A page that was read, its attempt, its witness and whose portal it stands on."""

    def __init__(
        self, document: Document, attempt: Attempt, witness: Witness, issuers: IssuerJudge
    ) -> None:
        self.document = document
        self.attempt = attempt
        self.witness = witness
        self.issuers = issuers

    @cached_property
    def own(self) -> OwnPart:
        """The page's own part, without menus, columns and feet."""
        return OwnPart(self.document)

    @property
    def run(self) -> tuple[Block, ...]:
        """The page's own text between its links to other pages; empty where nothing parts it."""
        return self.own.run

    @cached_property
    def _called_at(self) -> int:
        """The place among its own blocks of the heading by which it is called; 0 for none."""
        title, words = self.document.title, self.attempt.words.text
        return place_of_name(self.own.blocks, title, words, self.own.links) or 0

    @property
    def is_named(self) -> bool:
        """Whether such a heading stands behind something else of its own part."""
        return self._called_at > 0

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Its own blocks from that heading on."""
        return self.own.blocks[self._called_at :]

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Its own links but those that stand above that heading."""
        above = self.own.blocks[: self._called_at]
        if not above:
            return self.own.links
        return tuple(links_below(self.own.links, above, self.blocks))

    @cached_property
    def headings(self) -> tuple[Candidate, ...]:
        """The headings of its own content, then its title."""
        return headings(self.blocks, self.document.title, named=self.is_named)

    @cached_property
    def is_told(self) -> bool:
        """Whether the page's own text outweighs the links around it, or is laid out as a paper."""
        own = sum(len(block.text) for block in self.run)
        title = self.attempt.words.text.strip()
        titled = any(_is_headline(block.text, title) for block in self.run[:3])
        outweighs = own * 5 > len(self.own.text) * 3
        return bool(self.run) and (outweighs or titled or self.formal)

    @cached_property
    def body(self) -> Folded:
        """The page's own text, folded; the middle of an endless one left out."""
        text = "\n".join(block.text for block in self.run) or self.own.text
        if len(text) > _LONGEST_TEXT:
            text = text[: _LONGEST_TEXT - 4000] + "\n" + text[-4000:]
        return fold(text)

    @cached_property
    def legible(self) -> bool:
        """Whether the text is Vietnamese that can be read."""
        if self.document.how is HowRead.MARKUP:
            # Pages mix languages: share buttons and comment forms outweigh a short article.
            return self.document.certainty >= 0.5 and legible_page(self.body)
        return self.document.certainty >= 0.5 and legible(self.body)

    @cached_property
    def head(self) -> DocumentHead:
        """The document head of the text, as far as there is one."""
        return read_head(self.body)

    @cached_property
    def formal(self) -> bool:
        """Whether the text has a formal head; that of a text that plainly has none is not read."""
        return not has_no_head(self.body) and self.head.formal

    def link_lines(self, topics: Topics) -> tuple[Candidate, ...]:
        """What all links to it say; noted as asked."""
        self.witness.asked.beyond_section = True
        return link_lines(self.attempt, topics)

    def paper(self, lexicon: Lexicon) -> PaperText:
        """The text as a paper."""
        return PaperText(self.body, self.head, self.hits(lexicon), self._certainty())

    def _certainty(self) -> float:
        """How sure the letters are: a recognised word may always be another, however clear."""
        sure = self.document.certainty
        misread = self.document.how is HowRead.OCR or (
            dict(self.document.metadata).get("head_recognised") is not None
        )
        return min(sure, _SUREST_OCR) if misread else sure

    def hits(self, lexicon: Lexicon) -> Hits:
        """The catalogue's words in the text; searched once."""
        if not hasattr(self, "_hits"):
            self._hits = lexicon.hits(self.body)
        return self._hits

    def turns_of_news(self, lexicon: Lexicon) -> int:
        """How many turns of news stand in the text's beginning; counted once, up to two."""
        if not hasattr(self, "_turns"):
            top = self.body.beginning(LOOKED_THROUGH)
            found = lexicon.shared("news").each(lexicon.news(top))
            self._turns = turns_of_news(top, (span for span, _ in found))
        return self._turns

    def in_system_section(self, lexicon: Lexicon) -> bool:
        """Whether section, article or row around the link speak of ISO or the system."""
        if not hasattr(self, "_in_section"):
            self._in_section = lexicon.speaks_of_system(surroundings(self.attempt))
        return self._in_section

    def headed_by(self, lexicon: Lexicon) -> bool:
        """Whether the first lines of a plain list speak of ISO or the system."""
        if not hasattr(self, "_headed"):
            top = Folded(self.body.source[:_TOP], self.body.plain[:_TOP])
            self._headed = not self.formal and lexicon.speaks_of_system(top)
        return self._headed

    def about_system(self, lexicon: Lexicon) -> bool:
        """Whether the text or what surrounds the link speaks of ISO or the system."""
        if not hasattr(self, "_about"):
            self._about = self._speaks(lexicon)
        return self._about

    def _speaks(self, lexicon: Lexicon) -> bool:
        speaks = lexicon.may_speak_of_system(self.body) and speaks_of_system(self.hits(lexicon))
        return speaks or self.in_system_section(lexicon)

    def head_above(self, title: str) -> DocumentHead:
        """The head, its issuer taken from the lines above a title that no type name opens."""
        if self.head.issuer_lines:
            return self.head
        place = self.body.source.find(title.split("\n")[0][:40])
        if not 0 < place < 500:
            return self.head
        above = read_head(self.body.source[:place] + "\nSố: /QĐ-X\nQUYẾT ĐỊNH\nX")
        return replace(self.head, issuer_lines=above.issuer_lines)


def _is_headline(text: str, linked_as: str) -> bool:
    """Whether a line is what the link to the page said; a date may follow either."""
    if min(len(text), len(linked_as)) <= _SHORT_HEADLINE:
        return False
    return text.startswith(linked_as) or linked_as.startswith(text)
