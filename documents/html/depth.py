"""Markup nested without end, made shallow before the parser sees it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from operator import sub

from documents.html.tags import FLAT

MAX_DEPTH = 400
"""Browsers stop at 512. Lexbor looks through all open elements at every tag: 100,000 nested
divs, half a megabyte, took it 33 seconds."""

_SMALL = 60_000
"""Below this many characters even the deepest nesting costs less than a look at every tag."""
_NAME = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]{0,30}")
"""Cut where no name that matters is as long: they are remembered, and a hostile one is a page."""
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
    """The deepest level; what closes more than is open closes nothing."""
    levels = [0, *accumulate(map(_step, _NAME.findall(text)))]
    deepest: int = max(map(sub, levels, accumulate(levels, min)))
    return deepest


@lru_cache(maxsize=512)
def _step(tag: str) -> int:
    """By how many levels ``<div`` or ``</div`` leads deeper."""
    if tag.lstrip("</").lower() in FLAT:
        return 0
    return -1 if tag[1] == "/" else 1
