"""The values of the sample province: agencies, what they publish, sections, entries and pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tests.province.papers import Issuer

YEARLY = frozenset(
    {"quality_objectives", "annual_plan", "internal_audit", "management_review", "annual_report"}
)
"""Publications that must be renewed every year; all others stand until they are replaced."""


class Kind(StrEnum):
    """What a thing on a portal is to one publication."""

    OWN = "own"
    """The paper itself: this agency's, of the year asked for or standing."""
    EARLIER = "earlier"
    """A yearly paper of an earlier year."""
    NEXT_YEAR = "next_year"
    """A yearly paper of the year to come, which does not serve this one."""
    NEWS = "news"
    """The agency's own news that it issued this year's paper."""
    BLANK = "blank"
    REPOST = "repost"
    """Another agency's paper."""
    PREDECESSOR = "predecessor"
    """A paper of a dissolved agency that the registry says this one succeeds."""
    PREDATES = "predates"
    """A standing paper older than the agency itself."""
    SHARE = "share"
    """A link to a share that asks for a password."""
    DEAD_LINK = "dead_link"


class Place(StrEnum):
    """Where on a portal a publication stands."""

    ISO_MENU = "iso_menu"
    DEEP = "deep"
    DOCUMENTS = "documents"
    NEWS = "news"
    ALL_IN_ONE = "all_in_one"
    BARE_LINK = "bare_link"
    PAGE = "page"


@dataclass(frozen=True)
class Placement:
    """One thing that one agency puts on its portal about one publication."""

    publication: str
    kind: Kind
    form: str
    """One of the forms of ``papers.FORMS``."""
    place: Place
    year: int


@dataclass(frozen=True)
class AgencyRow:
    """One row of the registry and the issuer its papers name."""

    code: str
    name: str
    level: str
    parent: str
    issuer: Issuer
    valid_from: str = ""
    valid_to: str = ""
    successor: str = ""


@dataclass(frozen=True)
class Attachment:
    """A file that hangs on an entry."""

    words: str
    """What its link says."""
    file_name: str
    media_type: str
    body: bytes = field(repr=False)
    modified: date
    href: str | None = None
    """A given address instead of the family's own: a share, or a dead link."""


class SectionKind(StrEnum):
    """How a section shows itself."""

    ARTICLES = "articles"
    DOCUMENTS = "documents"
    PAGE = "page"
    FOLDER = "folder"
    EMPTY = "empty"
    TTHC = "tthc"
    CALENDAR = "calendar"


@dataclass(frozen=True)
class Entry:
    """An article or document of a section."""

    number: int
    title: str
    day: date
    summary: str = ""
    body: str = ""
    """An HTML fragment."""
    files: tuple[Attachment, ...] = ()
    sign: str = ""
    """Number and sign of a document, "12/KH-UBND"."""
    issuer: str = ""
    direct: bool = False
    """True where a list links to the file itself, with no page of its own between."""


@dataclass(frozen=True)
class Section:
    """A menu item with what lies in it."""

    key: str
    title: str
    kind: SectionKind
    number: int
    entries: tuple[Entry, ...] = ()
    parent: str = ""
    """Key of the folder it lies in; empty at the top."""
    body: str = ""
    iso: bool = False
    """True for the sections that are about the quality system."""


@dataclass(frozen=True)
class Site:
    """Everything one agency's portal holds, before a platform gives it addresses and markup."""

    agency: AgencyRow
    sections: tuple[Section, ...]
    seed: str
    """Distinguishes the portal's own choices of markup and wording."""
    faults: frozenset[str] = frozenset()
    prefix: str = ""
    """Path under which it lies, without the closing slash; empty on a host of its own."""

    def children(self, key: str) -> tuple[Section, ...]:
        """The sections that lie in a folder; the menu's top level for an empty key."""
        return tuple(section for section in self.sections if section.parent == key)


@dataclass(frozen=True)
class PlannedPage:
    """A page as a platform wrote it; ``@@name@@`` stands for what changes at every request."""

    title: str
    main: str
    crumbs: str = ""
    section: str = ""
    status: int = 200
    media_type: str = "text/html; charset=utf-8"
    framed: bool = True


@dataclass(frozen=True)
class Portal:
    """One agency's portal: where it is served, by which platform, with which faults."""

    index: int
    agency: AgencyRow
    family: str
    faults: tuple[str, ...]
    host: str
    """Loopback address."""
    prefix: str
    placements: tuple[Placement, ...]
    tthc_section: bool
    pages: int

    @property
    def secured(self) -> bool:
        """Whether it speaks TLS."""
        return not {"self_signed_tls", "expired_tls"}.isdisjoint(self.faults)

    def url(self, port: int) -> str:
        """The address the registry gives."""
        scheme = "https" if self.secured else "http"
        return f"{scheme}://{self.host}:{port}{self.prefix}/"
