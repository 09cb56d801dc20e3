"""What the crawler knows of one kind of portal software."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Platform:
    """One portal software: how it is recognised, where its aids are, what tells its pages apart.

    Every part is a help, none a need: a portal of an unknown kind is walked all the same.
    """

    name: str
    generators: tuple[str, ...] = ()
    """Words of the generator meta tag, in lower case."""
    marks: tuple[re.Pattern[bytes], ...] = ()
    """Patterns in the home page's markup; one is enough."""
    addresses: tuple[re.Pattern[str], ...] = ()
    """Patterns of its addresses, seen in links."""
    sitemaps: tuple[str, ...] = ("/sitemap.xml",)
    """Where its sitemaps are, from the portal's own directory."""
    search: str = ""
    """Address of its search, ``{query}`` for the quoted words; empty when only a form will do."""
    offers_lists: bool = False
    """Whether it may list all its posts and pages as JSON."""
    noise: re.Pattern[str] | None = None
    """Whole query pairs ``name=value`` that never change what a page holds: layout, way back,
    print, order of rows."""
    variants: tuple[tuple[re.Pattern[str], str], ...] = ()
    """Paths of a page's other faces (print, feed, mobile), and what stands there for the page."""
    lists: re.Pattern[str] | None = None
    """Addresses of its lists of papers, opened before other links that promise as much."""
    not_found: re.Pattern[str] | None = None
    """What its page for a missing thing says, folded, when it sends it with status 200."""

    def recognises(self, generator: str, body: bytes, links: str) -> bool:
        """Whether a home page is of this software."""
        low = generator.lower()
        return (
            any(word in low for word in self.generators)
            or any(mark.search(body) for mark in self.marks)
            or any(pattern.search(links) for pattern in self.addresses)
        )

    def key(self, address: str) -> str:
        """What tells a page from others: its address without what only changes its face.

        Nothing is asked there. Two addresses with one key are one page, and opened once.
        """
        if not self.variants and "?" not in address:
            return address
        path, mark, query = address.partition("?")
        for pattern, page in self.variants:
            path = pattern.sub(page, path)
        if not mark or self.noise is None:
            return f"{path}{mark}{query}"
        kept = [pair for pair in query.split("&") if not self.noise.fullmatch(pair)]
        return f"{path}?{'&'.join(kept)}" if kept else path
