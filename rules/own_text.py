"""A page's own text apart from the lists of other pages that stand beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from domain.documents import Block, Document, Link, Zone

OWN_ZONES = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)
_FILE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|rtf|odt|ods|zip|rar|7z)(?:$|[?#])|linkclick\.aspx|fileticket=|/download",
    re.IGNORECASE,
)
_LONGEST_ITEM = 300
_LEAST_LETTERS = 250
_LEAST_BLOCKS = 4


def leads_to_file(link: Link) -> bool:
    """Whether a link is to a file rather than to another page."""
    return _FILE.search(link.href) is not None


def item_links(document: Document) -> tuple[Link, ...]:
    """Links of a page's own part that lead to other pages."""
    return tuple(
        link
        for link in document.links
        if link.zone in (Zone.MAIN, Zone.LIST) and len(link.text) > 2 and not leads_to_file(link)
    )


def is_item(block: Block, texts: frozenset[str]) -> bool:
    """Whether a block is mostly the text of links to other pages: a list item, a breadcrumb."""
    if block.text in texts:
        return True
    if len(block.text) > _LONGEST_ITEM:
        return False
    linked = sum(len(text) for text in texts if text in block.text)
    return linked * 2 > len(block.text)


def own_run(document: Document) -> tuple[Block, ...]:
    """The longest stretch of own text between links to other pages; empty when it is short.

    Article templates put breadcrumbs above and older articles below the article, often in the
    same container, so that neither zones nor link counts tell such a page from a list.
    """
    texts = frozenset(link.text for link in item_links(document))
    if not texts:
        return ()
    longest = max(_runs(document.blocks, texts), key=_letters, default=())
    if len(longest) < _LEAST_BLOCKS or _letters(longest) < _LEAST_LETTERS:
        return ()
    return tuple(longest)


def _runs(blocks: Sequence[Block], texts: frozenset[str]) -> Iterator[Sequence[Block]]:
    run: list[Block] = []
    for block in blocks:
        if block.zone not in OWN_ZONES:
            continue
        if is_item(block, texts):
            yield run
            run = []
        else:
            run.append(block)
    yield run


def _letters(run: Sequence[Block]) -> int:
    return sum(len(block.text) for block in run)
