"""What the crawler knows of one kind of portal software."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Platform:
    """One portal software: how it is recognised, and where its aids are."""

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

    def recognises(self, generator: str, body: bytes, links: str) -> bool:
        """Whether a home page is of this software."""
        low = generator.lower()
        return (
            any(word in low for word in self.generators)
            or any(mark.search(body) for mark in self.marks)
            or any(pattern.search(links) for pattern in self.addresses)
        )
