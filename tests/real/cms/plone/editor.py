"""Plone's webmaster: its REST interface."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import httpx

from tests.real.editor import PASSWORD, USER, Entry, Uploaded
from tests.real.html import HtmlMarkup

DEFAULT_PAGE = "index.html"
"""A page of this name is what its folder shows."""
POSTS, FILES = "bai-viet", "tai-lieu"
LISTED = 10


@dataclass
class _Page:
    """A page of the menu's own."""

    address: str
    title: str
    content: str
    holds_others: bool = False


class PloneEditor:
    """Fills one site as its manager."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.markup = HtmlMarkup()
        self._client = httpx.Client(
            timeout=120.0, auth=(USER, PASSWORD), headers={"Accept": "application/json"}
        )
        self._pages: dict[str, _Page] = {}
        for name, title in ((POSTS, "Bài viết"), (FILES, "Tài liệu")):
            fields = {"@type": "Folder", "id": name, "title": title, "exclude_from_nav": True}
            self._publish(self._add(self.root, fields))

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def category(self, name: str) -> None:
        self._publish(self._add(self.root, _collection(name, {"i": "Subject", "v": [name]})))

    def page(self, title: str, content: str, above: str = "", secret: str = "") -> str:
        """A page with a secret is kept unpublished: who is not logged in is asked to."""
        place = self._folder_of(self._pages[above]) if above else self.root
        fields = {"@type": "Document", "title": title, "text": _text(content)}
        made = self._add(place, fields)
        if not secret:
            self._publish(made)
        self._pages[title] = _Page(made, title, content)
        return made

    def rewrite(self, title: str, content: str) -> None:
        page = self._pages[title]
        place = f"{page.address}/{DEFAULT_PAGE}" if page.holds_others else page.address
        told = {"text": _text(content)}
        _checked(self._client.patch(place, json=told))

    def post(self, title: str, content: str, day: date, category: str) -> str:
        fields = {"@type": "News Item", "title": title, "text": _text(content)}
        made = self._add(f"{self.root}{POSTS}", {**fields, "subjects": [category]})
        self._publish(made, {"effective": f"{day}T08:30:00+07:00"})
        return made

    def upload(self, name: str, media_type: str, body: bytes, title: str) -> Uploaded:
        data = {"data": b64encode(body).decode(), "encoding": "base64"}
        file = {**data, "filename": name, "content-type": media_type}
        made = self._add(f"{self.root}{FILES}", {"@type": "File", "title": title, "file": file})
        return Uploaded(made, (f"{made}/view",))

    def finish(self, menu: Sequence[Entry]) -> None:
        """The menu is what lies at the root; the front page lists the newest posts."""
        news = _collection("Tin mới", {"i": "portal_type", "v": ["News Item"]})
        fields = {**news, "id": DEFAULT_PAGE, "exclude_from_nav": True}
        self._publish(self._add(self.root, fields))

    def _folder_of(self, page: _Page) -> str:
        """The page as a folder that shows it, made at its first page below."""
        if not page.holds_others:
            _checked(self._client.delete(page.address))
            name = page.address.rpartition("/")[2]
            folder = {"@type": "Folder", "id": name, "title": page.title}
            self._publish(self._add(self.root_of(page), folder))
            fields = {"@type": "Document", "id": DEFAULT_PAGE, "title": page.title}
            shown = self._add(page.address, {**fields, "text": _text(page.content)})
            self._publish(shown)
            page.holds_others = True
        return page.address

    @staticmethod
    def root_of(page: _Page) -> str:
        """The folder that a page lies in."""
        return page.address.rpartition("/")[0]

    def _add(self, place: str, fields: dict[str, Any]) -> str:
        return str(_checked(self._client.post(place, json=fields))["@id"])

    def _publish(self, address: str, told: dict[str, str] | None = None) -> None:
        _checked(self._client.post(f"{address}/@workflow/publish", json=told or {}))


def _text(html: str) -> dict[str, str]:
    return {"data": html, "content-type": "text/html", "encoding": "utf-8"}


def _collection(title: str, criterion: dict[str, Any]) -> dict[str, Any]:
    """A list with paging, newest first."""
    operation = "plone.app.querystring.operation.selection.any"
    return {
        "@type": "Collection",
        "title": title,
        "query": [{"o": operation, **criterion}],
        "sort_on": "effective",
        "sort_reversed": True,
        "item_count": LISTED,
        "layout": "summary_view",
    }


def _checked(answer: httpx.Response) -> dict[str, Any]:
    if answer.is_error:
        raise SystemExit(f"{answer.request.url}: {answer.status_code} {answer.text[:800]}")
    told: dict[str, Any] = answer.json() if answer.content else {}
    return told
