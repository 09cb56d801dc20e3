"""Reading sitemaps: plain, indexed or gzipped, and however malformed."""

from __future__ import annotations

import html
import re
import zlib
from dataclasses import dataclass

_LOCATION = re.compile(r"<(?:\w+:)?loc\b[^>]*>\s*(?:<!\[CDATA\[)?\s*([^<\]]+?)\s*(?:\]\]>)?\s*</")
_INDEX = re.compile(r"<(?:\w+:)?sitemapindex\b")
_URL_SET = re.compile(r"<(?:\w+:)?urlset\b")
_GZIP = b"\x1f\x8b"
_MOST_BYTES = 50_000_000
"""The protocol's own limit for one file, unpacked."""
MOST_ADDRESSES = 50_000


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The addresses one sitemap file lists."""

    pages: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    """Further sitemap files, when this is an index."""


def parse_sitemap(body: bytes) -> Sitemap | None:
    """What a sitemap file lists; None for a body that is no sitemap.

    Read without an XML parser: a hostile file has nothing to expand, a broken one is still read.
    """
    text = _unpacked(body).decode("utf-8", errors="replace")
    found = tuple(html.unescape(match) for match in _LOCATION.findall(text)[:MOST_ADDRESSES])
    if _INDEX.search(text[:5000]):
        return Sitemap(sitemaps=found)
    if _URL_SET.search(text[:5000]):
        return Sitemap(pages=found)
    return _plain_list(text)


def _plain_list(text: str) -> Sitemap | None:
    """A text sitemap: one address a line and nothing else."""
    lines = [line.strip() for line in text.splitlines()[: MOST_ADDRESSES * 2] if line.strip()]
    if lines and all(line.startswith(("http://", "https://")) for line in lines):
        return Sitemap(pages=tuple(lines[:MOST_ADDRESSES]))
    return None


def _unpacked(body: bytes) -> bytes:
    """The body, unzipped up to the limit; a damaged one as far as it goes."""
    if not body.startswith(_GZIP):
        return body[:_MOST_BYTES]
    try:
        return zlib.decompressobj(wbits=31).decompress(body, _MOST_BYTES)
    except zlib.error:
        return b""
