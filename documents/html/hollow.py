"""Pages that have their frame and lack what they are about: a script was to fill them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser

from documents.html.drafts import BlockDraft
from domain.documents import BlockKind, Link, Zone

_OWN = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT, Zone.UNKNOWN)
_AROUND = (Zone.MENU, Zone.HEADER, Zone.FOOTER, Zone.BREADCRUMB)
_FEWEST_LETTERS = 40
_MOST_BESIDE_A_BOX = 300
"""Letters: an introduction above a list that is still empty."""
_LONGEST_WAITING = 200
_WAITING = re.compile(
    r"^\W*(?:đang (?:được )?(?:tải|nạp|xử lý)|loading\W*$|please wait)"
    r"|(?:dữ liệu|nội dung|danh sách|trang) đang (?:được )?(?:tải|nạp)"
    r"|(?:vui lòng|xin) (?:chờ|đợi)",
    re.IGNORECASE,
)
_BOXES = "div[id], ul[id], ol[id], tbody[id], table[id], section[id]"
_MOST_BOXES = 400
_OTHER_BOX = re.compile(
    r"fb|facebook|zalo|chat|google|analytics|modal|popup|overlay|toast|dialog|banner|cookie|map"
    r"|top|slide|carousel|menu|nav|head|foot|search|captcha|comment|share|like|weather|counter"
    r"|progress|tooltip|clock|date|time|lang|gototop|back|clear|ads?(?![a-z])",
    re.IGNORECASE,
)
"""Boxes of a page's frame and of what others put into it."""


def waits_for_scripts(
    tree: LexborHTMLParser, blocks: Sequence[BlockDraft], links: Sequence[Link], *, shown: bool
) -> bool:
    """Whether a page says that it is still loading, or has scripts and nothing of its own.

    ``shown``: a browser has run its scripts; what is empty then is empty.
    """
    # What is only pressed, "Xem thêm" below an empty list, is nothing that the page shows.
    if any(link.zone not in _AROUND and not link.posts for link in links):
        return False
    own = " ".join(
        block.text for block in blocks if block.zone in _OWN and block.kind is not BlockKind.HEADING
    )
    if len(own) <= _LONGEST_WAITING and _WAITING.search(own):
        return True
    if shown or tree.css_first("script") is None:
        return False
    return len(own) < _FEWEST_LETTERS or (len(own) < _MOST_BESIDE_A_BOX and _has_empty_box(tree))


def _has_empty_box(tree: LexborHTMLParser) -> bool:
    """Whether an element with a name of its own, no part of the frame, holds nothing yet."""
    return any(
        not _OTHER_BOX.search(box.attributes.get("id") or "")
        and next(box.iter(), None) is None
        and not box.text().strip()
        for box in tree.css(_BOXES)[:_MOST_BOXES]
    )
