"""Where in a page's own part it begins, and which boxes in it are of something else.

Templates without a mark for their content put boxes above it: a search, a login, other papers. What
stands above the heading by which the page is called is none of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from domain.documents import Block, BlockKind, Link
from rules.detection.own_text import is_unit
from rules.naming.topics import Topics
from rules.vietnamese.folding import fold_words

_LEAST_LETTERS = 8
_LOOKED_AT = 80
_PARAGRAPH = 120
"""Letters of a line that is text of the page, and no box above it."""


def place_of_name(
    blocks: Sequence[Block], title: str, words: str, links: Sequence[Link]
) -> int | None:
    """Which of a page's own blocks is called as its title or the link that led here is.

    None where none is, and where text stands above it: that is not left out for a line below it.
    """
    linked = {link.text for link in links}
    title, words = fold_words(title), fold_words(words)
    found: int | None = None
    for place, block in enumerate(blocks[:_LOOKED_AT]):
        if block.text not in linked and _names(_first_cell(block), title, words):
            if block.kind is BlockKind.HEADING:
                return place
            found = place if found is None else found
        if len(block.text) > _PARAGRAPH and block.text not in linked:
            break
    return found


def _first_cell(block: Block) -> str:
    """Where a page is laid out by tables, its heading and text may be cells of one row."""
    return block.text.partition(" | ")[0] if block.kind is BlockKind.ROW else block.text


def _names(line: str, title: str, words: str) -> bool:
    if not _LEAST_LETTERS <= len(line) <= len(title) + len(words):
        return False
    said = fold_words(line)
    if is_unit(line) or len(said) < _LEAST_LETTERS:
        return False
    return said == words or title.startswith(said) or title.endswith(said)


def links_below(
    links: Sequence[Link], above: Sequence[Block], below: Sequence[Block]
) -> Iterator[Link]:
    """The links that do not stand in the blocks above, by their words or the heading over them."""
    heads = {block.text for block in above if block.kind is BlockKind.HEADING}
    heads -= {block.text for block in below}
    before, after = ("\n".join(block.text for block in part) for part in (above, below))
    for link in links:
        if link.section.rpartition(" > ")[2] in heads:
            continue
        if not link.text or link.text in after or link.text not in before:
            yield link


def without_boxes(blocks: Sequence[Block], topics: Topics) -> list[Block]:
    """Lines but those of boxes that are headed as something else: a poll, links, films."""
    own: list[Block] = []
    beside = False
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            beside = topics.is_other_section(block.text)
        if not beside:
            own.append(block)
    return own
