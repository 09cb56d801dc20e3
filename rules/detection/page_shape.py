"""What shape a web page has: a list, a page that leads on, an article with files."""

from __future__ import annotations

import re
from collections import Counter

from documents.away import leads_away
from domain.documents import Block, BlockKind, Document, Link, Zone
from domain.visits import FoundBy
from rules.detection.context import PageContext
from rules.detection.own_text import (
    host_of,
    is_breadcrumb,
    is_item,
    leads_to_file,
)
from rules.detection.sources import Candidate
from rules.vietnamese.folding import fold

_SECTION_HEADING = re.compile(
    r"^(?:chuyen muc|danh muc tin|category|categories|archives?|luu tru|the|tag|chu de|thang|month"
    r"|nam|year|ngay|day|author|tac gia)\s*:|^ket qua tim kiem"
)
_SEARCH = "tim kiem"

_TO_FETCH = re.compile(
    r"(?:tai (?:ve|xuong|file|tep|day|van ban)|download|xem (?:file|tep|toan van)|toan van|file)\b"
)
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|bmp|tiff?)(?:$|[?#])", re.IGNORECASE)
_ASKS = re.compile(r"(?:cau )?hoi(?: dap)?\s*[:-]")
_CLAUSE = re.compile(r"\d{1,2}\.\d{1,2}(?:\.\d{1,2})*\.?\s+\D")
LEAST_LETTERS = 90
"""Fewer are no text of an article."""
_MENUS = frozenset({Zone.MENU, Zone.HEADER, Zone.BREADCRUMB, Zone.FOOTER})
_FEW_BLOCKS = 3
_LETTERS_A_LINK = 60
"""A page with less text than this for each link that it lists is a list."""
_MOST_ASKED = 1_000
_SHORT_LINE = 40
"""Dates, numbers of views and the like stand between a heading and what is under it."""


def is_list(context: PageContext) -> bool:
    """Whether the page leads to others rather than saying something itself."""
    if context.is_told and context.formal:
        return False
    if is_archive(context):
        return True
    if context.is_told:
        return False
    if _is_section(context):
        return True
    links = [link for link in context.links if link.zone is Zone.LIST]
    if context.formal:  # beside a paper stand linked names of agencies, in a column say
        links = [link for link in links if link.text in context.own.item_texts]
    if len(links) < 3:
        return False
    text = "\n".join(block.text for block in context.run or context.blocks)
    listed = sum(len(block.text) for block in context.blocks if block.zone is Zone.LIST)
    return listed * 2 > len(text) or len(_standing_in(text, links)) * _LETTERS_A_LINK > len(text)


def _standing_in(text: str, links: list[Link]) -> list[Link]:
    """The links whose words a reader sees: the choices of a drop-down make no page a list.

    Of so many that asking would take long all count, as all do that say nothing.
    """
    if len(links) > _MOST_ASKED or len(links) * _LETTERS_A_LINK <= len(text):
        return links
    return [link for link in links if link.text in text]


def is_archive(context: PageContext) -> bool:
    """Whether a heading calls the page a list of what was found or filed: search results."""
    folded = [(line, fold(line.text).plain) for line in context.headings]
    return any(_SECTION_HEADING.search(text) for _, text in folded) or _is_search(context, folded)


def _is_search(context: PageContext, headings: list[tuple[Candidate, str]]) -> bool:
    """Whether it is a page for searching, and not any other with a box that is headed so."""
    if not any(text.startswith(_SEARCH) for _, text in headings):
        return False
    linked = {link.text for link in context.own.links}
    return not any(
        line.place == "heading" and not text.startswith(_SEARCH) and line.text not in linked
        for line, text in headings
    ) or any(line.place == "title" and text.startswith(_SEARCH) for line, text in headings)


def _is_section(context: PageContext) -> bool:
    """Whether the headline of another page follows the page's own heading, with nothing between."""
    own = context.blocks
    heads = (place for place, block in enumerate(own) if _is_heading(block))
    first = 0 if context.is_named else next(heads, None)
    if first is None:
        return False
    heading = own[first].text
    under = frozenset(
        link.text
        for link in context.own.items
        if link.text != heading
        and link.section.split(" > ")[-1] in (heading, link.text)
        and not leads_away(link.href)
    )
    for block in own[first + 1 : first + 1 + _FEW_BLOCKS]:
        if block.text in under or _is_entry(block, under):
            return True
        if _is_heading(block) and _is_of_a_file(context.document, block.text):
            return True  # a headline that leads straight to the file of its paper
        if len(block.text) > _SHORT_LINE:
            return False
    return False


def _is_of_a_file(document: Document, text: str) -> bool:
    """Whether a text of a page is a link to a file."""
    return any(link.text == text and leads_to_file(link) for link in document.links)


def _is_entry(block: Block, texts: frozenset[str]) -> bool:
    """Whether a line is a headline with its number or date beside it."""
    return not is_breadcrumb(block.text) and is_item(block, texts)


def _is_heading(block: Block) -> bool:
    return block.kind is BlockKind.HEADING and not is_breadcrumb(block.text)


def link_text(context: PageContext) -> tuple[Candidate, ...]:
    """The words of the link that led here: pages often carry their title nowhere else."""
    text = context.attempt.words.text.strip()
    return (Candidate(text, "link"),) if text else ()


def carries_elsewhere(context: PageContext) -> bool:
    """Whether the page hands its paper over from another host: a share, a drive."""
    elsewhere = links_elsewhere(context)
    titles = {line.text.strip() for line in context.headings} if elsewhere else set()
    return any(text in titles or _TO_FETCH.match(fold(text).plain) for text in elsewhere)


def links_elsewhere(context: PageContext) -> tuple[str, ...]:
    """The words of the links in a page's own part that lead to other hosts."""
    hosts = ((link, host_of(link.href)) for link in context.links if link.text.strip())
    away = [(link, host) for link, host in hosts if host]
    here = host_of(context.attempt.final_address or context.attempt.address) if away else ""
    return tuple(link.text.strip() for link, host in away if host != here)


def leads_on(context: PageContext) -> bool:
    """Whether links of the page's own lead further, also a plain list under its heading.

    Many a home page is nothing but its lists of the latest news and papers.
    """
    own = {Zone.MAIN, Zone.LIST, Zone.ATTACHMENT, Zone.PAGING}
    if context.attempt.found_by is FoundBy.HOME:
        own.add(Zone.RELATED)
    under = {line.text for line in context.headings}
    above = frozenset(context.own.links) - frozenset(context.links)
    return any(
        (link.zone in own or (link.section and link.section.split(" > ")[-1] in under))
        and not is_wordless_picture(link)
        and link not in above
        for link in context.document.links
    )


def is_wordless_picture(link: Link) -> bool:
    """Whether it leads to a picture in full size and says nothing: a scan, or any other."""
    return not (link.text or link.title) and _PICTURE.search(link.href) is not None


def lists_more(context: PageContext) -> bool:
    """Whether the page's text is mostly the text of its own links."""
    text = context.body.source
    own = [link for link in context.links if link.zone is not Zone.ATTACHMENT]
    return 2 * sum(len(link.text) for link in _standing_in(text, own)) > len(text)


def is_attachment(link: Link) -> bool:
    if link.zone is Zone.ATTACHMENT:
        return True
    return link.zone in (Zone.MAIN, Zone.LIST) and leads_to_file(link)


def heads_nothing(context: PageContext, line: str) -> bool:
    """Whether no text of the page's own stands below a line: a name alone is no paper."""
    blocks, words = context.own.blocks, line.strip()
    place = next((place for place, block in enumerate(blocks) if words in block.text), None)
    if place is None:
        return False
    below = (block for block in blocks[place + 1 :] if block.kind is not BlockKind.HEADING)
    rest = blocks[place].text.partition(words)[2]
    return len(rest) + sum(len(block.text) for block in below) < _SHORT_LINE


def shows_its_title(document: Document) -> bool:
    """Whether something follows the page's own title, in whatever part its template puts it.

    A menu has the title too, but as a link.
    """
    linked = Counter(link.text for link in document.links)
    shown = [block for block in document.blocks if block.zone not in (Zone.FOOTER, Zone.RELATED)]
    for place, block in enumerate(shown[:-1]):
        text = block.text.strip()
        if len(text) > 3 and document.title.startswith(text):
            linked[text] -= 1
            if linked[text] < 0:
                return shown[place + 1].zone is block.zone
    return False


def is_question(title: str) -> bool:
    """Whether a title asks: somebody's question to the agency."""
    plain = fold(title).plain.strip()
    return plain.endswith("?") or _ASKS.match(plain) is not None


def is_clause(heading: str) -> bool:
    """Whether a heading is a clause of a longer text: "6.2 Mục tiêu chất lượng"."""
    return _CLAUSE.match(heading.strip()) is not None


def lost_its_text(context: PageContext) -> bool:
    """Whether an article came without text: its template keeps it where side columns stand."""
    words = context.attempt.words
    return (
        words.zone not in _MENUS
        and bool(words.text.strip())
        and context.document.title.strip().startswith(words.text.strip())
        and len(context.body.source) < LEAST_LETTERS
    )
