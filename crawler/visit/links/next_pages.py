"""The next page of a list that comes as JSON and tells only how many pages it has, or more."""

from __future__ import annotations

import re

from domain.documents import Document, Zone

_PAGE_KEY = re.compile(
    r"(?:current_?)?page(?:_?(?:index|no|number|num))?|p|trang(?:_?so)?|pageindex|curpage|cur",
    re.IGNORECASE,
)


def is_list_as_data(document: Document) -> bool:
    """Whether the document is a list that came as JSON."""
    return ("source", "json") in document.metadata


def next_page(document: Document, address: str) -> str | None:
    """The address of the page behind this one; None where the list ends, or does not say.

    A list that names its next page needs no telling.
    """
    told = dict(document.metadata)
    if not told.keys() & {"pages", "more"} or _names_the_next(document):
        return None
    path, _, query = address.partition("?")
    pairs = query.split("&")
    for place, pair in enumerate(pairs):
        name, _, value = pair.partition("=")
        if _numbers(pair):
            if "more" not in told and int(value) >= _last(told, value):
                return None
            pairs[place] = f"{name}={int(value) + 1}"
            return f"{path}?{'&'.join(pairs)}"
    return None


def goes_on_unseen(document: Document, address: str) -> bool:
    """Whether a list has further pages whose addresses nobody can tell."""
    told = dict(document.metadata)
    if _names_the_next(document):
        return False
    pages = told.get("pages", "")
    if "more" not in told and (not pages.isdigit() or int(pages) < 2):
        return False
    return not any(map(_numbers, address.partition("?")[2].split("&")))


def _names_the_next(document: Document) -> bool:
    return any(link.zone is Zone.PAGING for link in document.links)


def _last(told: dict[str, str], value: str) -> int:
    """The number of the last page, counted as the address and the answer count."""
    return int(told["pages"]) - (1 if told.get("page") == "0" or value == "0" else 0)


def _numbers(pair: str) -> bool:
    """Whether a part of the query has the page's number."""
    name, _, value = pair.partition("=")
    is_number = value.isascii() and value.isdigit() and len(value) < 6
    return is_number and _PAGE_KEY.fullmatch(name) is not None
