"""The elements that say something of a page outside its text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

_ASKED = "meta, link[rel], base[href], form, script:not([src])"


@dataclass(frozen=True, slots=True)
class Elements:
    """Those of one page in its order, found in one search: each goes through the whole page."""

    told: tuple[LexborNode, ...] = ()
    """``<meta>`` and ``<link>`` as they come."""
    bases: tuple[LexborNode, ...] = ()
    forms: tuple[LexborNode, ...] = ()
    scripts: tuple[LexborNode, ...] = ()
    """Those whose text stands in the page."""

    @classmethod
    def of(cls, tree: LexborHTMLParser) -> Elements:
        """The elements of a page."""
        found: defaultdict[str, list[LexborNode]] = defaultdict(list)
        for node in tree.css(_ASKED):
            found["meta" if node.tag == "link" else node.tag or ""].append(node)
        return cls(*(tuple(found[tag]) for tag in ("meta", "base", "form", "script")))
