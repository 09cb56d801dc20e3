"""Pages that show another page once more by some query key, sorted or counted otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crawler.visit.links.book import identity
from crawler.visit.links.family_watch import Brought
from crawler.visit.links.query_keys import names_of, ordered, without
from crawler.visit.links.variants import Variants
from crawler.visit.pages.text import all_links, prints_of, shape_of
from domain.documents import Document


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as it was at one look."""

    address: str
    page: Document
    body: bytes

    @property
    def brought(self) -> Brought:
        """What it said and where it led."""
        return Brought(
            prints_of(self.page, self.body),
            tuple(sorted(all_links(self.page, self.address))),
            shape=shape_of(self.page, self.body, self.address),
        )


def place(address: str) -> str:
    """What tells an address from others that are asked: scheme and order of keys do not."""
    return ordered(identity(address))


def places_without_a_key(address: str) -> Iterator[str]:
    """Where the same page would stand without one of its query keys."""
    for key in sorted(names_of(address)):
        yield place(without(address, frozenset({key})))


def shows_again(variant: Shown, plain: Shown) -> bool:
    """Whether a page says and leads to what the page without one of its keys does."""
    variants = Variants()
    variants.idle_keys(identity(plain.address), plain.brought)
    return bool(variants.idle_keys(identity(variant.address), variant.brought))
