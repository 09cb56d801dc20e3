"""One page of a PDF: its lines, and whether its text layer can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

import pypdfium2

from documents.pdf.head import head_lines
from documents.pdf.letters import PageLetters
from documents.pdf.picture import PASTED, draws, is_scan
from documents.prose import (
    garbage_share,
    is_badly_recognised,
    is_scan_remark,
    joined_lines,
    vietnamese_share,
)

_FEW_CHARACTERS = 20
"""At most so many characters a page and something drawn: no text is told from a stamp."""
_STAMP_CHARACTERS = 200
"""At most so many on a picture of a page are a portal's running line or a clerk's note."""
_THIN_CHARACTERS = 600
"""At most so many may be the whole text of a scanned page, or a part of what it shows."""
_TOO_MUCH_GARBAGE = 0.35
_HARDLY_VIETNAMESE = 0.2
"""Of the words being Vietnamese: in English one in four is by chance."""


class Layer(Enum):
    """What the text layer of a page is worth."""

    SOUND = auto()
    BLANK = auto()
    """No text, and nothing drawn either."""
    BARE = auto()
    """Hardly any text over a picture."""
    DOUBTFUL = auto()
    """Text that a better look at the page may replace: recognised badly, or in no known words."""
    THIN = auto()
    """Good text, but little for a page that a picture covers: it may not be all of it."""
    GARBAGE = auto()
    """Codes of a font that does not name its letters."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The lines of one page, numbered from 1."""

    number: int
    lines: tuple[str, ...]
    layer: Layer
    certainty: float | None = None
    """Of its recogniser; None where the lines are the file's own."""

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def characters(self) -> int:
        return sum(map(len, self.lines))


def read_page(pdf: pypdfium2.PdfDocument, number: int) -> PageText:
    """The text of a page; a broken one is ``BARE``."""
    try:
        page = pdf[number - 1]
    except pypdfium2.PdfiumError:
        return PageText(number, (), Layer.BARE)
    try:
        lines = tuple(_lines(page, first=number == 1))
        return PageText(number, lines, _layer(page, lines))
    finally:
        page.close()


def _lines(page: pypdfium2.PdfPage, *, first: bool) -> list[str]:
    text_page = page.get_textpage()
    try:
        letters = PageLetters(text_page)
        head, end = head_lines(page, letters) if first else ([], 0)
        rest = letters.text(end, letters.count)
    finally:
        text_page.close()
    return [*head, *joined_lines(rest.splitlines())]


def _layer(page: pypdfium2.PdfPage, lines: tuple[str, ...]) -> Layer:
    own = [line for line in lines if not is_scan_remark(line)]
    if sum(map(len, own)) <= _FEW_CHARACTERS:
        return Layer.BARE if draws(page) else Layer.BLANK
    text = "\n".join(own)
    if garbage_share(text) > _TOO_MUCH_GARBAGE:
        return Layer.GARBAGE
    if len(text) <= _STAMP_CHARACTERS and is_scan(page, PASTED):
        return Layer.BARE
    if vietnamese_share(text) < _HARDLY_VIETNAMESE:
        return Layer.DOUBTFUL
    if not is_scan(page):
        return Layer.SOUND
    if is_badly_recognised(text):
        return Layer.DOUBTFUL
    return Layer.THIN if len(text) <= _THIN_CHARACTERS else Layer.SOUND
