"""JSON that a page's script makes its list from, read as the list a visitor would see."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from documents import from_html, sniff
from documents.charset import decode
from documents.hints import NO_HINTS, Hints
from documents.html.words import is_file
from documents.list_told import error_said, is_onward_mark, says_all, says_more
from domain.documents import (
    Block,
    BlockKind,
    Document,
    HowRead,
    Link,
    Reading,
    Unread,
    Unreadable,
    Zone,
)

_MOST_CHARS = 10_000_000
_MOST_LINKS = 5_000
_MOST_NODES = 200_000
_MOST_MARKUP = 200
_TITLE = re.compile(
    r"(?:title|name|ten|tieu_?de|subject|trich_?yeu|heading|headline|text|label|caption|rendered)"
    r"(?:_?(?:vi|van_?ban|bai_?viet|tin|file))?",
    re.I,
)
_NEXT = re.compile(r"next(?:_?(?:page|link|url|page_?url))?|@odata\.nextLink|load_?more", re.I)
_PAGES = re.compile(r"total_?pages?|page_?count|last_?page|so_?trang|tong_?(?:so_?)?trang", re.I)
_TOTAL = re.compile(
    r"(?:total|tong_?so)(?:_?(?:counts?|records?|items?|rows?|elements?|results?|ban_?ghi|tin|bai))?"
    r"|records?_?(?:total|filtered)|(?:item|row|record|result)s?_?(?:count|total)|@odata\.count",
    re.I,
)
_PAGE = re.compile(r"(?:current_?)?page(?:_?(?:index|number|no))?|trang(?:_?hien_?tai)?", re.I)
_NUMBER = re.compile(r"id|ma|code|slug|alias|.*_id|.*Id", re.ASCII)
_ADDRESS = re.compile(
    r"(?:https?://|\.{0,2}/)[^\s<>\"]+\Z|[^\s<>\"]+\.(?:aspx?|php|html?|pdf|docx?|xlsx?|zip|rar)"
    r"(?:[?#][^\s<>\"]*)?\Z",
    re.I,
)
_SHORT_CHARS = 300
_LONG_CHARS = 200

Node = dict[str, object]


def read(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """Every object with a title or an address is a row of a list; markup in it is read as such.

    The media type is that of a page: to those who weigh it, it is the list of the page it fills.
    """
    decoded = decode(body, hints.declared)
    if len(decoded.text) > _MOST_CHARS:
        return Unreadable(sniff.JSON, Unread.TOO_LARGE)
    try:
        whole = json.loads(decoded.text)
    except (ValueError, RecursionError):
        return Unreadable(sniff.JSON, Unread.DAMAGED, "no valid JSON")
    rows = _Rows()
    for count, node in enumerate(_objects(whole)):
        if count == _MOST_NODES or len(rows.links) > _MOST_LINKS:
            rows.is_cut = True
            break
        rows.take(node)
    return Document(
        media_type=sniff.HTML,
        how=HowRead.MARKUP,
        blocks=tuple(rows.blocks),
        links=tuple(rows.links[:_MOST_LINKS]),
        metadata=(("source", "json"), *rows.told(), *_failure(whole)),
        certainty=decoded.certainty,
    )


@dataclass(slots=True)
class _Rows:
    """What is taken of the objects, one after another."""

    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pages: int = 0
    """The most that any part tells: rows may count the pages of their own papers."""
    page: int | None = None
    markup: int = 0
    is_cut: bool = False
    """Whether more stands there than is read."""
    says_more: bool = False
    """Whether it says, without a number, that the list goes on."""
    says_all: bool = False
    """Whether what holds its rows says that the list ends here; a row's own neighbours do not."""

    def take(self, node: Node) -> None:
        """One object: a row of the list, or what says how the list goes on."""
        said = {name: text for name, text in _strings(node) if text}
        title = next((_plain(said[name]) for name in said if _TITLE.fullmatch(name)), "")
        going_on = [text for name, text in said.items() if _NEXT.fullmatch(name)]
        marks = [text for text in going_on if is_onward_mark("next", text)]
        self.says_more |= bool(marks) or says_more(node)
        self.says_all |= says_all(node) and _most_rows(node) > 0
        going_on = [text for text in going_on if text not in marks]
        self.links += [Link(one, "Trang sau", zone=Zone.PAGING) for one in going_on]
        addresses = [
            text
            for name, text in said.items()
            if _ADDRESS.match(text) and not _NEXT.fullmatch(name) and text not in going_on
        ]
        self._note_pages(node)
        short = [
            _plain(text)
            for name, text in said.items()
            if len(text) <= _SHORT_CHARS and text not in (*addresses, *going_on)
            and not _NUMBER.fullmatch(name) and not _is_markup(text)
        ]  # fmt: skip
        if not title and "0" in node:  # a row without names: what says most of it
            title = max(short, key=len, default="")
        self._row(node, title, addresses, short)
        self._long(said)

    def _row(self, node: Node, title: str, addresses: list[str], short: list[str]) -> None:
        if title and short:
            self.blocks.append(Block(" | ".join(short)[:1500], BlockKind.LIST_ITEM, Zone.LIST))
        around = " | ".join(one for one in short if one != title)[:_SHORT_CHARS]
        for address in addresses:
            zone = Zone.ATTACHMENT if is_file(address) else Zone.LIST
            self.links.append(Link(address, title[:500], zone=zone, context=around))
        if title and not addresses and any(_NUMBER.fullmatch(name) for name in node):
            # A row that only the page's script knows how to open.
            self.links.append(Link(f"#{title[:80]}", title[:500], "", Zone.LIST, around, "", True))

    def _long(self, said: Node | dict[str, str]) -> None:
        """Running text and markup inside a value."""
        for text in said.values():
            if not isinstance(text, str):
                continue
            if _is_markup(text):
                self.markup += 1
                if self.markup > _MOST_MARKUP:
                    self.is_cut = True
                    continue
                inside = from_html.read(text.encode())
                if isinstance(inside, Document):
                    self.blocks += [_as_own(block) for block in inside.blocks]
                    self.links += inside.links
            elif len(text) > _LONG_CHARS and not _ADDRESS.match(text):
                self.blocks.append(Block(text[:20_000]))

    def _note_pages(self, node: Node) -> None:
        """How many pages there are: as told, or as the number of all rows and of those here."""
        rows = _most_rows(node)
        for name, value in node.items():
            if isinstance(value, int) and not isinstance(value, bool):
                if _PAGES.fullmatch(name):
                    self.pages = max(self.pages, value)
                elif rows and value > rows and _TOTAL.fullmatch(name):
                    self.pages = max(self.pages, -(-value // rows))
                elif _PAGE.fullmatch(name):
                    self.page = value if self.page is None else self.page

    def told(self) -> Iterator[tuple[str, str]]:
        """What is known of pages, and whether anything was cut off."""
        if self.pages:
            yield "pages", str(self.pages)
        if self.page is not None:
            yield "page", str(self.page)
        if self.says_more:
            yield "more", "told"
        elif self.says_all and self.pages < 2 and not any(map(_is_onward, self.links)):
            yield "ends", "told"
        if self.is_cut:
            yield "truncated", f"{_MOST_LINKS} links"


def _is_onward(link: Link) -> bool:
    return link.zone is Zone.PAGING


def _failure(whole: object) -> Iterator[tuple[str, str]]:
    """How the data says that it is none."""
    said = error_said(whole)
    if said is not None:
        yield "failure", said


def _objects(whole: object) -> Iterator[Node]:
    """All objects in reading order, rows without names among them; without recursion."""
    waiting = [whole]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting += [value for value in reversed(one.values()) if isinstance(value, dict | list)]
        elif isinstance(one, list):
            if any(isinstance(value, str) for value in one):
                yield {str(place): value for place, value in enumerate(one)}
            waiting += [value for value in reversed(one) if isinstance(value, dict | list)]


def _most_rows(node: Node) -> int:
    """The length of the longest list of rows in an object, or in one right inside it."""
    inner = [value for value in node.values() if isinstance(value, dict)]
    held = [value for one in (node, *inner) for value in one.values()]
    lists = (value for value in held if isinstance(value, list))
    rows = (each for each in lists if each and isinstance(each[0], dict | list))
    return max(map(len, rows), default=0)


def _strings(node: Node) -> Iterator[tuple[str, str]]:
    """The strings of an object; of WordPress's ``{"rendered": ...}`` the one inside."""
    for name, value in node.items():
        inner = value.get("rendered") if isinstance(value, dict) else value
        if isinstance(inner, str):
            yield name, inner.strip()


def _is_markup(text: str) -> bool:
    return (
        "<" in text
        and re.search(r"<(?:p|a|li|div|tr|td|h\d|ul|table|article|br)\b", text) is not None
    )


def _plain(text: str) -> str:
    """Words without the few tags that titles have."""
    return " ".join(re.sub(r"<[^<>]*>", " ", text).split())


def _as_own(block: Block) -> Block:
    return replace(block, zone=Zone.MAIN) if block.zone is Zone.UNKNOWN else block
