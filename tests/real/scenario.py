"""What an agency publishes on the real portal, and what it leaves out."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

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
    """Name of its database and folder."""
    address: str
    """"host:port" on loopback."""
    name: str
    level: str
    theme: str
    permalinks: str
    """Empty: addresses like ``/?p=12``."""
    settings: tuple[tuple[str, str | int], ...]
    iso_page: str
    pieces: tuple[Piece, ...]
    news: tuple[News, ...]
    outdated: tuple[str, ...] = ()
    """Yearly publications of which only an earlier year's paper stands."""
    pages: tuple[tuple[str, str], ...] = field(default=())
    """Title and text of other pages."""

    def truth(self, publication: str) -> str:
        """ "published", "locked", "outdated" or "missing"."""
        for piece in self.pieces:
            if piece.proves == publication:
                return "locked" if piece.place is Place.LOCKED else "published"
        return "outdated" if publication in self.outdated else "missing"
