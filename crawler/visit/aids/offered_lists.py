"""The list of everything that WordPress offers as JSON, where it offers it: posts and pages."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass

from crawler.urls import canonical
from crawler.visit.desk import Desk, Opened
from crawler.visit.links.book import LinkBook, Origin
from crawler.visit.links.frontier import Candidate
from crawler.visit.robots import RobotsBook
from domain.documents import Zone
from domain.exchanges import Answer
from domain.visits import FoundBy, LinkWords

_OFFER = re.compile(
    rb"<link\b[^<>]*rel=[\"']https://api\.w\.org/[\"'][^<>]*href=[\"']([^\"']{1,500})[\"']",
    re.IGNORECASE,
)
_HEAD_BYTES = 200_000
_KINDS = ("posts", "pages")
_A_PAGE = 100
_MOST_PAGES = 20
_MOST_CHARS = 300
_TAGS = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class OfferedEntry:
    """One entry: its address and title."""

    address: str
    title: str


class OfferedLists:
    """Asks for the lists page by page; what they name is weighed like a sitemap's addresses.

    Nothing is promised by them: a list that is refused leaves no gap, for the portal's own pages
    lead to the same posts.
    """

    def __init__(self, desk: Desk, links: LinkBook, robots: RobotsBook) -> None:
        self._desk = desk
        self._links = links
        self._robots = robots

    async def ask(self, home: Opened) -> None:
        """Take over all that the home page's interface lists."""
        offered = _OFFER.search(home.body[:_HEAD_BYTES])
        root = (
            canonical(offered[1].decode("utf-8", "replace"), home.final_address)
            if offered
            else None
        )
        if root is None or not self._links.scope.covers(root):
            return
        for kind in _KINDS:
            await self._ask_kind(root, kind, home.final_address)

    async def _ask_kind(self, root: str, kind: str, home: str) -> None:
        for number in range(1, _MOST_PAGES + 1):
            query = f"per_page={_A_PAGE}&page={number}&_fields=link,title"
            address = canonical(
                f"{root.rstrip('/')}/wp/v2/{kind}{'&' if '?' in root else '?'}{query}"
            )
            if address is None or not await self._robots.allows(address):
                return
            _, answer = await self._desk.ask(Candidate(address, FoundBy.AID, parent=home))
            entries = entries_of(answer)
            origin = Origin(address, "", 0, FoundBy.SITEMAP)
            for entry in entries:
                target = canonical(entry.address)
                if target and self._links.scope.covers(target):
                    words = LinkWords(text=entry.title[:_MOST_CHARS], zone=Zone.SITEMAP)
                    self._links.offer(target, words, origin)
            if len(entries) < _A_PAGE:
                return


def entries_of(answer: Answer) -> tuple[OfferedEntry, ...]:
    """What one page of a list names; nothing of an answer that is none."""
    if not answer.outcome.seen:
        return ()
    try:
        rows = json.loads(answer.body)
    except (ValueError, RecursionError):  # a page that only has the interface's address
        return ()
    return tuple(filter(None, map(_entry, rows))) if isinstance(rows, list) else ()


def _entry(row: object) -> OfferedEntry | None:
    if not isinstance(row, dict) or not isinstance(row.get("link"), str):
        return None
    title = row.get("title")
    said = title.get("rendered", "") if isinstance(title, dict) else title
    plain = html.unescape(_TAGS.sub("", said)) if isinstance(said, str) else ""
    return OfferedEntry(row["link"], " ".join(plain.split()))
