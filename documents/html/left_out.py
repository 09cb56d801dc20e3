"""Links in what a page's text leaves out: drawings, templates, what stands for want of scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

LEFT_OUT = frozenset({"svg", "noscript", "template"})
"""Elements whose text is not the page's, and whose links a visitor may follow all the same."""
_MOST = 300
_MOST_CHARS = 200_000
_UNFILLED = re.compile(r"[{}<>$]|\[\[|\]\]")
"""What a script is to put in."""
_LEADING = "a, [onclick]:not(a)"
_WORDS = ("aria-label", "xlink:title", "title")


class Leading(NamedTuple):
    """An element there that leads somewhere."""

    attributes: Mapping[str, str | None]
    words: str


def leading_in(tag: str, node: LexborNode) -> Iterator[Leading]:
    """The links and pressed elements of such a part; of a template those that are filled in."""
    for one in _leading(tag, node):
        attributes = one.attributes
        address = attributes.get("href") or attributes.get("xlink:href") or ""
        words = words_drawn(one) or _text(one) or _said(attributes) or _pictured(one)
        if words and not _UNFILLED.search(address) and not _UNFILLED.search(words):
            yield Leading({**attributes, "href": address}, words)


def words_drawn(node: LexborNode) -> str:
    """The words that a drawing, or a part of it, shows or is called by."""
    return " ".join([_text(one) for one in node.css("text, title")[:_MOST]])


def _leading(tag: str, node: LexborNode) -> list[LexborNode]:
    if tag != "template":
        return node.css(_LEADING if tag == "svg" else "a")[:_MOST]
    # Its content is none of the page's elements until a script takes it out.
    markup = (node.html or "").replace("<template", "<div").replace("</template", "</div")
    if "<a" not in markup or len(markup) > _MOST_CHARS:
        return []
    return LexborHTMLParser(markup).css("a")[:_MOST]


def _text(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())


def _said(attributes: Mapping[str, str | None]) -> str:
    return next((said for name in _WORDS if (said := attributes.get(name))), "")


def _pictured(node: LexborNode) -> str:
    picture = node.css_first("img[alt]")
    return (picture.attributes.get("alt") or "").strip() if picture is not None else ""
