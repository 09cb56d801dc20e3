"""The portal's own search box: which addresses to ask, and what its answers are worth."""

from __future__ import annotations

import re
from urllib.parse import quote_plus, urlencode

from crawler.platforms.platform import Platform
from crawler.urls import canonical
from crawler.visit.pages.text import base_of, content_text, fold
from crawler.visit.rendering import is_hollow, needs_browser
from domain.documents import Document, SearchForm, Zone

QUERIES = ("ISO 9001", "hệ thống quản lý chất lượng", "mục tiêu chất lượng")
NONSENSE = "xqzvkhongcotunay"
"""A word no page has: what is found for it too says nothing."""
_NOT_RESULTS = (Zone.MENU, Zone.BREADCRUMB, Zone.HEADER, Zone.FOOTER, Zone.RELATED)
_FEWEST_TITLE_WORDS = 4
_COUNTED = re.compile(
    r"(?:tim thay|tim duoc|co|found|tong (?:so|cong)\W{0,2})\W{0,3}0*(\d{1,6}) "
    r"(?:ket qua|van ban|bai(?: viet)?|tin|ban ghi|results?)\b"
)
_SEARCH_WORDS = re.compile(r"search|seek|tim-?kiem|tukhoa|keyword|query|\b[qsk]$")


def form_address(form: SearchForm, query: str, page: str) -> str | None:
    """The address that sending the form with a query asks for."""
    action = canonical(form.action or page, page)
    if action is None:
        return None
    path, _, own = action.partition("?")
    fields = urlencode([*form.hidden, (form.field, query)])
    kept = [pair for pair in own.split("&") if pair and not pair.startswith(f"{form.field}=")]
    return canonical(f"{path}?{'&'.join([*kept, fields])}")


def search_forms(page: Document) -> tuple[SearchForm, ...]:
    """The forms of a page, those that call themselves a search first."""
    return tuple(sorted(page.searches, key=lambda form: not _calls_itself_search(form)))


def _calls_itself_search(form: SearchForm) -> bool:
    return bool(_SEARCH_WORDS.search(f"{form.action} {form.field}".lower()))


def pattern_address(platform: Platform, query: str, root: str) -> str | None:
    """The address of the platform's usual search; None when it has no such address."""
    if not platform.search:
        return None
    return canonical(root.rstrip("/") + platform.search.format(query=quote_plus(query)))


def results_of(page: Document, address: str, query: str, known: frozenset[str]) -> tuple[str, ...]:
    """The links of a result page that are neither its frame's nor ``known`` nor more searches."""
    found: dict[str, None] = {}
    asked = quote_plus(query).lower()
    for link in page.links:
        if link.posts or link.zone in _NOT_RESULTS or link.zone is Zone.PAGING:
            continue
        target = canonical(link.href, base_of(page, address))
        if target and target not in known and not _asks_again(target, address, asked, known):
            found[target] = None
    return tuple(found)


def _asks_again(target: str, address: str, asked: str, known: frozenset[str]) -> bool:
    """Whether a link that holds the words asked for is one more search.

    Portals hand those words on to the pages they find, which show them in colour.
    """
    if asked not in target.lower():
        return False
    same_page = target.partition("?")[0] == address.partition("?")[0]
    return same_page or re.sub(re.escape(asked), NONSENSE, target, flags=re.I) in known


def hides_results(page: Document, beside: Document) -> bool:
    """Whether a result page without results tells of some, or only its scripts show them.

    ``beside``: a page with the same frame, what stands on which is no result.
    """
    if is_hollow(page) or needs_browser(page):
        return True
    frame = {(link.text, link.zone) for link in beside.links}
    shown = [
        link
        for link in page.links
        if link.zone not in (*_NOT_RESULTS, Zone.PAGING) and (link.text, link.zone) not in frame
    ]
    if any(link.posts and len(link.text.split()) >= _FEWEST_TITLE_WORDS for link in shown):
        return True
    told = _COUNTED.search(fold(content_text(page)))
    return told is not None and told[1] != "0" and not shown


def control_query(home: Document) -> str | None:
    """Words that stand on the home page, for which a search that works finds something."""
    own = [link.text for link in home.links if link.zone in (Zone.LIST, Zone.MAIN)]
    news = [link.text for link in home.links if link.zone is Zone.RELATED]
    for title in (*own, *news):
        words = [word for word in title.split() if word.isalpha()]
        if len(words) >= _FEWEST_TITLE_WORDS:
            return " ".join(words[:3])
    return None
