"""A page's own text apart from the lists of other pages that stand beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from urllib.parse import urlsplit

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
_MOTTO = re.compile(r"độc lập\W{1,5}tự do\W{1,5}hạnh phúc", re.IGNORECASE)
_LONGEST_ITEM = 300
MANY_LINKS = 300
_MOST_CRUMBS = 5
_LINES_KEPT = 4_096
_TELLING = 20
"""From this length on a link's text is told from words of the page that happen to be the same."""
_LEAST_LETTERS = 250
_LEAST_BLOCKS = 4


def is_breadcrumb(text: str) -> bool:
    """Whether a line is the way from the home page to this one."""
    return len(text) <= _LONGEST_ITEM and _is_way_from_home(text)


@lru_cache(maxsize=_LINES_KEPT)
def _is_way_from_home(text: str) -> bool:
    """Menus and columns say the same on page after page."""
    return "rang" in text[:30].casefold() and _BREADCRUMB.match(fold(text).plain) is not None


def is_unit(text: str) -> bool:
    """Whether a line is an office's name and nothing more."""
    return _UNIT.match(fold(text).plain) is not None


def host_of(address: str) -> str:
    """The host of an address; empty where it names none."""
    if "//" not in address:
        return ""  # as most links have it
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def leads_to_file(link: Link) -> bool:
    """Whether a link is to a file rather than to another page."""
    return _FILE.search(link.href) is not None


def is_item(block: Block, texts: frozenset[str]) -> bool:
    """Whether a block is mostly the text of links to other pages: a list item, a breadcrumb."""
    if block.text in texts or is_breadcrumb(block.text):
        return True
    return _is_of_items(block, texts)


def _is_of_items(block: Block, texts: frozenset[str]) -> bool:
    """Whether a block begins with the text of such a link, or is made of them."""
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


class OwnPart:
    """The part of a page that is its own, and what in it leads to other pages; worked out once."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Its blocks, without menus, columns and feet."""
        return tuple([block for block in self._document.blocks if block.zone in OWN_ZONES])

    @cached_property
    def text(self) -> str:
        """Its blocks joined by line ends."""
        return "\n".join(block.text for block in self.blocks)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Its links."""
        return tuple([link for link in self._document.links if link.zone in OWN_ZONES])

    @cached_property
    def items(self) -> tuple[Link, ...]:
        """Its links that lead to other pages."""
        return tuple(
            link
            for link in self.links
            if link.zone is not Zone.ATTACHMENT and len(link.text) > 2 and not leads_to_file(link)
        )

    @cached_property
    def run(self) -> tuple[Block, ...]:
        """The longest stretch of own text between links to other pages; empty when it is short.

        Article templates put breadcrumbs above and older articles below the article, often in the
        same container, so that neither zones nor link counts tell such a page from a list.
        """
        if not self.item_texts and not self._crumbs:
            return ()
        runs = sorted(self._runs(), key=_letters, reverse=True)
        if not runs or not _is_told(runs[0]):
            return ()
        # A foot may be longer than the paper above it.
        papers = (run for run in runs if any(map(_is_motto, run)) and _is_told(run))
        return tuple(next(papers, runs[0]))

    @property
    def letters(self) -> int:
        """How many letters are not its links' and what stands beside them."""
        return _letters([block for block in self.blocks if not self._is_item(block)])

    def leads_away(self, line: str) -> bool:
        """Whether a line is mostly the text of a link to another page or a picture."""
        return is_item(Block(line), frozenset(link.text for link in self.items))

    @cached_property
    def _crumbs(self) -> tuple[str, ...]:
        """The ways from the home page to this one, wherever they stand."""
        blocks = self._document.blocks
        lines = [block.text for block in blocks if len(block.text) <= _LONGEST_ITEM]
        return tuple(filter(_is_way_from_home, lines))

    @cached_property
    def item_texts(self) -> frozenset[str]:
        """The texts of links to other pages; ways back to this page or to the site are none."""
        crumbs, title = self._crumbs[:_MOST_CRUMBS], self._document.title
        return frozenset(
            link.text
            for link in self.items
            if not any(link.text in crumb for crumb in crumbs)
            and not (len(link.text) > 8 and _opens_or_ends(title, link.text))
            and not is_unit(link.text)
        )

    def _is_item(self, block: Block) -> bool:
        if block.text in self.item_texts or block.text in self._crumbs:
            return True
        return _is_of_items(block, self.item_texts)

    def _runs(self) -> Iterator[Sequence[Block]]:
        run: list[Block] = []
        for block in self.blocks:
            if self._is_item(block):
                yield run
                run = []
            else:
                run.append(block)
        yield run


def _opens_or_ends(title: str, words: str) -> bool:
    """Whether a page's title has words where the page's own name or the site's stand."""
    return title.startswith(words) or title.endswith(words)


def _is_told(run: Sequence[Block]) -> bool:
    """Whether a stretch is long enough to be a page's text."""
    return len(run) >= _LEAST_BLOCKS and _letters(run) >= _LEAST_LETTERS


def _is_motto(block: Block) -> bool:
    """Whether a line is the motto in the head of every paper."""
    return len(block.text) <= _LONGEST_ITEM and _MOTTO.search(block.text) is not None


def _letters(run: Sequence[Block]) -> int:
    return sum(len(block.text) for block in run)
