"""What reading a body gives: text in blocks with their place, links, and how sure the reader is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Zone(StrEnum):
    """Where on a page something stands."""

    MENU = "menu"
    BREADCRUMB = "breadcrumb"
    MAIN = "main"
    LIST = "list"
    """A list of articles or documents in the main part."""
    ATTACHMENT = "attachment"
    """The files of one article or document."""
    PAGING = "paging"
    RELATED = "related"
    """"Tin khác", "Tin liên quan", sidebars of latest news."""
    FOOTER = "footer"
    HEADER = "header"
    FEED = "feed"
    SITEMAP = "sitemap"
    SEARCH = "search"
    """A result of the portal's own search."""
    UNKNOWN = "unknown"


class BlockKind(StrEnum):
    """What a block of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    ROW = "row"
    """A table row, its cells joined by " | "."""


class HowRead(StrEnum):
    """By which way text was got out of a body."""

    MARKUP = "markup"
    TEXT_LAYER = "text_layer"
    OFFICE = "office"
    PLAIN = "plain"
    OCR = "ocr"


class Unread(StrEnum):
    """Why a body could not be read."""

    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    UNSUPPORTED = "unsupported"
    EMPTY = "empty"
    TIMED_OUT = "timed_out"
    OUT_OF_MEMORY = "out_of_memory"
    NO_TEXT_LAYER = "no_text_layer"


class Need(StrEnum):
    """What a page would need to be seen whole that plain HTTP does not give."""

    BROWSER = "browser"
    """Its text appears only when its scripts run."""
    SCRIPTS = "scripts"
    """Its frame came; what it is about only its scripts fill in."""
    POST_PAGING = "post_paging"
    """Its list goes on only by a form post (``__doPostBack``)."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text in reading order, NFC."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    zone: Zone = Zone.MAIN
    page: int | None = None
    """Page number from 1; None where the format has no pages."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it stands on a page; all that a person would know before opening it."""

    href: str
    """As written, not resolved; for a link that posts, the script call."""
    text: str = ""
    title: str = ""
    zone: Zone = Zone.UNKNOWN
    context: str = ""
    """Text of the row, item or paragraph around it, the link's own left out; at most 300 long."""
    section: str = ""
    """The heading it stands under, or the menu path, joined by " > "."""
    posts: bool = False
    """True where following it needs a form post or a script."""


@dataclass(frozen=True, slots=True)
class SearchForm:
    """A GET form with one text field: the portal's own search box."""

    action: str
    """As written, not resolved."""
    field: str
    hidden: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive: a document of its own, or why it could not be read."""

    name: str
    """Its path inside the archive, in Unicode."""
    document: Document | None = None
    unreadable: Unreadable | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A body that was read."""

    media_type: str
    """Decided from the bytes, not from the header."""
    how: HowRead
    title: str = ""
    """HTML: the title of the page; files: the title in their metadata, often empty or wrong."""
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    """Pairs such as ``("generator", "WordPress 6.1")``, names in lower case."""
    base: str = ""
    """HTML: the ``<base href>``, as written."""
    needs: tuple[Need, ...] = ()
    searches: tuple[SearchForm, ...] = ()
    pages: int | None = None
    members: tuple[Member, ...] = ()
    """Archives: the files in them; such a document has no blocks of its own."""
    certainty: float = 1.0
    """0 to 1: how sure the reader is of the characters."""

    @property
    def text(self) -> str:
        """All blocks joined by line ends."""
        return "\n".join([block.text for block in self.blocks])

    @property
    def main_text(self) -> str:
        """The blocks of the page's own content: no menu, header, footer or related lists."""
        own = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)
        return "\n".join([block.text for block in self.blocks if block.zone in own])


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A body that could not be read, and why."""

    media_type: str
    reason: Unread
    detail: str = ""


Reading = Document | Unreadable
"""What reading a body came to."""
