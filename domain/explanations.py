"""Why a visit went as it did, and what proves that a publication is not there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.exchanges import Try
from domain.findings import AgencyReport, Evidence, Finding, Side
from domain.outcomes import Aid
from domain.protocols import LinkValue
from domain.publications import PublicationId
from domain.visits import Attempt, LinkWords, Visit


class AidKind(StrEnum):
    """What a request of the crawler's own was for."""

    ROBOTS = "robots"
    SEARCH = "search"
    SITEMAP = "sitemap"
    FEED = "feed"
    TEST = "test"
    """An address that cannot exist, the home page once more, a word that no page has."""


@dataclass(frozen=True, slots=True)
class TakenFor:
    """What an opened address was taken for in one finding."""

    publication: PublicationId
    side: Side


@dataclass(frozen=True, slots=True)
class Step:
    """One address of a visit: opened or passed over, and why."""

    attempt: Attempt
    words: LinkWords
    """Of all that links said of it, those that promise most."""
    value: LinkValue
    """Of those words, weighed by today's rules; it could mean what any of the others could."""
    why_not: str = ""
    """In Vietnamese, why it is not known what is there; empty when that is settled."""
    earlier: tuple[Try, ...] = ()
    """Tries that failed before."""
    taken_for: tuple[TakenFor, ...] = ()


@dataclass(frozen=True, slots=True)
class Aided:
    """A request of the crawler's own, and how many addresses became known by it."""

    attempt: Attempt
    kind: AidKind
    found: int


class Point(StrEnum):
    """One question of a proof."""

    HOME = "home"
    LINKS = "links"
    SEARCH = "search"
    SITEMAP = "sitemap"
    FAILURES = "failures"
    WHOLE = "whole"
    """Whether the visit ended because nothing was left."""


@dataclass(frozen=True, slots=True)
class Check:
    """One question of a proof and its answer.

    None where the portal has no such thing, or where the answer makes no difference.
    """

    point: Point
    holds: bool | None
    count: int
    """Of what was looked at: home pages, links, queries, files, failed addresses, pages."""
    left: int = 0
    """Of what stays unseen or failed."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was done to find one publication, and whether it is enough to say that it is absent."""

    finding: Finding
    naming: tuple[Step, ...]
    """Opened because words or address name it."""
    general: int
    """Other addresses opened that could have held it, among whatever else."""
    failed: tuple[Step, ...]
    """Could have held it, and failed, at least at first."""
    passed_over: tuple[Step, ...]
    """Could have held it, and were not asked for."""
    open: tuple[str, ...]
    """In Vietnamese, what still stands in the way of an accusation."""
    checks: tuple[Check, ...]

    @property
    def refused(self) -> tuple[Evidence, ...]:
        """What comes near and is not it."""
        return tuple(one for one in self.finding.evidence if one.side is Side.AGAINST)

    @property
    def in_favour(self) -> tuple[Evidence, ...]:
        """What speaks for it."""
        return tuple(one for one in self.finding.evidence if one.side is Side.FOR)

    @property
    def enough(self) -> bool:
        """Whether the look was complete for this publication."""
        return not self.open and self.finding.status.accuses


@dataclass(frozen=True, slots=True)
class Explanation:
    """One visit told step by step."""

    report: AgencyReport
    visit: Visit
    opened: tuple[Step, ...]
    """In the order in which they were asked for."""
    aided: tuple[Aided, ...]
    passed_over: tuple[Step, ...]
    proof: Proof | None = None

    @property
    def failed(self) -> tuple[Step, ...]:
        """What was asked for and not seen, or only after a failure."""
        return tuple(step for step in self.opened if step.why_not or step.earlier)

    @property
    def searched(self) -> tuple[Aided, ...]:
        """The queries put to the portal's own search box."""
        return tuple(one for one in self.aided if one.kind is AidKind.SEARCH)

    def aid(self, kind: AidKind) -> Aid:
        """What came of the search box or the sitemaps."""
        return self.visit.search if kind is AidKind.SEARCH else self.visit.sitemap
