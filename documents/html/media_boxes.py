"""Boxes of films, pictures and links to other sites: their "Xem thêm" holds back no paper."""

from __future__ import annotations

import re

from documents.html.drafts import Drafts, LinkDraft
from documents.html.paper_words import names_paper
from documents.html.portal_name import is_portal_name
from documents.html.words import is_more_text
from domain.documents import BlockKind, Zone

_HEAD = re.compile(
    r"\W*(?:(?:thư viện|album|bộ sưu tập|góc) )?(?:video|clip|phim|hình ảnh|ảnh|âm thanh|audio"
    r"|multimedia|media)(?: (?:clip|hình ảnh|ảnh|hoạt động|nổi bật|và|video|-|–|&))*\W*"
    r"|\W*(?:liên kết(?: (?:website|web|trang|site))?|quảng cáo|thời tiết)\W*",
    re.IGNORECASE,
)
_MOST_BETWEEN = 12


def more_of_boxes(drafts: Drafts, title: str) -> frozenset[int]:
    """What goes on with such a box, on a page that has a heading of another kind before it.

    A page that is itself headed so is no such: an album may hold pictures of papers.
    """
    heads = [
        (place, one.text)
        for place, one in enumerate(drafts.blocks)
        if one.kind is BlockKind.HEADING and one.zone is not Zone.HEADER
    ]
    named = [text for _, text in heads if not is_portal_name(text)]
    if not named or _HEAD.fullmatch(named[0]) or _is_about_pictures(title):
        return frozenset()
    return frozenset(
        id(link)
        for link in drafts.links
        if link.posts
        and is_more_text(link.text or link.title)
        and _HEAD.fullmatch(link.section.rpartition(" > ")[2])
        and _stands_below(link, drafts, heads)
    )


def _is_about_pictures(title: str) -> bool:
    return any(_HEAD.fullmatch(part) for part in re.split(r"\s+[-–—|]\s+", title))


def _stands_below(link: LinkDraft, drafts: Drafts, heads: list[tuple[int, str]]) -> bool:
    """Whether the nearest heading above is the box's own, with no paper in between."""
    above = [(place, text) for place, text in heads if place < link.block]
    if not above or above[-1][1] != link.section.rpartition(" > ")[2]:
        return False
    between = drafts.blocks[above[-1][0] + 1 : link.block + 1]
    return len(between) <= _MOST_BETWEEN and not any(names_paper(one.text) for one in between)
