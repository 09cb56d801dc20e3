"""Pages that were to hold papers of the system and show none, nor say that there are none.

A code to scan, a picture of a list, a sentence that sends its reader elsewhere, an excuse in words
of its own: nobody saw there what the portal publishes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from documents.away import leads_away
from domain.documents import Block, BlockKind, Link, Zone
from domain.visits import FoundBy
from rules.catalogue.vocabulary import Lexicon
from rules.catalogue.wording import found_any
from rules.detection.called import without_boxes
from rules.detection.context import PageContext
from rules.detection.own_text import host_of, leads_to_file
from rules.detection.page_shape import is_wordless_picture
from rules.naming.topics import Topics
from rules.vietnamese.folding import fold

WHY = "trang không cho thấy văn bản nào, cũng không nói là chưa có"
MENU_WHY = "mục về hệ thống quản lý chất lượng trên trang chủ không có liên kết để mở"
_MOST_OF_A_SECTION = 300
"""Letters below the name of a section: who says more speaks of the system."""
_MOST_OF_AN_ENTRY = 160
"""Letters of what stands in such a section under a name that says nothing."""
_MOST_BESIDE_A_FILE = 600
"""Letters of the details of a paper."""
_MOST_BARE_HEADINGS = 2
"""The portal's name and the section's; more are folds."""
_WORDS_OF_A_NAME = 8
"""Of a section or an entry of a menu, at most."""
_WORDS_OF_A_TITLE = 4
_LONGEST_MENU = 1_000
_BOASTS = frozenset({Zone.HEADER, Zone.FOOTER, Zone.BREADCRUMB, Zone.PAGING})
_SOCIAL = re.compile(r"facebook|fb\.|zalo|youtube|tiktok")
_HOME = ("", "/", "/default.aspx", "/index.php", "/index.html")
SAYS_NONE = re.compile(
    r"\b(?:chua|khong|dang)(?: duoc| trong qua trinh| tien hanh)? (?:co|cap nhat|tim thay|dang tai"
    r"|xay dung|bien tap|hoan thien)\b(?! (?:\w+ )?(?:binh luan|y kien|phan hoi|danh gia|luot))"
    r"|\bse (?:duoc )?cap nhat|\b0 (?:ket qua|van ban|bai|ban ghi)"
    r"|\bno (?:data|posts?|results?|records?|content|articles)\b|nothing found|\bempty\b"
    r"|\b(?:danh (?:sach|muc)|chuyen muc|trang|noi dung)(?: nay)?(?: dang| con)? (?:rong|trong)\b"
    r"|\bupdating\b|\bcoming soon\b"
)
_LATER = re.compile(r"\b(?:thu lai|qua tai|tam thoi|su co)\b")
"""Who says so speaks of a failure, which passes."""
_WAY_OUT = re.compile(
    r"\W*(?:(?:vao |ve |quay (?:lai|ve) )?trang (?:chu|nhat|truoc)|quay lai|tro (?:lai|ve).{0,20}"
    r"|dang (?:nhap|ky)|chia se.{0,15}|(?:ban )?in(?: trang| bai(?: viet)?| tin)?(?: nay)?|print"
    r"|e?mail|gui (?:mail|email)"
    r"|facebook|zalo|twitter|tweet|share|len dau trang|top|a[+-]?)?\W*"
)
_FILE_NAME = re.compile(r"[^\s|]\.(?:pdf|docx?|xlsx?|zip|rar)\b", re.IGNORECASE)


def why_unseen(context: PageContext, lexicon: Lexicon, topics: Topics) -> str:
    """Why a web page hides what it was to show, in Vietnamese; empty where it does not."""
    if context.attempt.found_by is FoundBy.HOME:
        return MENU_WHY if _hides_entry(context, lexicon) else ""
    return WHY if _holds_back(context, lexicon, topics) else ""


def _holds_back(context: PageContext, lexicon: Lexicon, topics: Topics) -> bool:
    """Whether a page of the system's section shows nothing that it was to hold."""
    words = context.attempt.words
    if words.zone is Zone.PAGING or (words.text and _WAY_OUT.fullmatch(fold(words.text).plain)):
        return False  # the next page of a list; an article once more, for printing
    if _names_a_file(context) and context.in_system_section(lexicon):
        return True
    own = without_boxes(context.own.blocks, topics)
    told = [one for one in own if one.kind is not BlockKind.HEADING]
    letters = sum(len(block.text) for block in told)
    bare = letters == 0 and (_folds(context) or any(map(is_wordless_picture, context.own.links)))
    if all(one.kind is BlockKind.ROW for one in told) and not bare:
        return False  # the head of a table without rows is a list that is empty
    if letters > _MOST_OF_A_SECTION or says_none(own):
        return False
    if context.turns_of_news(lexicon) or is_training(context, lexicon):
        return False
    if is_named_section(context, lexicon):
        return not has_entries(context)
    unnamed = letters <= _MOST_OF_AN_ENTRY and topics.is_bare(words.text)
    return unnamed and context.in_system_section(lexicon) and not has_entries(context)


def _hides_entry(context: PageContext, lexicon: Lexicon) -> bool:
    """Whether a home page names the system in an entry that neither is nor holds a link.

    In its head and foot the portal boasts of its certificate.
    """
    links = context.document.links
    linked = "\n".join(f"{link.text or link.title}\n{link.section}" for link in links).casefold()
    bare = [
        block
        for block in context.document.blocks
        if block.zone not in _BOASTS
        and len(block.text) <= _LONGEST_MENU
        and lexicon.speaks_of_system(block.text)
        and _is_bare_entry(block, linked, links, lexicon)
    ]
    if not bare or any(block.zone is Zone.MENU for block in bare):
        return bool(bare)
    # Elsewhere it may be the name of a box, or a banner's, whose section is linked in other words.
    named = (link.text or link.title for link in links)
    return not any(_is_name(one) and lexicon.speaks_of_system(one) for one in named)


def _is_name(words: str) -> bool:
    """Whether words are as short as a section's name: news that tell of ISO lead to none."""
    return 0 < len(words.split()) <= _WORDS_OF_A_NAME


def _is_bare_entry(block: Block, linked: str, links: tuple[Link, ...], lexicon: Lexicon) -> bool:
    """Whether a line, or what is left of a menu's line without its links, is such an entry."""
    text = block.text
    if text.casefold() in linked:
        return False
    if block.zone is Zone.MENU:
        said = sorted({link.text for link in links if link.text in text}, key=len, reverse=True)
        for one in said:
            text = text.replace(one, " ")
    names = _is_name(text) and not any(map(str.islower, text.strip()[:1]))
    return names and lexicon.speaks_of_system(text) and not SAYS_NONE.search(fold(text).plain)


def _folds(context: PageContext) -> bool:
    """Whether headings stand below its own that hold nothing: a script fills them when pressed."""
    heads = [one.text for one in context.own.blocks if one.kind is BlockKind.HEADING]
    return len(heads) > _MOST_BARE_HEADINGS


def _names_a_file(context: PageContext) -> bool:
    """Whether the details of a paper name its file, which no link opens."""
    if sum(len(block.text) for block in context.own.blocks) > _MOST_BESIDE_A_FILE:
        return False
    named = any(_FILE_NAME.search(block.text) for block in context.own.blocks)
    return named and not any(
        link.posts or leads_to_file(link) or _FILE_NAME.search(link.text)
        for link in context.own.links
    )


def says_none(own: Sequence[Block]) -> bool:
    """Whether its own lines say that there is nothing, for now or for ever."""
    said = fold("\n".join(block.text for block in own)).plain
    return SAYS_NONE.search(said) is not None and _LATER.search(said) is None


def is_training(context: PageContext, lexicon: Lexicon) -> bool:
    """Whether it is news of a course in the system, however short."""
    said = (context.attempt.words.text, context.document.title)
    return any(found_any(lexicon.shared("training"), lexicon.hits(one)) for one in said if one)


def is_named_section(context: PageContext, lexicon: Lexicon) -> bool:
    """Whether a link to it, short as the names of sections are, speaks of the system."""
    names = (words.text for words in (context.attempt.words, *context.attempt.also))
    return any(
        len(name.split()) <= _WORDS_OF_A_NAME and lexicon.speaks_of_system(name)
        for name in names
        if name
    )


def has_entries(context: PageContext) -> bool:
    """Whether links of its own lead on: neither back where one came from, nor out of the portal."""
    attempt = context.attempt
    back = {
        _path_of(one) for one in (attempt.address, attempt.final_address, attempt.parent) if one
    }
    here = host_of(attempt.final_address or attempt.address)
    return any(_leads_on(link, here, back) for link in context.own.links) or any(
        link.zone is Zone.PAGING for link in context.document.links
    )


def _leads_on(link: Link, here: str, back: set[str]) -> bool:
    if is_wordless_picture(link):
        return False
    if link.posts or link.zone is Zone.ATTACHMENT or leads_to_file(link):
        return True
    host, path = host_of(link.href), _path_of(link.href)
    if leads_away(link.href):
        return False
    if host not in ("", here):  # a title that hands its paper over from a share
        return len(link.text.split()) >= _WORDS_OF_A_TITLE and not _SOCIAL.search(host)
    if path in back or path.lower() in _HOME:
        return False
    return not _WAY_OUT.fullmatch(fold(link.text).plain)


def _path_of(address: str) -> str:
    """Path and query, unquoted; empty where it has none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return unquote(f"{parts.path}?{parts.query}" if parts.query else parts.path)
