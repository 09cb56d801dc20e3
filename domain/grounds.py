"""What a decision over a finding rests on, and whether that is still there.

A decision rests on what the finding showed. It lapses when that changes, and not because the same
page was captured again, or read by a newer version:

- Something new speaks for the publication, or what spoke for it is gone or different: it lapses.
- Something that was rejected is gone or different: it lapses. More that is rejected changes
  nothing, for news of other agencies' papers appears on every portal every week.
- Nothing spoke for it: the verdict itself was the ground, and another verdict ends it.
- A look that could say nothing (undetermined) neither ends nor upholds it.
- The same bytes at the same address are the same paper, whatever newer rules quote of it; other
  bytes are another. Only a web page is never the same twice (counters, clocks, lists of other
  news): it is the same while what was read off it agrees.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from domain.findings import Evidence, Side
from domain.publications import Status
from domain.reviews import Standing

SILENT = (Status.UNDETERMINED, Status.NOT_APPLICABLE)
"""Verdicts of a look that could not say anything."""


MOST_KEPT = 12
"""Pieces kept on each side of a finding: from a full list one may only have been pushed out."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What one piece of evidence shows: not when, nor by which version it was read."""

    side: Side
    url: str
    is_page: bool
    """A web page, whose bytes change with every look; else a file."""
    sha256: str | None
    title: str
    number: str | None
    issued_on: date | None
    year: int | None
    issuer: str | None
    quote: str

    @classmethod
    def of(cls, evidence: Evidence) -> Piece:
        """The lasting part of a piece of evidence."""
        return cls(
            side=evidence.side,
            url=evidence.url,
            is_page="html" in evidence.media_type.lower(),
            sha256=evidence.sha256,
            title=_words(evidence.title),
            number=evidence.number,
            issued_on=evidence.issued_on,
            year=evidence.year,
            issuer=None if evidence.issuer is None else _words(evidence.issuer),
            quote=_words(evidence.quote),
        )

    def is_still(self, newer: Piece) -> bool:
        """Whether a later look shows the same thing."""
        if (self.side, self.url) != (newer.side, newer.url):
            return False
        if self.sha256 is not None and self.sha256 == newer.sha256:
            return True
        by_words = self.is_page or self.sha256 is None
        return by_words and newer.is_page is self.is_page and self._agrees_with(newer)

    def _agrees_with(self, newer: Piece) -> bool:
        """Whether one quotes the other's words, more or fewer, and no known fact differs."""
        facts = zip(self._facts, newer._facts, strict=True)
        if any(None not in pair and pair[0] != pair[1] for pair in facts):
            return False
        return self.quote in newer.quote or newer.quote in self.quote

    @property
    def _facts(self) -> tuple[object, ...]:
        return self.number, self.issued_on, self.year, self.issuer


def _words(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


@dataclass(frozen=True, slots=True)
class Ground:
    """What a decision over a finding rests on."""

    status: Status
    speaks_for: frozenset[Piece]
    rejected: frozenset[Piece]

    @classmethod
    def of(cls, status: Status, evidence: Iterable[Evidence]) -> Ground:
        """The ground that a finding gives."""
        pieces = frozenset(Piece.of(entry) for entry in evidence)
        in_favour = frozenset(piece for piece in pieces if piece.side is Side.FOR)
        return cls(status, in_favour, pieces - in_favour)

    @property
    def silent(self) -> bool:
        """Whether the look could not say anything."""
        return self.status in SILENT

    def standing_in(self, newest: Ground) -> Standing:
        """What becomes of a decision made on this ground when a later look shows another."""
        if newest.silent:
            return Standing.STANDS
        same = _all_still(self.speaks_for, newest.speaks_for) and _all_were(
            newest.speaks_for, self.speaks_for
        )
        full = len(newest.rejected) >= MOST_KEPT
        if not same or not (full or _all_still(self.rejected, newest.rejected)):
            return Standing.EVIDENCE_CHANGED
        if not self.speaks_for and newest.status is not self.status:
            return Standing.VERDICT_CHANGED
        return Standing.STANDS


def _all_still(earlier: Iterable[Piece], later: Collection[Piece]) -> bool:
    """Whether everything of an earlier look is there in a later one."""
    return all(any(was.is_still(now) for now in later) for was in earlier)


def _all_were(later: Iterable[Piece], earlier: Collection[Piece]) -> bool:
    """Whether everything of a later look was there in an earlier one."""
    return all(any(was.is_still(now) for was in earlier) for now in later)
