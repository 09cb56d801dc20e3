"""Finding and reading RSS and Atom feeds."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from crawler.urls import canonical
from crawler.visit.links.book import LinkBook, Origin
from domain.documents import Zone
from domain.visits import FoundBy, LinkWords

_LINK_TAG = re.compile(rb"<link\b[^<>]{0,1000}>", re.IGNORECASE)
_FEED_TYPE = re.compile(r"type\s*=\s*[\"']?application/(?:rss|atom)\+xml", re.IGNORECASE)
_HREF = re.compile(r"href\s*=\s*(?:\"([^\"]+)\"|'([^']+)'|([^\s>\"']+))", re.IGNORECASE)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_ENTRY_TAG = re.compile(r"<(/?)(?:item|entry)\b", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^<>]*>", re.IGNORECASE)
_TITLE_END = re.compile(r"</title", re.IGNORECASE)
_RSS_LINK = re.compile(r"<link\b[^<>/]*>", re.IGNORECASE)
_RSS_LINK_END = re.compile(r"</link", re.IGNORECASE)
_ATOM_LINK = re.compile(r"<link\b[^<>]{0,1000}", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
"""No pattern reaches beyond the next "<": a hostile feed is read in one pass."""
_HEAD_BYTES = 200_000
_MOST_ENTRIES = 500
_MOST_FEED_BYTES = 5_000_000
_LONGEST_WORDS_CHARS = 10_000
_LONGEST_TITLE = 300


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
    if not _FEED.search(text[:3000]):
        return None
    entries = (_entry(part) for part in islice(_parts(text), _MOST_ENTRIES))
    return tuple(entry for entry in entries if entry.address)


def _parts(text: str) -> Iterator[str]:
    """What stands in each item or entry; one that is never closed ends at the next or the end."""
    start: int | None = None
    for tag in _ENTRY_TAG.finditer(text):
        if start is not None:
            yield text[start : tag.start()]
        start = None if tag[1] else tag.end()
    if start is not None:
        yield text[start:]


def _entry(part: str) -> FeedEntry:
    address = _within(part, _RSS_LINK, _RSS_LINK_END) or _atom_link(part)
    return FeedEntry(address, _within(part, _TITLE, _TITLE_END))


def _within(part: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> str:
    """The plain words of the first such element; empty when there is none."""
    first = opening.search(part)
    last = closing.search(part, first.end()) if first else None
    return _plain(part[first.end() : last.start()]) if first and last else ""


def _atom_link(part: str) -> str:
    """The address of the first link that names one in an attribute."""
    for tag in _ATOM_LINK.finditer(part):
        href = _HREF.search(tag[0])
        if href:
            return html.unescape(next(filter(None, href.groups()))).strip()
    return ""


def _plain(markup: str) -> str:
    inner = markup[:_LONGEST_WORDS_CHARS].replace("<![CDATA[", "").replace("]]>", "")
    return html.unescape(_TAGS.sub(" ", inner)).strip()


def offer_entries(links: LinkBook, address: str, body: bytes) -> None:
    """Put what the feed at an address lists into the frontier; what is no feed lists nothing."""
    origin = Origin(address, "", 0, FoundBy.FEED)
    for entry in parse_feed(body) or ():
        target = canonical(entry.address, address)
        if target and links.scope.covers(target):
            words = LinkWords(text=entry.title[:_LONGEST_TITLE], zone=Zone.FEED)
            links.offer(target, words, origin)
