"""What follows when an element ends: its lines become one row, a heading reaches its list."""

from __future__ import annotations

from collections.abc import Sequence

from documents.html.drafts import BlockDraft, Drafts, Frame, LinkDraft, without_own
from documents.html.settled_controls import drop_beside_address
from documents.html.tags import GROUPS, HEADINGS, ITEMS
from documents.html.words import is_file
from documents.html.zones import settle_group
from documents.layout import is_layout_row
from domain.documents import BlockKind, Zone

_MAX_ITEM = 1500
_BOX_TITLE_LENGTH = 40


def close_frame(frame: Frame, around: Frame, drafts: Drafts) -> None:
    """Settle what can be told now that ``frame`` is whole; it stood in ``around``."""
    if len(drafts.blocks) - frame.blocks_from == 1:
        _pass_up(frame, around, drafts)
    if frame.tag in ("tr", "li") and not frame.apart:
        _as_one(frame, drafts)
    if len(drafts.links) > frame.links_from:
        drop_beside_address(frame, drafts)
        _surround(frame, drafts)
        if frame.tag in GROUPS:
            settle_group(frame, drafts)


def measure(frame: Frame, drafts: Drafts) -> None:
    """Note where an element that its class gave a zone ends, and how much text it holds."""
    frame.blocks_to, frame.links_to = len(drafts.blocks), len(drafts.links)
    inside = drafts.blocks[frame.blocks_from :]
    frame.own_characters = sum(
        len(block.text) for block in inside if block.zone is frame.zone and len(block.text) > 60
    )


def _pass_up(frame: Frame, around: Frame, drafts: Drafts) -> None:
    """An element that holds one line and that line is a heading: it heads its surroundings."""
    block = drafts.blocks[frame.blocks_from]
    if around.tag == "li":
        return
    if frame.opened is not None and not _is_whole(frame, around, drafts):
        around.opened, around.opening = frame.opened, frame.opening
    if frame.zone is Zone.HEADER and around.zone is not Zone.HEADER:
        return
    links = len(drafts.links) > frame.links_from
    if links and len(block.text) > _BOX_TITLE_LENGTH:
        return  # the title of an article in a list, not of the list
    heads = _heads(frame, around, block) and not (links and frame.tag == "tr")
    if heads or frame.heading:
        around.heading = block.text[:120]
    if heads and not links and not frame.column:
        _end_opening(frame, around, drafts)


def _is_whole(frame: Frame, around: Frame, drafts: Drafts) -> bool:
    """Whether a box or column ends where its element does: its heading says nothing of the next.

    One with nothing but "Liên kết website" and a drop-down, or pictures, has its list.
    """
    if around.tag in ("body", "html", "root") or frame.column:
        return True
    if frame.tag in HEADINGS:
        return False
    heading = drafts.blocks[frame.blocks_from].text
    said = [link.text for link in drafts.links[frame.links_from :]]
    return any(text not in heading for text in said) or said.count("") > 1


def _end_opening(frame: Frame, around: Frame, drafts: Drafts) -> None:
    """Another heading ends what "Tin khác" opened, unless it opened something itself."""
    if around.opening is not None and around.opening is not frame.opening:
        measure(around.opening, drafts)
    around.opened, around.opening = frame.opened, frame.opening


def _heads(frame: Frame, around: Frame, block: BlockDraft) -> bool:
    if block.kind is BlockKind.HEADING:
        return True
    # Old portals are tables in tables: the first row, if it is one short line, names the box.
    first = frame.tag == "tr" and frame.blocks_from == around.blocks_from
    return (frame.names_box and len(block.text) <= 80) or (first and len(block.text) <= 60)


def _as_one(frame: Frame, drafts: Drafts) -> None:
    """The cells of a row, or the lines of an item, as one block."""
    inside = drafts.blocks[frame.blocks_from :]
    parts = [part for part in inside if part.zone is not Zone.UNKNOWN]
    changing = [part for part in inside if part.zone is Zone.UNKNOWN]
    if not parts or sum([len(part.text) for part in parts]) > _MAX_ITEM:
        return
    row = frame.tag == "tr"
    if row and (len(parts) < 2 or is_layout_row([part.text for part in parts])):
        return
    joined = (" | " if row else " ").join(part.text for part in parts)
    kind = BlockKind.ROW if row else BlockKind.LIST_ITEM
    first = parts[0]
    whole = BlockDraft(joined, kind, first.zone, first.settled)
    drafts.blocks[frame.blocks_from :] = [whole, *changing]
    for link in drafts.links[frame.links_from :]:
        link.block = frame.blocks_from


def _surround(frame: Frame, drafts: Drafts) -> None:
    """Give the links that have none yet the words around them, as far as those are theirs."""
    entry = frame.tag in ITEMS and not frame.apart
    most = 12 if entry else 3
    if len(drafts.links) - frame.links_from > most or len(drafts.blocks) - frame.blocks_from > 30:
        return
    links = drafts.links[frame.links_from :]
    around = drafts.text_from(frame.blocks_from)
    if not 0 < len(around) <= _MAX_ITEM:
        return
    for link in links:
        if not link.context:
            theirs = frozenset() if entry else _of_others(link, links, drafts)
            own = drafts.text_from(frame.blocks_from, theirs) if theirs else around
            link.context = without_own(own, link.text)


def _of_others(link: LinkDraft, links: Sequence[LinkDraft], drafts: Drafts) -> frozenset[int]:
    """The lines beside a link that are another's words and say nothing of this one.

    A title comes before its "Tải về": what follows, or is a file itself, is the next paper's.
    """
    return frozenset(
        other.block
        for other in links
        if (other.block > link.block or (other.block < link.block and is_file(other.href)))
        and other.href != link.href
        and other.block < len(drafts.blocks)  # a logo, a mark: no line came of it
        and other.text == drafts.blocks[other.block].text
    )
