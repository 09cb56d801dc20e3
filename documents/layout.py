"""Tables that only lay out a document's head or its signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEAD = re.compile(r"độc lập\s*[-–—]\s*tự do|cộng h(?:òa|oà|oa) xã hội chủ nghĩa", re.I)
_SIGNATURE = re.compile(r"^\W*(?:nơi nhận|(?:TM|KT|TL|TUQ|Q)\s*\.\s*\S)", re.I)


def is_layout_row(texts: Sequence[str]) -> bool:
    """Whether a row's lines are the two columns of a head, or recipients beside a signature."""
    if len(texts) < 3:
        return False
    return any(_HEAD.search(text) or _SIGNATURE.match(text) for text in texts)
