"""Several papers in one file: a covering letter with what it sends, one behind the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from domain.documents import Document
from rules.head.reading import bears_motto
from rules.vietnamese.folding import fold

_HEAD_BLOCKS = 8
"""The national motto stands among so many first lines of a paper."""
_MOST_PAPERS = 20


def later_papers(document: Document) -> Iterator[Document]:
    """The papers behind the first, each from a page that begins with a head of its own."""
    starts = [place for place in _page_starts(document) if _begins_a_paper(document, place)]
    for start, end in list(pairwise([*starts, len(document.blocks)]))[:_MOST_PAPERS]:
        yield replace(document, title="", blocks=document.blocks[start:end], metadata=())


def _page_starts(document: Document) -> Iterator[int]:
    """Where the second and later pages begin, as places of their first blocks."""
    for place, (before, after) in enumerate(pairwise(document.blocks), 1):
        if after.page is not None and before.page is not None and after.page > before.page:
            yield place


def _begins_a_paper(document: Document, place: int) -> bool:
    page = document.blocks[place].page
    top = document.blocks[place : place + _HEAD_BLOCKS]
    return bears_motto(fold("\n".join(block.text for block in top if block.page == page)))
