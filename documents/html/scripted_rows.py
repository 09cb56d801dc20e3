"""Rows of lists that a page's own scripts hold: markup that they write, and data with titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from selectolax.lexbor import LexborHTMLParser

from documents.html.address import LIKE_ADDRESS, unescaped
from documents.html.paper_words import names_paper
from domain.documents import Link, Zone

KEY = "scripted"
"""Of the metadata: titles without an address, one a line."""
_STRING = re.compile(r"(['\"`])((?:\\.|(?!\1)[^\\\n]){0,4000})\1")
_BLANK = re.compile(r"(?:\\[nrt]|\s)+")
_OPENING = re.compile(r"[\[{(]")
_CLOSING = re.compile(r"[\]})]")
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|svg|webp|ico|css|js)(?:[?#]|\Z)", re.I)
_MOST_CHARS = 300_000
_MOST_STRINGS = 3_000
_MOST_ROWS = 200
_LONGEST_TITLE = 300
_ENTRY_CHARS = 800
"""Before and behind a title: what belongs to one entry stands closer."""
_SHOWN_CHARS = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """What a script holds of one entry of a list."""

    title: str
    href: str = ""


def rows_in(scripts: Iterable[str]) -> tuple[Row, ...]:
    """The entries that scripts hold as they stand; those they put together are unknown."""
    rows = (row for script in scripts if _may_hold_rows(script) for row in _rows_of(script))
    return tuple(dict.fromkeys(islice(rows, _MOST_ROWS)))


def links_of(rows: tuple[Row, ...], shown: Iterable[str]) -> tuple[tuple[Link, ...], str]:
    """Links of rows that are not shown, and the titles of those without an address.

    ``shown``: the lines of the page.
    """
    if not rows:
        return (), ""
    text = "\n".join(shown)[:_SHOWN_CHARS]
    hidden = [row for row in rows if row.title not in text]
    links = tuple(Link(row.href, row.title, zone=Zone.LIST) for row in hidden if row.href)
    return links, "\n".join(dict.fromkeys(row.title for row in hidden if not row.href))


def _may_hold_rows(script: str) -> bool:
    """Whether Vietnamese or a link may stand in it, which most scripts lack."""
    return not script.isascii() or "\\u" in script or "href=" in script


def _rows_of(script: str) -> Iterator[Row]:
    script = script[:_MOST_CHARS]
    for string in islice(_STRING.finditer(script), _MOST_STRINGS):
        said = unescaped(_BLANK.sub(" ", string[2])).strip()
        if "<" in said:
            yield from _written(said)
        elif _is_title(said):
            yield Row(said, _beside(script, string))


def _written(markup: str) -> Iterator[Row]:
    """The entries of markup: its links, or its words where it has none."""
    tree = LexborHTMLParser(markup)
    links = tree.css("a[href]")
    for link in links:
        href, said = (link.attributes.get("href") or "").strip(), _words(link.text())
        said = said or _words(link.attributes.get("title") or "")
        if href and href[0] != "#" and said and href[:11].lower() != "javascript:":
            yield Row(said, href)
    said = "" if links or tree.body is None else _words(tree.body.text(separator=" "))
    if _is_title(said):
        yield Row(said)


def _words(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_TITLE]


def _is_title(said: str) -> bool:
    return len(said) <= _LONGEST_TITLE and not said.isascii() and names_paper(said)


def _beside(script: str, title: re.Match[str]) -> str:
    """The address in the entry around a title: in the same brackets, whatever its name there."""
    before = script[max(0, title.start() - _ENTRY_CHARS) : title.start()]
    behind = script[title.end() : title.end() + _ENTRY_CHARS]
    opened = [one.end() for one in _OPENING.finditer(before)]
    closed = _CLOSING.search(behind)
    entry = f"{before[opened[-1] :] if opened else ''};{behind[: closed.start()] if closed else ''}"
    given = (unescaped(string[2]).strip() for string in _STRING.finditer(entry))
    return next((one for one in given if LIKE_ADDRESS.match(one) and not _PICTURE.search(one)), "")
