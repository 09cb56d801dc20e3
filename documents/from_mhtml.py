"""Web archives (MHTML), which Word and Excel save under .doc and .xls too."""

from __future__ import annotations

from dataclasses import replace

from documents import from_html, sniff
from documents.hints import NO_HINTS, Hints
from documents.mime_parts import parts_of
from documents.pasted import HEAD_BYTES, Picture, beside_pictures
from domain.documents import Document, Reading, Unread, Unreadable

_PAGES = ("text/html", "application/xhtml")
_MAX_PAGES = 60
"""Excel saves each sheet as a page of its own."""


def read(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """The pages in it, one after the other; pictures and style sheets left out."""
    pages: list[Document] = []
    pictures: list[Picture] = []
    cut = ""
    for part in parts_of(body):
        kind = part.media_type.lower()
        if kind.startswith("image/"):
            pictures.append(Picture(len(part.content), part.content[:HEAD_BYTES]))
        elif kind.startswith(_PAGES) and len(pages) >= _MAX_PAGES:
            cut = f"{_MAX_PAGES} pages"
        elif kind.startswith(_PAGES):
            page = from_html.read(part.content, Hints(declared=part.media_type))
            if isinstance(page, Document) and page.blocks:
                pages.append(page)
    if pages:
        return beside_pictures(_joined(pages, cut), lambda: pictures)
    if pictures:
        detail = f"{len(pictures)} pictures and no text"
        return Unreadable(sniff.MHTML, Unread.NO_TEXT_LAYER, detail)
    return Unreadable(sniff.MHTML, Unread.DAMAGED, "no page with text in it")


def _joined(pages: list[Document], cut: str) -> Document:
    titles = [page.title for page in pages if page.title]
    told = [pair for pair in pages[0].metadata if pair[0] != "truncated"]
    cuts = [held for page in pages for name, held in page.metadata if name == "truncated"]
    cuts = list(dict.fromkeys([*cuts, *filter(None, [cut])]))
    return replace(
        pages[0],
        media_type=sniff.MHTML,
        title=titles[0] if titles else "",
        blocks=tuple(block for page in pages for block in page.blocks),
        links=tuple(link for page in pages for link in page.links if _leads_out(link.href)),
        metadata=(*told, ("truncated", ", ".join(cuts))) if cuts else tuple(told),
        needs=(),
        searches=(),
        certainty=min(page.certainty for page in pages),
    )


def _leads_out(href: str) -> bool:
    """Links to files on the disk of whoever saved it lead nowhere."""
    return not href.lower().startswith(("file:", "cid:", "mhtml:"))
