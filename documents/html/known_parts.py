"""Parts of pages that come again on every page of a portal: menus, columns, the foot.

What walking through such a part gives depends on its markup and on little of what stands around it.
Where both were met before, the drafts of that time serve, and most of what they came to; what is
done to them later, once the page is whole, is done to copies.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cache

from selectolax.lexbor import LexborNode

from documents.html.drafts import (
    MAX_BLOCKS,
    MAX_CHARACTERS,
    MAX_LINKS,
    BlockDraft,
    Drafts,
    Frame,
    LinkDraft,
)
from domain.documents import Zone

_SHORTEST_CHARS = 300
_LONGEST_CHARS = 200_000
_MOST_MET = 50_000
_MOST_DRAFTS = 60_000
_MOST_IN_VAIN = 100
"""In a row: portals that are begun at the same time show each its own at first."""
_SELDOM = 8
"""One of so many is looked up then."""
_FAR = 0.9
"""Of a cap: nearer to it every element is counted."""
_SETS_APART = frozenset({"article", "main", "section", "li", "aside"})

Key = tuple[bytes, str, Zone, bool, bool, str, str, bool]
Name = tuple[str, str, str]
"""An element's tag, its class and id, and the tag of what it stands in."""
Asked = tuple[str, bool]
"""A line that may name the page, and whether it does."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a part of a page gave, its places counted from its own beginning."""

    blocks: tuple[BlockDraft, ...]
    links: tuple[LinkDraft, ...]
    named: tuple[Frame, ...]
    characters: int
    heading: str | None
    """What it headed its surroundings with; None for nothing."""
    asked: tuple[Asked, ...]
    """Lines compared with the page's title: it must answer alike."""

    def put_into(self, drafts: Drafts, around: Frame, named: list[Frame]) -> None:
        """Add it to a page as if it had been walked through."""
        blocks, links = len(drafts.blocks), len(drafts.links)
        drafts.blocks += self.blocks
        drafts.links += [link.again(blocks, link) for link in self.links]
        named += [frame.again(blocks, links) for frame in self.named]
        drafts.characters += self.characters
        if self.heading is not None:
            around.heading = self.heading


@dataclass(slots=True)
class Recording:
    """A part that is being walked through, to be kept at its end."""

    key: Key
    frame: Frame
    blocks: int
    links: int
    named: int
    asked: int
    characters: int
    heading: str

    def part(self, drafts: Drafts, around: Frame, named: list[Frame], asked: list[Asked]) -> Part:
        """What it came to."""
        return Part(
            tuple(drafts.blocks[self.blocks :]),
            tuple(link.again(-self.blocks) for link in drafts.links[self.links :]),
            tuple(frame.again(-self.blocks, -self.links) for frame in named[self.named :]),
            drafts.characters - self.characters,
            around.heading if around.heading != self.heading else None,
            tuple(asked[self.asked :]),
        )


@dataclass(slots=True)
class KnownParts:
    """Parts met at least twice; a process has one, which never grows beyond its cap."""

    _met: set[int] = field(default_factory=set)
    _in_vain: dict[Name, int] = field(default_factory=dict)
    _parts: dict[Key, Part] = field(default_factory=dict)
    held: int = 0
    """Drafts of all the parts."""

    def is_asked_for(self, name: Name) -> bool:
        """Whether it is worth its cost to look an element up.

        Of those so called that were another one each time, a few are, lest one that does come
        again is missed.
        """
        in_vain = self._in_vain.get(name, 0) + 1
        if len(self._in_vain) > _MOST_MET:
            self._in_vain.clear()
        self._in_vain[name] = in_vain
        return in_vain <= _MOST_IN_VAIN or in_vain % _SELDOM == 0

    def get(self, key: Key, name: Name) -> Part | None:
        """The part, if it is known."""
        part = self._parts.get(key)
        if part is not None:
            self._in_vain.pop(name, None)
        return part

    def comes_again(self, key: Key, name: Name) -> bool:
        """Whether it was met before, so that it is worth keeping."""
        if len(self._met) > _MOST_MET:
            self._met.clear()
        place = hash(key)
        before = place in self._met
        if before:
            self._in_vain.pop(name, None)
        self._met.add(place)
        return before

    def keep(self, key: Key, part: Part) -> None:
        """Take a part as known; when there are too many, all are forgotten and learnt anew."""
        if self.held > _MOST_DRAFTS:
            self._parts.clear()
            self.held = 0
        self._parts[key] = part
        self.held += len(part.blocks) + len(part.links)

    def forget(self) -> None:
        """Know nothing."""
        self._met.clear()
        self._in_vain.clear()
        self._parts.clear()
        self.held = 0


@cache
def known_parts() -> KnownParts:
    """Those of this process."""
    return KnownParts()


def key_of(node: LexborNode, frames: list[Frame]) -> Key | None:
    """What tells a part from others by all that it depends on; None where that is too much."""
    around = frames[-1]
    if around.opened or around.opening:
        return None
    if any(frame.tag in ("li", "tr") for frame in frames):
        return None  # the entry around it looks at its lines
    html = node.html or ""
    if not _SHORTEST_CHARS <= len(html) <= _LONGEST_CHARS:
        return None
    return (
        hashlib.blake2b(html.encode("utf-8", "replace"), digest_size=16).digest(),
        around.tag, around.zone, around.settled, around.own, around.heading, around.inherited,
        any(frame.tag in _SETS_APART for frame in frames),
    )  # fmt: skip


def has_room(drafts: Drafts, part: Part) -> bool:
    """Whether a part fits into a page without coming near a cap."""
    return (
        len(drafts.blocks) + len(part.blocks) < _FAR * MAX_BLOCKS
        and len(drafts.links) + len(part.links) < _FAR * MAX_LINKS
        and drafts.characters + part.characters < _FAR * MAX_CHARACTERS
    )
