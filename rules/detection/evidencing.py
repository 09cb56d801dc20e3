"""Writing down what a page shows, as evidence."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from documents import READER_VERSION
from domain.documents import Reading
from domain.findings import Evidence, Side
from domain.visits import Attempt
from rules.catalogue.model import Publication
from rules.detection.sources import surroundings
from rules.explaining.shown_titles import without_leftovers
from rules.sightings import Sighting, SightingKind

_LONGEST_QUOTE = 300
_LONGEST_HEAD = 120
_LEFT_OUT = " … "


@dataclass(frozen=True)
class Shown:
    """What was read that evidence must carry."""

    quote: str
    place: str
    title: str = ""
    number: str | None = None
    issued_on: date | None = None
    year: int | None = None
    issuer: str | None = None
    head: str = ""
    """The lines of the paper's head that say whose it is; quoted before the title."""

    @property
    def quoted(self) -> str:
        """What is quoted: whose the paper is, and the whole line that the deciding words are of."""
        line = self.title if self.quote in self.title else self.quote
        head = self.head.strip()
        if not 0 < len(head) <= _LONGEST_HEAD:  # a long one ran into the text below it
            return line[:_LONGEST_QUOTE]
        return f"{head}{_LEFT_OUT}{line}"[:_LONGEST_QUOTE]


@dataclass(slots=True)
class Asked:
    """What was asked of the words of all links to a page, while it was looked through."""

    beyond_section: bool = False
    """More than whether they put it in a section about the system."""


@dataclass(frozen=True)
class Witness:
    """The page that evidence comes from."""

    attempt: Attempt
    captured_at: datetime
    media_type: str
    sha256: str | None
    asked: Asked = field(default_factory=Asked, compare=False)

    @classmethod
    def of_page(cls, attempt: Attempt, reading: Reading, captured_at: datetime) -> Witness:
        """The witness for a page that was opened."""
        return cls(attempt, captured_at, reading.media_type, attempt.sha256)

    def surroundings(self) -> str:
        """What stands around the links to it; noted as asked."""
        self.asked.beyond_section = True
        return surroundings(self.attempt)

    def sighting(
        self,
        publication: Publication,
        kind: SightingKind,
        confidence: float,
        shown: Shown,
        note: str,
        question: str = "",
    ) -> Sighting:
        """One sighting with its evidence filled in."""
        against = kind is SightingKind.NOT_IT
        evidence = Evidence(
            url=self.attempt.final_address or self.attempt.address,
            title=without_leftovers(shown.title or shown.quote)[:_LONGEST_QUOTE],
            number=_filled_in(shown.number),
            issued_on=shown.issued_on,
            year=shown.year,
            issuer=shown.issuer,
            media_type=self.media_type,
            sha256=self.sha256,
            captured_at=self.captured_at,
            quote=shown.quoted,
            place=shown.place,
            side=Side.AGAINST if against else Side.FOR,
            rule=publication.rule,
            reader=READER_VERSION,
            note=note,
        )
        return Sighting(
            publication=publication.id,
            kind=kind,
            confidence=round(confidence, 2),
            evidence=evidence,
            year=shown.year,
            question=question,
        )


def _filled_in(number: str | None) -> str | None:
    """A number to show; None where only its letters stand there: "/QĐ-UBND"."""
    if number is None or not any(letter.isdigit() for letter in number.partition("/")[0]):
        return None
    return number


def refused(sighting: Sighting, note: str, issuer: str | None) -> Sighting:
    """What would have been a paper, had not another agency been named as its owner."""
    return replace(
        sighting,
        kind=SightingKind.NOT_IT,
        evidence=replace(sighting.evidence, side=Side.AGAINST, issuer=issuer, note=note),
        question="",
        rejected_issuer=issuer,
    )


def doubted(sighting: Sighting, note: str, question: str) -> Sighting:
    """What was weighed as a paper, made a question for an inspector; its year and issuer stay."""
    return replace(
        sighting,
        kind=SightingKind.DOUBTFUL,
        confidence=min(0.4, sighting.confidence),
        evidence=replace(sighting.evidence, side=Side.FOR, note=note),
        question=question,
        kind_known=False,
    )
