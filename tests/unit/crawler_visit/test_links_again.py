"""Links that stand on every page are weighed once."""

from __future__ import annotations

from dataclasses import dataclass, field

from crawler.scope import Scope
from crawler.visit.links.book import LinkBook, Origin
from crawler.visit.links.frontier import Frontier
from domain.documents import Document, HowRead, Link, Zone
from domain.protocols import LinkValue
from domain.visits import LinkWords
from tests.unit.crawler_visit.portal import HOME


@dataclass
class CountingScorer:
    """Everything may be anything; counts what it was asked."""

    asked: list[str] = field(default_factory=list)

    def value(self, address: str, words: LinkWords) -> LinkValue:
        """See class."""
        if words.text:
            self.asked.append(words.text)
        return LinkValue(0.3, frozenset({"a"}))


def _pages(*pages: tuple[Link, ...]) -> tuple[CountingScorer, list[list[str]]]:
    """The scorer, and where the links of each page lead, after they were all taken."""
    scorer = CountingScorer()
    book = LinkBook(Scope((HOME,)), scorer, Frontier())
    targets = [
        book.take_page(
            Document("text/html", HowRead.MARKUP, links=links),
            Origin(f"{HOME}muc/trang-{number}", "", 0),
        ).targets
        for number, links in enumerate(pages)
    ]
    return scorer, targets


def test_a_menu_is_weighed_once_and_leads_there_from_every_page() -> None:
    """The same link on another page says nothing new; where pages lead is known all the same."""
    menu = (Link("/iso", "ISO", zone=Zone.MENU), Link("/tin", "Tin", zone=Zone.MENU))
    scorer, targets = _pages(menu, menu, menu)
    assert scorer.asked == ["ISO", "Tin"]
    assert targets == [[f"{HOME}iso", f"{HOME}tin"]] * 3


def test_links_to_other_sites_are_weighed_once_too() -> None:
    """Portals link the same dozens of offices on every page."""
    others = (Link("https://so-y-te.example/", "Sở Y tế", zone=Zone.RELATED),)
    scorer, targets = _pages(others, others, others)
    assert scorer.asked == ["Sở Y tế"]
    assert targets == [["https://so-y-te.example/"]] * 3


def test_a_link_with_other_words_around_it_is_weighed_again() -> None:
    """What stands around "Tải về" is what it says."""
    rows = [(Link("/1", "Tải về", zone=Zone.LIST, context=said),) for said in ("x", "x", "y")]
    scorer, _ = _pages(*rows)
    assert len(scorer.asked) == 2


def test_a_link_that_depends_on_its_page_leads_where_that_page_says() -> None:
    """A relative address is another one on a page in another folder."""
    scorer = CountingScorer()
    book = LinkBook(Scope((HOME,)), scorer, Frontier())
    page = Document("text/html", HowRead.MARKUP, links=(Link("xem", "Xem"),))
    led = [book.take_page(page, Origin(f"{HOME}{at}/", "", 0)).targets for at in ("a", "b", "a")]
    assert led == [[f"{HOME}a/xem"], [f"{HOME}b/xem"], [f"{HOME}a/xem"]]


def test_a_link_with_a_query_is_weighed_once_and_may_lead_back() -> None:
    """On the page that it leads to it loses the way back, whatever it was on others."""
    scorer = CountingScorer()
    book = LinkBook(Scope((HOME,)), scorer, Frontier())
    page = Document("text/html", HowRead.MARKUP, links=(Link("/tin?back=%2Ftin&id=1", "Tin"),))
    led = [
        book.take_page(page, Origin(f"{HOME}{at}", "", 0)).targets for at in ("a", "b", "c", "tin")
    ]
    assert led == [[f"{HOME}tin?back=%2Ftin&id=1"]] * 3 + [[f"{HOME}tin?id=1"]]
    assert scorer.asked == ["Tin", "Tin"]
