"""The letters of a PDF page with the fonts they are set in: old fonts' codes as Unicode."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from itertools import groupby

import pypdfium2
import pypdfium2.raw as pdfium

from documents.charset import to_nfc
from documents.legacy import may_be_legacy, to_unicode

_MOST_LETTERS = 60_000
"""On one page; a page of small print has 8,000."""
_NAME_BYTES = 128


class PageLetters:
    """The letters of one page, by their index."""

    def __init__(self, text_page: pypdfium2.PdfTextPage) -> None:
        self.text_page = text_page
        self.count: int = text_page.count_chars()
        self._in_old_fonts = may_be_legacy(text_page.get_text_range(0, self.count))

    def text(self, start: int, stop: int) -> str:
        """The text from letter ``start`` to before ``stop``, NFC; lines end as the page's do."""
        if stop <= start:
            return ""
        if self._in_old_fonts:
            text = self._mended(start, min(stop, start + _MOST_LETTERS))
        else:
            text = self.text_page.get_text_range(start, stop - start)
        # U+FFFE stands for a hyphen at a line's end, U+0002 for the same in older files.
        return to_nfc(text.replace("\ufffe", "-").replace("\x02", "-").replace("\0", ""))

    def _mended(self, start: int, stop: int) -> str:
        """The text run by run, each run turned into Unicode by the name of its font."""
        runs = groupby(range(start, stop), key=_FontNames(self.text_page))
        return "".join(to_unicode(self._codes(indexes), name or None) for name, indexes in runs)

    def _codes(self, indexes: Iterable[int]) -> str:
        codes = (pdfium.FPDFText_GetUnicode(self.text_page, index) for index in indexes)
        return "".join(chr(code) for code in codes if 0 < code < 0x110000)


class _FontNames:
    """Tells the name of the font of a letter; blanks that pdfium puts in go with what precedes."""

    def __init__(self, text_page: pypdfium2.PdfTextPage) -> None:
        self._text_page = text_page
        self._held = ctypes.create_string_buffer(_NAME_BYTES)
        self._flags = ctypes.c_int()
        self._last = ""

    def __call__(self, index: int) -> str:
        length = pdfium.FPDFText_GetFontInfo(
            self._text_page, index, self._held, _NAME_BYTES, self._flags
        )
        if 0 < length <= _NAME_BYTES:
            self._last = self._held.raw[: length - 1].decode("utf-8", "replace")
        return self._last
