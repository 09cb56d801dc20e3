"""Which links of a page become addresses to open, and which are passed over, and why."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import islice

from crawler.kinds import is_picture, is_share, leads_nowhere
from crawler.platforms.generic import GENERIC
from crawler.routes import route_of, with_route
from crawler.scope import Scope, is_login_system
from crawler.tools import is_tool
from crawler.urls import canonical, family, is_not_content, is_paper_like
from crawler.visit.links.again import LinksAgain, places_of, said_of
from crawler.visit.links.frontier import Candidate, Frontier
from crawler.visit.links.idle_titles import links_told
from crawler.visit.links.noise_keys import NoiseKeys, without_way_back
from crawler.visit.links.passed_over import PassedOver
from crawler.visit.links.pictures import hangs_on
from crawler.visit.links.query_keys import ordered
from crawler.visit.links.set_aside import SetAside
from crawler.visit.pages.text import base_of
from documents.rendered import SHOWN
from domain.documents import Document, Link, Zone
from domain.outcomes import Skip
from domain.protocols import LinkScorer, LinkValue
from domain.publications import PublicationId
from domain.visits import REST_OF_LIST, FoundBy, LinkWords

_MOST_LINKS_A_PAGE = 10_000
"""As many as a reader hands over."""
_MOST_TARGETS = 300
_MOST_KNOWN = 50_000
_MOST_ALSO = 5
_MOST_NEXT_DOOR = 50
_MOST_FILES_NEXT_DOOR = 10
_OF_A_PAGE = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT, Zone.UNKNOWN)
_LIST_PRIORITY = 0.5
"""Of a platform's lists of papers, whose name may say nothing."""
_MOST_TEXT_CHARS = 300


@dataclass(frozen=True, slots=True)
class Origin:
    """The page that links stand on."""

    address: str
    """Where the page was found in the end: links are relative to it."""
    title: str
    depth: int
    found_by: FoundBy = FoundBy.LINK
    zone: Zone | None = None
    """Overrides the links' own zone: results of a search are results wherever they stand."""


@dataclass(slots=True)
class _Known:
    """What was said of an address so far."""

    address: str
    could_mean: frozenset[PublicationId] | None
    """None for addresses that are opened for themselves, whatever links say of them."""
    priority: float = 0.0
    """Of the words that promised most."""
    also: list[LinkWords] = field(default_factory=list)


@dataclass(slots=True)
class Taken:
    """What the links of one page came to."""

    targets: list[str] = field(default_factory=list)
    new_families: set[str] = field(default_factory=set)
    """Families, other than the page's own, of links that nobody knew."""
    new_links: list[str] = field(default_factory=list)

    def leads_to(self, address: str) -> None:
        """Note where a link leads, whether it is new or not."""
        if len(self.targets) < _MOST_TARGETS:
            self.targets.append(address)


class LinkBook:
    """Knows every address that was ever linked, and puts the new ones into the frontier."""

    def __init__(self, scope: Scope, scorer: LinkScorer, frontier: Frontier) -> None:
        self.scope = scope
        self._scorer = scorer
        self._frontier = frontier
        self._known: dict[str, _Known] = {}
        self._reduced: set[str] = set()
        self._opened_reduced: set[str] = set()
        self._heard: set[int] = set()
        self._again = LinksAgain()
        self.noise = NoiseKeys()
        self.aside = SetAside()
        self.platform = GENERIC
        self._next_door: dict[str, None] = {}
        self.passed_over = PassedOver(scorer.value("", LinkWords()).could_mean)

    def knows(self, address: str) -> bool:
        """Whether the address, or one that differs by noise only, was met before."""
        same = self._key(address)
        return same in self._known or self.noise.reduced(same) in self._reduced

    def opened_before(self, reduced: str) -> bool:
        """Take an address without its noise as opened; True when it was already."""
        before = reduced in self._opened_reduced
        self._opened_reduced.add(reduced)
        return before

    def note(
        self,
        address: str,
        could_mean: frozenset[PublicationId] | None = None,
        priority: float = 0.0,
    ) -> None:
        """Take an address as met, without putting it into the frontier."""
        same = self._key(address)
        self._known.setdefault(same, _Known(address, could_mean, priority))
        self._reduced.add(self.noise.reduced(same))

    def take_page(self, document: Document, origin: Origin) -> Taken:
        """Offer all links of a page to the frontier."""
        base, taken = base_of(document, origin.address), Taken()
        places, shown = places_of(base), SHOWN in document.metadata
        for link in links_told(document, origin.address)[:_MOST_LINKS_A_PAGE]:
            told = self._again.key(link, origin.zone or link.zone, places)
            to = self._again.leads_to(told, origin.address)
            if to is None:
                plain = None if link.posts else canonical(link.href, base)
                if plain is None:
                    self._pass_over_odd(link, words_of_link(link, origin), origin)
                    continue
                to = without_way_back(plain, origin.address)
                to = with_route(to, route_of(link.href)) if shown else to
                if self.offer(to, words_of_link(link, origin), origin):
                    taken.new_families |= {family(to)} - {family(origin.address)}
                    taken.new_links.append(to)
                elif to == plain and self._key(to) in self._known:
                    self._again.keep(told, to)
            taken.leads_to(to)
        if len(document.links) > _MOST_LINKS_A_PAGE:
            self.cut_short(origin)
        return taken

    def cut_short(self, origin: Origin, called: LinkWords | None = None) -> None:
        """Tell that a page goes on beyond what was taken of it: it may hold what it speaks of.

        ``called``: what its list is called, where that is not the page's title.
        """
        words = called or LinkWords(text=origin.title[:_MOST_TEXT_CHARS], zone=Zone.MAIN)
        place = f"{origin.address}{REST_OF_LIST}"
        candidate = _candidate(place, words, origin, self._scorer.value(place, words))
        self.passed_over.keep((place, ""), candidate, Skip.BUDGET)

    def _overflow(self, origin: Origin) -> None:
        """Tell, once, that a portal has more addresses than are kept: they may hold anything."""
        place, words = "/".join(origin.address.split("/", 3)[:3]) + f"/{REST_OF_LIST}", LinkWords()
        value = self._scorer.value("", words)
        self.passed_over.beyond(_candidate(place, words, origin, value))

    def offer(self, address: str, words: LinkWords, origin: Origin) -> bool:
        """Weigh one address; True when it was not known and will be opened."""
        same = self._key(address)
        if same in self._known:
            self._hear_again(self._known[same], address, words)
            return False
        value = self._scorer.value(address, words)
        candidate = _candidate(address, words, origin, value)
        layout = is_not_content(address) and not hangs_on(candidate)
        if not self.passed_over.names_some(candidate) and (layout or self.knows(address)):
            return False
        if len(self._known) >= _MOST_KNOWN:
            self.passed_over.beyond(candidate)
            self._overflow(origin)
            return False
        if value.could_mean and self.platform.lists and self.platform.lists.search(address):
            candidate = replace(candidate, priority=max(candidate.priority, _LIST_PRIORITY))
        self.note(address, value.could_mean, value.priority)
        self._heard.add(said_of(address, words))
        skip = self.why_not(candidate)
        if skip is None:
            self._frontier.add(candidate)
            self.aside.met(candidate)
        elif value.could_mean or (skip is Skip.OFF_PORTAL and is_paper_like(address)):
            self.passed_over.keep((address, ""), candidate, skip)
        return skip is None

    def _key(self, address: str) -> str:
        """What tells the address's page from others on this portal."""
        return ordered(self.platform.key(identity(address)))

    def also_said(self) -> dict[str, tuple[LinkWords, ...]]:
        """What later links said of addresses that the first did not."""
        return {known.address: tuple(known.also) for known in self._known.values() if known.also}

    def why_not(self, candidate: Candidate) -> Skip | None:
        """Why an address is not opened: a login, or another site and no paper of the agency."""
        address = candidate.address
        if is_login_system(address):
            return Skip.LOGIN_SYSTEM
        if is_tool(address) and not self.passed_over.may_hold(candidate):
            return Skip.TOOL
        picture = is_picture(address)
        if is_not_content(address) and not picture:
            return Skip.NOT_CONTENT
        if self.scope.covers(address):
            return None
        if is_share(address):
            return None if candidate.could_mean or is_paper_like(address) else Skip.OFF_PORTAL
        paper = picture or is_paper_like(address) or self._names_next_door(candidate)
        near = paper and self.scope.same_province(address)
        return None if near else Skip.OFF_PORTAL

    def _names_next_door(self, candidate: Candidate) -> bool:
        """Whether the agency's own text names a paper that a page of another host may hold."""
        own = candidate.words.zone in (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)
        if not own or not self.passed_over.names_some(candidate):
            return False
        if self.scope.same_site(candidate.address):
            return False  # another path of the host is another agency's
        self._next_door.setdefault(candidate.address, None)
        return candidate.address in islice(self._next_door, _MOST_NEXT_DOOR)

    def take_files(self, document: Document, origin: Origin, words: LinkWords) -> None:
        """Offer the files of a page next door, one step and no further, as what led there said."""
        base = base_of(document, origin.address)
        files = [
            (address, link)
            for link in document.links
            if not link.posts and link.zone in _OF_A_PAGE
            if (address := canonical(link.href, base)) and is_paper_like(address)
        ]
        for address, link in files[:_MOST_FILES_NEXT_DOOR]:
            said = replace(words, title=link.text[:_MOST_TEXT_CHARS], zone=Zone.ATTACHMENT)
            self.offer(address, said, origin)

    def _pass_over_odd(self, link: Link, words: LinkWords, origin: Origin) -> None:
        """A link that posts, or leads where nothing is asked: kept once for what it promises."""
        page = origin.address if link.zone is Zone.PAGING else ""  # each list has its own
        told = f"{page}|{words.section}|{words.text}|{words.context}"
        key = (link.href[:_MOST_TEXT_CHARS], told)
        if key in self.passed_over or (not link.posts and leads_nowhere(link.href)):
            return
        value = self._scorer.value(link.href if link.posts else "", words)
        place = self.passed_over.place(f"{origin.address}#{key[0]}")
        candidate = _candidate(place, words, origin, value)
        if link.posts and (value.could_mean or words.zone is Zone.PAGING):
            self.passed_over.keep(key, candidate, Skip.NEEDS_POST)
        elif not link.posts and self.passed_over.may_be_paper(candidate):
            self.passed_over.keep(key, candidate, Skip.UNSAFE)

    def _hear_again(self, known: _Known, address: str, words: LinkWords) -> None:
        """Another link to a known address: kept when it could mean what the others could not.

        Or when it promises more: a bare number in the section about ISO says more than the same
        number among the results of a search. The same link once more changes nothing.
        """
        if known.could_mean is None or len(known.also) >= _MOST_ALSO:
            return
        digest = said_of(address, words)
        if digest in self._heard:
            return
        self._heard.add(digest)
        value = self._scorer.value(address, words)
        if value.could_mean <= known.could_mean and value.priority <= known.priority:
            return
        known.could_mean |= value.could_mean
        known.priority = max(known.priority, value.priority)
        known.also.append(words)
        self._frontier.promote(known.address, value.priority, value.could_mean)


def identity(address: str) -> str:
    """The address without scheme and "www.": portals link themselves both ways."""
    return address.partition("://")[2].removeprefix("www.")


def _candidate(address: str, words: LinkWords, origin: Origin, value: LinkValue) -> Candidate:
    return Candidate(
        address, origin.found_by, words, origin.address, origin.depth + 1,
        value.priority, value.could_mean, value.why,
    )  # fmt: skip


def words_of_link(link: Link, origin: Origin) -> LinkWords:
    """What is known of an address by a link to it."""
    return LinkWords(
        text=link.text[:_MOST_TEXT_CHARS],
        title=link.title[:_MOST_TEXT_CHARS],
        zone=origin.zone or link.zone,
        context=link.context[:_MOST_TEXT_CHARS],
        section=link.section[:_MOST_TEXT_CHARS],
        parent_title=origin.title[:_MOST_TEXT_CHARS],
    )
