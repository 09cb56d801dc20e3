"""Zones that no name tells: by position, by how dense the links are, by dates beside them."""

from __future__ import annotations

from documents.html_drafts import Drafts, Frame, LinkDraft
from documents.html_words import has_date, is_file, is_pager_text
from domain.documents import BlockKind, Zone

_MENU_TEXT = 32
_LIST_TEXT = 25
_MAX_TEXT_PER_LINK = 700


def settle_group(frame: Frame, drafts: Drafts) -> None:
    """Settle what stands in ``frame`` once it is closed, where its links show what it is."""
    links = [link for link in drafts.links[frame.links_from :] if not link.settled]
    if len(links) < 2:
        return
    zone = _zone_of(frame, links, drafts)
    if zone is None:
        return
    for link in links:
        link.zone, link.settled = zone, True
    for block in drafts.blocks[frame.blocks_from :]:
        if not block.settled and (zone is not Zone.LIST or block.kind is not BlockKind.HEADING):
            block.zone, block.settled = zone, True


def _zone_of(frame: Frame, links: list[LinkDraft], drafts: Drafts) -> Zone | None:
    if all(is_pager_text(link.text) for link in links):
        return Zone.PAGING
    if len(links) < 3:
        return None
    around = [block.text for block in drafts.blocks[frame.blocks_from :] if not block.settled]
    characters = sum(map(len, around)) or 1
    linked = sum(len(link.text) for link in links)
    mean = linked / len(links)
    dates = sum(map(has_date, around))
    if frame.zone is Zone.MAIN and _lists(links, mean, dates, characters):
        return _list_zone(links, dates)
    if len(links) >= 4 and linked >= 0.75 * characters and mean < _MENU_TEXT and not dates:
        return None if any(is_file(link.href) for link in links) else Zone.MENU
    return None


def _lists(links: list[LinkDraft], mean: float, dates: int, characters: int) -> bool:
    if characters > _MAX_TEXT_PER_LINK * len(links):
        return False
    if dates >= 3 and dates * 3 >= len(links):
        return True
    linked = mean * len(links)
    return mean >= _LIST_TEXT and linked >= 0.3 * characters


def _list_zone(links: list[LinkDraft], dates: int) -> Zone:
    files = sum(1 for link in links if is_file(link.href))
    return Zone.ATTACHMENT if files * 2 > len(links) and not dates else Zone.LIST


def settle_page(drafts: Drafts) -> None:
    """Settle what is left once the whole page is walked."""
    _settle_pagers(drafts)
    for link in drafts.links:
        if link.zone in (Zone.MENU, Zone.BREADCRUMB, Zone.PAGING):
            link.context = ""  # its neighbours in the menu say nothing of it
        if link.zone is Zone.MAIN and is_file(link.href) and not link.posts:
            link.zone = Zone.ATTACHMENT
        elif link.zone is Zone.RELATED and not link.settled and not link.text:
            # A picture in a side column is a banner, which portals use as a menu entry.
            link.zone = Zone.MENU
        elif link.zone is Zone.MAIN and link.posts and is_pager_text(link.text):
            link.zone = Zone.PAGING


def _settle_pagers(drafts: Drafts) -> None:
    """The line a pager's links stand in belongs to the pager."""
    for link in drafts.links:
        if link.zone is Zone.PAGING and link.block < len(drafts.blocks):
            block = drafts.blocks[link.block]
            if link.text in block.text and len(block.text) <= 120 and not block.settled:
                block.zone, block.settled = Zone.PAGING, True
