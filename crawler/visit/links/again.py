"""Links that stand on page after page alike: those of menus and columns."""

from __future__ import annotations

from crawler.visit.links.noise_keys import without_way_back
from domain.documents import Link, Zone
from domain.visits import LinkWords

_MOST_KEPT = 10_000

Places = tuple[str, str]
"""What links of a page are relative to: its site, and the folder it lies in."""


class LinksAgain:
    """The addresses of links that were heard to their end: the same again changes nothing."""

    def __init__(self) -> None:
        self._leads: dict[int, str] = {}

    def key(self, link: Link, zone: Zone, places: Places) -> int | None:
        """What tells the link from others; None where it may lead elsewhere from another page.

        With a fragment, or nothing but a query, that depends on the very page it stands on.
        """
        href = link.href
        if link.posts or "#" in href:
            return None
        if href.startswith("/"):
            place = places[0]
        elif href.startswith(("http://", "https://")):
            place = ""
        elif href[:1].isalnum() or href[:1] == ".":
            place = places[1]
        else:
            return None
        return hash((place, href, zone, link.text, link.title, link.context, link.section))

    def leads_to(self, key: int | None, page: str) -> str | None:
        """The address of a link that says nothing new; None for every other.

        ``page``: where it stands now. A link from there to itself may be a way back.
        """
        address = self._leads.get(key) if key is not None else None
        if address is not None and "?" in address and without_way_back(address, page) != address:
            return None
        return address

    def keep(self, key: int | None, address: str) -> None:
        """Take a link as heard to its end; ``address`` is all of what it says."""
        if key is not None and len(self._leads) < _MOST_KEPT:
            self._leads[key] = address


def places_of(base: str) -> Places:
    """The site and the folder of what a page's links are relative to."""
    path = base.partition("?")[0]
    return "/".join(path.split("/", 3)[:3]), path.rpartition("/")[0]


def said_of(address: str, words: LinkWords) -> int:
    """What was said of an address, and where: the title of the page alone makes no difference."""
    return hash((address, words.text, words.title, words.context, words.section))
