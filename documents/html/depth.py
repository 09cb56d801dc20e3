"""Markup nested without end, made shallow before the parser sees it."""

from __future__ import annotations

import re

from documents.html.tags import FLAT

MAX_DEPTH = 400
"""Browsers stop at 512. Lexbor looks through all open elements at every tag: 100,000 nested
divs, half a megabyte, took it 33 seconds."""

_SMALL = 60_000
"""Below this many characters even the deepest nesting costs less than a look at every tag."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>?")


def flattened(text: str) -> str:
    """``text`` without the tags that open elements deeper than ``MAX_DEPTH``."""
    if len(text) < _SMALL or _depth(text) <= MAX_DEPTH:
        return text
    depth = 0

    def shallow(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag.group(2).lower() in FLAT:
            return tag.group(0)
        if tag.group(1):
            depth = max(0, depth - 1)
            return tag.group(0) if depth < MAX_DEPTH else " "
        depth += 1
        return tag.group(0) if depth <= MAX_DEPTH else " "

    return _TAG.sub(shallow, text)


def _depth(text: str) -> int:
    depth = deepest = 0
    for closes, name in _TAG.findall(text):
        if name.lower() in FLAT:
            continue
        if closes:
            depth = max(0, depth - 1)
        else:
            depth += 1
            deepest = max(deepest, depth)
    return deepest
