"""Which elements stand in a page's own part, and which in its frame, or in a column beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from documents.html.words import place_of
from domain.documents import Zone

_BESIDE = (Zone.MENU, Zone.HEADER, Zone.FOOTER, Zone.RELATED, Zone.UNKNOWN, Zone.BREADCRUMB)
_HEADS = "h1, h2, h3, h4, h5, h6"
_MOST_HEADS = 100
_MOST_LEVELS = 60
_NARROW = re.compile(r"(?<![a-z])col-(?:(?:xs|sm|md|lg|xl|xxl)-)?[1-4](?!\d)")
"""A third of a page's width, or less."""


class OwnPart:
    """The part of a page that its own heading stands in."""

    def __init__(self, tree: LexborHTMLParser, heading: str) -> None:
        head = _head_saying(tree, heading) if heading else None
        self._around_head = {} if head is None else {one.mem_id: one for one in _around(head)}
        self._main = next(filter(_is_main, self._around_head.values()), None)

    def has(self, node: LexborNode) -> bool:
        """Whether an element stands in it; what holds the heading, too, is no column."""
        main = self._main
        for one in _around(node):
            if one.mem_id in self._around_head:
                return main is None or any(each.mem_id == main.mem_id for each in _around(one))
            if _is_beside(one):
                return False
        return main is None


def _head_saying(tree: LexborHTMLParser, heading: str) -> LexborNode | None:
    heads = tree.css(_HEADS)[:_MOST_HEADS]
    return next((one for one in heads if " ".join((one.text() or "").split()) == heading), None)


def _around(node: LexborNode) -> Iterator[LexborNode]:
    """An element and those that it stands in, the nearest first."""

    def every() -> Iterator[LexborNode]:
        one: LexborNode | None = node
        while one is not None and one.tag not in ("body", "html"):
            yield one
            one = one.parent

    return islice(every(), _MOST_LEVELS)


def _is_main(node: LexborNode) -> bool:
    return node.tag == "main" or node.attributes.get("role") == "main"


def _is_beside(node: LexborNode) -> bool:
    attributes = node.attributes
    words = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip().lower()
    place = place_of(node.tag or "", (attributes.get("role") or "").lower(), words)
    return (place is not None and place.zone in _BESIDE) or _NARROW.search(words) is not None
