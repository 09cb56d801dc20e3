"""Whose a portal is by its own signs: title, banner, foot."""

from __future__ import annotations

from domain.documents import Block, BlockKind, Zone
from rules.detection.context import PageContext
from rules.issuers.judge import IssuerJudge
from rules.issuers.unit_names import HeadLine

_SIGNS = frozenset({Zone.HEADER, Zone.FOOTER})
_LONGEST_SIGN = 160


def names_its_owner(context: PageContext) -> bool:
    """Whether a page's title, banner or foot names the inspected agency as the portal's owner."""
    document = context.document
    signs = [block.text for block in document.blocks if _is_sign(block)]
    return any(_is_named(context.issuers, text) for text in (document.title, *signs))


def _is_sign(block: Block) -> bool:
    """Whether a block is a banner or a foot; districts list the portals of their communes there."""
    listed = block.kind is BlockKind.LIST_ITEM or len(block.text) > _LONGEST_SIGN
    return block.zone in _SIGNS and not listed


def _is_named(issuers: IssuerJudge, text: str) -> bool:
    """Whether a line names the very agency, and no body below it."""
    line, rank = HeadLine(text), issuers.own.rank
    place = issuers.own_place(line)
    if place is None or not place.exact or line.bodies_after(place, rank):
        return False
    return not (rank and line.body_before(place))
