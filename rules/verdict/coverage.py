"""What a visit did not see, and which publications each gap could hold.

A gap blocks an accusation for the publications its words could mean; a gap of the whole look
(the home page, the search box, a visit cut short) blocks all of them. Nothing here speaks of
what was found: being published needs no completeness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domain.documents import Need, Zone
from domain.outcomes import Aid, Outcome, PortalState, Skip, StoppedBy
from domain.protocols import LinkScorer
from domain.publications import PublicationId
from domain.visits import (
    Attempt,
    FoundBy,
    LinkWords,
    Visit,
    filled_pages,
    is_data_pager,
    listed_as_data,
)
from rules.explaining import reasons
from rules.sightings import PageNotes
from rules.verdict.files import is_file
from rules.verdict.hosts import is_below, is_elsewhere, loose_address
from rules.verdict.sections import ABOUT_THE_SYSTEM, is_section, listed_in_section
from rules.verdict.seen_pages import (
    ReadPages,
    key_of,
    places_of,
    turned_lists,
    was_read,
    why_unseen,
)

FEW_LINKS = 10
"""Below so many opened links a share of dead ones says nothing."""
DEAD_SHARE = 0.5
"""More dead links than this, and "not found" is doubted as the portal's way of refusing."""
_DOCUMENTS = PublicationId("qms_documents")
_OWN_TEXT = frozenset({Zone.MAIN, Zone.LIST, Zone.ATTACHMENT})


@dataclass(frozen=True, slots=True)
class Gap:
    """Something unseen, in Vietnamese, and the publications it could hold."""

    words: str
    could_hold: frozenset[PublicationId]


@dataclass(frozen=True, slots=True)
class Looked:
    """One visit's facts, asked for its gaps."""

    visit: Visit
    notes: tuple[PageNotes, ...]
    scorer: LinkScorer
    publications: frozenset[PublicationId]
    portals: tuple[str, ...] = ()
    """The agency's addresses as the registry names them on the day of judging."""

    def gaps(self) -> tuple[Gap, ...]:
        """Every gap: those of the whole look first, then the ones that name fewest publications."""
        single = dict.fromkeys(self._single_gaps())
        of_all = dict.fromkeys(self._whole_gaps(any_single=bool(single)))
        whole = [Gap(words, self.publications) for words in of_all]
        telling = [gap for gap in single if gap.could_hold]
        return (*whole, *sorted(telling, key=lambda gap: len(gap.could_hold)))

    def could_hold(self, attempt: Attempt) -> frozenset[PublicationId]:
        """The publications that any wording of the links to an address could mean."""
        if attempt.found_by is FoundBy.HOME:
            return self.publications
        came_back = attempt.outcome is not None and (
            attempt.outcome.seen or attempt.outcome is Outcome.UNREADABLE
        )
        if attempt.found_by is FoundBy.EVIDENCE and not came_back:
            return self.publications  # what held a paper before may hold any
        # Evidence that came back brings the words it was found by: it means what it meant.
        values = (
            self.scorer.value(attempt.address, words) for words in (attempt.words, *attempt.also)
        )
        return frozenset().union(*(value.could_mean for value in values)) & self.publications

    def _whole_gaps(self, *, any_single: bool) -> Iterator[str]:
        """``any_single``: whether any address leaves a gap of its own, whatever it could hold."""
        visit = self.visit
        yield from self._gaps_of_home()
        yield from self._portals_not_asked()
        if visit.stopped_by is not StoppedBy.NOTHING_LEFT:
            yield reasons.STOPS[visit.stopped_by]
        if visit.search is Aid.FAILED:
            yield reasons.SEARCH_FAILED
        if visit.sitemap is Aid.FAILED:
            yield reasons.SITEMAP_FAILED
        if self._mostly_dead():
            yield reasons.MOSTLY_NOT_FOUND
        if visit.state is PortalState.PARTLY_REACHED and not any_single:
            yield reasons.PARTLY_WITHOUT_CAUSE

    def _gaps_of_home(self) -> Iterator[str]:
        bodies = {
            note.attempt.sha256 or note.attempt.address for note in self.notes if was_read(note)
        }
        homes = [note for note in self.notes if note.attempt.found_by is FoundBy.HOME]
        filled = filled_pages(self.visit.attempts)
        if any(was_read(note, filled) for note in homes):
            if len(bodies) < 2:
                yield reasons.ONE_BODY_ONLY
            return
        unrun = any(Need.BROWSER in note.needs for note in homes) or any(
            attempt.skip is Skip.NEEDS_BROWSER
            for attempt in self.visit.attempts
            if attempt.found_by is FoundBy.HOME
        )
        said = next((note.attempt.detail for note in homes if note.needs), "")
        yield reasons.home_needs_browser(said) if unrun else reasons.HOME_NOT_READ
        if not bodies and not unrun:
            yield reasons.NOTHING_READ

    def _portals_not_asked(self) -> Iterator[str]:
        """Addresses that the registry gained since: a visit that never asked them saw nothing."""
        asked = {loose_address(self.visit.portal_url)}
        asked |= {
            loose_address(attempt.address)
            for attempt in self.visit.attempts
            if attempt.found_by is FoundBy.HOME
        }
        for url in self.portals:
            if loose_address(url) not in asked:
                yield reasons.portal_not_asked(url)

    def _mostly_dead(self) -> bool:
        opened = [
            attempt
            for attempt in self.visit.attempts
            if attempt.outcome is not None and attempt.found_by is not FoundBy.AID
        ]
        gone = (Outcome.NOT_FOUND, Outcome.SOFT_NOT_FOUND)
        dead = sum(attempt.outcome in gone for attempt in opened)
        return len(opened) >= FEW_LINKS and dead > DEAD_SHARE * len(opened)

    def _single_gaps(self) -> Iterator[Gap]:
        turned = turned_lists(self.visit.attempts)
        filled = filled_pages(self.visit.attempts)
        listed = listed_as_data(self.visit.attempts)
        for note in self.notes:
            places = places_of(note.attempt)
            why = why_unseen(
                note,
                is_turned=not turned.isdisjoint(places),
                is_filled=not filled.isdisjoint(places),
                is_listed=not listed.isdisjoint(places),
            )
            if why:
                words = reasons.attempt_gap(note.attempt, why)
                yield Gap(words, self._page_holds(note.attempt))
            for member in note.members_unseen:
                words = reasons.attempt_gap(note.attempt, member.why)
                yield Gap(words, self.could_hold(member.attempt))
        read = ReadPages.of(self.notes)
        for tries in _by_address(self.visit.attempts):
            told = all(is_data_pager(attempt, listed) for attempt in tries)
            if not told and not any(read.holds(attempt) for attempt in tries):
                yield from self._gap_of(tries)

    def _gap_of(self, tries: list[Attempt]) -> Iterator[Gap]:
        """The gap that one address leaves, every time it was met taken together."""
        last = tries[-1]
        if last.found_by is FoundBy.HOME:  # a home page that is gone hides a whole portal
            yield Gap(reasons.attempt_gap(last, reasons.why_open(last)), self.publications)
            return
        if any(_is_gone(attempt) for attempt in tries) and not self._is_neutral_entry(tries):
            return
        meant = [self.could_hold(attempt) | self._list_holds(attempt) for attempt in tries]
        could_hold = frozenset().union(*meant)
        if could_hold != self.publications and self._may_be_section(tries, could_hold):
            could_hold = self.publications
        # One wording may name a paper that another of the same address leaves open.
        if any(
            self._leaves_gap(attempt, held)
            for attempt, own in zip(tries, meant, strict=True)
            for held in (own, could_hold)
        ):
            yield Gap(reasons.attempt_gap(last, reasons.why_open(last)), could_hold)

    def _may_be_section(self, tries: list[Attempt], could_hold: frozenset[PublicationId]) -> bool:
        """Whether "Tài liệu hệ thống ISO" may be the section that all papers stand in."""
        called = _DOCUMENTS in could_hold or any(
            is_section(self.scorer, one, self.publications) for one in tries
        )
        return called and not any(map(is_file, tries))

    def _list_holds(self, attempt: Attempt) -> frozenset[PublicationId]:
        """What the list could hold of which a page was not come to: more than "2" says."""
        if attempt.method == "GET" and attempt.skip is not Skip.NEEDS_POST:
            return frozenset()
        lists = (one for one in self.visit.attempts if attempt.parent in places_of(one))
        held = (self._page_holds(one) for one in lists if one.found_by is not FoundBy.AID)
        return frozenset().union(*held)

    def _page_holds(self, attempt: Attempt) -> frozenset[PublicationId]:
        """What a page could hold: any paper where it is called like a section about the system."""
        section = is_section(self.scorer, attempt, self.publications)
        return self.publications if section else self.could_hold(attempt)

    def _leaves_gap(self, attempt: Attempt, could_hold: frozenset[PublicationId]) -> bool:
        """Whether an attempt whose content nobody read may hide something of the agency's."""
        names_some = could_hold != self.publications
        if attempt.skip is Skip.UNSAFE:
            return names_some or self._is_neutral_entry([attempt])
        if attempt.skip is Skip.NOT_CONTENT:
            return names_some  # a picture matters where the link names a paper
        if attempt.skip is Skip.LOGIN_SYSTEM:
            return names_some  # some portals keep public files below "/admin/"
        if attempt.skip is Skip.OFF_PORTAL:
            return self._may_be_its_own(attempt, could_hold)
        if attempt.skip is not None:
            # Both were decided by the rules of that night; today's may find less, or see more.
            return attempt.skip.leaves_a_gap or attempt.skip in (Skip.ALL_FOUND, Skip.UNPROMISING)
        if attempt.outcome is Outcome.REDIRECTED_AWAY:
            elsewhere = is_elsewhere(attempt.final_address, self.visit.portal_url)
            return names_some or not elsewhere
        return True

    def _may_be_its_own(self, attempt: Attempt, could_hold: frozenset[PublicationId]) -> bool:
        """Whether an address outside the portal may hold the agency's own paper all the same.

        It may on a host below the portal's or at another port of it, and wherever the text of
        the agency's own page links some publications rather than anything at all. Beside the
        text, in lists of related links, the page must be about that publication itself.
        """
        if is_below(attempt.address, self.visit.portal_url):
            return True
        every = (attempt.words, *attempt.also)
        if could_hold == self.publications:
            next_door = self._is_section_next_door(attempt.address, every)
            return next_door or listed_in_section(self.scorer, attempt.address, every)
        if not could_hold:
            return False
        if any(words.zone in _OWN_TEXT for words in every):
            return True
        return len(could_hold) == 1 and any(
            words.zone is Zone.RELATED and self._page_means(words) == could_hold for words in every
        )

    def _is_section_next_door(self, address: str, every: tuple[LinkWords, ...]) -> bool:
        """Whether it is a section about ISO on another host of the same registered name."""
        if is_elsewhere(address, self.visit.portal_url):
            return False
        return any(
            self.scorer.value(address, words).priority >= ABOUT_THE_SYSTEM for words in every
        )

    def _is_neutral_entry(self, tries: list[Attempt]) -> bool:
        """Whether the agency's own section about ISO lists it by words that say nothing.

        "Văn bản 1" that leads nowhere any more may have been any of the papers.
        """
        return any(
            self.could_hold(one) == self.publications
            and listed_in_section(self.scorer, one.address, (one.words, *one.also))
            for one in tries
        )

    def _page_means(self, words: LinkWords) -> frozenset[PublicationId]:
        """The publications that the title of the page a link stands on names."""
        title = LinkWords(text=words.parent_title)
        return self.scorer.value("", title).could_mean & self.publications


def _by_address(attempts: Iterable[Attempt]) -> Iterable[list[Attempt]]:
    """Attempts of the same request together; the crawler's own aids are judged by their result."""
    tries: defaultdict[tuple[str, str, str | None], list[Attempt]] = defaultdict(list)
    for attempt in attempts:
        if attempt.found_by is not FoundBy.AID:
            tries[key_of(attempt)].append(attempt)
    return tries.values()


def _is_gone(attempt: Attempt) -> bool:
    """Whether the address answered for good that it holds nothing."""
    return attempt.outcome is not None and attempt.outcome.settled and not attempt.outcome.seen
