"""Which pages of a portal show first what is new: sections, and the first pages of lists."""

from __future__ import annotations

from crawler.visit.links.frontier import Candidate
from crawler.visit.links.next_pages import is_list_as_data
from crawler.visit.links.set_aside import TELLING
from documents.html.words import is_pager_text
from domain.documents import Document, Zone
from domain.visits import FoundBy

_SECTIONS = (Zone.MENU, Zone.HEADER, Zone.BREADCRUMB)
_OF_THE_PAGE = (Zone.MAIN, Zone.UNKNOWN)
"""Where banners and blocks stand, and no headlines of lists."""


def is_front_page(candidate: Candidate, page: Document) -> bool:
    """Whether new things of the portal would appear on a page, as it was at the last look.

    A section of the menu, unless its words plainly speak of something else; what the home page
    itself names as a paper or the system; what a page shows in a frame, or fetches to fill
    itself with; and the first page of whatever has further pages.
    """
    if is_further_page(candidate) or candidate.post is not None:
        return False
    if candidate.could_mean and candidate.words.zone in _SECTIONS:
        return True
    if _is_framed(candidate) or _fills_a_page(candidate, page):
        return True
    if candidate.depth <= 1 and candidate.found_by is FoundBy.LINK and _is_named(candidate):
        return True
    return any(link.zone is Zone.PAGING for link in page.links)


def is_further_page(candidate: Candidate) -> bool:
    """Whether a list goes on there; by a lone arrow too, which stands in no box of page numbers."""
    words = candidate.words
    return words.zone is Zone.PAGING or (not words.text and is_pager_text(words.title))


def _is_framed(candidate: Candidate) -> bool:
    """Whether a page shows it as a part of itself: nobody has words to click on for it."""
    words = candidate.words
    return candidate.found_by is FoundBy.LINK and words.zone is Zone.MAIN and not words.text


def _fills_a_page(candidate: Candidate, page: Document) -> bool:
    """Whether it is data that a page's own script asks for: the rows of its list."""
    listed = is_list_as_data(page) and candidate.words.zone is Zone.MAIN
    return listed and candidate.found_by is FoundBy.LINK


def _is_named(candidate: Candidate) -> bool:
    """Whether a banner or block of the home page names a paper or the system."""
    telling = bool(candidate.could_mean) and candidate.priority >= TELLING
    return telling and candidate.words.zone in _OF_THE_PAGE
