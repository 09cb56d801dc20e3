"""What a round learns from an address it opened: links, what matters, what repeats."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit, urlunsplit

from crawler.visit.aids.feeds import offer_entries
from crawler.visit.desk import Opened
from crawler.visit.links.book import Taken, identity
from crawler.visit.links.family_watch import Brought, self_found
from crawler.visit.links.frontier import Candidate
from crawler.visit.origins import origin_of
from crawler.visit.pages.text import NO_SHAPE, prints_of, shape_of
from crawler.visit.rendering import is_hollow
from crawler.visit.walk import Walk
from documents.from_xml import FEED_ROOTS
from domain.documents import Document, Need, Reading, Zone
from domain.outcomes import Outcome
from domain.visits import FoundBy


class Learning:
    """Takes over what opened addresses brought."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def saw(self, candidate: Candidate, opened: Opened) -> None:
        """Take note of an opened address, whatever came of it."""
        walk, outcome = self._walk, opened.attempt.outcome
        known_before = candidate.found_by in (FoundBy.HOME, FoundBy.EVIDENCE)
        if candidate.could_mean or candidate.words.zone is Zone.MENU or known_before:
            walk.matters.add(candidate.address)
        walk.links.note(opened.final_address)
        walk.prints.saw(candidate, opened)
        if outcome in (Outcome.NOT_FOUND, Outcome.SOFT_NOT_FOUND):
            walk.families.saw_nothing(candidate.key)
            self._follow_the_move(candidate, opened)
        if opened.beginning is not None:
            self._links_of(candidate, opened, opened.beginning)
        if opened.reading is None or outcome is None:
            return
        if outcome.seen or outcome is Outcome.UNREADABLE:
            self._take(candidate, opened)

    def _follow_the_move(self, candidate: Candidate, opened: Opened) -> None:
        """Look for an old address on the portal's new host or scheme, whose redirect lost its path.

        Portals that went over to https send every old link to their new home page.
        """
        home = self._walk.entrance.desk.home
        if home is None or opened.final_address != home or candidate.post is not None:
            return
        old, new = urlsplit(candidate.address), urlsplit(home)
        if (old.scheme, old.netloc) != (new.scheme, new.netloc):
            moved = urlunsplit((new.scheme, new.netloc, old.path, old.query, ""))
            self._walk.frontier.add(replace(candidate, address=moved))

    def _take(self, candidate: Candidate, opened: Opened) -> None:
        """Take the links of what was read, and note whether it brought anything new."""
        walk, document = self._walk, opened.document
        if document is None:
            self._take_files_next_door(candidate, opened)
        elif (FEED_ROOTS & set(document.metadata)) and candidate.post is None:
            offer_entries(walk.links, opened.final_address, opened.body)
        taken = Taken() if document is None else self._links_of(candidate, opened, document)
        if document is not None and Need.BROWSER in document.needs:
            walk.families.saw_shell(candidate.key)
        elif opened.reading is not None:
            if document is not None and not is_hollow(document):
                walk.prints.stands_on(document, opened.final_address)
            brought = brought_by(candidate, opened, opened.reading, taken)
            walk.families.saw(candidate.key, brought)
            if candidate.post is None:
                same = identity(candidate.address)
                idle = walk.variants.idle_keys(same, brought)
                walk.links.noise.saw(same, brought, idle)
                walk.keys.saw(same, brought, idle)

    def _take_files_next_door(self, candidate: Candidate, opened: Opened) -> None:
        """A page of another host that the agency's own text names: its files, and nothing else."""
        page, scope = opened.reading, self._walk.entrance.scope
        final = opened.final_address
        next_door = scope.same_province(final) and not scope.same_site(final)
        if isinstance(page, Document) and next_door:
            origin = origin_of(opened, page, candidate.depth)
            self._walk.links.take_files(page, origin, candidate.words)

    def _links_of(self, candidate: Candidate, opened: Opened, document: Document) -> Taken:
        """The links of a page of the portal's own."""
        walk = self._walk
        if candidate.found_by is FoundBy.HOME:
            walk.follow(candidate.address, opened.final_address)
        if not walk.entrance.scope.covers(opened.final_address):
            return Taken()
        return walk.take_links(candidate, opened, document)


def brought_by(candidate: Candidate, opened: Opened, reading: Reading, taken: Taken) -> Brought:
    """What an opened address brought."""
    varied = _has_variants(candidate.address, taken.targets)
    return Brought(
        prints_of(reading, opened.body),
        tuple(taken.targets),
        frozenset(taken.new_families),
        self_found(candidate),
        tuple(identity(address) for address in taken.new_links),
        shape_of(reading, opened.body, candidate.address) if varied else NO_SHAPE,
    )


def _has_variants(address: str, targets: list[str]) -> bool:
    """Whether a page is told from others by its query, or offers itself with one."""
    itself = f"{address}?"
    return "?" in address or any(target.startswith(itself) for target in targets)
