"""The portal's own aids in one visit: search box, sitemap, feeds."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from crawler.platforms import Platform
from crawler.urls import canonical
from crawler.visit.aids.feeds import feed_addresses, offer_entries
from crawler.visit.aids.offered_lists import OfferedLists
from crawler.visit.aids.search import (
    NONSENSE,
    QUERIES,
    control_query,
    form_address,
    hides_results,
    pattern_address,
    results_of,
    search_forms,
)
from crawler.visit.aids.sitemaps import MOST_ADDRESSES, Sitemap, parse_sitemap
from crawler.visit.desk import Desk, Opened
from crawler.visit.links.book import LinkBook, Origin
from crawler.visit.links.frontier import Candidate
from crawler.visit.pages.text import all_links, base_of
from crawler.visit.robots import RobotsBook
from documents.html.search_boxes import POSTED
from domain.documents import Document, Link, Zone
from domain.outcomes import Aid, Outcome
from domain.visits import FoundBy, LinkWords

_MOST_SITEMAP_FILES = 50
_MOST_FEEDS = 3
_ADDRESSES_AT_ONCE = 200
_XML_NAME = re.compile(r"\.xml(?:\.gz)?\Z", re.IGNORECASE)


@dataclass(slots=True)
class _Tally:
    """What the sitemaps of a portal came to."""

    done: set[str] = field(default_factory=set)
    addresses: int = 0
    used: bool = False
    failed: bool = False
    """Whether a file that exists could not be read whole: what it lists stays unseen."""
    _in_vain: bool = False
    """Whether a usual place did not answer."""

    def missed(self, outcome: Outcome, *, promised: bool) -> None:
        """A file was not read; one that is gone lists nothing, as a link that is gone.

        Stock Plone promises a sitemap in robots.txt that is not there until it is switched on.
        """
        gone = outcome is Outcome.NOT_FOUND
        self.failed |= promised and not gone
        self._in_vain |= outcome.passing

    def result(self) -> Aid:
        """Used only when all that was promised was read."""
        if self.failed:
            return Aid.FAILED
        if self.used:
            return Aid.USED
        return Aid.FAILED if self._in_vain else Aid.NONE


class Aids:
    """Asks the portal's own aids and puts what they name into the frontier."""

    def __init__(
        self, desk: Desk, links: LinkBook, robots: RobotsBook, root: str, platform: Platform
    ) -> None:
        self._desk = desk
        self._links = links
        self._robots = robots
        self._root = root
        """The portal's own directory: platforms' usual addresses start there."""
        self._platform = platform

    async def search_at(self, home: Opened, must_stop: Callable[[], bool]) -> Aid:
        """What the search box of a home page came to."""
        page = home.document
        if page is None or must_stop():
            return Aid.NONE
        found = await self.search(home, page, self._platform)
        return Aid.POSTED if found is Aid.NONE and POSTED in page.metadata else found

    async def sitemap_at(self, home: Opened, must_stop: Callable[[], bool]) -> Aid:
        """What the sitemaps came to."""
        if must_stop():
            return Aid.NONE
        return await self.sitemap(self._platform, home)

    async def feeds_at(self, home: Opened, must_stop: Callable[[], bool]) -> None:
        """Read the feeds and ask the lists that scripts fill, unless the round is over."""
        if not must_stop():
            await self.feeds(home)
            if self._platform.offers_lists and not must_stop():
                await OfferedLists(self._desk, self._links, self._robots).ask(home)

    async def search(self, home: Opened, page: Document, platform: Platform) -> Aid:
        """Ask the portal's search box what an inspector would ask it."""
        first = self._search_address(page, platform, QUERIES[0], home.final_address)
        if first is None:
            return Aid.NONE
        if not await self._robots.allows(first):
            return Aid.NONE  # closed to all robots, as Drupal's is: no fault, and no gap
        frame = all_links(page, home.final_address)
        by_form = bool(page.searches)
        nonsense = await self._result_page(page, platform, NONSENSE, home)
        if nonsense is None:
            return Aid.FAILED if by_form else Aid.NONE
        known = frame | all_links(nonsense[0], nonsense[1])
        found, hidden = 0, False
        for query in QUERIES:
            answer = await self._result_page(page, platform, query, home)
            if answer is None:
                return Aid.FAILED if by_form else Aid.NONE
            found += self._take_results(answer, query, known)
            hidden = hidden or hides_results(answer[0], nonsense[0])
        if found:
            return Aid.USED
        works = await self._control(home, page, platform, known - frame)
        return Aid.FAILED if by_form and hidden and works is not Aid.USED else works

    async def _control(
        self, home: Opened, page: Document, platform: Platform, nonsense: frozenset[str]
    ) -> Aid:
        """What a search is worth that found nothing asked for: does it find the home page's words?

        One that answers, and finds not even those, is none to speak of; whether one does whose
        answers nobody could read is not known.
        """
        query = control_query(page)
        answer = await self._result_page(page, platform, query, home) if query else None
        if query is None or answer is None:
            return Aid.NONE
        if results_of(answer[0], answer[1], query, nonsense):
            return Aid.USED
        return Aid.FAILED if page.searches and hides_results(answer[0], page) else Aid.NONE

    def _search_address(
        self, page: Document, platform: Platform, query: str, base: str
    ) -> str | None:
        for form in search_forms(page):
            address = form_address(form, query, base_of(page, base))
            if address and self._links.scope.covers(address):
                return address
        return None if page.searches else pattern_address(platform, query, self._root)

    async def _result_page(
        self, page: Document, platform: Platform, query: str, home: Opened
    ) -> tuple[Document, str] | None:
        address = self._search_address(page, platform, query, home.final_address)
        if address is None:
            return None
        self._links.note(address)
        words = LinkWords(text=query, zone=Zone.SEARCH)
        asked = Candidate(address, FoundBy.AID, words, parent=home.final_address)
        opened = await self._desk.open(asked)
        empty = opened.attempt.outcome is Outcome.SOFT_NOT_FOUND  # "không tìm thấy" is an answer
        document = opened.reading if empty else opened.document
        if not isinstance(document, Document) or opened.final_address == self._desk.home:
            return None
        return document, opened.final_address

    def _take_results(self, answer: tuple[Document, str], query: str, known: frozenset[str]) -> int:
        """Offer the results of one query; how many there were."""
        page, address = answer
        wanted = frozenset(results_of(page, address, query, known))
        paging = frozenset(
            target
            for link in page.links
            if link.zone is Zone.PAGING and (target := canonical(link.href, base_of(page, address)))
        )
        kept = tuple(
            _as_result(link)
            for link in page.links
            if canonical(link.href, base_of(page, address)) in wanted | paging
        )
        origin = Origin(address, page.title, 0, FoundBy.SEARCH)
        self._links.take_page(replace(page, links=kept), origin)
        return len(wanted)

    async def sitemap(self, platform: Platform, home: Opened) -> Aid:
        """Read the portal's sitemaps, those that robots.txt or the home page's head name first."""
        named = [canonical(one) for one in (await self._robots.rules(self._root)).sitemaps]
        metadata = home.document.metadata if home.document else ()
        named += [
            canonical(href, home.final_address)
            for name, href in metadata
            if name == "sitemap" and _XML_NAME.search(href)  # else a page for people
        ]
        promised = self._promised(named, home.final_address)
        usual = [canonical(self._root.rstrip("/") + path) for path in platform.sitemaps]
        waiting = [*promised, *(one for one in usual if one and one not in promised)]
        return await self._read_sitemaps(waiting, promised)

    def _promised(self, named: Iterable[str | None], by: str) -> dict[str, str]:
        """The sitemaps that a page names, which may hold this portal's pages, and that page."""
        return {one: by for one in named if one and self._may_hold(one)}

    async def _read_sitemaps(self, waiting: list[str], promised: dict[str, str]) -> Aid:
        tally = _Tally()
        while waiting:
            address = waiting.pop(0)
            if address in tally.done or (tally.used and address not in promised):
                continue  # the other usual places would hold the same again
            if len(tally.done) >= _MOST_SITEMAP_FILES or tally.addresses >= MOST_ADDRESSES:
                tally.failed |= not promised.keys().isdisjoint({address, *waiting} - tally.done)
                break
            tally.done.add(address)
            parsed = await self._ask_sitemap(address, tally, promised.get(address))
            inner = self._promised(map(canonical, parsed.sitemaps), address)
            waiting[:0] = [*inner][: _MOST_SITEMAP_FILES + 1]
            promised = inner | promised
            tally.addresses += await self._take_addresses(parsed.pages, address)
        return tally.result()

    async def _ask_sitemap(self, address: str, tally: _Tally, promised_by: str | None) -> Sitemap:
        """One file; an empty one where nothing could be read.

        ``promised_by``: the page that names it; None where one usually is. The likeliest place
        has the portal itself for its page: it is no guess that was made because another failed.
        """
        promised = promised_by is not None
        if not await self._robots.allows(address):
            tally.failed |= promised
            return Sitemap()
        words = LinkWords(zone=Zone.SITEMAP)
        likeliest = self._root if len(tally.done) == 1 else None
        asked = Candidate(address, FoundBy.AID, words, parent=promised_by or likeliest)
        _, answer = await self._desk.ask(asked)
        parsed = parse_sitemap(answer.body) if answer.outcome.seen else None
        if parsed is None:
            tally.missed(answer.outcome, promised=promised)
            return Sitemap()
        tally.used = True
        tally.failed |= parsed.cut
        return parsed

    def _may_hold(self, sitemap: str) -> bool:
        """A sitemap on another site may name this portal's pages, but is not asked for."""
        return self._links.scope.covers(sitemap) or self._links.scope.same_province(sitemap)

    async def _take_addresses(self, pages: tuple[str, ...], sitemap: str) -> int:
        origin = Origin(sitemap, "", 0, FoundBy.SITEMAP)
        for number, page in enumerate(pages):
            if number % _ADDRESSES_AT_ONCE == 0:
                await asyncio.sleep(0)  # other portals wait while a long sitemap is weighed
            address = canonical(page, sitemap)
            if address and self._links.scope.covers(address):
                self._links.offer(address, LinkWords(zone=Zone.SITEMAP), origin)
        return len(pages)

    async def feeds(self, home: Opened) -> None:
        """Read the feeds that the home page names."""
        for href in feed_addresses(home.body)[:_MOST_FEEDS]:
            address = canonical(href, home.final_address)
            if not address or not self._links.scope.covers(address):
                continue
            if self._links.knows(address) or not await self._robots.allows(address):
                continue
            self._links.note(address)
            words = LinkWords(zone=Zone.FEED)
            asked = Candidate(address, FoundBy.AID, words, parent=home.final_address)
            _, answer = await self._desk.ask(asked)
            if answer.outcome.seen:
                offer_entries(self._links, address, answer.body)


def worse(one: Aid, other: Aid) -> Aid:
    """What the aids of two portals of one agency come to together."""
    return max(one, other, key=(Aid.NONE, Aid.USED, Aid.POSTED, Aid.FAILED).index)


def _as_result(link: Link) -> Link:
    return link if link.zone is Zone.PAGING else replace(link, zone=Zone.SEARCH)
