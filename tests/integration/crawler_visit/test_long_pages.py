"""Pages with more links than anybody reads."""

from __future__ import annotations

from crawler.scope import Scope
from crawler.visit.links.book import LinkBook, Origin
from crawler.visit.links.frontier import Frontier
from domain.documents import Document, HowRead, Link
from domain.outcomes import Skip
from tests.unit.crawler_visit.portal import HOME, WordScorer


def links_of(*links: Link) -> Document:
    """A page with nothing but links."""
    return Document("text/html", HowRead.MARKUP, links=links)


def test_all_links_of_a_long_page_are_taken_and_more_leave_a_gap() -> None:
    """A list of thousands is taken whole; one that goes on beyond that says so."""
    book = LinkBook(Scope((HOME,)), WordScorer(), Frontier())
    many = [Link(f"/x{number}", "thể thao") for number in range(9_000)]
    book.take_page(links_of(*many, Link("/cb", "Công bố ISO")), Origin(HOME + "ds", "ISO", 0))
    assert book.knows(HOME + "cb")
    assert book.passed_over.all() == ()
    more = [Link(f"/y{number}", "thể thao") for number in range(10_001)]
    book.take_page(links_of(*more), Origin(HOME + "ds2", "Văn bản ISO", 0))
    ((candidate, skip),) = book.passed_over.all()
    assert (skip, candidate.words.text) == (Skip.BUDGET, "Văn bản ISO")
