"""The next page of a list that comes as JSON and tells only how many pages it has."""

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
    if "pages" not in told or any(link.zone is Zone.PAGING for link in document.links):
        return None
    path, _, query = address.partition("?")
    pairs = query.split("&")
    for place, pair in enumerate(pairs):
        name, _, value = pair.partition("=")
        if _PAGE_KEY.fullmatch(name) and value.isascii() and value.isdigit() and len(value) < 6:
            last = int(told["pages"]) - (1 if told.get("page") == "0" or value == "0" else 0)
            if int(value) >= last:
                return None
            pairs[place] = f"{name}={int(value) + 1}"
            return f"{path}?{'&'.join(pairs)}"
    return None


def goes_on_unseen(document: Document, address: str) -> bool:
    """Whether a list has further pages whose addresses nobody can tell."""
    told = dict(document.metadata)
    if any(link.zone is Zone.PAGING for link in document.links):
        return False
    if not told.get("pages", "").isdigit() or int(told["pages"]) < 2:
        return False
    named = any(
        _PAGE_KEY.fullmatch(pair.partition("=")[0]) for pair in address.partition("?")[2].split("&")
    )
    return not named
