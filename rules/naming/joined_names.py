"""Lines that name two papers at once: "Quyết định ban hành ... kèm danh mục ..."."""

from __future__ import annotations

import re

_WITH = re.compile(r"[\s,;]+(?:kèm theo|kèm|kem theo|kem)\s+", re.IGNORECASE)


def names_in(text: str) -> tuple[str, ...]:
    """The line itself, then what stands before and behind a "kèm" in it."""
    pieces = tuple(piece for piece in _WITH.split(text) if piece.strip())
    return (text, *pieces) if len(pieces) > 1 else (text,)
