"""Zones that no name tells: by position, by how dense the links are, by dates beside them."""

from __future__ import annotations

from collections.abc import Iterator

from documents.html.drafts import BlockDraft, Drafts, Frame, LinkDraft, without_own
from documents.html.portal_name import is_portal_name
from documents.html.words import is_file, is_news_head, is_pager_text
from domain.documents import BlockKind, Zone

_SHORT_LINK = 26
"""Links of fewer characters on average are a menu's, longer ones a list's."""
_MAX_TEXT_PER_LINK = 700
_LITTLE_TEXT = 400
_SHORT_PAPER = 150
_SHORTEST_TITLE = 15
_OWN = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)
_WAYS = (Zone.MENU, Zone.BREADCRUMB, Zone.PAGING)
"""Where a link's neighbours say nothing of it."""


def settle_group(frame: Frame, drafts: Drafts) -> None:
    """Settle what stands in ``frame`` once it is closed, where its links show what it is."""
    here = frame.zone
    links = [
        link
        for link in drafts.links[frame.links_from : frame.links_to or None]
        if not link.settled and not link.pressed and link.zone is here
    ]
    if len(links) < 2:
        return
    blocks = [
        (place, block)
        for place, block in enumerate(
            drafts.blocks[frame.blocks_from : frame.blocks_to or None], frame.blocks_from
        )
        if not block.settled and block.zone is here
    ]
    zone = _zone_of(frame, links, [block for _, block in blocks])
    if zone is None:
        return
    for link in links:
        link.zone, link.settled = zone, True
    for place, block in blocks:
        if zone is not Zone.LIST or block.kind is not BlockKind.HEADING:
            changed = drafts.changing(place)
            changed.zone, changed.settled = zone, True


def _zone_of(frame: Frame, links: list[LinkDraft], around: list[BlockDraft]) -> Zone | None:
    if all(is_pager_text(link.text) for link in links):
        return Zone.PAGING
    if len(links) < 3:
        return None
    characters = sum(len(block.text) for block in around) or 1
    linked = sum(len(link.text) for link in links)
    dates = sum(block.dated for block in around)
    if frame.zone is Zone.MAIN and _lists(len(links), linked, dates, characters):
        return _list_zone(links, dates)
    if len(links) < 4 or linked < 0.75 * characters or dates:
        return None
    if linked >= _SHORT_LINK * len(links) or any(is_file(link.href) for link in links):
        return None
    return Zone.LIST if frame.own else Zone.MENU


def _lists(links: int, linked: int, dates: int, characters: int) -> bool:
    if characters > _MAX_TEXT_PER_LINK * links:
        return False
    if dates >= 3 and dates * 3 >= links:
        return True
    return linked >= _SHORT_LINK * links and linked >= 0.3 * characters


def _list_zone(links: list[LinkDraft], dates: int) -> Zone:
    files = sum(1 for link in links if is_file(link.href))
    return Zone.ATTACHMENT if files * 2 > len(links) and not dates else Zone.LIST


def settle_page(drafts: Drafts, named: list[Frame], title: str) -> None:
    """Settle what is left once the whole page is walked; classes gave ``named`` their zones."""
    own = sum(len(block.text) for block in drafts.blocks if block.zone in _OWN)
    if own < _LITTLE_TEXT:
        _give_back_main(drafts, named, title, own)
        _give_back_news(drafts, named)
    elif headed := [one for one in named if one.by_line and _is_headed(one, drafts, title)]:
        _give_back_main(drafts, headed, title, own)
    for link in drafts.links:
        zone = link.zone
        if zone in _WAYS:
            link.context = ""
            if zone is Zone.PAGING:
                _settle_line(link, drafts)
            continue
        if not link.context:
            link.context = _line_around(link, drafts)
        if zone is Zone.MAIN and is_file(link.href) and not link.posts:
            link.zone = Zone.ATTACHMENT
        elif zone is Zone.RELATED and not link.settled and not link.text:
            # A picture in a side column is a banner, which portals use as a menu entry.
            link.zone = Zone.MENU
        elif zone is Zone.MAIN and link.posts and is_pager_text(link.text):
            link.zone = Zone.PAGING


def _line_around(link: LinkDraft, drafts: Drafts) -> str:
    """The words beside a link in the line that it stands in."""
    around = drafts.blocks[link.block].text if link.block < len(drafts.blocks) else ""
    return without_own(around, link.text) if link.text and link.text in around else ""


def _settle_line(link: LinkDraft, drafts: Drafts) -> None:
    """The line a pager's links stand in belongs to the pager."""
    if link.block < len(drafts.blocks):
        block = drafts.blocks[link.block]
        if link.text in block.text and len(block.text) <= 120 and not block.settled:
            changed = drafts.changing(link.block)
            changed.zone, changed.settled = Zone.PAGING, True


def _is_the_page(frame: Frame, drafts: Drafts, own: int) -> bool:
    """Whether a frame holds so much more than the main part that it must be the main part.

    A column of latest news is nearly all links; a short paper in the right-hand column is not.
    A section's own name, "Tin mới" above its article, opens the page itself; "Tin khác" below a
    short article opens mere links.
    """
    if frame.own_characters < 3 * own:
        return False
    enough = frame.own_characters >= _LITTLE_TEXT and not frame.by_line
    return enough or _unlinked(frame, drafts) >= max(_SHORT_PAPER, 2 * own)


def _unlinked(frame: Frame, drafts: Drafts) -> int:
    """Characters of a frame's own that are no link's."""
    links = drafts.links[frame.links_from : frame.links_to or None]
    return frame.own_characters - sum(len(link.text) for link in links)


def _bears(frame: Frame, drafts: Drafts, title: str) -> bool:
    """Whether the page's title stands in a frame, in a line of its own, above some unlinked text.

    ``title`` is folded to small letters, as the page's ``<title>`` has it, site's name and all.
    """
    links = drafts.links[frame.links_from : frame.links_to or None]
    linked = {link.text for link in links}
    blocks = [
        block
        for block in drafts.blocks[frame.blocks_from : frame.blocks_to]
        if block.zone is frame.zone and block.text not in linked
    ]
    named = any(
        len(block.text) >= _SHORTEST_TITLE and title.startswith(block.text.casefold())
        for block in blocks
    )
    return named and sum(len(block.text) for block in blocks) >= _SHORT_PAPER


def _is_headed(frame: Frame, drafts: Drafts, title: str) -> bool:
    """Whether the page's own heading stands in a frame, and nowhere else: "HTQLCL" is short."""
    heads = {
        block.text
        for block in drafts.blocks
        if block.kind is BlockKind.HEADING and _opens(title, block.text.casefold())
    }
    if frame.zone is Zone.FOOTER:  # every page's foot says whose portal it is
        heads = {head for head in heads if not is_portal_name(head)}
    own = {block.text for block in drafts.blocks if block.zone in _OWN}
    blocks = drafts.blocks[frame.blocks_from : frame.blocks_to]
    return any(
        block.zone is frame.zone and block.kind is BlockKind.HEADING and block.text in heads - own
        for block in blocks
    )


def _opens(title: str, head: str) -> bool:
    """Whether the page's ``<title>`` is a heading, by itself or before the site's name."""
    rest = title.removeprefix(head).strip() if head and title.startswith(head) else None
    return rest is not None and not rest[:1].isalnum()


def _give_back_main(drafts: Drafts, frames: list[Frame], title: str, own: int) -> None:
    """A wrapper whose class says "menu" or "right" may hold the whole page: then it is the page.

    ``own``: the characters of what is known as the page's own.
    """
    bearing = [
        frame
        for frame in frames
        if _is_headed(frame, drafts, title)
        or (frame.zone is not Zone.FOOTER and _bears(frame, drafts, title))
    ]
    likely = bearing or [frame for frame in frames if frame.zone is not Zone.FOOTER]
    if not likely:
        return
    largest = max(likely, key=lambda frame: _unlinked(frame, drafts))
    if not bearing and not _is_the_page(largest, drafts, own):
        return
    named, sure, largest.zone = largest.zone, largest.settled, Zone.MAIN
    boxes = [frame for frame in frames if frame.by_line and frame is not largest]
    for piece in _pieces(largest, drafts, boxes if largest.by_line else []):
        if piece.zone is named and piece.settled is sure:
            piece.zone, piece.settled = Zone.MAIN, False
    if not largest.by_line:
        settle_group(largest, drafts)


def _give_back_news(drafts: Drafts, frames: list[Frame]) -> None:
    """On a page that holds nothing else, "Tin mới nhất" is the page, and related to nothing."""
    if any(block.zone in _OWN for block in drafts.blocks):
        return
    for frame in frames:
        begun = frame.blocks_from < min(frame.blocks_to, len(drafts.blocks))
        if frame.by_line and frame.zone is Zone.RELATED and begun:
            if not is_news_head(drafts.blocks[frame.blocks_from].text):
                continue
            for piece in _pieces(frame, drafts, []):
                if piece.zone is Zone.RELATED:
                    piece.zone = Zone.LIST


def _pieces(frame: Frame, drafts: Drafts, without: list[Frame]) -> Iterator[BlockDraft | LinkDraft]:
    """What stands in a frame, that of the frames ``without`` left out.

    An entry around it may have made one line of its lines since: then there are fewer.
    """
    for place in range(frame.blocks_from, min(frame.blocks_to, len(drafts.blocks))):
        if not any(other.blocks_from <= place < other.blocks_to for other in without):
            yield drafts.changing(place)
    for place in range(frame.links_from, frame.links_to):
        if not any(other.links_from <= place < other.links_to for other in without):
            yield drafts.links[place]
