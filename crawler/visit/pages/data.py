"""What the data that a shown page fetched adds to it: links, and that its list goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urljoin

from crawler.json_links import json_links
from crawler.visit.pages.told_totals import leads_on, words_of_list
from documents import from_json
from domain.documents import BlockKind, Document, Link, Reading, Zone
from domain.exchanges import Answer
from domain.visits import REST_OF_LIST, LinkWords

_OWN = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT, Zone.UNKNOWN)
_SHORTEST_TITLE = 12
_LONGEST_TITLE = 500
_MOST_TITLES = 2_000
_MOST_LETTERS = 400_000


def zone_of_data(part: Answer, reading: Reading | None) -> Zone:
    """Where on a shown page its data stands: the list, or the menu and boxes around it.

    Data that says nothing of what the page itself shows, a menu's entries say, is no list of it.
    """
    if not isinstance(reading, Document):
        return Zone.UNKNOWN
    own = (
        one.text for one in reading.blocks if one.zone in _OWN and one.kind is not BlockKind.HEADING
    )
    shown = "\n".join(own)[:_MOST_LETTERS]
    return Zone.LIST if any(title in shown for title in _titles(part.body)) else Zone.MENU


def _titles(body: bytes) -> Iterator[str]:
    """What may be titles in data: texts of some length, on one line."""
    try:
        waiting = [json.loads(body)]
    except (ValueError, RecursionError):  # it only looked like JSON
        return
    told = 0
    while waiting and told < _MOST_TITLES:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
        elif isinstance(one, str) and _SHORTEST_TITLE <= len(one) <= _LONGEST_TITLE:
            told += 1
            yield " ".join(one.split())


def links_of_data(
    parts: tuple[Answer, ...], reading: Reading | None, *, is_home: bool
) -> tuple[Link, ...]:
    """The links that the data holds; one more where it goes on and no address on the page does.

    What only a script turns is no address: the data says what it would bring. Such a list grows as
    a visitor scrolls. A home page shows the beginnings of many lists.
    """
    links = json_links(parts)
    if is_home or not parts or not isinstance(reading, Document):
        return links
    longest = _longest(parts)
    if longest is None or any(leads_on(link) and not link.posts for link in reading.links):
        return links
    called = words_of_list(reading, LinkWords()).text
    address, held = longest
    named = tuple(
        Link(urljoin(address, link.href), "Trang sau", called, Zone.PAGING)
        for link in held.links
        if link.zone is Zone.PAGING and not link.posts
    )
    told = dict(held.metadata)
    if named or not ("more" in told or int(told.get("pages", "0")) > 1):
        return (*links, *named[:1])
    return (*links, Link(REST_OF_LIST, "Xem thêm", called, Zone.PAGING, posts=True))


def _longest(parts: tuple[Answer, ...]) -> tuple[str, Document] | None:
    """The longest list with its address; those beside it are no page's own."""
    read = (
        (part.ask.address, one)
        for part in parts
        if isinstance(one := from_json.read(part.body), Document) and one.links
    )
    return max(read, key=lambda pair: len(pair[1].links), default=None)
