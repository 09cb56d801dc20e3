"""Words of portals and people made harmless for a terminal."""

from __future__ import annotations

from rich.markup import escape


def plain(text: str) -> str:
    """Text of a portal for a terminal: no control characters, no markup of ours."""
    return escape(printable(text))


def printable(text: str) -> str:
    """Text without control characters, for a terminal that is given no markup."""
    return "".join(c if c.isprintable() or c == "\n" else "�" for c in text)
