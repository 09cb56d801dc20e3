"""Web archives (MHTML), which Word and Excel save under .doc and .xls too."""

from __future__ import annotations

from dataclasses import replace

from documents import from_html, sniff
from documents.hints import NO_HINTS, Hints
from documents.mime_parts import parts_of
from domain.documents import Document, Reading, Unread, Unreadable

_MAX_PAGES = 60
"""Excel saves each sheet as a page of its own."""


def read(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """The pages in it, one after the other; pictures and style sheets left out."""
    pages: list[Document] = []
    pictures = 0
    for part in parts_of(body):
        kind = part.media_type.lower()
        pictures += kind.startswith("image/")
        if kind.startswith(("text/html", "application/xhtml")) and len(pages) < _MAX_PAGES:
            page = from_html.read(part.content, Hints(declared=part.media_type))
            if isinstance(page, Document) and page.blocks:
                pages.append(page)
    if pages:
        return _joined(pages)
    if pictures:
        return Unreadable(sniff.MHTML, Unread.NO_TEXT_LAYER, f"{pictures} pictures and no text")
    return Unreadable(sniff.MHTML, Unread.DAMAGED, "no page with text in it")


def _joined(pages: list[Document]) -> Document:
    titles = [page.title for page in pages if page.title]
    return replace(
        pages[0],
        media_type=sniff.MHTML,
        title=titles[0] if titles else "",
        blocks=tuple(block for page in pages for block in page.blocks),
        links=tuple(link for page in pages for link in page.links if _leads_out(link.href)),
        needs=(),
        searches=(),
        certainty=min(page.certainty for page in pages),
    )


def _leads_out(href: str) -> bool:
    """Links to files on the disk of whoever saved it lead nowhere."""
    return not href.lower().startswith(("file:", "cid:", "mhtml:"))
