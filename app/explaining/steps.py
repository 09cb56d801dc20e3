"""Every address of a visit with what it promised, by today's rules, and what came of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from urllib.parse import urlsplit

from domain.documents import Zone
from domain.explanations import Aided, AidKind, Step, TakenFor
from domain.outcomes import Outcome
from domain.protocols import LinkScorer, LinkValue
from domain.publications import PublicationId
from domain.visits import Attempt, FoundBy, LinkWords
from rules.explaining.reasons import UNREADS, why_open
from storage.looks import Look

_KINDS = {
    Zone.SEARCH: AidKind.SEARCH,
    Zone.SITEMAP: AidKind.SITEMAP,
    Zone.FEED: AidKind.FEED,
}
_UNREADS = {unread.value: words for unread, words in UNREADS.items()}


class Weighing:
    """Weighs the links of one visit as the crawler did."""

    def __init__(self, look: Look, scorer: LinkScorer) -> None:
        self._look = look
        self._scorer = scorer
        self._taken_for = _taken_for_at(look)
        self.everything: frozenset[PublicationId] = scorer.value("", LinkWords()).could_mean

    def step(self, attempt: Attempt) -> Step:
        """One address, opened or passed over."""
        place = (attempt.address, attempt.method, attempt.form_digest)
        here = dict.fromkeys((attempt.address, attempt.final_address))
        words, value = self._weighed(attempt)
        earlier = self._look.earlier.get(place, ())  # the home page is asked again as a test, too
        return Step(
            attempt=attempt,
            words=words,
            value=value,
            why_not=_why_not(attempt),
            earlier=tuple(one for one in earlier if not one.outcome.seen),
            taken_for=tuple(dict.fromkeys(one for url in here for one in self._taken_for[url])),
        )

    def aided(self) -> tuple[Aided, ...]:
        """The crawler's own requests, and how many addresses became known by each."""
        attempts = self._look.visit.attempts
        found = Counter(one.parent for one in attempts if one.found_by is not FoundBy.AID)
        own = (one for one in attempts if one.found_by is FoundBy.AID)
        return tuple(Aided(one, kind := _kind_of(one), _brought(one, kind, found)) for one in own)

    def _weighed(self, attempt: Attempt) -> tuple[LinkWords, LinkValue]:
        """The words that promise most; among equals, the first met."""
        said = (attempt.words, *attempt.also)
        values = [self._scorer.value(attempt.address, words) for words in said]
        best = max(range(len(said)), key=lambda place: values[place].priority)
        could_mean = frozenset[PublicationId]().union(*(value.could_mean for value in values))
        return said[best], replace(values[best], could_mean=could_mean)


def _taken_for_at(look: Look) -> defaultdict[str, list[TakenFor]]:
    """Per address: the findings that it stands in as evidence."""
    found: defaultdict[str, list[TakenFor]] = defaultdict(list)
    for finding in look.report.findings:
        for evidence in finding.evidence:
            found[evidence.url].append(TakenFor(finding.publication, evidence.side))
    return found


def _why_not(attempt: Attempt) -> str:
    if attempt.outcome is not None and attempt.outcome.settled and not attempt.cut_off:
        return ""
    if attempt.outcome is Outcome.UNREADABLE and attempt.detail:
        return _UNREADS.get(attempt.detail, attempt.detail)
    return why_open(attempt)


def _kind_of(attempt: Attempt) -> AidKind:
    if urlsplit(attempt.address).path == "/robots.txt":
        return AidKind.ROBOTS
    return _KINDS.get(attempt.words.zone, AidKind.TEST)


def _brought(attempt: Attempt, kind: AidKind, found: Counter[str | None]) -> int:
    if kind is AidKind.TEST:  # of the home page, too: its links were known before
        return 0
    places = {attempt.address, attempt.final_address}
    return sum(found[place] for place in places if place)
