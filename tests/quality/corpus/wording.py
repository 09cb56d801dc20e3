"""What an author wrote: a mould from which items are cast."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from domain.agencies import Level
from domain.publications import Status

PAPER_FORMS = ("html", "pdf", "docx", "rtf", "text")
FILE_FORMS = (*PAPER_FORMS, "xlsx", "zip")
ANSWERS = ("404", "500", "scan", "locked", "damaged")
TRAPS = ("", "year", "issuer", "decoy", "news", "blank", "partial", "unread")
CASTS = ("year", "issuer")


class Kind(StrEnum):
    """What is written out: one paper, one page, one list of links, or a portal of several pages."""

    PAPER = "paper"
    PAGE = "page"
    LINKS = "links"
    PORTAL = "portal"


@dataclass(frozen=True, slots=True)
class FileText:
    """A file that pages link to as ``{file:1}``."""

    name: str
    """Without extension."""
    form: str
    text: str = ""
    answer: str = ""
    """What its address answers in place of the text; empty: the text."""


@dataclass(frozen=True, slots=True)
class PageText:
    """One page of a portal."""

    key: str
    title: str
    html: str
    menu: str = ""
    """The menu entry that leads to it; empty: reached by links only."""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """A mould: words with places left for the office, the year and the numbers."""

    id: str
    kind: Kind
    right: Mapping[str, frozenset[Status]]
    """All right statuses by publication; what is not named must be missing."""
    source: str
    """The file it stands in."""
    held_out: bool = False
    note: str = ""
    trap: str = ""
    levels: frozenset[Level] = frozenset(Level)
    section: str = ""
    link: str = ""
    file: str = ""
    forms: tuple[str, ...] = PAPER_FORMS
    text: str = ""
    cast: tuple[str, ...] | None = None
    """Castings asked for beside the plain ones; None: those that make sense for its period."""
    title: str = ""
    date: str = ""
    html: str = ""
    menu: tuple[str, ...] = ()
    pages: tuple[PageText, ...] = field(default=())
    files: tuple[FileText, ...] = field(default=())

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text in which places may be left."""
        pages = (
            part for page in self.pages for part in (page.title, page.html, page.date, page.menu)
        )
        files = (part for file in self.files for part in (file.name, file.text))
        own = (self.section, self.link, self.file, self.text, self.title, self.date, self.html)
        return (*own, *self.menu, *pages, *files)
