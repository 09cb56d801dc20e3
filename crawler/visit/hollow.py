"""Pages that have their frame and lack what they are about: a script was to fill them."""

from __future__ import annotations

import re

from crawler.visit.page_text import fold
from domain.documents import BlockKind, Document, Reading, Zone

_OWN = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT, Zone.UNKNOWN)
_AROUND = (Zone.MENU, Zone.HEADER, Zone.FOOTER, Zone.BREADCRUMB)
_FEWEST_LETTERS = 40
_LOADING = re.compile(r"(?:dang (?:tai|xu ly|cap nhat du lieu)|loading|please wait|vui long cho)\b")
_LONGEST_LOADING = 80
_SCRIPT = re.compile(rb"<script\b", re.IGNORECASE)


def is_hollow(reading: Reading | None, body: bytes) -> bool:
    """Whether a page with scripts says and links nothing of its own, or shows its template."""
    if not isinstance(reading, Document) or "html" not in reading.media_type:
        return False
    if not _SCRIPT.search(body):
        return False
    if "unfilled" in dict(reading.metadata):
        return True
    own = " ".join(
        block.text
        for block in reading.blocks
        if block.zone in _OWN and block.kind is not BlockKind.HEADING
    )
    said = fold(own)
    waits = len(said) < _LONGEST_LOADING and _LOADING.match(said) is not None
    if len(said) >= _FEWEST_LETTERS and not waits:
        return False
    return not any(link.zone not in _AROUND for link in reading.links)
