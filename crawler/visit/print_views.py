"""Articles once more, as they are to be printed: set aside where they prove to be just that.

"In bài viết" leads to an address of its own for every article. The first few of a kind are opened
and held against the articles they hang on; where none says more or leads further, the others count
as looked at with their articles. One whose article nobody read is opened in the end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from crawler.urls import canonical, family, is_paper_like
from crawler.visit.desk import Opened
from crawler.visit.links.frontier import Candidate
from crawler.visit.pages.text import all_links, base_of, fold, is_longer, words_of
from crawler.visit.shown_again import place
from domain.documents import Document, Zone
from domain.outcomes import Outcome

TESTED = 5
"""So many of a kind are opened and compared."""
_MOST_KEPT = 50
"""Articles of a kind that are remembered for it."""
_MOST_OWN_WORDS = 10
"""Of a printed page, beside its article's: "Ngày in", "Nguồn", "Đóng cửa sổ"."""
_LONGEST_SAID = 40
_OWN = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)
_LEAST_OF_AN_ARTICLE = 200
"""Letters of a page's own."""
_MAY_BEGIN = frozenset("iIbBpPxXvV")
_SAYS = re.compile(
    r"\W*(?:(?:xem )?(?:phien )?ban (?:de )?in|in(?: trang| bai(?: viet)?| tin(?: bai)?| van ban)?"
    r"(?: nay)?|(?:view )?print(?:er)?(?:[ -](?:friendly|this|page|version|article|view))*)\W*"
)
_MARK = re.compile(r"(?:print|in-?bai|in-?tin|ban-?in)", re.IGNORECASE)
_MARKED = re.compile(rf"[/?&][^/?&=]*\b{_MARK.pattern}[^/?&=]*", re.IGNORECASE)
_GONE = (Outcome.NOT_FOUND, Outcome.SOFT_NOT_FOUND)


@dataclass(frozen=True, slots=True)
class _Article:
    """What an article said, and where it led."""

    words: frozenset[str]
    links: frozenset[str]


class PrintViews:
    """Knows which addresses print an article that was read, and what the first of them said."""

    def __init__(self) -> None:
        self._printing: set[str] = set()
        """Places where articles that were read are printed."""
        self._articles: dict[str, _Article] = {}
        """Some of these articles, by the places where they are printed."""
        self._kept: Counter[str] = Counter()
        self._sent: Counter[str] = Counter()
        self._proven: Counter[str] = Counter()
        self._differing: set[str] = set()
        self._held: list[Candidate] = []
        self._freed: set[str] = set()

    def stands_on(self, page: Document, address: str) -> None:
        """A page was read whole: where it is printed. A list prints each of its articles.

        One that hardly says anything may be a row of a list, or be whole in print alone.
        """
        if not is_longer((one for one in page.blocks if one.zone in _OWN), _LEAST_OF_AN_ARTICLE):
            return
        base = base_of(page, address)
        hrefs = {
            link.href
            for link in page.links
            if link.text[:1] in _MAY_BEGIN or not link.text[:1].isalnum()
            if not link.posts and _says_print(link.text, link.title, link.href)
        }
        views = {view for href in hrefs if (view := canonical(href, base))}
        if len(views) != 1:
            return
        view = views.pop()
        at, kind = place(view), _kind(view)
        if at in self._printing or at == place(address):
            return
        self._printing.add(at)
        self._kept[kind] += 1
        if self._kept[kind] <= _MOST_KEPT:
            links = all_links(page, address) | {address, view}
            self._articles[at] = _Article(words_of(page.text), links)

    def prints_read(self, candidate: Candidate) -> bool:
        """Whether it prints an article that was read, so that nothing stands there alone."""
        return candidate.post is None and place(candidate.address) in self._printing

    def takes(self, candidate: Candidate) -> bool:
        """Whether it is set aside instead of being opened, now or at all."""
        words, kind = candidate.words, _kind(candidate.address)
        if candidate.post is not None or candidate.key in self._freed or kind in self._differing:
            return False
        if not _says_print(words.text, words.title, candidate.address):
            return False
        tested = max(self._sent[kind], self._proven[kind])
        if place(candidate.address) in self._articles and tested < TESTED:
            self._sent[kind] += 1
            return False
        self._held.append(candidate)
        return True

    def saw(self, candidate: Candidate, opened: Opened) -> None:
        """Hold what was opened against the article that it prints, if any."""
        article = self._articles.pop(place(candidate.address), None)
        if article is None:
            return
        kind, page = _kind(candidate.address), opened.document
        if page is not None and not _only_prints(page, opened.final_address, article):
            self._differing.add(kind)
        elif page is not None or opened.attempt.outcome in _GONE:
            self._proven[kind] += 1

    def free(self) -> tuple[Candidate, ...]:
        """What is to be opened after all, when nothing else is left: a few more to compare first.

        At once what prints no article that was read, and what is of a kind that says more.
        """
        freed: list[Candidate] = []
        sent: Counter[str] = Counter()
        for one in self._held:
            kind = _kind(one.address)
            if self._is_proven(one) or (not self._is_free(one) and sent[kind] >= TESTED):
                continue
            sent[kind] += 1
            freed.append(one)
        self._freed |= {one.key for one in freed}
        self._held = [one for one in self._held if one.key not in self._freed]
        return tuple(freed)

    def left(self) -> Iterator[Candidate]:
        """What stays unopened, as looked at with its article."""
        yield from filter(self._is_proven, self._held)

    def unsettled(self) -> Iterator[Candidate]:
        """What nobody came to open."""
        yield from (one for one in self._held if not self._is_proven(one))

    def _is_free(self, one: Candidate) -> bool:
        return place(one.address) not in self._printing or _kind(one.address) in self._differing

    def _is_proven(self, one: Candidate) -> bool:
        return not self._is_free(one) and self._proven[_kind(one.address)] >= TESTED


def _says_print(text: str, title: str, address: str) -> bool:
    """Whether a link's words say that it prints the page; its address where it has none."""
    said = text or title
    if is_paper_like(address) or len(said) > _LONGEST_SAID:
        return False
    return bool(_SAYS.fullmatch(fold(said)) if said else _MARKED.search(address))


def _kind(address: str) -> str:
    """What the printed forms of all articles have in common: "/PrintItem.aspx", "?print"."""
    marked = _MARKED.search(address)
    return marked[0] if marked else family(address)


def _only_prints(page: Document, address: str, article: _Article) -> bool:
    """Whether a page says nothing that the article does not, and leads nowhere else."""
    host = urlsplit(address).netloc
    further = {
        link
        for link in all_links(page, address) - article.links
        if link != address and (urlsplit(link).netloc == host or is_paper_like(link))
    }
    return not further and len(words_of(page.text) - article.words) <= _MOST_OWN_WORDS
