"""Which controls of a page are no gap after all: their part is there, or an address beside them."""

from __future__ import annotations

from collections import Counter

from selectolax.lexbor import LexborHTMLParser

from documents.html.calendars import pressed_in_calendars
from documents.html.drafts import Drafts, Frame, LinkDraft
from documents.html.media_boxes import more_of_boxes, turned_in_shows
from documents.html.paper_words import is_title
from documents.html.tool_words import names_something
from documents.html.words import is_last_page, is_pager_text, pages_left
from documents.rendered import CLICKED
from domain.documents import Zone

_ENTRIES = frozenset({"li", "tr", "dd"})
_BOXES = frozenset({"div", "article", "p"})
_HOLDING = _ENTRIES | _BOXES
_MOST_OF_A_BOX = 4
_TITLE_CHARS = 20
_SHORTEST_MONTH = 28
_LONGEST_MONTH = 31
_PANELS = frozenset({"div", "section", "article", "ul", "ol", "table", "tbody", "dl"})
_SHOWN_AS_ANYTHING = "img, iframe, object, embed, input, video, canvas"
_OFF = ".disabled, [aria-disabled=true]"
_MOST_OFF = 50
_LIST_ZONES = (Zone.MAIN, Zone.LIST, Zone.PAGING)


def drop_beside_address(frame: Frame, drafts: Drafts) -> None:
    """In one entry with an address, a button opens nothing that the address does not lead to."""
    if frame.tag not in _HOLDING:
        return
    links = drafts.links[frame.links_from :]
    pressed = [link for link in links if link.pressed and not link.dropped]
    if not pressed:
        return
    real = [link for link in links if not link.posts]
    for link in pressed:
        if frame.tag in _BOXES:
            tool = len(links) <= _MOST_OF_A_BOX and _only_tool(link, real)
            link.dropped = tool and not link.alone
        else:  # with a list inside it, the words before that list are what folds it
            link.dropped = bool(real) and (not frame.apart or link is links[0])
            link.alone = not real


def _only_tool(link: LinkDraft, real: list[LinkDraft]) -> bool:
    """Whether a box is one entry's, whose title leads to what the button opens."""
    titled = len({one.href for one in real if len(one.text) >= _TITLE_CHARS}) == 1
    return titled and len(link.text or link.title) < _TITLE_CHARS


def settle_controls(drafts: Drafts, tree: LexborHTMLParser) -> None:
    """Leave out what leads nowhere, now that the page is whole; add what it tells of further pages.

    The places of links are counted no more after it.
    """
    if any(link.posts or link.href == CLICKED for link in drafts.links):
        _leave_out(drafts, tree)
    _tell_of_pages(drafts)


def _leave_out(drafts: Drafts, tree: LexborHTMLParser) -> None:
    """Leave out what leads nowhere, of a page on which anything is pressed."""
    days = _days(drafts)
    addressed = {link.text for link in drafts.links if not link.posts}
    for link in drafts.links:
        if link.pressed and not link.text and not link.title:
            link.text, link.dropped = (
                link.context,
                link.dropped or not names_something(link.context),
            )
    left_out = _told_again(drafts) | days | _switched_off(drafts, tree)
    left_out |= (
        _at_the_end(drafts) | _turning_no_list(drafts, tree) | more_of_boxes(drafts, _title(tree))
    )
    drafts.links[:] = [
        link
        for link in drafts.links
        if not link.dropped
        and id(link) not in left_out
        and not (_is_only_pressed(link) and link.text in addressed)
        and not (link.beside and _says_nothing_beside(link, addressed))
        and not any(_is_there(tree, name) for name in link.panels)
    ]


def _says_nothing_beside(link: LinkDraft, addressed: set[str]) -> bool:
    """Whether no title stands beside a "(xem)", or one that has an address itself."""
    words = link.context
    if not is_title(words):
        return True
    return any(len(title) >= _TITLE_CHARS and title in words for title in addressed)


def _is_only_pressed(link: LinkDraft) -> bool:
    """Whether it is an entry of a menu without any address, be it one that a browser added."""
    return link.zone is Zone.MENU and (link.pressed or link.href == CLICKED)


def _told_again(drafts: Drafts) -> frozenset[int]:
    """Entries of menus that only a script opens, told a second time: a browser adds them, too."""
    told: set[str] = set()
    again: list[int] = []
    for link in drafts.links:
        if link.posts and link.zone is Zone.MENU and link.text and not link.dropped:
            if link.text in told:
                again.append(id(link))
            told.add(link.text)
    return frozenset(again)


def _switched_off(drafts: Drafts, tree: LexborHTMLParser) -> frozenset[int]:
    """What turns a list by script, and is marked as leading nowhere now: the last page is shown."""
    turning = [link for link in drafts.links if link.posts and link.zone is Zone.PAGING]
    if not turning:
        return frozenset()
    off = Counter(
        " ".join(one.text(separator=" ").split())
        for one in tree.css(_OFF)[:_MOST_OFF]
        if one.parent is None or "disabled" not in (one.parent.attributes.get("class") or "")
    )
    found: list[int] = []
    for link in turning:
        if off[link.text] > 0:
            off[link.text] -= 1
            found.append(id(link))
    return frozenset(found)


def _at_the_end(drafts: Drafts) -> frozenset[int]:
    """The arrows of a list that says to be at its last page, "Trang 1/1": they turn nothing."""
    if not any(one.zone in _LIST_ZONES and is_last_page(one.text) for one in drafts.blocks):
        return frozenset()
    turning = (link for link in drafts.links if link.posts and link.zone is Zone.PAGING)
    return frozenset(id(link) for link in turning if not any(map(str.isdigit, link.text)))


def _title(tree: LexborHTMLParser) -> str:
    node = tree.css_first("title")
    return (node.text() or "").strip() if node is not None else ""


def _turning_no_list(drafts: Drafts, tree: LexborHTMLParser) -> frozenset[int]:
    """What turns a calendar or pictures by script: as many of each sign as stand in one."""
    turning = [link for link in drafts.links if link.posts and link.zone is Zone.PAGING]
    said = pressed_in_calendars(tree) + turned_in_shows(tree) if turning else Counter[str]()
    found: list[int] = []
    for link in turning:
        words = link.text or link.title
        if said[words] > 0:
            said[words] -= 1
            found.append(id(link))
    return frozenset(found)


def _days(drafts: Drafts) -> frozenset[int]:
    """The numbers of a calendar that only a script answers: the days of one month, and no more."""
    numbered = [link for link in drafts.links if link.posts and link.text.isdecimal()]
    numbers = {int(link.text) for link in numbered}
    whole = numbers >= set(range(1, _SHORTEST_MONTH + 1)) and max(numbers) <= _LONGEST_MONTH
    return frozenset(map(id, numbered)) if whole else frozenset()


def _is_there(tree: LexborHTMLParser, name: str) -> bool:
    """Whether the page holds the part of that name, with anything in it."""
    part = tree.css_first(f'[id="{name}"]')
    if part is None:
        return tree.css_first(f'a[name="{name}"]') is not None
    if part.tag not in _PANELS or part.text().strip():
        return True  # an empty anchor marks a place in the text
    return part.css_first(_SHOWN_AS_ANYTHING) is not None


def _tell_of_pages(drafts: Drafts) -> None:
    """A line "Trang 1/3" on a page without any pager: its script draws that, or turns by itself."""
    telling = (
        place
        for place, block in enumerate(drafts.blocks)
        if pages_left(block.text) and block.zone in _LIST_ZONES
    )
    place = next(telling, None)
    if place is None:
        return
    if any(link.zone is Zone.PAGING or is_pager_text(link.text) for link in drafts.links):
        return
    text = drafts.blocks[place].text
    drafts.links.append(LinkDraft("#trang", text, "", Zone.PAGING, True, "", True, place))
