"""The seams: what one part needs of another without knowing it. ``app`` fills them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.documents import Reading
from domain.exchanges import Answer, Ask
from domain.publications import PublicationId
from domain.visits import Attempt, LinkWords, Page


@dataclass(frozen=True, slots=True)
class LinkValue:
    """What a link promises before it is opened."""

    priority: float
    """0 to 1; the highest is opened first."""
    could_mean: frozenset[PublicationId]
    """Publications it may lead to; empty when its words plainly say something else."""


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


class Read(Protocol):
    """Turns an answer's body into text; files go to limited worker processes."""

    async def __call__(self, answer: Answer) -> Reading:
        """Never raises for what a body holds."""
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
