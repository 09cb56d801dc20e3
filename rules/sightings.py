"""What the rules saw on one page; detection makes these, judging weighs them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from domain.documents import Need, Unread
from domain.findings import Evidence
from domain.publications import PublicationId
from domain.visits import Attempt


class SightingKind(StrEnum):
    """How a page bears on one publication at the inspected agency."""

    PAPER = "paper"
    """The paper itself: right kind, this agency's (or its issuer unchecked on demand)."""
    DOUBTFUL = "doubtful"
    """It may be the paper, but its kind, issuer or year is illegible or contradictory."""
    UNREAD = "unread"
    """Link words or file name say it is the paper, and it could not be read or opened."""
    OWN_NEWS = "own_news"
    """The agency's own news says that it issued the paper; the paper itself is not here."""
    NOT_IT = "not_it"
    """It was read and is plainly something else: blank form, other issuer, other subject."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One page's bearing on one publication."""

    publication: PublicationId
    kind: SightingKind
    confidence: float
    evidence: Evidence
    year: int | None = None
    """Yearly papers: the year it is for; None when it cannot be told."""
    question: str = ""
    """In Vietnamese: what an inspector must settle (doubtful, unread and own news)."""
    likely_own: bool = False
    """Doubtful only for letters of its issuer's name that a recogniser garbled."""
    kind_known: bool = False
    """Doubtful for whose it is: what paper it is was read."""
    rejected_issuer: str | None = None
    """The other agency, where ``NOT_IT`` because that one issued it or is named as its owner."""
    open_years: frozenset[int] = frozenset()
    """Yearly papers: all that its titles leave open."""


@dataclass(frozen=True, slots=True)
class UnseenMember:
    """A file in an archive that was not seen whole."""

    attempt: Attempt
    """The archive's attempt with the words that tell what the file could be."""
    why: str
    """In Vietnamese: which file, and why it was not."""


@dataclass(frozen=True, slots=True)
class PageNotes:
    """What judging needs to remember of one page that came back, its text left behind."""

    attempt: Attempt
    sightings: tuple[Sighting, ...] = ()
    unread: Unread | None = None
    """Why the body could not be read; None when it was."""
    needs: tuple[Need, ...] = ()
    said_nothing: bool = False
    """It was read and holds no text of its own."""
    unseen: str = ""
    """Why it was seen only in part, in Vietnamese; empty when it was seen whole."""
    names_agency: bool = False
    """A home page whose title, banner or foot names the inspected agency as whose it is."""
    expired: str = ""
    """A page about one paper: its words that call the paper no longer in force."""
    members_read: int = 0
    """Archives: how many files in it were read."""
    members_unseen: tuple[UnseenMember, ...] = ()
    """Archives: the files in it that were not seen whole."""
    in_section: bool | None = field(default=None, compare=False)
    """Whether links put it in a section about the system, where nothing else of the words of links
    but the first one's had a part in these notes; None where more had."""
