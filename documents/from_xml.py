"""XML (feeds, sitemaps): recognised, its entries left to those who asked for it."""

from __future__ import annotations

import re

from documents import sniff
from documents.charset import decode
from documents.hints import NO_HINTS, Hints
from domain.documents import Document, HowRead, Reading, Unread, Unreadable

FEED_ROOTS = frozenset({("root", "rss"), ("root", "feed"), ("root", "rdf")})
"""What the metadata of a feed says, be it empty or not."""
_ROOT = re.compile(r"<(?:[\w.\-]+:)?([A-Za-z_][\w.\-]*)")


def read(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """No blocks: the name of the root element and the character set stand in the metadata."""
    decoded = decode(body, hints.declared)
    root = _ROOT.search(decoded.text[:10_000])
    if not root:
        return Unreadable(sniff.XML, Unread.DAMAGED, "no element in it")
    return Document(
        media_type=sniff.XML,
        how=HowRead.MARKUP,
        metadata=(("root", root.group(1).lower()), ("charset", decoded.charset)),
        certainty=decoded.certainty,
    )
