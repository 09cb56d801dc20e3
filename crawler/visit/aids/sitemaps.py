"""Reading sitemaps: plain, indexed or gzipped, and however malformed."""

from __future__ import annotations

import html
import re
import zlib
from dataclasses import dataclass
from itertools import islice

_LOCATION = re.compile(r"<(?:\w{1,20}:)?loc\b[^<>]*>([^<]*)(?:<!\[CDATA\[([^<]*))?")
"""Every part stops at the next "<": a hostile file is read in one pass."""
_INDEX = re.compile(r"<(?:\w{1,20}:)?sitemapindex\b")
_URL_SET = re.compile(r"<(?:\w{1,20}:)?urlset\b")
_GZIP = b"\x1f\x8b"
_MOST_BYTES = 20_000_000
"""Unpacked; the protocol allows more, and the most addresses it allows need half of this."""
_LONGEST_ADDRESS_CHARS = 5000
MOST_ADDRESSES = 50_000


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The addresses one sitemap file lists."""

    pages: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    """Further sitemap files, when this is an index."""
    cut: bool = False
    """Whether the file goes on beyond what was read."""


def parse_sitemap(body: bytes) -> Sitemap | None:
    """What a sitemap file lists; None for a body that is no sitemap.

    Read without an XML parser: a hostile file has nothing to expand, a broken one is still read.
    """
    unpacked, cut = _unpacked(body)
    text = unpacked.decode("utf-8", errors="replace")
    is_index = _INDEX.search(text[:5000]) is not None
    if not is_index and not _URL_SET.search(text[:5000]):
        return _plain_list(text, cut)
    matches = list(islice(_LOCATION.finditer(text), MOST_ADDRESSES + 1))
    cut = cut or len(matches) > MOST_ADDRESSES
    found = tuple(filter(None, map(_address_in, matches[:MOST_ADDRESSES])))
    return Sitemap(sitemaps=found, cut=cut) if is_index else Sitemap(pages=found, cut=cut)


def _address_in(match: re.Match[str]) -> str:
    """The address of one entry, as it stands or in a CDATA section; empty when there is none."""
    inner = match[1].strip() or (match[2] or "").partition("]]>")[0].strip()
    return html.unescape(inner) if len(inner) <= _LONGEST_ADDRESS_CHARS else ""


def _plain_list(text: str, cut: bool) -> Sitemap | None:
    """A text sitemap: one address a line and nothing else."""
    if not text[:5000].lstrip("\ufeff \t\r\n").startswith(("http://", "https://")):
        return None
    lines = [line.strip("\ufeff \t") for line in text.splitlines()]
    lines = [line for line in lines if line]
    if not all(line.startswith(("http://", "https://")) for line in lines):
        return None
    return Sitemap(pages=tuple(lines[:MOST_ADDRESSES]), cut=cut or len(lines) > MOST_ADDRESSES)


def _unpacked(body: bytes) -> tuple[bytes, bool]:
    """The body, unzipped up to the limit, and whether there is more; nothing of a damaged one."""
    if not body.startswith(_GZIP):
        return body[:_MOST_BYTES], len(body) > _MOST_BYTES
    unzipping = zlib.decompressobj(wbits=31)
    try:
        unpacked = unzipping.decompress(body, _MOST_BYTES)
    except zlib.error:
        return b"", True
    return unpacked, not unzipping.eof
