"""Titles of papers whose links lead back to the page they stand on, or nowhere at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from documents.html.paper_words import is_title
from documents.html.portal_name import is_portal_name
from domain.documents import Document, Link, Zone

_OWN = (Zone.MAIN, Zone.LIST, Zone.ATTACHMENT)
_CALLS = ("tel:", "mailto:", "sms:")
_FEWEST = 2
"""One alone may be the page's own heading, or its own entry in a list of its neighbours."""


def links_told(document: Document, address: str) -> Sequence[Link]:
    """The links of a page; what a list only names, each title with the same address, only posts."""
    idle = tuple(_idle(document, address))
    if len({document.links[place].text for place in idle}) < _FEWEST:
        return document.links
    links = list(document.links)
    for place in idle:
        links[place] = replace(links[place], href="#", posts=True)
    return links


def _idle(document: Document, address: str) -> Iterator[int]:
    """The places of the titles that lead back to the page, to the home page or to a telephone."""
    here, title = _back(address), document.title.casefold()
    for place, link in enumerate(document.links):
        if link.posts or link.zone not in _OWN:
            continue
        if link.href not in here and not link.href.lower().startswith(_CALLS):
            continue
        own = link.text.casefold().rstrip(" .…") in title or is_portal_name(link.text)
        if is_title(link.text) and not own:
            yield place


def _back(address: str) -> frozenset[str]:
    """The ways of writing the page's own address, and that of its site."""
    parts = urlsplit(address)
    site = f"//{parts.netloc}"
    root = f"{parts.scheme}:{site}"
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    last, query = path.rpartition("/")[2], f"?{parts.query}"
    return frozenset({"/", "./", query, root, f"{root}/", address, path, last, f"{site}{path}"})
