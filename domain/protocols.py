"""The seams: what one part needs of another without knowing it. ``app`` fills them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from domain.documents import Reading
from domain.exchanges import Answer, Ask, Shown
from domain.publications import PublicationId
from domain.visits import Attempt, LinkWords, Page


class Promise(StrEnum):
    """What in a link decided how much it promises."""

    UNTOLD = "untold"
    """Whoever weighed the link does not say."""
    NAMES_PAPER = "names_paper"
    NAMED_IN_ADDRESS = "named_in_address"
    NAMED_AROUND = "named_around"
    """Its words speak of the system, those around it name a paper."""
    SYSTEM = "system"
    """Its words or address speak of ISO or the quality system."""
    SYSTEM_NEWS = "system_news"
    """A headline about the system: training, inspection, tenders."""
    PROCEDURES = "procedures"
    IN_PAPERS_PLACE = "in_papers_place"
    """It says nothing itself; what stands around it names a paper."""
    IN_SYSTEMS_PLACE = "in_systems_place"
    """It says nothing itself; what stands around it speaks of the system."""
    NEAR_SYSTEM = "near_system"
    """Words that cannot be told, in a section about the system."""
    SECTION = "section"
    """A section that may hold anything, or words that say nothing."""
    VAGUE = "vague"
    """Office language without any subject."""
    MENU = "menu"
    """A menu entry that cannot be told."""
    IN_OTHERS_PLACE = "in_others_place"
    """It says nothing itself; what stands around it is about something else."""
    OTHER_SECTION = "other_section"
    FEW_WORDS = "few_words"
    """A few words that name nothing that is looked for, and too few to be sure."""
    OTHER_SUBJECT = "other_subject"
    LAW = "law"
    """The number of a law text."""


@dataclass(frozen=True, slots=True)
class LinkValue:
    """What a link promises before it is opened."""

    priority: float
    """0 to 1; the highest is opened first."""
    could_mean: frozenset[PublicationId]
    """Publications it may lead to; empty when its words plainly say something else."""
    why: Promise = Promise.UNTOLD


class LinkScorer(Protocol):
    """Says what a link could lead to; filled by the rules."""

    def value(self, address: str, words: LinkWords) -> LinkValue:
        """The promise of one link."""
        ...


class Progress(Protocol):
    """Hears of every page as it is read and knows whether more must be looked for."""

    def saw(self, page: Page) -> None:
        """Take note of a page that was read."""
        ...

    def all_settled(self) -> bool:
        """Whether every publication has been found, so that the visit may stop."""
        ...

    def looks_for(self) -> frozenset[PublicationId] | None:
        """What is to be found first; links that lead to it are opened before others.

        None while nothing is preferred.
        """
        ...


class Clock(Protocol):
    """The time of day and the running time; faked in tests."""

    def now(self) -> datetime:
        """Aware UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds, only differences mean anything."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        ...


class Fetch(Protocol):
    """Asks one address, with politeness, retries, redirects and caps inside."""

    async def __call__(self, ask: Ask) -> Answer:
        """Never raises for what a portal does: every failure is an outcome."""
        ...


class Render(Protocol):
    """Shows a page in a browser that runs its scripts."""

    async def __call__(self, shell: Answer, forbids: Callable[[str], bool]) -> Shown | None:
        """What the page shows; None where no browser is at hand. Never raises for a page.

        ``forbids`` says which addresses the robots.txt of the page's host closes.
        """
        ...


class Read(Protocol):
    """Turns an answer's body into text; files go to limited worker processes."""

    async def __call__(self, answer: Answer) -> Reading:
        """Never raises for what a body holds."""
        ...


class LastLook(Protocol):
    """What the last look at the same portal saw, while it may still be relied on."""

    @property
    def night(self) -> date:
        """Its own night."""
        ...

    @property
    def rests_on(self) -> date:
        """The night of the full look that it rests on; its own where it was one."""
        ...

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """All that it opened or passed over, what it took over itself included."""
        ...

    @property
    def restless(self) -> frozenset[str]:
        """Addresses whose pages ever changed from one look to the next."""
        ...

    @property
    def found_at(self) -> frozenset[str]:
        """Addresses of the papers that speak for what is published."""
        ...

    @property
    def rejected_at(self) -> frozenset[str]:
        """Addresses of what was rejected for nothing but what is published all the same."""
        ...

    def answer(self, attempt: Attempt) -> Answer | None:
        """What came then, or what a browser showed; None where it is not held any more."""
        ...

    def parts(self, attempt: Attempt, shown: Answer) -> tuple[Answer, ...]:
        """The data that the scripts of a page fetched which a browser showed."""
        ...


class Recorder(Protocol):
    """Keeps what a visit does, the raw bytes before anything parses them."""

    def answered(self, attempt: Attempt, answer: Answer) -> None:
        """Keep the exchange: the attempt as known so far, with body, headers and tries."""
        ...

    def classified(self, attempt: Attempt) -> None:
        """The attempt's final form, after its content was looked at."""
        ...

    def skipped(self, attempt: Attempt) -> None:
        """Keep an address that was passed over, with the reason."""
        ...
