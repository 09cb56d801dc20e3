"""Lines too short to tell what they are written in, told by the lines around them."""

from __future__ import annotations

from collections.abc import Mapping

from documents.html.drafts import Drafts
from documents.legacy import Legacy, has_only_unicode_letters, in_encoding

_CELLS = " | "
_MOST_BETWEEN = 6
"""Lines that two others may answer for."""


def mend_between(drafts: Drafts, told: Mapping[str, Legacy]) -> None:
    """Mend the blocks and links that stand between two lines of one old encoding.

    ``told`` has the encodings of the lines that could tell, by their text. "Sè: 12/Q§-UBND" alone
    may be anything; under an agency's name in TCVN3 and above a title in TCVN3 it is "Số: ...".
    """
    before: Legacy | None = None
    between: list[int] = []
    mended: dict[int, Legacy] = {}
    for place, block in enumerate(drafts.blocks):
        if block.text.isascii():
            continue
        encoding = _encoding_of(block.text, told)
        if encoding is None and not has_only_unicode_letters(block.text):
            between.append(place)
            continue
        if encoding is not None:
            same = before is encoding and len(between) <= _MOST_BETWEEN
            mended |= dict.fromkeys([*between, place] if same else [place], encoding)
        before, between = encoding, []
    for place, encoding in mended.items():
        block = drafts.changing(place)
        block.text = _mended(block.text, encoding, told)
    _mend_links(drafts, mended, told)


def _encoding_of(text: str, told: Mapping[str, Legacy]) -> Legacy | None:
    """Of a line, or of a row one of whose cells could tell."""
    return next((told[cell] for cell in text.split(_CELLS) if cell in told), None)


def _mended(text: str, encoding: Legacy, told: Mapping[str, Legacy]) -> str:
    cells = [
        cell if cell in told else " ".join(in_encoding(cell, encoding).split())
        for cell in text.split(_CELLS)
    ]
    return _CELLS.join(cells)


def _mend_links(drafts: Drafts, mended: Mapping[int, Legacy], told: Mapping[str, Legacy]) -> None:
    for link in drafts.links:
        if link.block in mended and link.text and not link.text.isascii():
            link.text = _mended(link.text, mended[link.block], told)
