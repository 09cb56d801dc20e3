"""DOC to a :class:`~domain.documents.Document`: Word 97-2003; Word 6 and 95 as they allow."""

from __future__ import annotations

import struct

from documents import from_sheet, sniff
from documents.hints import NO_HINTS, Hints
from documents.ole2.properties import title_and_dates
from documents.ole2.storage import Ole2, Ole2Error
from documents.pasted import lacks_text, note_on
from documents.prose import title_or_nothing
from documents.word97.fib import WordError, WordFile, WordLockedError
from documents.word97.text import WordWalk
from domain.documents import Document, HowRead, Reading, Unread, Unreadable

_SHEETS = frozenset({"Workbook", "Book"})
_OLE2_MARK = b"\xd0\xcf\x11\xe0"
_MOST_CERTAIN_BEFORE_UNICODE = 0.9
"""Word 6 and 95 are read without their formats: hidden and deleted text is not told apart."""


def read(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """Paragraphs, table rows and links; text boxes, notes, headers and footers after the text.

    Hidden text and text deleted under change tracking is left out.
    """
    if not body.startswith(_OLE2_MARK):
        return Unreadable(sniff.DOC, Unread.UNSUPPORTED, "a Word file of before Word 6")
    try:
        names = Ole2(body).names()
        if "WordDocument" not in names:
            # It was told by the name of a stream of a file embedded in it.
            return from_sheet.read(body, hints) if names & _SHEETS else read_unknown(body)
        file = WordFile(body)
        walk = WordWalk(file)
        walk.run()
    except WordLockedError as error:
        return Unreadable(sniff.DOC, Unread.ENCRYPTED, str(error))
    except (Ole2Error, WordError, struct.error) as error:
        return Unreadable(sniff.DOC, Unread.DAMAGED, str(error)[:200])
    return _document(file, walk)


def read_unknown(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """A compound file of no known program; one that lost its list of streams is damaged."""
    try:
        names = sorted(Ole2(body).names())[:5]
    except (Ole2Error, struct.error) as error:
        return Unreadable(sniff.OLE2, Unread.DAMAGED, str(error)[:200])
    shown = ", ".join(name.strip("\x01\x03\x05") for name in names)
    return Unreadable(sniff.OLE2, Unread.UNSUPPORTED, f"a compound file with {shown or 'nothing'}")


def _document(file: WordFile, walk: WordWalk) -> Reading:
    flow = walk.flow
    if not flow.blocks and walk.cut_short:
        return Unreadable(sniff.DOC, Unread.DAMAGED, "its text lies beyond its end")
    if not flow.blocks and (file.data or note_on(file.pictures())):
        return Unreadable(sniff.DOC, Unread.NO_TEXT_LAYER, "pictures and no text")
    if not flow.blocks:
        return Unreadable(sniff.DOC, Unread.EMPTY)
    title, metadata = title_and_dates(file.information)
    if flow.truncated:
        metadata.append(("truncated", flow.truncated))
    elif walk.cut_short:
        metadata.append(("truncated", "the file ends early"))
    if lacks_text(flow.blocks):
        metadata += note_on(file.pictures())
    return Document(
        media_type=sniff.DOC,
        how=HowRead.OFFICE,
        title=title_or_nothing(title),
        blocks=tuple(flow.blocks),
        links=tuple(flow.links),
        metadata=tuple(metadata),
        certainty=_MOST_CERTAIN_BEFORE_UNICODE if file.older else 1.0,
    )
