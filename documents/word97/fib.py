"""Word 97-2003 files: where their text lies, in pieces named by a table."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from documents.old_letters import western
from documents.ole2.storage import Ole2
from documents.pasted import Picture, drawn_in

_WORD = 0xA5EC
_WORD_OLDER = frozenset({0xA5DC, 0xA5DB})
_FIRST_WITH_UNICODE = 0xC1
"""The version of Word 97; Word 6 and 95 have smaller numbers and no Unicode."""
_COMPLEX, _ENCRYPTED, _TABLE_ONE = 0x0004, 0x0100, 0x0200
_PLACES_AT = 0x9A
_COUNTS_AT = 0x4C
_PIECE_BYTES = 8
_MOST_BESIDE_PICTURES = 60_000
"""Bytes that a page of text of before Word 97 takes with all its formats."""
_COMPRESSED = 0x40000000
_CELL_STYLE_PAGES, _PARAGRAPH_PAGES = 12, 13
_STYLES, _HEADER_STORIES, _FONTS, _PIECES = 1, 11, 15, 33


class WordError(Exception):
    """Not a Word file, or one damaged beyond reading; it never leaves this room."""


class WordLockedError(WordError):
    """The file opens only with a password."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: characters from ``first``, bytes of the main stream from ``at``."""

    first: int
    count: int
    at: int
    wide: bool

    @property
    def width(self) -> int:
        """Bytes a character takes."""
        return 2 if self.wide else 1


@dataclass(frozen=True, slots=True)
class Stories:
    """How many characters each kind of text has; they follow one another in this order."""

    main: int
    footnotes: int = 0
    headers: int = 0
    macros: int = 0
    remarks: int = 0
    endnotes: int = 0
    boxes: int = 0
    header_boxes: int = 0


class WordFile:
    """The streams of one Word file and where things stand in them."""

    def __init__(self, body: bytes) -> None:
        store = Ole2(body)
        self.main = store.stream("WordDocument")
        if len(self.main) < 0x200:
            raise WordError("no sound WordDocument stream")
        mark, version = struct.unpack_from("<HH", self.main)
        (flags,) = struct.unpack_from("<H", self.main, 0x0A)
        if mark != _WORD and mark not in _WORD_OLDER:
            raise WordError("no mark of Word")
        if flags & _ENCRYPTED:
            raise WordLockedError("opens only with a password")
        self.older = version < _FIRST_WITH_UNICODE
        self._complex = bool(flags & _COMPLEX)
        self.table = b"" if self.older else _table(store, flags)
        self.data = store.stream("Data")
        self.information = store.stream("\x05SummaryInformation")

    @property
    def stories(self) -> Stories:
        """The lengths of the kinds of text."""
        if self.older:
            return Stories(*struct.unpack_from("<5i", self.main, 0x34))
        return Stories(*struct.unpack_from("<8i", self.main, _COUNTS_AT))

    def pictures(self) -> list[Picture]:
        """The pictures: free on a page beside the text, in a line of it in their own stream."""
        if self.older:
            # Its pictures have no marks; what is not text or its formats is one of them.
            return [Picture(max(0, len(self.main) - _MOST_BESIDE_PICTURES))]
        return [*drawn_in(self.main), *drawn_in(self.data)]

    def pieces(self) -> list[Piece]:
        """The text's pieces in reading order; only as much as the stream has."""
        if not self.older:
            return list(_pieces(_piece_table(self._place(_PIECES)), older=False))
        first, end = struct.unpack_from("<ii", self.main, 0x18)
        if not self._complex:
            return [Piece(0, max(0, min(end, len(self.main)) - first), first, wide=False)]
        at, size = struct.unpack_from("<Ii", self.main, 0x160)
        return list(_pieces(_piece_table(self.main[at : at + max(0, size)]), older=True))

    def characters(self, at: int, end: int, *, wide: bool) -> str:
        """The letters that stand in the main stream between two places."""
        held = self.main[max(0, at) : end]
        if wide:
            return held.decode("utf-16-le", "replace")
        return western(held)

    def styles(self) -> bytes:
        """The style sheet."""
        return self._place(_STYLES)

    def fonts(self) -> bytes:
        """The table of font names."""
        return self._place(_FONTS)

    def header_stories(self) -> bytes:
        """Where each header and footer begins."""
        return self._place(_HEADER_STORIES)

    def letter_pages(self) -> bytes:
        """Which pages tell how letters look."""
        return self._place(_CELL_STYLE_PAGES)

    def paragraph_pages(self) -> bytes:
        """Which pages tell what paragraphs are."""
        return self._place(_PARAGRAPH_PAGES)

    def _place(self, index: int) -> bytes:
        if self.older:
            return b""
        at, size = struct.unpack_from("<II", self.main, _PLACES_AT + 8 * index)
        return self.table[at : at + size]


def _table(store: Ole2, flags: int) -> bytes:
    told, other = ("1Table", "0Table") if flags & _TABLE_ONE else ("0Table", "1Table")
    table = store.stream(told) or store.stream(other)
    if not table:
        raise WordError("no table stream")
    return table


def _piece_table(held: bytes) -> bytes:
    """The table of pieces behind the formats that fast saving put before it."""
    at = 0
    while at < len(held) and held[at] == 1:
        at += 3 + struct.unpack_from("<H", held, at + 1)[0]
    if at >= len(held) or held[at] != 2:
        raise WordError("no table of pieces")
    (size,) = struct.unpack_from("<I", held, at + 1)
    return held[at + 5 : at + 5 + size]


def _pieces(table: bytes, *, older: bool) -> Iterator[Piece]:
    count = (len(table) - 4) // (4 + _PIECE_BYTES)
    if count <= 0:
        raise WordError("an empty table of pieces")
    edges = struct.unpack_from(f"<{count + 1}i", table)
    for index in range(count):
        first, end = edges[index : index + 2]
        (place,) = struct.unpack_from("<I", table, 4 * (count + 1) + _PIECE_BYTES * index + 2)
        if end <= first:
            continue
        if older:
            yield Piece(first, end - first, place, wide=False)
        elif place & _COMPRESSED:
            yield Piece(first, end - first, (place & ~_COMPRESSED) // 2, wide=False)
        else:
            yield Piece(first, end - first, place, wide=True)
