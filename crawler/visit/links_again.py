"""Links that stand on page after page alike: those of menus and columns."""

from __future__ import annotations

import hashlib

from domain.documents import Link, Zone
from domain.visits import LinkWords

_MOST_KEPT = 10_000


class LinksAgain:
    """The addresses of links that were heard to their end: the same again changes nothing."""

    def __init__(self) -> None:
        self._leads: dict[int, str] = {}

    def key(self, link: Link, zone: Zone, base: str) -> int | None:
        """What tells the link from others; None where it may lead elsewhere from another page.

        With a query or a fragment what it leads to depends on the page that it stands on.
        """
        href = link.href
        if link.posts or "?" in href or "#" in href:
            return None
        if href.startswith("/"):
            origin = "/".join(base.split("/", 3)[:3])
        elif href[:8].lower().startswith(("http://", "https://")):
            origin = ""
        else:
            return None
        return hash((origin, href, zone, link.text, link.title, link.context, link.section))

    def leads_to(self, key: int | None) -> str | None:
        """The address of a link that says nothing new; None for every other."""
        return self._leads.get(key) if key is not None else None

    def keep(self, key: int | None, address: str) -> None:
        """Take a link as heard to its end."""
        if key is not None and len(self._leads) < _MOST_KEPT:
            self._leads[key] = address


def said_of(address: str, words: LinkWords) -> bytes:
    """What was said of an address, and where: the title of the page alone makes no difference."""
    said = "\0".join((address, words.text, words.title, words.context, words.section))
    return hashlib.blake2b(said.encode(errors="replace"), digest_size=8).digest()
