"""What an agency publishes on the real portal, and what it leaves out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from tests.province.papers import News, Paper


class Place(StrEnum):
    """Where on the portal a paper stands."""

    PAGE_TEXT = "page_text"
    """A page below the ISO page whose own text is the paper."""
    PAGE_FILE = "page_file"
    """A page below the ISO page that offers the file."""
    POST_FILE = "post_file"
    """A post in "Văn bản" with the file."""
    POST_TEXT = "post_text"
    """A post in "Văn bản" whose own text is the paper."""
    POST_ATTACHMENT = "post_attachment"
    """A post in "Văn bản" that leads to the file's attachment page, which leads to the file."""
    POST_VIEWER = "post_viewer"
    """A post in "Văn bản" that shows the file in a viewer page, without a link to it."""
    PAGE_EMBED = "page_embed"
    """A page below the ISO page that shows the file by the browser's own viewer."""
    LOCKED = "locked"
    """A page below the ISO page behind a password."""
    TABLE = "table"
    """A row of the table of links on the ISO page."""
    MENU = "menu"
    """A page of the menu's own whose text is the paper."""
    ARCHIVED = "archived"
    """A news item with the file, which years of other news have pushed far back."""


BELOW_ISO_PAGE = (Place.PAGE_TEXT, Place.PAGE_FILE, Place.PAGE_EMBED, Place.LOCKED)
PAGES = (*BELOW_ISO_PAGE, Place.MENU, Place.TABLE)
"""Every other place is a post."""
INSTEAD: Mapping[Place, Place | None] = MappingProxyType(
    {
        Place.POST_ATTACHMENT: Place.POST_FILE,
        Place.POST_VIEWER: Place.POST_FILE,
        Place.PAGE_EMBED: Place.PAGE_FILE,
        Place.LOCKED: None,
    }
)
"""For a CMS that does not have the place; None: the paper is left out."""


@dataclass(frozen=True)
class Piece:
    """One paper at its place."""

    paper: Paper
    place: Place
    form: str = "html"
    """One of the forms that papers are rendered in; "html" for a text of the page's own."""
    proves: str = ""
    """The publication that this paper is, of this agency and year; empty for every other paper."""
    category: str = "Văn bản"


@dataclass(frozen=True)
class Scenario:
    """One agency's portal."""

    key: str
    """Which agency: "xa" or "so"."""
    name: str
    level: str
    iso_page: str
    pieces: tuple[Piece, ...]
    news: tuple[News, ...] = ()
    outdated: tuple[str, ...] = ()
    """Yearly publications of which only an earlier year's paper stands."""
    pages: tuple[tuple[str, str], ...] = field(default=())
    """Title and text of other pages."""
    cms: str = ""
    address: str = ""
    """"host:port" on loopback."""

    def truth(self, publication: str) -> str:
        """ "published", "locked", "outdated" or "missing"."""
        for piece in self.pieces:
            if piece.proves == publication:
                return "locked" if piece.place is Place.LOCKED else "published"
        return "outdated" if publication in self.outdated else "missing"
