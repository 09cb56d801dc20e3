"""Pages that have their frame and lack what they are about: a script was to fill them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from documents.away import leads_away
from documents.html.choices import choices_of_form
from documents.html.drafts import BlockDraft, Drafts, LinkDraft
from documents.html.own_part import OwnPart
from documents.html.portal_name import is_portal_name
from documents.html.waiting import says_empty, says_waiting
from documents.html.words import BOX_BESIDE
from domain.documents import BlockKind, Link, Zone

_OWN = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT, Zone.UNKNOWN)
_CONTENT = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)
_AROUND = (Zone.MENU, Zone.HEADER, Zone.FOOTER, Zone.BREADCRUMB)
_ELSEWHERE = (*_AROUND, Zone.RELATED)
_FEWEST_LETTERS = 40
_MOST_BESIDE_A_BOX = 300
"""Letters: an introduction above a list that is still empty."""
_LONGEST_WAITING = 200
_SHORTEST_HEAD = 4
_LONGEST_PATH = 500
_FOUND_NOTHING = re.compile(
    r"không (?:có (?:gì|nội dung nào|kết quả(?: nào)?) (?:khớp|phù hợp|trùng)|tìm thấy)"
    r"|no (?:results|matches) (?:found|for)|nothing (?:here )?matches|nothing found"
    r"|(?:vui lòng|xin|hãy|mời bạn) (?:chọn|nhập)",
    re.IGNORECASE,
)
"""What the program of the portal says of a search, or asks for: no script will add to it."""
_BOXES = "div[id], ul[id], ol[id], tbody[id], table[id], section[id]"
_MOST_BOXES = 400
WIDGET = re.compile(
    r"online|truy-?_?cap|counter|weather|thoi-?_?tiet|ty-?_?gia|gia-?_?(?:vang|xang)|lich-?_?am"
    r"|am-?_?lich|xo-?_?so",
    re.IGNORECASE,
)
_SILENT = ("script", "style", "noscript", "template")
_OTHER_BOX = re.compile(
    r"fb|facebook|zalo|chat|google|analytics|modal|popup|overlay|toast|dialog|banner|cookie|map"
    r"|top|slide|carousel|menu|nav|head|foot|search|captcha|comment|share|like|weather|counter"
    r"|progress|tooltip|clock|date|time|lang|gototop|back|clear|ads?(?![a-z])"
    rf"|ticker|marquee|{WIDGET.pattern}",
    re.IGNORECASE,
)
"""Boxes of a page's frame and of what others put into it."""
_FIGURES_BOX = re.compile(r"thong-?_?ke", re.IGNORECASE)
"""Beside a page's own part these are counters; in it they may be a list of statistics."""
_LIST_BOX = re.compile(
    r"(?:^|[_-])(?:ds|vb|tin|bai|app|root|l\Z)|danh|list|van-?_?ban|tai-?_?lieu|content|noi-?_?dung"
    r"|data|du-?_?lieu|result|ket-?_?qua|grid|table|tbody|bang|main|items?|docs?|load|ajax",
    re.IGNORECASE,
)
"""What boxes for a list, or for the page's text, are called."""


_WORDS_OF_AN_ENTRY = 4
_ABSOLUTE = re.compile(r"(?:https?:)?//", re.I)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|rtf|odt|ods|zip|rar|jpe?g|png)(?![a-z0-9])", re.I)


def waits_for_scripts(
    tree: LexborHTMLParser, drafts: Drafts, links: Sequence[Link], *, shown: bool
) -> bool:
    """Whether a page says that it is still loading, or has scripts and nothing of its own.

    ``shown``: a browser has run its scripts; what is empty then is empty.
    """
    if _links_on(tree, drafts, links, shown=shown):
        return False
    own = _own_lines(drafts.blocks)
    said = " ".join(one.text for one in own)
    waiting = len(said) <= _LONGEST_WAITING and any(says_waiting(one.text) for one in own)
    if waiting and _waits_itself(tree, drafts):
        return True
    if shown or tree.css_first("script") is None:
        return False
    letters = sum(len(one.text) for one in own if not is_portal_name(one.text))
    if letters >= _MOST_BESIDE_A_BOX:
        return False
    if _has_empty_box(tree, drafts, _LIST_BOX):
        return True
    if _has_empty_table(tree) and not says_empty(said):
        return True
    if _FOUND_NOTHING.search(said):
        return False
    # Beside lists of other news there must be more to show that something of its own is to come.
    beside = any(link.zone is Zone.RELATED for link in links)
    if not beside and _has_empty_box(tree, drafts, None):
        return True
    if letters >= _FEWEST_LETTERS:
        return False
    if not beside:
        return True
    chosen = _is_for_choosing(tree, drafts)
    return _is_headed(drafts.blocks) and not says_empty(said) and not chosen


def _has_empty_table(tree: LexborHTMLParser) -> bool:
    """Whether a table of the page has a head and nothing in its cells below it."""
    return any(
        not any(cell.text().strip() or cell.css_first("*") for cell in table.css("td"))
        and not WIDGET.search(_identity(table))
        for table in tree.css("table")[:_MOST_BOXES]
        if table.css_first("th") is not None
    )


def _own_lines(blocks: Sequence[BlockDraft]) -> list[BlockDraft]:
    """The page's own text, without its headings and the path that ends in one of them."""
    heads = [one.text for one in blocks if _is_heading(one) and len(one.text) >= _SHORTEST_HEAD]
    ends, beside, own = tuple(heads), False, list[BlockDraft]()
    for one in blocks:
        if one.kind is BlockKind.HEADING:
            beside = one.text not in ends[:1] and BOX_BESIDE.match(one.text) is not None
        elif one.zone in _OWN and not beside and not _is_path(one.text, ends):
            own.append(one)
    return own


def _is_path(line: str, ends: tuple[str, ...]) -> bool:
    return len(line) <= _LONGEST_PATH and line.endswith(ends)


def _is_for_choosing(tree: LexborHTMLParser, drafts: Drafts) -> bool:
    """Whether a form below its heading leads on by its choices: those pages are its own.

    A form that stands around every page, for other sites or other sections, is none of its own.
    """
    start = _start_of_content(drafts.blocks)
    below = {
        link.href
        for link in drafts.links
        if link.block >= start and link.zone not in (Zone.HEADER, Zone.FOOTER, Zone.RELATED)
    }
    return any(
        any(not choice.posts and choice.href in below for choice in choices_of_form(form))
        for form in tree.css("form[action]")
    )


def _links_on(
    tree: LexborHTMLParser, drafts: Drafts, links: Sequence[Link], *, shown: bool
) -> bool:
    """Whether anything of the page's own can be opened.

    What is only pressed, "Xem thêm" below an empty list, is nothing that the page shows; nor are
    lists of other news beside it, nor the path to it, which the menu holds as well. A word or two
    – "Đăng nhập" above the heading, "Chia sẻ" beside a box for a list – are no entry of a list.
    """
    if not any(link.zone not in _ELSEWHERE and not link.posts for link in links):
        return False
    if len(links) > len(drafts.links):  # a redirect, or data that is asked for
        return True
    start = _start_of_content(drafts.blocks)
    content = [
        one
        for one in drafts.links
        if one.zone not in _ELSEWHERE and not one.posts and not _leads_away(one)
    ]
    if any(link.block >= start and _is_entry(link) for link in content):
        return True
    around = {one.href for one in drafts.links if one.zone in _AROUND}
    own = [
        link
        for link in content
        if not (link.block < start and (link.href in around or not _is_entry(link)))
    ]
    if any(map(_is_entry, own)):
        return True
    return bool(own) and (shown or not _has_empty_box(tree, drafts, _LIST_BOX))


def _leads_away(link: LinkDraft) -> bool:
    """Whether it is another site as a whole, or a piece of one that a box of its own shows."""
    shown = not (link.text or link.title) and _ABSOLUTE.match(link.href) is not None
    return shown or leads_away(link.href)


def _is_entry(link: LinkDraft) -> bool:
    """Whether it may be one of a list: a title, or a file."""
    titled = len(link.text.split()) >= _WORDS_OF_AN_ENTRY or any(map(str.isdigit, link.text))
    return titled or _FILE.search(link.href) is not None


def _start_of_content(blocks: Sequence[BlockDraft]) -> int:
    """Where the page's own heading stands; 0 without one."""
    return next((place for place, one in enumerate(blocks) if _is_heading(one)), 0)


def _is_headed(blocks: Sequence[BlockDraft]) -> bool:
    return any(map(_is_heading, blocks))


def _is_heading(block: BlockDraft) -> bool:
    own = block.kind is BlockKind.HEADING and block.zone in _CONTENT
    return own and not is_portal_name(block.text)


def _waits_itself(tree: LexborHTMLParser, drafts: Drafts) -> bool:
    """Whether the page's own part says that it is loading, not a counter in a column beside it."""
    every = tree.body.traverse(include_text=True) if tree.body is not None else ()
    saying = [
        node
        for node in every
        if node.tag == "-text"
        and (node.parent is None or node.parent.tag not in _SILENT)
        and says_waiting((node.text_content or "").strip())
    ]
    if not saying:  # the words stand in pieces, or in letters of their own
        return True
    part = _part(tree, drafts)
    return any(part.has(node) and not _is_in_widget(node) for node in saying)


def _is_in_widget(node: LexborNode) -> bool:
    """Whether the box that a line stands in bears the name of something from elsewhere."""
    around = node.parent
    return around is not None and WIDGET.search(_identity(around)) is not None


def _part(tree: LexborHTMLParser, drafts: Drafts) -> OwnPart:
    return OwnPart(tree, next((one.text for one in drafts.blocks if _is_heading(one)), ""))


def _has_empty_box(tree: LexborHTMLParser, drafts: Drafts, named: re.Pattern[str] | None) -> bool:
    """Whether an element with such a name, no part of the frame, holds nothing yet.

    A box called like a list may stand anywhere but for counters; any other in the page's own part.
    """
    empty = [
        box
        for box in tree.css(_BOXES)[:_MOST_BOXES]
        if not _OTHER_BOX.search(_identity(box))
        and (named is None or named.search(_identity(box)) is not None)
        and next(box.iter(), None) is None
        and not box.text().strip()
    ]
    apart = [one for one in empty if named is None or _FIGURES_BOX.search(_identity(one))]
    if len(apart) < len(empty) or not empty:
        return bool(empty)
    part = _part(tree, drafts)
    return any(map(part.has, apart))


def _identity(box: LexborNode) -> str:
    return box.attributes.get("id") or ""
