"""What the data that a shown page fetched adds to it: links, and that its list goes on."""

from __future__ import annotations

from crawler.json_links import json_links
from crawler.visit.told_totals import leads_on, words_of_list
from documents import from_json
from domain.documents import Document, Link, Reading, Zone
from domain.exchanges import Answer
from domain.visits import LinkWords


def links_of_data(
    parts: tuple[Answer, ...], reading: Reading | None, *, is_home: bool
) -> tuple[Link, ...]:
    """The links that the data holds; one more where it goes on and nothing on the page does.

    Such a list grows as a visitor scrolls. A home page shows the beginnings of many lists.
    """
    links = json_links(parts)
    if is_home or not parts or not isinstance(reading, Document):
        return links
    if any(map(leads_on, reading.links)) or not _goes_on(parts):
        return links
    called = words_of_list(reading, LinkWords()).text
    return (*links, Link("#con-nua", "Xem thêm", called, Zone.PAGING, posts=True))


def _goes_on(parts: tuple[Answer, ...]) -> bool:
    """Whether the longest list says that there is more; those beside it are no page's own."""
    read = [one for part in parts if isinstance(one := from_json.read(part.body), Document)]
    longest = max(read, key=lambda one: len(one.links), default=None)
    if longest is None or not longest.links:
        return False
    told = dict(longest.metadata)
    return "more" in told or int(told.get("pages", "0")) > 1
