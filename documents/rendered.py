"""The mark at the head of a page that a browser has shown: its scripts have run.

Such a page is kept as the browser held it in the end, in UTF-8. Without the mark it could not be
told from the empty page that came, once both are read from the store again.
"""

from __future__ import annotations

MARK = "<!-- giamsat: shown by a browser -->"

CLICKED = "giamsat.click(this)"
"""The script of what is added to such a page for what only a click opens."""

SHOWN = ("shown", "browser")
"""In the metadata of a page that a browser has shown."""


def marked(html: str) -> bytes:
    """The bytes that are kept."""
    return f"{MARK}{html}".encode("utf-8", "replace")


def is_marked(html: str) -> bool:
    """Whether a page's text is that of a page a browser has shown."""
    return html.startswith(MARK)
