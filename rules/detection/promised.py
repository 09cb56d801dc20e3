"""Pages that were to hold papers of the system and show none, nor say that there are none.

A code to scan, a picture of a list, a sentence that sends its reader elsewhere, an excuse in words
of its own: nobody saw there what the portal publishes.
"""

from __future__ import annotations

import re

from domain.documents import BlockKind, Link, Zone
from domain.visits import FoundBy
from rules.catalogue.vocabulary import Lexicon, speaks_of_system
from rules.detection.context import PageContext
from rules.detection.own_text import host_of, leads_to_file
from rules.vietnamese.folding import fold

WHY = "trang không cho thấy văn bản nào, cũng không nói là chưa có"
_MOST_OF_A_SECTION = 300
"""Letters below the name of a section: who says more speaks of the system."""
_MOST_OF_AN_ENTRY = 160
"""Letters of what stands in such a section under a name that says nothing."""
_LEAST_OF_AN_ENTRY = 15
_MOST_BESIDE_A_FILE = 600
_WORDS_OF_A_NAME = 8
_SAYS_NONE = re.compile(
    r"\b(?:chua|khong|dang)(?: duoc| trong qua trinh| tien hanh)? (?:co|cap nhat|tim thay|dang tai"
    r"|xay dung|bien tap|hoan thien)\b|\bse (?:duoc )?cap nhat|\b0 (?:ket qua|van ban|bai|ban ghi)"
    r"|\bno (?:data|posts?|results?|records?|content)\b|nothing found|\bempty\b"
)
_WAY_OUT = re.compile(
    r"\W*(?:(?:vao |ve |quay (?:lai|ve) )?trang (?:chu|nhat|truoc)|quay lai|tro (?:lai|ve).{0,20}"
    r"|dang (?:nhap|ky)|chia se.{0,15}|in(?: trang| bai)?(?: nay)?|print|e?mail|gui (?:mail|email)"
    r"|facebook|zalo|twitter|tweet|share|len dau trang|top|a[+-]?)?\W*"
)
_FILE_NAME = re.compile(r"[^\s|]\.(?:pdf|docx?|xlsx?|zip|rar)\b", re.IGNORECASE)
_AROUND = frozenset({Zone.MENU, Zone.HEADER, Zone.FOOTER, Zone.BREADCRUMB, Zone.RELATED})


def holds_back(context: PageContext, lexicon: Lexicon) -> bool:
    """Whether a page of the system's section shows nothing that it was to hold."""
    if context.attempt.found_by is FoundBy.HOME or context.attempt.words.zone is Zone.PAGING:
        return False
    if _names_a_file(context) and context.in_system_section(lexicon):
        return True
    lines = [
        block.text
        for block in context.own.blocks
        if block.kind not in (BlockKind.HEADING, BlockKind.ROW)
    ]
    letters = sum(map(len, lines))
    if not 0 < letters <= _MOST_OF_A_SECTION or _says_none(context):
        return False
    if context.turns_of_news(lexicon):
        return False
    if _is_named_section(context, lexicon):
        return not _has_entries(context)
    within = _LEAST_OF_AN_ENTRY <= letters <= _MOST_OF_AN_ENTRY
    return within and context.in_system_section(lexicon) and not _has_entries(context)


def _names_a_file(context: PageContext) -> bool:
    """Whether the details of a paper name its file, which no link opens."""
    if sum(len(block.text) for block in context.own.blocks) > _MOST_BESIDE_A_FILE:
        return False
    named = any(_FILE_NAME.search(block.text) for block in context.own.blocks)
    return named and not any(
        link.posts or leads_to_file(link) or _FILE_NAME.search(link.text)
        for link in context.own.links
    )


def _says_none(context: PageContext) -> bool:
    return _SAYS_NONE.search(fold(context.own.text).plain) is not None


def _is_named_section(context: PageContext, lexicon: Lexicon) -> bool:
    """Whether a link to it, short as the names of sections are, speaks of the system."""
    names = (words.text for words in (context.attempt.words, *context.attempt.also))
    return any(
        len(name.split()) <= _WORDS_OF_A_NAME and speaks_of_system(lexicon.hits(name))
        for name in names
        if name
    )


def _has_entries(context: PageContext) -> bool:
    """Whether links of its own, none of them a way out, lead on within the portal or to files."""
    around = {link.href for link in context.document.links if link.zone in _AROUND}
    here = host_of(context.attempt.final_address or context.attempt.address)
    return any(
        link.href not in around and _leads_on(link, here) for link in context.own.links
    ) or any(link.zone is Zone.PAGING for link in context.document.links)


def _leads_on(link: Link, here: str) -> bool:
    if link.posts or leads_to_file(link):
        return True
    return host_of(link.href) in ("", here) and not _WAY_OUT.fullmatch(fold(link.text).plain)
