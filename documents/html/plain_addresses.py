"""Addresses that a page writes as plain text: its readers are to copy them into their browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from documents.html.drafts import MAX_CONTEXT, Drafts
from domain.documents import BlockKind, Link, Zone

_OWN = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)
_ADDRESS = re.compile(
    r"(?<![\w@./=&?%-])(?:(?:https?://|www\.)[^\s<>\"'“”|]{4,500}"
    r"|(?:[a-z0-9-]{1,60}\.){2,4}gov\.vn(?![\w@-])(?:/[^\s<>\"'“”|]{0,300})?)",
    re.I,
)
_ENDS = ".,;:!?…*'"
_BARE = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)(?::\d+)?/?", re.I)
_LABELS_OF_AN_AGENCY = 4
"""Of "xa.tinh.gov.vn"; a province's or ministry's own portal has three."""
_NO_PAPERS = re.compile(
    r"(?://|www\.|\A)(?:[\w-]+\.)*(?:dichvucong|motcua|vbpl|chinhphu|thuvienphapluat|luatvietnam"
    r"|hscv|mail)[\w-]*\.",
    re.I,
)
"""The services and laws of everybody, which every second page speaks of."""
_SOURCE = re.compile(r"\W*(?:theo )?(?:nguồn|source)\b", re.I)
_CONTACT = re.compile(
    r"\b(?:điện thoại|đt|tel|hotline|fax|e-?mail|thư điện tử|website|bản quyền|giấy phép|ghi rõ)\b",
    re.I,
)
_POINTS = re.compile(
    r"(?:xem|đăng(?: tải)?|truy cập|tra cứu|tải|có)(?: \w+){0,4}? (?:tại|ở|vào|qua)\b"
    r"|(?:trang|cổng|địa chỉ|website)(?: \w+){0,4}? mới|chuyển sang",
    re.I,
)
_MOST = 50
_BEFORE_CHARS = 220


def addresses_written(drafts: Drafts) -> tuple[Link, ...]:
    """Links to the addresses in the page's own text that stand in no link."""
    return tuple(islice(_written(drafts), _MOST))


def _written(drafts: Drafts) -> Iterator[Link]:
    linked: set[str] | None = None
    section = ""
    for block in drafts.blocks:
        text = block.text
        if block.zone not in _OWN:
            continue
        if block.kind is BlockKind.HEADING:
            section = text[:120]
        # One of these stands in every line with an address.
        if "://" not in text and "www." not in text and ".gov.vn" not in text:
            continue
        if linked is None:
            linked = _linked(drafts)
        for found in islice(_ADDRESS.finditer(text), _MOST):
            address = _ended(found[0])
            if _same(address) in linked or not _leads_on(address, text):
                continue
            linked.add(_same(address))
            start, end = found.start(), found.start() + len(address)
            around = f"{text[max(0, start - _BEFORE_CHARS) : start]} {text[end:]}"
            context = " ".join(around.split())[:MAX_CONTEXT]
            href = address if "://" in address else f"http://{address}"
            yield Link(href, address, zone=block.zone, context=context, section=section)


def _linked(drafts: Drafts) -> set[str]:
    """The addresses that links lead to or say."""
    said = {_same(_ended(one[0])) for link in drafts.links for one in _ADDRESS.finditer(link.text)}
    return said | {_same(link.href) for link in drafts.links}


def _same(address: str) -> str:
    """An address without what differs from one way of writing it to another."""
    return address.lower().partition("://")[2].removeprefix("www.").rstrip("/") or (
        address.lower().removeprefix("www.").rstrip("/")
    )


def _ended(address: str) -> str:
    """Without the signs of the sentence around it."""
    address = address.rstrip(_ENDS)
    while address[-1:] in ")]}»" and not any(sign in address for sign in "([{«"):
        address = address[:-1].rstrip(_ENDS)
    return address


def _leads_on(address: str, line: str) -> bool:
    """Whether papers may lie there, and it is no mere source or part of how to reach somebody."""
    if _NO_PAPERS.search(address) or _SOURCE.match(line):
        return False
    bare = _BARE.fullmatch(address)
    if bare is None:
        return True
    if _CONTACT.search(line):
        return False
    host = bare[1].lower()
    agency = host.endswith(".gov.vn") and host.count(".") >= _LABELS_OF_AN_AGENCY - 1
    return agency or (not host.endswith(".gov.vn") and _POINTS.search(line) is not None)
