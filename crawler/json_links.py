"""Addresses that stand in the JSON a page's scripts fetched, with the words beside them.

Scripts show some of what they know only after a click: a file behind a viewer, the rest of a
list. What names an address there, and what stands beside it, says as much as a link on a page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from crawler.urls import is_paper_like
from domain.documents import Link, Zone
from domain.exchanges import Answer
from domain.visits import REST_OF_LIST

MOST_LINKS = 500
_MOST_DEPTH = 12
_ADDRESS_KEY = re.compile(
    r"url|link|href|path|slug_?full|duong_?dan|lien_?ket|tap_?tin|tep|file", re.I
)
_ADDRESS = re.compile(r"(?:https?://[^\s\"'<>]{4,}|/[^\s\"'<>/][^\s\"'<>]*)\Z")
_WORDS_KEY = re.compile(
    r"title|name|ten|tieu_?de|trich_?yeu|so_?hieu|so_?ky_?hieu|label|text|noi_?dung_?ngan", re.I
)
_HAS_MARKUP = re.compile(r"<[a-z!/]", re.I)
_LONGEST_WORDS = 300
_INTERFACE = re.compile(r"/(?:api|graphql|odata|_api)(?:/|\?|\Z)", re.I)

_MORE = Link(REST_OF_LIST, "Xem thêm", zone=Zone.PAGING, posts=True)
"""Stands for what is left out: whoever takes the links knows that more is there."""

_Json = Any  # whatever a portal's interface answers


def json_links(parts: tuple[Answer, ...]) -> tuple[Link, ...]:
    """The links that answers with data hold, each once."""
    found: dict[str, Link] = {}
    for part in parts:
        try:
            data = json.loads(part.body)
        except (ValueError, RecursionError):  # it only looked like JSON
            continue
        for link in _links(data, "", 0):
            if len(found) >= MOST_LINKS and link.href not in found:
                return (*found.values(), _MORE)
            found.setdefault(link.href, link)
    return tuple(found.values())


def _links(value: _Json, above: str, depth: int) -> Iterator[Link]:
    """The links of one value; ``above`` are the words of what it lies in."""
    if depth > _MOST_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _links(item, above, depth + 1)
    elif isinstance(value, dict):
        words = _words_of(value)
        for key, held in value.items():
            if isinstance(held, str) and _is_address(str(key), held):
                yield Link(held, words or above, zone=Zone.LIST, context=above if words else "")
            elif isinstance(held, dict | list):
                yield from _links(held, words or above, depth + 1)


def _is_address(key: str, text: str) -> bool:
    """Whether a text leads to a page or paper, rather than to the interface behind them."""
    if not _ADDRESS.match(text) or len(text) > 1000:
        return False
    if is_paper_like(text if "://" in text else f"http://portal{text}"):
        return True
    return _ADDRESS_KEY.search(key) is not None and not _INTERFACE.search(text)


def _words_of(item: dict[str, _Json]) -> str:
    """What an entry is called."""
    said = (
        text.strip()
        for key, text in item.items()
        if isinstance(text, str) and _WORDS_KEY.search(str(key)) and _is_words(text)
    )
    return " - ".join(dict.fromkeys(filter(None, said)))[:_LONGEST_WORDS]


def _is_words(text: str) -> bool:
    return not _HAS_MARKUP.search(text) and not _ADDRESS.match(text)
