"""Lists that go on only by posting their page's form: which of their pages are asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from crawler.scope import Scope, is_login_system
from crawler.urls import canonical
from crawler.visit.desk import Opened
from crawler.visit.links.book import Origin, identity, words_of_link
from crawler.visit.links.frontier import Candidate, Frontier
from crawler.visit.links.post import Post
from crawler.visit.links.post_events import Turn, is_calendar, pagers_of
from crawler.visit.pages.text import base_of, prints_of
from documents.html.forms import PostForm, post_form
from domain.documents import Document
from domain.protocols import LinkScorer

_MOST_LISTS_A_PAGE = 10


@dataclass(frozen=True, slots=True)
class _State:
    """A page as it was opened, and what turning its lists takes."""

    candidate: Candidate
    content: str
    form: PostForm
    address: str
    """Where the form is posted."""
    origin: Origin


class PostLists:
    """Puts every further page of such lists into the frontier once.

    Only the paging of ASP.NET lists is ever posted: a link or button that a pager holds, on a
    page that carries a view state, back to the portal itself.
    """

    def __init__(self, scorer: LinkScorer, frontier: Frontier) -> None:
        self._scorer = scorer
        self._frontier = frontier
        self._offered: set[str] = set()
        self._content: dict[tuple[str, str], str] = {}
        self._doubles: set[str] = set()

    def take(
        self, candidate: Candidate, opened: Opened, document: Document, origin: Origin, scope: Scope
    ) -> Document:
        """Offer the further pages of a page's lists; the page without the links that turn them.

        What stays among its links cannot be followed, and is passed over as such.
        """
        if not any(link.posts for link in document.links):
            return document
        links = [link for link in document.links if not is_calendar(link)]
        current = candidate.post.page if candidate.post else None
        pagers = [one for one in pagers_of(document, current) if one.whole][:_MOST_LISTS_A_PAGE]
        form = post_form(opened.body) if pagers else None
        address = _posted_to(form, document, opened.final_address)
        if form is not None and address is not None and scope.covers(address):
            page = _State(candidate, prints_of(document, opened.body).exact, form, address, origin)
            self._note_content(page)
            for turn in (turn for pager in pagers for turn in pager.turns):
                self._offer(page, turn)
            turned = {id(link) for pager in pagers for link in pager.links}
            links = [link for link in links if id(link) not in turned]
        return replace(document, links=tuple(links))

    def is_double(self, candidate: Candidate) -> bool:
        """Whether its list is another's pager once more, whose pages are opened already."""
        post = candidate.post
        return post is not None and f"{candidate.address}#{post.list}" in self._doubles

    def _note_content(self, page: _State) -> None:
        """The same page by two lists: a pager above the list and one below it."""
        post = page.candidate.post
        if post is None:
            return
        known = self._content.setdefault((page.address, page.content), post.list)
        if known != post.list:
            self._doubles.add(f"{page.address}#{post.list}")

    def _offer(self, page: _State, turn: Turn) -> None:
        before = page.candidate.post
        post = Post(
            page.form,
            turn.event,
            turn.list,
            turn.page,
            of=page.content,
            may_end=before is not None and not turn.numbered,
        )
        if post.place(page.address) in self._offered:
            return
        self._offered.add(post.place(page.address))
        words = words_of_link(turn.link, page.origin)
        value = self._scorer.value(page.address, words)
        self._frontier.add(
            Candidate(
                page.address,
                page.origin.found_by,
                words,
                page.origin.address,
                page.origin.depth + 1,
                value.priority,
                value.could_mean | page.candidate.could_mean,
                value.why,
                post,
            )
        )


def _posted_to(form: PostForm | None, document: Document, address: str) -> str | None:
    """Where the form goes; None for another site or a login."""
    if form is None:
        return None
    action = canonical(form.action or address, base_of(document, address))
    if action is None or is_login_system(action) or _site(action) != _site(address):
        return None
    return action


def _site(address: str) -> str:
    return identity(address).partition("/")[0]
