"""Where new things of a portal appear first, and which own requests tell of hidden ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.visit.aids.search import NONSENSE, QUERIES
from crawler.visit.links.front_pages import is_front_page
from crawler.visit.links.frontier import Candidate
from crawler.visit.own_requests import IMPOSSIBLE, may_be_taken_over
from documents.hints import Hints
from documents.read import read_body
from domain.documents import Document, Zone
from domain.outcomes import Outcome
from domain.publications import PublicationId
from domain.visits import Attempt, FoundBy, LinkWords

ANY = frozenset({PublicationId("quality_policy")})
ARTICLE = "<main><h1>Tin</h1><p>Có tin.</p></main>"
LIST = ARTICLE + "<div class='pagination'><a href='/muc?page=2'>2</a></div>"


def link(zone: Zone, depth: int = 2, priority: float = 0.5, **more: object) -> Candidate:
    """An address that could mean something, as a link there names it."""
    words = LinkWords(text="Mục", zone=zone)
    made = Candidate("http://xa.vn/muc", FoundBy.LINK, words, "http://xa.vn/", depth)
    return replace(made, **{"priority": priority, "could_mean": ANY, **more})  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(
    ("candidate", "html", "is_one"),
    [
        (link(Zone.MENU), ARTICLE, True),
        (link(Zone.MENU, could_mean=frozenset()), ARTICLE, False),
        (link(Zone.MENU, could_mean=frozenset()), LIST, True),
        (link(Zone.BREADCRUMB), ARTICLE, True),
        (link(Zone.BREADCRUMB, could_mean=frozenset()), ARTICLE, False),
        (link(Zone.MAIN, words=LinkWords(title="ds", zone=Zone.MAIN)), ARTICLE, True),
        (link(Zone.MAIN, words=LinkWords(title="Tiếp theo", zone=Zone.MAIN)), ARTICLE, False),
        (link(Zone.MENU, words=LinkWords(title="Tiếp theo", zone=Zone.MENU)), LIST, False),
        (link(Zone.MENU, words=LinkWords(title="Lịch tiếp dân", zone=Zone.MENU)), ARTICLE, True),
        (link(Zone.MAIN), ARTICLE, False),
        (link(Zone.LIST), ARTICLE, False),
        (link(Zone.LIST), LIST, True),
        (link(Zone.PAGING), LIST, False),
        (link(Zone.UNKNOWN, depth=1, priority=0.9), ARTICLE, True),
        (link(Zone.UNKNOWN, depth=2, priority=0.9), ARTICLE, False),
        (link(Zone.RELATED, depth=1, priority=0.9), ARTICLE, False),
        (link(Zone.UNKNOWN, depth=1, priority=0.9, found_by=FoundBy.SITEMAP), ARTICLE, False),
    ],
)
def test_front_pages(candidate: Candidate, html: str, is_one: bool) -> None:
    """Sections, what the home page itself names, and first pages; no articles, no page two."""
    page = read_body(html.encode(), Hints("text/html; charset=utf-8", ""))
    assert isinstance(page, Document)
    assert is_front_page(candidate, page) is is_one


@pytest.mark.parametrize("zone", [Zone.MAIN, Zone.LIST, Zone.PAGING])
def test_data_that_fills_a_list_is_a_front_page(zone: Zone) -> None:
    """The list's own page stays the same whatever its rows are; one row's data is an article."""
    rows = b'{"items": [{"title": "K\xe1\xba\xbf ho\xe1\xba\xa1ch", "url": "/tin/1"}]}'
    data = read_body(rows, Hints("application/json", ""))
    assert isinstance(data, Document)
    assert is_front_page(link(zone), data) is (zone is Zone.MAIN)


@pytest.mark.parametrize(
    ("path", "words", "taken"),
    [
        ("robots.txt", LinkWords(), False),
        (IMPOSSIBLE, LinkWords(), True),
        ("rss", LinkWords(zone=Zone.FEED), False),
        ("tim", LinkWords(text=QUERIES[0], zone=Zone.SEARCH), False),
        ("tim", LinkWords(text=QUERIES[1], zone=Zone.SEARCH), True),
        ("tim", LinkWords(text=NONSENSE, zone=Zone.SEARCH), True),
    ],
)
def test_own_requests(path: str, words: LinkWords, taken: bool) -> None:
    """What would show a paper that no list leads to is asked; tests of the portal are not."""
    asked = Candidate(f"http://xa.vn/{path}", FoundBy.AID, words)
    then = Attempt(asked.address, FoundBy.AID, words, outcome=Outcome.OK)
    assert may_be_taken_over(asked, then) is taken


@pytest.mark.parametrize(
    ("outcome", "kind", "named_by", "taken"),
    [
        (Outcome.OK, "text/xml", None, False),
        (Outcome.NOT_FOUND, "text/html", None, True),
        (Outcome.OK, "text/html", None, True),
        (Outcome.BLOCKED, "text/html", None, False),
        (Outcome.NOT_FOUND, "text/html", "http://xa.vn/robots.txt", False),
    ],
)
def test_a_sitemap_that_was_not_there_is_not_asked_for(
    outcome: Outcome, kind: str, named_by: str | None, taken: bool
) -> None:
    """Nor where a page for people came; but one that is named, the likeliest, and one it had is."""
    words = LinkWords(zone=Zone.SITEMAP)
    asked = Candidate("http://xa.vn/sitemap.xml", FoundBy.AID, words, named_by)
    then = Attempt(asked.address, FoundBy.AID, words, outcome=outcome, media_type=kind)
    assert may_be_taken_over(asked, then) is taken
