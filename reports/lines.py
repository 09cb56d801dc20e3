"""The matrix of the page: a line an agency, a cell a publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from domain.findings import AgencyReport, Evidence, Finding, Side
from domain.publications import PublicationId, Status
from domain.reviews import Review, Reviews
from reports import words

SHOWN_FOR = 2
"""Pieces of evidence written out for a finding, so that 161 agencies stay a page one can mail."""
SHOWN_AGAINST = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """One agency and publication as the matrix shows it."""

    title: str
    finding: Finding | None
    review: Review | None
    look: words.StatusWords
    status: Status
    sides: tuple[tuple[Side, tuple[Evidence, ...]], ...]
    """The evidence written out, for first."""
    hidden: int
    """How many pieces of evidence are left to the evidence list."""
    reference: int | None
    """Its number in the part that is printed; None where there is nothing to explain."""


@dataclass(frozen=True, slots=True)
class Line:
    """One agency's row."""

    report: AgencyReport
    cells: tuple[Cell, ...]

    @property
    def has_references(self) -> bool:
        """Whether the printed part says something of it."""
        return any(cell.reference for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Lines:
    """Makes lines, numbering their cells through the whole page."""

    publications: Sequence[tuple[PublicationId, str]]
    reviews: Reviews
    _numbers: count[int] = field(default_factory=lambda: count(1))

    def line(self, report: AgencyReport) -> Line:
        """One agency's row."""
        found = {finding.publication: finding for finding in report.findings}
        cells = (self._cell(report, title, found.get(key)) for key, title in self.publications)
        return Line(report, tuple(cells))

    def _cell(self, report: AgencyReport, title: str, finding: Finding | None) -> Cell:
        status = finding.status if finding else Status.NOT_APPLICABLE
        review = self.reviews.beside(report, finding) if finding else None
        evidence = finding.evidence if finding else ()
        sides = (
            (Side.FOR, _of_side(evidence, Side.FOR)[:SHOWN_FOR]),
            (Side.AGAINST, _of_side(evidence, Side.AGAINST)[:SHOWN_AGAINST]),
        )
        return Cell(
            title=title,
            finding=finding,
            review=review,
            look=words.STATUSES[status],
            status=status,
            sides=sides,
            hidden=len(evidence) - sum(len(shown) for _, shown in sides),
            reference=next(self._numbers) if _needs_words(finding, review) else None,
        )


def _of_side(evidence: Sequence[Evidence], side: Side) -> tuple[Evidence, ...]:
    return tuple(entry for entry in evidence if entry.side is side)


def _needs_words(finding: Finding | None, review: Review | None) -> bool:
    """Whether a printed cell must be explained: no paper is there, or a person has spoken."""
    plain = (Status.PUBLISHED, Status.NOT_APPLICABLE)
    return finding is not None and (review is not None or finding.status not in plain)
