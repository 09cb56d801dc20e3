"""What is noted of a page while it is walked, before its zones are settled."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from documents.html.words import has_date
from domain.documents import Block, BlockKind, Link, Zone

MAX_CONTEXT = 300
_MAX_SECTION = 300
MAX_BLOCKS = 20_000
MAX_LINKS = 5_000
MAX_CHARACTERS = 4_000_000


@dataclass(slots=True)
class BlockDraft:
    """A block whose zone may still change, of one page or of a part of several.

    It is changed by way of :meth:`Drafts.changing` only.
    """

    text: str
    kind: BlockKind
    zone: Zone
    settled: bool
    """False while only the place on the page, not a name, gave the zone."""
    _dated: bool | None = None
    _finished: Block | None = None

    @property
    def dated(self) -> bool:
        """Whether a full date stands in it; asked at every element around it, and told once."""
        if self._dated is None:
            self._dated = has_date(self.text)
        return self._dated

    def again(self) -> BlockDraft:
        """The same, for one page alone."""
        return BlockDraft(self.text, self.kind, self.zone, self.settled, self._dated)

    def block(self) -> Block:
        """The finished block; it is asked for when nothing will change any more."""
        if self._finished is None:
            self._finished = Block(self.text, self.kind, self.zone)
        return self._finished


@dataclass(slots=True)
class LinkDraft:
    """A link whose zone and surroundings may still change."""

    href: str
    text: str
    title: str
    zone: Zone
    settled: bool
    section: str
    posts: bool
    block: int
    """Index of the block its words stand in."""
    context: str = ""
    pressed: bool = False
    """True where only its look tells that it may lead somewhere: an address beside it is enough."""
    panels: tuple[str, ...] = ()
    """Names of parts of the page; where one is there, the link only shows that."""
    dropped: bool = False
    """True where it turned out to lead nowhere of its own."""
    beside: bool = False
    """True where it opens only what the words beside it name: without any it is left out."""
    alone: bool = False
    """True where it stands in a row or item that has no address: it is no button of a box."""
    known: LinkDraft | None = None
    """The one in a known part that it repeats."""
    _finished: Link | None = None

    def again(self, blocks: int, known: LinkDraft | None = None) -> LinkDraft:
        """The same, for a page on which its block stands ``blocks`` further down."""
        return LinkDraft(
            self.href, self.text, self.title, self.zone, self.settled, self.section, self.posts,
            self.block + blocks, self.context, self.pressed, self.panels, self.dropped,
            self.beside, self.alone, known,
        )  # fmt: skip

    def link(self) -> Link:
        """The finished link; most links of a known part come to the same on every page."""
        known = self.known
        if known is None:
            return self._link()
        finished = known._finished
        if finished is None or not self._comes_to(finished):
            finished = known._finished = self._link()
        return finished

    def _link(self) -> Link:
        return Link(
            self.href, self.text, self.title, self.zone, self.context, self.section, self.posts
        )

    def _comes_to(self, link: Link) -> bool:
        """Whether what may have changed since is as it was there."""
        return link.zone is self.zone and link.context == self.context and link.text == self.text


@dataclass
class Frame:
    """An open element that holds blocks.

    Without slots: what holds for nearly all of them is said once, in the class.
    """

    tag: str
    zone: Zone
    settled: bool
    blocks_from: int
    links_from: int
    inherited: str = ""
    """The heading or menu path of the elements around."""
    own: bool = False
    """True inside an element that is named as the page's own content."""
    by_line: bool = field(default=False, kw_only=True)
    """True for what a line opened."""
    heading: str = field(default="", init=False)
    label: str = field(default="", init=False)
    """Of a list item: its words before a list nested in it."""
    opened: Zone | None = field(default=None, init=False)
    """The zone that a line such as "Tin khác" opened for the rest of this element."""
    opening: Frame | None = field(default=None, init=False)
    """What such a line opened, from that line on: as if it were an element of its own."""
    apart: bool = field(default=False, init=False)
    """True where nested tables, lists or headings keep its blocks from being one row or item."""
    names_box: bool = field(default=False, init=False)
    """True where its class says it is the title of a box."""
    named: bool = field(default=False, init=False)
    """True where its class gave it its zone."""
    column: bool = field(default=False, init=False)
    """True where its class says it is a column, beside which others stand."""
    blocks_to: int = field(default=0, init=False)
    links_to: int = field(default=0, init=False)
    own_characters: int = field(default=0, init=False)
    """Of running text: what stands in its zone in lines too long for a menu's."""

    def again(self, blocks: int, links: int) -> Frame:
        """What is asked of a closed one, its places counted from elsewhere."""
        frame = Frame(
            self.tag, self.zone, self.settled, self.blocks_from + blocks, self.links_from + links,
            self.inherited, self.own, by_line=self.by_line,
        )  # fmt: skip
        frame.blocks_to, frame.links_to = self.blocks_to + blocks, self.links_to + links
        frame.own_characters = self.own_characters
        return frame

    @property
    def path(self) -> str:
        """What a link inside stands under: the menu path, or the nearest heading."""
        if self.tag == "li" and self.label:
            path = f"{self.inherited} > {self.label}" if self.inherited else self.label
            return path[-_MAX_SECTION:]
        return self.heading or self.inherited


@dataclass(slots=True)
class Drafts:
    """All blocks and links of a page in reading order."""

    blocks: list[BlockDraft] = field(default_factory=list)
    links: list[LinkDraft] = field(default_factory=list)
    characters: int = 0
    truncated: str = ""
    holds_pages: bool = False
    """Whether a frame's page stands in the markup of this one."""

    def count(self, characters: int) -> None:
        """Note what was added; ``truncated`` says which cap is reached."""
        self.characters += characters
        if len(self.blocks) >= MAX_BLOCKS:
            self.truncated = f"{MAX_BLOCKS} blocks"
        elif len(self.links) >= MAX_LINKS:
            self.truncated = f"{MAX_LINKS} links"
        elif self.characters >= MAX_CHARACTERS:
            self.truncated = f"{MAX_CHARACTERS} characters"

    def changing(self, place: int) -> BlockDraft:
        """The block at a place, to be changed: what other pages share stays as it is."""
        block = self.blocks[place] = self.blocks[place].again()
        return block

    def opening(self, zone: Zone) -> Frame:
        """What a line such as "Tin khác" opens from here on."""
        return Frame("", zone, True, len(self.blocks), len(self.links), by_line=True)

    def is_entry_of_menu(self, text: str, frame: Frame) -> bool:
        """Whether a line is a menu's link "Tin mới" and no heading over a box of news."""
        if frame.zone is not Zone.MENU or frame.names_box or frame.tag not in ("li", "div", "td"):
            return False
        inside = self.links[frame.links_from :]
        return len(inside) == 1 and inside[0].text == text

    def text_from(self, start: int, without: Collection[int] = ()) -> str:
        """The words of all blocks since ``start``, but for some by their place."""
        if not without:
            return " ".join([block.text for block in self.blocks[start:]])
        rest = enumerate(self.blocks[start:], start)
        return " ".join(block.text for place, block in rest if place not in without)


def without_own(around: str, own: str) -> str:
    """The words around a link, its own left out, cut to ``MAX_CONTEXT``."""
    if around == own:
        return ""
    around = around[: 2 * MAX_CONTEXT + len(own)]  # thousands of links may stand in one block
    rest = around.replace(own, " ", 1) if own else around
    return " ".join(rest.split())[:MAX_CONTEXT].strip(" |") if rest.strip(" |") else ""
