"""RTF to a :class:`~domain.documents.Document`."""

from __future__ import annotations

from documents import sniff
from documents.hints import NO_HINTS, Hints
from documents.pasted import lacks_text, note_on
from documents.prose import title_or_nothing
from documents.rtf.pictures import pictures_in
from documents.rtf.walk import RtfWalk
from domain.documents import Block, Document, HowRead, Reading, Unread, Unreadable


def read(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """Paragraphs, table rows, text boxes and links; notes, headers and footers after the text.

    Hidden text and text deleted under change tracking is left out. A file that ends early gives
    what is there and says so in its metadata.
    """
    start = body.find(b"{\\rtf", 0, 1024)
    if start < 0:
        return Unreadable(sniff.RTF, Unread.DAMAGED, "it does not begin as RTF does")
    walk = RtfWalk()
    walk.run(body[start:])
    flows = walk.flows
    main = [*flows["main"].blocks, *flows["notes"].blocks]
    if not main:
        return _without_text(walk)
    edges = dict.fromkeys([*flows["header"].blocks, *flows["footer"].blocks])
    pictures = pictures_in(body) if lacks_text((*main, *edges)) else ()
    return Document(
        media_type=sniff.RTF,
        how=HowRead.OFFICE,
        title=title_or_nothing(walk.title),
        blocks=(*main, *edges),
        links=tuple(link for flow in flows.values() for link in flow.links),
        metadata=(*_metadata(walk), *note_on(pictures)),
    )


def _without_text(walk: RtfWalk) -> Unreadable:
    edges: list[Block] = [*walk.flows["header"].blocks, *walk.flows["footer"].blocks]
    if walk.pictures:
        detail = f"{walk.pictures} pictures and no text"
        return Unreadable(sniff.RTF, Unread.NO_TEXT_LAYER, detail)
    if not walk.complete and not edges:
        return Unreadable(sniff.RTF, Unread.DAMAGED, "it ends before its text")
    return Unreadable(sniff.RTF, Unread.EMPTY)


def _metadata(walk: RtfWalk) -> tuple[tuple[str, str], ...]:
    cut = next((flow.truncated for flow in walk.flows.values() if flow.truncated), "")
    if cut:
        return (("truncated", cut),)
    if not walk.complete:
        return (("truncated", "the file ends early"),)
    return (("torn", "text stands behind its end, or where none may"),) if walk.torn else ()
