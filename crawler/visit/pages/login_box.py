"""Small pages with a login box beside what they show, told from pages that are a login."""

from __future__ import annotations

import re

from crawler.visit.pages.phrases import LOGIN_WORDS, WAYS_OUT
from crawler.visit.pages.text import fold
from domain.documents import Block, BlockKind, Document, Link, Zone

_CONTENT = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)
_FEWEST_WAYS_ON = 2
_FEWEST_LETTERS = 60
_WORDS_OF_A_TITLE = 3
_OF_A_LOGIN = re.compile(
    rf"{LOGIN_WORDS.pattern}|tai khoan|danh (?:cho|rieng)|xac (?:thuc|nhan|minh)|quyen|noi bo"
    r"|captcha|ho tro|lien he|hotline|dien thoai|huong dan|username|account"
)
"""What stands on a login's page: whom it is for, and who helps."""


def holds_more_than_login(document: Document, address: str) -> bool:
    """Whether a page has a heading of its own with text or links, and leads on to other pages.

    A page headed as a login is one, whatever menu stands around it; but what lists news at the
    portal's very address is its home page, be the news "Tin mới" and the login its only heading.
    """
    on = [link for link in document.links if _leads_on(link)]
    if _OF_A_LOGIN.search(fold(document.title)) or len({one.href for one in on}) < _FEWEST_WAYS_ON:
        return False
    at_home = not address.partition("://")[2].partition("/")[2]
    zones = (*_CONTENT, Zone.RELATED) if at_home else _CONTENT
    listed = {one.href for one in on if one.zone in zones and _is_title(one)}
    if at_home and len(listed) >= _FEWEST_WAYS_ON:
        return True
    heads = [one for one in document.blocks if _is_own(one) and one.kind is BlockKind.HEADING]
    if not heads or _OF_A_LOGIN.search(fold(heads[0].text)):
        return False
    said = [one.text for one in document.blocks if _is_own(one) and one not in heads]
    letters = sum(len(text) for text in said if not _OF_A_LOGIN.search(fold(text)))
    return len(listed) >= _FEWEST_WAYS_ON or letters >= _FEWEST_LETTERS


def _is_own(block: Block) -> bool:
    return block.zone in _CONTENT


def _leads_on(link: Link) -> bool:
    """Whether it leads to something else than out of the login, or to help with it."""
    words = fold(link.text)
    return not link.posts and not WAYS_OUT.fullmatch(words) and not _OF_A_LOGIN.search(words)


def _is_title(link: Link) -> bool:
    return len(link.text.split()) >= _WORDS_OF_A_TITLE
