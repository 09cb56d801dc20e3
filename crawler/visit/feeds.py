"""Finding and reading RSS and Atom feeds."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_LINK_TAG = re.compile(rb"<link\b[^>]{0,1000}>", re.IGNORECASE)
_FEED_TYPE = re.compile(r"type\s*=\s*[\"']?application/(?:rss|atom)\+xml", re.IGNORECASE)
_HREF = re.compile(r"href\s*=\s*(?:\"([^\"]+)\"|'([^']+)'|([^\s>\"']+))", re.IGNORECASE)
_ENTRY = re.compile(r"<(item|entry)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title\s*>", re.DOTALL | re.IGNORECASE)
_RSS_LINK = re.compile(r"<link\b[^>/]*>(.*?)</link\s*>", re.DOTALL | re.IGNORECASE)
_ATOM_LINK = re.compile(r"<link\b[^>]*?href\s*=\s*[\"']([^\"']+)", re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_TAGS = re.compile(r"<[^>]*>")
_HEAD_BYTES = 200_000
_MOST_ENTRIES = 500
_MOST_FEED_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of a feed."""

    address: str
    """As written, not resolved."""
    title: str


def feed_addresses(page: bytes) -> tuple[str, ...]:
    """The feeds a page names in its head, as written, each once."""
    found: dict[str, None] = {}
    for tag in _LINK_TAG.findall(page[:_HEAD_BYTES]):
        text = tag.decode("utf-8", errors="replace")
        href = _HREF.search(text)
        if href and _FEED_TYPE.search(text):
            found[html.unescape(next(filter(None, href.groups())))] = None
    return tuple(found)


def parse_feed(body: bytes) -> tuple[FeedEntry, ...] | None:
    """The entries of a feed; None for a body that is none."""
    text = body[:_MOST_FEED_BYTES].decode("utf-8", errors="replace")
    if not re.search(r"<(?:rss|feed|rdf:RDF)\b", text[:3000], re.IGNORECASE):
        return None
    entries = []
    for match in list(_ENTRY.finditer(text))[:_MOST_ENTRIES]:
        entry = match.group(0)
        link = _RSS_LINK.search(entry) or _ATOM_LINK.search(entry)
        title = _TITLE.search(entry)
        if link and _plain(link.group(1)):
            entries.append(
                FeedEntry(_plain(link.group(1)), _plain(title.group(1)) if title else "")
            )
    return tuple(entries)


def _plain(markup: str) -> str:
    inner = _CDATA.sub(r"\1", markup)
    return html.unescape(_TAGS.sub(" ", inner)).strip()
