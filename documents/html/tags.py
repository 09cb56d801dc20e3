"""The elements of HTML, sorted by what they mean for reading."""

from __future__ import annotations

import re
from collections.abc import Mapping

# fmt: off
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | frozenset({
    "html", "body", "div", "p", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody",
    "tfoot", "tr", "td", "th", "caption", "section", "article", "main", "nav", "header", "footer",
    "aside", "form", "fieldset", "legend", "blockquote", "pre", "figure", "figcaption", "address",
    "center", "details", "summary", "menu", "hgroup", "dialog", "search", "marquee", "frameset",
})
"""Elements that begin and end a block of text."""
SILENT = frozenset({
    "script", "style", "template", "noscript", "svg", "select", "textarea", "head", "title", "math",
})
"""Elements whose text is not the page's."""
FLAT = frozenset({
    "a", "p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "dt", "dd",
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "script", "style", "title", "textarea", "html", "head", "body",
})
"""Elements that close themselves or one another: left open, they never nest."""
GROUPS = frozenset({
    "ul", "ol", "table", "div", "nav", "section", "aside", "dl", "p", "tbody", "form", "td", "menu",
    "center", "main", "article",
})
"""Elements that may hold a whole menu or list."""
ITEMS = frozenset({"li", "tr", "dd", "article"})
"""Elements that hold one entry of a list."""
SPLITS = HEADINGS | frozenset({"table", "ul", "ol", "dl"})
"""Elements that, inside an entry, keep it from being one line."""
COMING_AGAIN = frozenset({"nav", "header", "footer", "aside", "ul"})
"""Elements that are likely to stand on other pages of a portal too, just as they are."""
MAYBE_COMING_AGAIN = frozenset({"div", "section"})
"""The same, where they have a name that tells their place."""
EMBEDS = {"iframe": "src", "frame": "src", "embed": "src", "object": "data"}
"""Elements that show another address, with the attribute that names it."""
BOX_TITLE = re.compile("title|tieu-?_?de|heading|caption")
"""Words in the class of an element that names the box around it."""
COLUMN = re.compile(
    r"(?<![a-z])(?:col(?:umns?)?(?!-(?:\w+-)?12\b)|cot|left|right|trai|phai)(?![a-z])|side-?bar"
)
"""Words in the class of an element that stands beside others; one of the whole width does not."""
# fmt: on


def is_for_machines(attributes: Mapping[str, str | None]) -> bool:
    """Whether a span only tells machines of the page, hidden, as Plone does on every page."""
    hidden = "itemscope" in attributes and attributes.get("style")
    return bool(hidden) and "display:none" in str(hidden).lower().replace(" ", "")
