"""Plain text to a :class:`~domain.documents.Document`."""

from __future__ import annotations

from collections.abc import Iterator

from documents import sniff
from documents.charset import decode
from documents.flow import MAX_CHARACTERS
from documents.hints import NO_HINTS, Hints
from documents.legacy import in_encoding, may_be_legacy, to_unicode, whole_of
from domain.documents import Block, Document, HowRead, Reading, Unread, Unreadable

_MAX_BLOCKS = 20_000
_MAX_LINE = 20_000
"""Longer ones are parted between words."""
_MOST_MENDED = 500_000
"""Characters in lines that may be in an old encoding, where the whole file is in none."""


def read(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """One block a line; empty lines left out."""
    decoded = decode(body, hints.declared)
    text = decoded.text.replace("\0", "")
    filled = [piece for line in _lines(text[:MAX_CHARACTERS]) for piece in _pieces(line)]
    if not filled:
        return Unreadable(sniff.TEXT, Unread.EMPTY)
    metadata = [("charset", decoded.charset)]
    if len(text) > MAX_CHARACTERS:
        metadata.append(("truncated", f"{MAX_CHARACTERS} characters"))
    elif len(filled) > _MAX_BLOCKS:
        metadata.append(("truncated", f"{_MAX_BLOCKS} lines"))
    return Document(
        media_type=sniff.TEXT,
        how=HowRead.PLAIN,
        blocks=tuple(Block(line) for line in filled[:_MAX_BLOCKS]),
        metadata=tuple(metadata),
        certainty=decoded.certainty,
    )


def _pieces(line: str) -> Iterator[str]:
    """A line in pieces of which none costs more than its length; none of an empty one."""
    start = 0
    while start < len(line):
        end = start + _MAX_LINE
        space = line.rfind(" ", start + 1, end) if end < len(line) else -1
        end = space if space > start else end
        yield line[start:end].strip()
        start = end


def _lines(text: str) -> list[str]:
    """Lines with single spaces, in Unicode: the whole file tells more than its short lines."""
    encoding = whole_of(text)
    if encoding is not None:
        text = in_encoding(text, encoding)  # before splitting: VISCII has letters at line ends
    lines = [" ".join(line.split()) for line in text.splitlines()]
    if encoding is not None:
        return lines
    left = _MOST_MENDED
    for place, line in enumerate(lines):
        if left > 0 and may_be_legacy(line):
            lines[place] = to_unicode(line)
            left -= len(line)
    return lines
