"""HTML to a :class:`~domain.documents.Document`."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from documents import sniff
from documents.charset import Decoded, decode
from documents.hints import NO_HINTS, Hints
from documents.html.awaited_rows import awaits_rows
from documents.html.depth import flattened
from documents.html.drafts import BlockDraft, Drafts
from documents.html.elements import Elements
from documents.html.fonts import fonts_of
from documents.html.head import metadata_of, needs_of, refresh_link
from documents.html.hollow import waits_for_scripts
from documents.html.inner_frames import with_inner_pages
from documents.html.neighbours import mend_between
from documents.html.plain_addresses import addresses_written
from documents.html.portal_name import is_portal_name
from documents.html.quiet_pagers import tell_of_quiet_pager
from documents.html.runs import Runs
from documents.html.scripted_rows import KEY, links_of
from documents.html.search_boxes import POSTED, posts_search, searches_of
from documents.html.settled_controls import settle_controls
from documents.html.sources import Scripted, told_by_scripts
from documents.html.walk import HtmlWalk
from documents.rendered import SHOWN, is_marked
from domain.documents import (
    BlockKind,
    Document,
    HowRead,
    Link,
    Need,
    Reading,
    Unread,
    Unreadable,
    Zone,
)

_TEMPLATE = re.compile(r"\{\{[^{}\n]{1,120}\}\}")
"""What scripts fill in, still empty."""
_OWN = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)
_IN_UNICODE = Hints(declared="text/html; charset=utf-8")
_INVISIBLE = "\u200b\u2060\ufeff"


def read(body: bytes, hints: Hints = NO_HINTS) -> Reading:
    """Blocks in reading order, links with their surroundings, and what the page says of itself.

    The declared type only helps to find the character set.
    """
    decoded = decode(body, hints.declared)
    text = _visible(decoded.text, body)
    if not text.strip():
        return Unreadable(sniff.HTML, Unread.EMPTY)
    markup = flattened(text)
    # The parser wants UTF-8, which most bodies are already.
    tree = LexborHTMLParser(body if decoded.verbatim and markup is decoded.text else markup)
    root = tree.root
    if root is None:
        return Unreadable(sniff.HTML, Unread.DAMAGED, "no element could be read")
    runs = Runs(text)
    elements = Elements.of(tree)
    title, metadata = _title_of(tree, runs), metadata_of(tree, elements, runs)
    # Fonts of before Unicode matter only to letters that Unicode Vietnamese lacks.
    fonts = fonts_of(tree, text) if runs.watchful else None
    runs = runs if fonts is None else runs.for_fonts()
    drafts = HtmlWalk(title, runs, fonts).run(root)
    if drafts.holds_pages and (whole := with_inner_pages(text)) != text:
        return read(whole.encode(), _IN_UNICODE)
    settle_controls(drafts, tree)
    tell_of_quiet_pager(drafts, tree, text)
    if runs.told:
        mend_between(drafts, runs.told)
    shown = is_marked(text)
    pairs = _metadata(metadata, drafts, decoded) + ((SHOWN,) if shown else ())
    return _document(tree, elements, title, drafts, pairs, decoded, shown=shown)


def _visible(text: str, body: bytes) -> str:
    """A page's text without signs that nobody sees; asking first is cheaper than replacing."""
    if b"\0" in body:  # in every character set NUL has a byte of that kind
        text = text.replace("\0", "")
    for sign in _INVISIBLE:
        if sign in text:
            text = text.replace(sign, "")
    return text


def _title_of(tree: LexborHTMLParser, runs: Runs) -> str:
    title = tree.css_first("title")
    return runs.tidy((title.text(),))[:1000] if title else ""


def _document(
    tree: LexborHTMLParser,
    elements: Elements,
    title: str,
    drafts: Drafts,
    metadata: tuple[tuple[str, str], ...],
    decoded: Decoded,
    *,
    shown: bool,
) -> Document:
    links = tuple(draft.link() for draft in drafts.links)
    refresh = refresh_link(elements)
    links = (refresh, *links) if refresh else links
    heads = (one for one in drafts.blocks if one.kind is BlockKind.HEADING and one.zone in _OWN)
    heading = next((one.text for one in heads if not is_portal_name(one.text)), title)
    scripted = told_by_scripts(elements)
    links += tuple(Link(address, heading[:300], zone=Zone.LIST) for address in scripted.asked)
    written, unlinked = links_of(scripted.rows, (block.text for block in drafts.blocks))
    metadata = (*metadata, (KEY, unlinked)) if unlinked else metadata
    base = elements.bases[0] if elements.bases else None
    searches = searches_of(elements)
    if not searches and posts_search(elements):
        metadata = (*metadata, POSTED)
    return Document(
        media_type=sniff.HTML,
        how=HowRead.MARKUP,
        title=title,
        blocks=tuple(draft.block() for draft in drafts.blocks),
        links=links + written + addresses_written(drafts),
        metadata=metadata,
        base=(base.attributes.get("href") or "").strip() if base else "",
        needs=_needs(tree, drafts, links, scripted, heading, shown=shown),
        searches=searches,
        certainty=decoded.certainty,
    )


def _needs(
    tree: LexborHTMLParser,
    drafts: Drafts,
    links: tuple[Link, ...],
    scripted: Scripted,
    heading: str,
    *,
    shown: bool,
) -> tuple[Need, ...]:
    needs = needs_of(tree, drafts.characters, links, shown=shown)
    # A frame whose page is still in its markup here could not be read in its place.
    waits = drafts.holds_pages or (not shown and awaits_rows(tree, drafts, heading, scripted))
    waits = waits or waits_for_scripts(tree, drafts, links, shown=shown)
    return (*needs, Need.SCRIPTS) if waits else needs


def _metadata(
    pairs: list[tuple[str, str]], drafts: Drafts, decoded: Decoded
) -> tuple[tuple[str, str], ...]:
    pairs = pairs + [("sitemap", link) for link in _sitemaps(drafts)]
    if decoded.charset != "utf-8":
        pairs.append(("charset", decoded.charset))
    if drafts.truncated:
        pairs.append(("truncated", drafts.truncated))
    if any("{{" in block.text and _is_unfilled(block) for block in drafts.blocks):
        pairs.append(("unfilled", "template"))
    return tuple(pairs)


def _is_unfilled(block: BlockDraft) -> bool:
    """Whether a line of the page's own still shows its template."""
    own = block.zone in _OWN and block.kind is not BlockKind.HEADING
    return own and _TEMPLATE.search(block.text) is not None


def _sitemaps(drafts: Drafts) -> list[str]:
    """Links to the portal's own map: the words on real portals are few."""
    words = ("sơ đồ cổng", "sơ đồ trang", "sơ đồ site", "sơ đồ website", "sitemap", "site map")
    found = [
        link.href
        for link in drafts.links
        if link.text[:1] in ("s", "S") and link.text.lower().startswith(words)
    ]
    return list(dict.fromkeys(found))[:3]
