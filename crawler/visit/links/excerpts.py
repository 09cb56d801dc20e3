"""Boxes of the home page that show the newest of lists which were seen by themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.urls import canonical
from crawler.visit.links.frontier import Candidate
from crawler.visit.pages.text import base_of, fold
from domain.documents import Document, Link, Zone

_FEWEST_ENTRIES = 3
_ENTRIES = (Zone.LIST, Zone.MAIN, Zone.RELATED, Zone.ATTACHMENT)
_LISTS = (Zone.LIST, Zone.MAIN, Zone.ATTACHMENT)
_LEAD_TO_SECTIONS = (Zone.MENU, Zone.HEADER, Zone.BREADCRUMB, Zone.PAGING)
_MOST_LISTED = 50_000
_LEAST_TITLE = 25


@dataclass(frozen=True, slots=True)
class _Entry:
    """One of a box: some portals show an article at another address for each place it stands."""

    address: str
    title: str
    """Folded; empty where it is too short to tell one article from another."""


class Excerpts:
    """What a script's "Xem thêm" in a box of the home page goes on with: news that a section lists.

    The box is an excerpt where each of its entries was met again in the lists of sections that the
    portal's menu leads to. Those tell by themselves whether they were seen whole.
    """

    def __init__(self) -> None:
        self._homes: set[str] = set()
        """The home page's addresses: "/", and "/Default.aspx" that the portal's name links to."""
        self._boxes: dict[str, frozenset[_Entry]] = {}
        self._listed: set[str] = set()
        """Addresses and titles."""

    def stands_at_home(self, document: Document, address: str) -> None:
        """Note the boxes of the home page that only a script goes on with."""
        self._homes.add(address)
        self._boxes = _boxes_of(document, address)

    def stands_listed(self, found: Candidate, document: Document, address: str) -> None:
        """Note what a section lists; articles that stand below one another list none."""
        section = found.words.zone in _LEAD_TO_SECTIONS
        if not self._boxes or len(self._listed) >= _MOST_LISTED:
            return
        if _boxes_of(document, address) == self._boxes:
            self._homes.add(address)
            return
        if not section:
            return
        for link, to in _addresses(document, address):
            if link.zone in _LISTS:
                self._listed |= {to, _title_of(link)} - {""}

    def goes_on_with_listed(self, candidate: Candidate) -> bool:
        """Whether what only a script opens is the rest of such a box."""
        if candidate.parent not in self._homes or candidate.words.zone is not Zone.PAGING:
            return False
        entries = self._boxes.get(candidate.words.section)
        return entries is not None and all(
            entry.address in self._listed or entry.title in self._listed for entry in entries
        )


def _boxes_of(document: Document, address: str) -> dict[str, frozenset[_Entry]]:
    """What stands in the boxes of a page that only a script goes on with, by their headings."""
    pressed = {link.section for link in document.links if _is_pressed(link) and link.section}
    if not pressed:
        return {}
    entries: defaultdict[str, set[_Entry]] = defaultdict(set)
    for link, to in _addresses(document, address):
        if link.section in pressed and link.zone in _ENTRIES:
            entries[link.section].add(_Entry(to, _title_of(link)))
    return {section: frozenset(of) for section, of in entries.items() if len(of) >= _FEWEST_ENTRIES}


def _title_of(link: Link) -> str:
    return fold(link.text) if len(link.text) >= _LEAST_TITLE else ""


def _is_pressed(link: Link) -> bool:
    return link.posts and link.zone is Zone.PAGING


def _addresses(document: Document, address: str) -> Iterator[tuple[Link, str]]:
    base = base_of(document, address)
    for link in document.links:
        to = None if link.posts else canonical(link.href, base)
        if to is not None:
            yield link, to
