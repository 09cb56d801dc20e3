"""Pagers that are no links at all: arrows, numbers and words that only a script answers.

They are told by what they say, or by their sign, and by the list that they stand below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from documents.html.drafts import Drafts, LinkDraft
from documents.html.page_signs import goes_further, is_arrow, is_pager_line, said_in
from documents.html.words import Place, is_more_text, place_of
from domain.documents import Zone

_MAY_HOLD = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT, Zone.PAGING)
_MAY_SAY = (*_MAY_HOLD, Zone.MENU)
"""Many a pager is a ``<nav>`` of its own."""
_SAYING = "a, button, span, b, strong, label, li, p, div, nav, em, font"
_ARROWS = "i[class*=right], i[class*=next], span[class*=-right], img[src*=next], img[src*=right]"
_ARROW_NAMED = re.compile(
    r"(?:angle|chevron|arrow|caret)s?-(?:[a-z]+-)?right|(?:icon|fa|bi|glyphicon)-next"
    r"|(?:next|right)[\w.-]{0,20}\.(?:gif|png|jpe?g|svg|webp)"
)
_OTHER_USE = re.compile(
    r"slid|slick|swiper|owl-|carousel|splide|glide|flickity|bx-|flex-(?:direction|control)|nivo"
    r"|calendar|(?<![a-z])lich(?![a-z])|datepick|fc-|ui-(?:date|icon)|lightbox|fancybox|mfp|gallery"
    r"|album|video|audio|player|ticker|marquee|scroll|banner|quang-?_?cao|hinh-?_?anh|weather"
    r"|rating|star(?!t)|poll|binh-?_?chon|search|tim-?_?kiem|breadcrumb|step|wizard|tooltip|modal"
    r"|dropdown|accordion|collapse|toggle|(?<![a-z])tabs?(?![a-z])"
)
_ROWS = ("tr", "td", "th", "tbody", "thead", "table")
_TRIVIAL = ("script", "style", "br", "hr", "template", "noscript", "-text", "-comment")
_LONGEST_RAW = 200
_MOST_TRIED = 100
_MOST_LEVELS = 6
_LEVELS_NAMED = 3
"""Above a pager whose names may say that it turns something else."""
_MOST_BEFORE = 60
_FEWEST_ENTRIES = 3
_MOST_ENTRIES = 300
_TOLD = ("a", "button", "input")
_SILENT = frozenset({"class", "id", "style", "title", "align"})
"""Attributes by which no element leads anywhere."""
_YEAR_CHARS = 4
"""Links named by years stand beside lists that have no pager."""
_TITLE_CHARS = 15


def tell_of_quiet_pager(drafts: Drafts, tree: LexborHTMLParser, source: str) -> None:
    """Add what goes on with a list of a page that has no other pager."""
    if any(link.zone is Zone.PAGING or _is_numbered(link.text) for link in drafts.links):
        return
    for node in islice(_candidates(drafts, tree, source), _MOST_TRIED):
        box = _box_of(node)
        if box is None or not goes_further(box) or _is_no_pager(box):
            continue
        if (last := _list_before(box)) is not None:
            drafts.links.append(_turn(box, last, drafts))
            return


def _is_numbered(words: str) -> bool:
    return len(words) < _YEAR_CHARS and words.isdecimal()


def _candidates(drafts: Drafts, tree: LexborHTMLParser, source: str) -> Iterator[LexborNode]:
    """What may be a pager, or stand in one; looked for only where something speaks of it."""
    if any(block.zone in _MAY_SAY and is_pager_line(block.text) for block in drafts.blocks):
        yield from filter(_begins_as_one, tree.css(_SAYING))
    if "right" in source or "next" in source:
        arrows = (one for one in tree.css(_ARROWS) if is_arrow(one) and not _is_bullet(one))
        first = next(arrows, None)
        if first is not None and _ARROW_NAMED.search(source) is not None:
            yield first
            yield from arrows


def _is_bullet(node: LexborNode) -> bool:
    """Whether it stands before words, or in a link."""
    after, around = node.next, node.parent
    if after is not None and (after.tag == "a" or (after.text_content or "").strip()):
        return True
    return around is not None and _links(around)


def _begins_as_one(node: LexborNode) -> bool:
    first = node.first_child
    said = (first.text_content or "") if first is not None and first.tag == "-text" else ""
    return len(said) <= _LONGEST_RAW and is_pager_line(said.strip())


def _box_of(node: LexborNode) -> LexborNode | None:
    """The whole pager that an element stands in; None for what turns anything else."""
    box: LexborNode | None = None
    around: LexborNode | None = node
    for _ in range(_MOST_LEVELS):
        if around is None or around.tag in ("body", "main", "html"):
            break
        said = said_in(around)
        if said is None or (said and not is_pager_line(said)) or _holds_entries(around):
            break
        box, around = around, around.parent
    if box is None or box.tag in _ROWS or not _is_own(box) or _has_other_use(box):
        return None
    return box


def _holds_entries(node: LexborNode) -> bool:
    """Whether anything with an address stands in it."""
    return _links(node) or any(map(_links, node.css("a[href]")))


def _is_own(box: LexborNode) -> bool:
    """Whether it stands in the page's own part.

    What is nothing but a pager is one, even as a ``<nav>``; arrows alone turn more than lists.
    """
    around = _place_of(box)
    named = around is not None and around.zone is Zone.MENU
    node: LexborNode | None = box.parent if named and (box.tag == "nav" or said_in(box)) else box
    while node is not None and node.tag not in ("body", "html"):
        place = _place_of(node)
        if place is not None:
            return place.zone in _MAY_HOLD
        node = node.parent
    return True


def _place_of(node: LexborNode) -> Place | None:
    return place_of(node.tag or "", (node.attributes.get("role") or "").lower(), _names(node))


def _links(node: LexborNode) -> bool:
    href = (node.attributes.get("href") or "").strip().lower()
    return bool(href) and href[0] != "#" and not href.startswith("javascript:")


def _names(node: LexborNode) -> str:
    attributes = node.attributes
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip().lower()


def _has_other_use(box: LexborNode) -> bool:
    """Whether a name in it, its own or one close around it speaks of pictures, days or tabs."""
    around: list[LexborNode] = []
    node: LexborNode | None = box
    while node is not None and len(around) <= _LEVELS_NAMED and node.tag not in ("body", "html"):
        around.append(node)
        node = node.parent
    inside = islice(box.css("[class], [id]"), _MOST_BEFORE)
    return any(_OTHER_USE.search(_names(one)) for one in (*around, *inside))


def _list_before(box: LexborNode) -> LexborNode | None:
    """The last entry of the list that a pager stands below; None where there is no such list.

    Where entries are pictures, arrows below them turn those.
    """
    before = list(islice(_siblings_before(box), _MOST_BEFORE))
    if not before or before[0].tag == "a":
        return None  # a path, or words in a line
    entries = list(islice(chain.from_iterable(map(_entries, before)), _MOST_ENTRIES))
    pictures = sum(len(one.css("img")) for one in before)
    few = len(entries) < _FEWEST_ENTRIES or 2 * pictures >= len(entries)
    return None if few else entries[0]


def _is_no_pager(box: LexborNode) -> bool:
    """Whether "Xem thêm" is the heading of what stands below it, or told as a button already."""
    if not is_more_text(said_in(box) or ""):
        return False
    if any(one.tag in _TOLD or not _SILENT.issuperset(one.attributes) for one in _parts(box)):
        return True
    after = box.next
    while after is not None and (after.tag in _TRIVIAL or said_in(after) == ""):
        after = after.next
    return after is not None and _holds_entries(after)


def _parts(box: LexborNode) -> Iterator[LexborNode]:
    yield box
    yield from islice(box.css("*"), _MOST_BEFORE)


def _siblings_before(node: LexborNode) -> Iterator[LexborNode]:
    """Elements with anything in them, the nearest first."""
    before = node.prev
    while before is not None:
        if before.tag not in _TRIVIAL and said_in(before) != "":
            yield before
        before = before.prev


def _entries(node: LexborNode) -> Iterator[LexborNode]:
    """Rows and titles, the last first; an item and the link in it count once."""
    found = [node] if node.tag in ("a", "li", "tr") else []
    found += node.css("tr") or node.css("li") or node.css("a[href]")
    return (one for one in reversed(found) if len((one.text() or "").strip()) >= _TITLE_CHARS)


def _turn(box: LexborNode, last: LexborNode, drafts: Drafts) -> LinkDraft:
    """What stands for the further pages of the list that ends with an entry."""
    link = last if last.tag == "a" else last.css_first("a[href]")
    href = (link.attributes.get("href") or "").strip() if link is not None else ""
    section = next((one.section for one in reversed(drafts.links) if one.href == href), "")
    words = said_in(box) or "›"
    return LinkDraft("#trang-sau", words, "", Zone.PAGING, True, section, True, len(drafts.blocks))
