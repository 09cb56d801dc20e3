"""What follows when an element ends: its lines become one row, a heading reaches its list."""

from __future__ import annotations

from documents.html_drafts import BlockDraft, Drafts, Frame
from documents.html_tags import GROUPS, ITEMS
from documents.html_zones import settle_group
from documents.layout import is_layout_row
from domain.documents import BlockKind, Zone

_MAX_ITEM = 1500


def close_frame(frame: Frame, around: Frame, drafts: Drafts) -> None:
    """Settle what can be told now that ``frame`` is whole; it stood in ``around``."""
    if len(drafts.blocks) - frame.blocks_from == 1:
        _pass_up(frame, around, drafts)
    if frame.tag in ("tr", "li") and not frame.apart:
        _as_one(frame, drafts)
    if len(drafts.links) > frame.links_from:
        _surround(frame, drafts)
        if frame.tag in GROUPS:
            settle_group(frame, drafts)


def _pass_up(frame: Frame, around: Frame, drafts: Drafts) -> None:
    """An element that holds one line and that line is a heading: it heads its surroundings."""
    block = drafts.blocks[frame.blocks_from]
    if frame.opened is not None and around.tag not in ("tr", "body", "html", "root"):
        around.opened = frame.opened
    heads = block.kind is BlockKind.HEADING or (frame.names_box and len(block.text) <= 80)
    if frame.zone is Zone.HEADER and around.zone is not Zone.HEADER:
        return
    if (heads or frame.heading) and around.tag not in ("li", "tr"):
        around.heading = block.text[:120]
        around.opened = frame.opened if heads else around.opened


def _as_one(frame: Frame, drafts: Drafts) -> None:
    """The cells of a row, or the lines of an item, as one block."""
    parts = drafts.blocks[frame.blocks_from :]
    if not parts or sum(len(part.text) for part in parts) > _MAX_ITEM:
        return
    row = frame.tag == "tr"
    if row and (len(parts) < 2 or is_layout_row([part.text for part in parts])):
        return
    joined = (" | " if row else " ").join(part.text for part in parts)
    kind = BlockKind.ROW if row else BlockKind.LIST_ITEM
    first = parts[0]
    drafts.blocks[frame.blocks_from :] = [BlockDraft(joined, kind, first.zone, first.settled)]
    for link in drafts.links[frame.links_from :]:
        link.block = frame.blocks_from


def _surround(frame: Frame, drafts: Drafts) -> None:
    links = len(drafts.links) - frame.links_from
    wide = frame.tag in ITEMS and not frame.apart
    if links > (12 if wide else 3) or len(drafts.blocks) - frame.blocks_from > 30:
        return
    around = drafts.text_from(frame.blocks_from)
    if 0 < len(around) <= _MAX_ITEM:
        drafts.set_context(frame.links_from, around)
