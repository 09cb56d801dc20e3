"""A page's own text apart from the lists of other pages that stand beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from domain.documents import Block, Document, Link, Zone
from rules.vietnamese.folding import fold

OWN_ZONES = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)
_FILE = re.compile(
    r"\.(?:pdf|doc[xm]?|xls[xm]?|pptx?|rtf|od[tsp]|txt|csv|mht(?:ml)?|tiff?|zip|rar|7z)(?:$|[?#])"
    r"|linkclick\.aspx|fileticket=|/download",
    re.IGNORECASE,
)
_BREADCRUMB = re.compile(r"(?:ban dang (?:xem|o)\s*:?\s*)?trang (?:chu|nhat)\s*(?:[>»/|›:-]|$)")
_UNIT = re.compile(
    r"(?:ubnd|uy ban nhan dan|so|chi cuc|thanh tra|van phong|ban (?:quan ly|dan toc)|xa|phuong)\b"
    r".{0,40}$"
)
"""The site's own name, linked to its home page; it stands in papers too."""
_LONGEST_ITEM = 300
MANY_LINKS = 300
_MOST_CRUMBS = 5
_TELLING = 20
"""From this length on a link's text is told from words of the page that happen to be the same."""
_LEAST_LETTERS = 250
_LEAST_BLOCKS = 4


def is_breadcrumb(text: str) -> bool:
    """Whether a line is the way from the home page to this one."""
    if len(text) > _LONGEST_ITEM or "rang" not in text[:30].casefold():
        return False
    return _BREADCRUMB.match(fold(text).plain) is not None


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
    if block.text in texts or is_breadcrumb(block.text):
        return True
    if block.zone is Zone.LIST and _begins_with_item(block.text, texts):
        return True
    if len(block.text) > _LONGEST_ITEM:
        return False
    linked = sum(len(text) for text in _long(texts) if text in block.text)
    return linked * 2 > len(block.text)


def _begins_with_item(line: str, texts: frozenset[str]) -> bool:
    """Whether a link's text opens a line and ends there: no sentence goes on in small letters."""
    return any(
        line.startswith(text) and not line[len(text) :].lstrip()[:1].islower()
        for text in _long(texts)
    )


@lru_cache(maxsize=4)
def _long(texts: frozenset[str]) -> tuple[str, ...]:
    """Texts looked for inside blocks; none on a page of so many links that it would take long."""
    if len(texts) > MANY_LINKS:
        return ()
    return tuple(text for text in texts if len(text) >= _TELLING)


def own_run(document: Document) -> tuple[Block, ...]:
    """The longest stretch of own text between links to other pages; empty when it is short.

    Article templates put breadcrumbs above and older articles below the article, often in the
    same container, so that neither zones nor link counts tell such a page from a list.
    """
    texts = _item_texts(document)
    if not texts and not any(is_breadcrumb(block.text) for block in document.blocks):
        return ()
    longest = max(_runs(document.blocks, texts), key=_letters, default=())
    if len(longest) < _LEAST_BLOCKS or _letters(longest) < _LEAST_LETTERS:
        return ()
    return tuple(longest)


def own_letters(document: Document) -> int:
    """How many letters of a page's own part are not its links' and what stands beside them."""
    texts = _item_texts(document)
    own = (block for block in document.blocks if block.zone in OWN_ZONES)
    return _letters([block for block in own if not is_item(block, texts)])


def leads_away(document: Document, line: str) -> bool:
    """Whether a line of a page is mostly the text of a link to another page or a picture."""
    return is_item(Block(line), frozenset(link.text for link in item_links(document)))


def _item_texts(document: Document) -> frozenset[str]:
    """The texts of links to other pages; ways back to this very page or to the site are none."""
    crumbs = [block.text for block in document.blocks if is_breadcrumb(block.text)][:_MOST_CRUMBS]
    return frozenset(
        link.text
        for link in item_links(document)
        if not any(link.text in crumb for crumb in crumbs)
        and not (len(link.text) > 8 and _opens_or_ends(document.title, link.text))
        and not _UNIT.match(fold(link.text).plain)
    )


def _opens_or_ends(title: str, words: str) -> bool:
    """Whether a page's title has words where the page's own name or the site's stand."""
    return title.startswith(words) or title.endswith(words)


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
