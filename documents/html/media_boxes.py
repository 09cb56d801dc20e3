"""Boxes of films, pictures and links to other sites: their "Xem thêm" holds back no paper."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from selectolax.lexbor import LexborHTMLParser

from documents.html.drafts import Drafts, LinkDraft
from documents.html.paper_words import names_paper
from documents.html.portal_name import is_portal_name
from documents.html.words import is_more_text
from domain.documents import BlockKind, Zone

_HEAD = re.compile(
    r"\W*(?:(?:thư viện|album|bộ sưu tập|góc) )?(?:video|clip|phim|hình ảnh|ảnh|âm thanh|audio"
    r"|multimedia|media)(?: (?:clip|hình ảnh|ảnh|hoạt động|nổi bật|và|video|-|–|&))*\W*"
    r"|\W*(?:liên kết(?: (?:website|web|trang|site))?|quảng cáo|thời tiết)\W*"
    r"|\W*(?:các )?(?:tin|bài)(?: (?:tức|bài|viết))? (?:liên quan|đọc nhiều|xem nhiều)\W*",
    re.IGNORECASE,
)
_MOST_BETWEEN = 12
_SHOWS = ", ".join(
    f"[{name}*='{kind}' i]"
    for name in ("class", "id")
    for kind in ("slide", "carousel", "swiper", "slick", "owl-", "gallery")
)
_MOST_SHOWS = 50
_LONGEST_SHOW_CHARS = 2_000
_PRESSED = "a, button, input, [onclick]"
_ARROW = re.compile(
    r"[❮❯‹›«»<>←→◀▶◄►⟨⟩❬❭\s]+|prev(?:ious)?|next|trước|sau|tiếp(?: theo)?|trái|phải", re.IGNORECASE
)


def turned_in_shows(tree: LexborHTMLParser) -> Counter[str]:
    """The arrows, and words like them, of what shows one picture after another.

    None of those that also stand elsewhere on the page: there they may turn a list.
    """
    boxes = [
        box
        for box in islice(tree.css(_SHOWS), _MOST_SHOWS)
        if box.tag not in ("body", "main", "form")
        and box.css_first("img") is not None
        and len(box.text()) <= _LONGEST_SHOW_CHARS
    ]
    within = {one.mem_id for box in boxes for one in box.css(_PRESSED)}
    inside, outside = Counter[str](), set[str]()
    for one in tree.css(_PRESSED) if within else ():
        words = " ".join(one.text().split()) or one.attributes.get("value") or ""
        if not _ARROW.fullmatch(words):
            continue
        if one.mem_id in within:
            inside[words] += 1
        else:
            outside.add(words)
    return Counter({words: count for words, count in inside.items() if words not in outside})


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
