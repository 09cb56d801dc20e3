"""Several papers in one file: a covering letter with what it sends, one behind the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from domain.documents import Block, Document
from rules.head.reading import bears_motto
from rules.vietnamese.folding import fold

_HEAD_BLOCKS = 8
"""The national motto stands among so many first lines of a paper."""
_MOST_PAPERS = 20
_LEAST_BLOCKS = 6
"""A paper has as many lines before the next one's head."""
_MOST_OFFICE_LINES = 3
_OFFICE = re.compile(
    r"(?:ubnd|uy ban nhan dan|so|chi cuc|van phong|tinh|huyen|xa|phuong)\b[^.:;]*$"
)


def later_papers(document: Document) -> Iterator[Document]:
    """The papers behind the first, each from a page that begins with a head of its own."""
    paged = [place for place in _page_starts(document) if _begins_a_paper(document, place)]
    starts = sorted({*paged, *_heads_below(document.blocks)})
    for start, end in list(pairwise([*starts, len(document.blocks)]))[:_MOST_PAPERS]:
        yield replace(document, title="", blocks=document.blocks[start:end], metadata=())


def _heads_below(blocks: Sequence[Block]) -> Iterator[int]:
    """Where further heads stand on one page, or in a text without pages."""
    last = 0
    for place, block in enumerate(blocks):
        if not bears_motto(fold(block.text)):
            continue
        if last and place - last >= _LEAST_BLOCKS and not _same_head(blocks, place):
            yield place - _office_lines_above(blocks, place)
        last = place or 1


def _same_head(blocks: Sequence[Block], place: int) -> bool:
    """Whether the motto's other line stands just above."""
    return any(bears_motto(fold(block.text)) for block in blocks[max(0, place - 2) : place])


def _office_lines_above(blocks: Sequence[Block], place: int) -> int:
    """How many lines of the issuer's name stand above the motto."""
    above = 0
    while above < _MOST_OFFICE_LINES and _OFFICE.match(fold(blocks[place - above - 1].text).plain):
        above += 1
    return above


def _page_starts(document: Document) -> Iterator[int]:
    """Where the second and later pages begin, as places of their first blocks."""
    for place, (before, after) in enumerate(pairwise(document.blocks), 1):
        if after.page is not None and before.page is not None and after.page > before.page:
            yield place


def _begins_a_paper(document: Document, place: int) -> bool:
    page = document.blocks[place].page
    top = document.blocks[place : place + _HEAD_BLOCKS]
    return bears_motto(fold("\n".join(block.text for block in top if block.page == page)))
