"""Frames whose page stands in the markup itself, ``<iframe srcdoc="...">``: it is read in place."""

from __future__ import annotations

import re
from html import unescape

_FRAME = re.compile(
    r"<iframe\b[^>]{0,2000}?\ssrcdoc\s*=\s*(?:\"([^\"]*)\"|'([^']*)')[^>]{0,2000}>"
    r"(?:[^<]{0,2000}</iframe\s*>)?",
    re.IGNORECASE,
)


def with_inner_pages(text: str) -> str:
    """A page's markup with such frames' own in their place, and none of those inside them."""
    return _FRAME.sub(lambda found: f"<div>{_inner(found[1] or found[2] or '')}</div>", text)


def _inner(written: str) -> str:
    return re.sub("srcdoc", "data-inner", unescape(written), flags=re.IGNORECASE)
