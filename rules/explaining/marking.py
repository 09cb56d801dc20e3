"""Which words of a quote decided: the publication's wording, the year, the issuer.

Marked once, when evidence is kept with a finding, and stored with it: a later catalogue would mark
other words than those that decided then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from domain.findings import Evidence, Side
from domain.publications import Period
from rules.catalogue import Catalogue, Publication
from rules.catalogue.vocabulary import Lexicon
from rules.vietnamese.folding import Folded, dense_phrase, fold
from rules.vietnamese.search import Hits, Span

MOST_MARKS = 8
"""Kept for one quote, in the order in which they stand."""
_SPEAKS_AGAINST = (
    "blank_form",
    "draft",
    "mention",
    "other_act",
    "training",
    "other_subject",
    "news",
)
"""Shared lists of the catalogue whose words make something no paper."""
_KIND_OF_BODY = re.compile(r"^(?:ubnd|uybannhandan)")
_BODY_BEFORE = re.compile(r"(?:ubnd|uy\s*ban\s*nhan\s*dan)\W*$")


class Marker:
    """Marks quotes with the words of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @cached_property
    def _lexicon(self) -> Lexicon:
        """Built when the first quote is marked."""
        return Lexicon(self._catalogue)

    def marked(self, evidence: Evidence, publication: Publication) -> Evidence:
        """The evidence with the deciding words of its quote marked; none where nothing is found."""
        text = fold(evidence.quote)
        if len(text.source) != len(evidence.quote):
            return evidence  # tidying moved letters: marks would stand beside the words
        spans = _merged(self._spans(text, evidence, publication))
        return replace(evidence, marked=spans[:MOST_MARKS])

    def _spans(self, text: Folded, evidence: Evidence, publication: Publication) -> Iterator[Span]:
        hits = self._lexicon.hits(text)
        yield from _wordings(publication, hits)
        if evidence.side is Side.AGAINST:
            yield from self._against(publication, hits)
        if publication.period is Period.YEARLY and evidence.year is not None:
            yield from _years(text, evidence.year)
        if evidence.issuer:
            yield from _issuers(text, evidence.issuer)

    def _against(self, publication: Publication, hits: Hits) -> Iterator[Span]:
        lists = (publication.not_with, *(self._lexicon.shared(name) for name in _SPEAKS_AGAINST))
        for wordings in lists:
            yield from (span for span, _ in wordings.found(hits))


def _wordings(publication: Publication, hits: Hits) -> Iterator[Span]:
    """Where the publication's own wordings stand."""
    by_itself = (publication.names, publication.names_in_context)
    for wordings in (*by_itself, publication.names_in_section, publication.names_on_links):
        yield from (span for span, _ in wordings.found(hits))


def _years(text: Folded, year: int) -> Iterator[Span]:
    """The year's digits, not inside a number, a date or the name of a standard."""
    for found in re.finditer(rf"(?<![\d/.:-]){year}(?!\d)(?!\s*/\s*[a-z])", text.plain):
        yield found.span()


def _issuers(text: Folded, issuer: str) -> Iterator[Span]:
    """The issuer's name, whichever way "UBND" is written before it."""
    name = _KIND_OF_BODY.sub("", dense_phrase(issuer))
    place = text.dense.find(name) if name else -1
    if place < 0:
        return
    start, end = text.offset(place), text.offset(place + len(name) - 1) + 1
    before = _BODY_BEFORE.search(text.plain[:start])
    yield (before.start() if before else start, end)


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans that touch or overlap, as one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
