"""Where the name of a paper can stand: its head, headings, link words, file name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from documents.away import is_whole_site
from domain.documents import Block, BlockKind, Zone
from domain.visits import Attempt, LinkWords
from rules.detection.own_text import is_breadcrumb
from rules.naming.topics import Topics
from rules.vietnamese.addresses import file_name, unslugged
from rules.vietnamese.folding import fold_words

_TELLING_ZONES = (Zone.LIST, Zone.ATTACHMENT, Zone.MAIN, Zone.SEARCH)
_BESIDE = frozenset({Zone.MENU, Zone.HEADER, Zone.FOOTER, Zone.RELATED})
"""Links beside an article, which its title says nothing of."""
_BUTTONS = frozenset({"tim kiem", "tim", "search", "dang nhap", "login", "trang chu", "home"})
_LETTERS = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may name the paper, and where it stood."""

    text: str
    place: str


def headings(own: Sequence[Block], title: str, *, named: bool = False) -> tuple[Candidate, ...]:
    """The headings of a page's own content, then its title.

    ``named``: the first line is what the page is called, however it is marked up.
    """
    first = own[:1] if named and own[0].kind is not BlockKind.HEADING else ()
    heads = (
        Candidate(block.text, "heading")
        for block in own
        if block.kind is BlockKind.HEADING and block.text.strip() and not is_breadcrumb(block.text)
    )
    found = [*(Candidate(block.text, "heading") for block in first), *islice(heads, 2 - len(first))]
    if not found:
        found = [Candidate(text, "main") for text in _first_line(own)]
    if title.strip():
        found.append(Candidate(title, "title"))
    return tuple(found)


def _first_line(own: Sequence[Block]) -> list[str]:
    """The first short line of a page that marks no heading up; no clock, button or breadcrumb."""
    first = [cell for block in own[:6] for cell in _cells(block)]
    short = ((text, fold_words(text)) for text in first if len(text) <= 200)
    told = (text for text, words in short if _LETTERS.search(words) and words not in _BUTTONS)
    return [text for text in told if not is_breadcrumb(text)][:1]


def _cells(block: Block) -> list[str]:
    """A line's text; of a row the cells, if a page is laid out by tables, and a button is one."""
    text = block.text.strip()
    cells = [cell.strip() for cell in text.split(" | ")] if block.kind is BlockKind.ROW else []
    buttons = [cell for cell in cells if fold_words(cell) in _BUTTONS or is_breadcrumb(cell)]
    return [cell for cell in cells if cell not in buttons] if buttons else [text]


def link_lines(attempt: Attempt, topics: Topics) -> tuple[Candidate, ...]:
    """What was known before opening: link text, title, row, file name, article it hangs on."""
    found: list[Candidate] = []
    articles: list[Candidate] = []
    for words in (attempt.words, *attempt.also):
        row = words.zone in _TELLING_ZONES and words.context != ""
        article = words.zone not in _BESIDE and words.parent_title.strip() != ""
        bare = (row or article) and _is_bare(words, topics)
        found.extend(_of_words(words, told=row and bare))
        if article and bare:
            articles.append(Candidate(words.parent_title, "article"))
    name = file_name(attempt.final_address or attempt.address)
    if name:
        found.append(Candidate(unslugged(name), "file name"))
    return tuple(found) if is_whole_site(attempt.address) else (*found, *articles)


def heading_lines(attempt: Attempt, topics: Topics) -> tuple[Candidate, ...]:
    """The headings right above links that say no more than "Tải về" or "5512.pdf" themselves."""
    return tuple(
        Candidate(words.section.rpartition(" > ")[2], "section")
        for words in (attempt.words, *attempt.also)
        if words.section and words.zone in _TELLING_ZONES and _says_little(words, topics)
    )


def _says_little(words: LinkWords, topics: Topics) -> bool:
    said = (_unslugged_if_slug(Candidate(text, "link")).text for text in (words.text, words.title))
    return all(topics.is_bare(text) or not topics.is_subject(text, least=2) for text in said)


def _is_bare(words: LinkWords, topics: Topics) -> bool:
    """Whether neither a link's text nor its title, or its picture's, says anything."""
    return topics.is_bare(words.text) and topics.is_bare(words.title)


def _of_words(words: LinkWords, *, told: bool) -> list[Candidate]:
    """``told``: whether the row around a link tells what the link itself does not."""
    lines = [Candidate(text, "link") for text in (words.text, words.title) if text.strip()]
    if told:
        lines.append(Candidate(words.context, "link row"))
    return [_unslugged_if_slug(line) for line in lines]


def _unslugged_if_slug(line: Candidate) -> Candidate:
    """File names used as link text are read as file names."""
    text = line.text.strip()
    if " " not in text and ("-" in text or "_" in text or "." in text):
        return Candidate(unslugged(text), line.place)
    return line


def surroundings(attempt: Attempt) -> str:
    """Section, parent page and row around the link, on one line.

    The page that a menu or a column of other news stands on says nothing of its links.
    """
    parts = [
        part
        for words in (attempt.words, *attempt.also)
        for part in (
            words.section,
            "" if words.zone in _BESIDE else words.parent_title,
            words.context,
        )
    ]
    return " | ".join(part for part in parts if part)
