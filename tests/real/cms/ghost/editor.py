"""Ghost's webmaster: its Admin API."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import httpx

from tests.real.editor import PASSWORD, Entry, Uploaded
from tests.real.html import HtmlMarkup

EMAIL = "vanthu@example.vn"
API = "ghost/api/admin"
CARD = "<!--kg-card-begin: html-->\n{html}\n<!--kg-card-end: html-->"
"""Keeps a text as it was written; the editor would make its own of it."""


class GhostEditor:
    """Fills one site as its owner."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.markup = HtmlMarkup()
        self._client = httpx.Client(timeout=120.0, headers={"Origin": root.rstrip("/")})
        self._links: dict[str, str] = {}
        self._pages: dict[str, dict[str, Any]] = {}

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def set_up(self, title: str) -> None:
        """The owner's account, the log-in, and nothing of what the installation brought."""
        owner = {"name": "Quản trị", "email": EMAIL, "password": PASSWORD, "blogTitle": title}
        self._ask("POST", "authentication/setup/", {"setup": [owner]})
        self._ask("POST", "session/", {"username": EMAIL, "password": PASSWORD})
        self._set({"locale": "vi"})
        for kind in ("posts", "pages"):
            for made in self._ask("GET", f"{kind}/?limit=all")[kind]:
                self._ask("DELETE", f"{kind}/{made['id']}/")

    def category(self, name: str) -> None:
        made = self._ask("POST", "tags/", {"tags": [{"name": name}]})["tags"][0]
        self._links[name] = f"{self.root}tag/{made['slug']}/"

    def page(self, title: str, content: str, above: str = "", secret: str = "") -> str:
        """A page with a secret is for members only."""
        fields = {"title": title, "visibility": "members" if secret else "public"}
        made = self._written("pages", {**fields, "html": CARD.format(html=content)})
        self._pages[title], self._links[title] = made, str(made["url"])
        return str(made["url"])

    def rewrite(self, title: str, content: str) -> None:
        known = self._pages[title]
        fields = {"html": CARD.format(html=content), "updated_at": known["updated_at"]}
        self._ask("PUT", f"pages/{known['id']}/?source=html", {"pages": [fields]})

    def post(self, title: str, content: str, day: date, category: str) -> str:
        fields = {"title": title, "tags": [category], "published_at": f"{day}T01:30:00.000Z"}
        made = self._written("posts", {**fields, "html": CARD.format(html=content)})
        return str(made["url"])

    def upload(self, name: str, media_type: str, body: bytes, title: str) -> Uploaded:
        sent = {"file": (name, body, media_type)}
        answer = self._client.post(f"{self.root}{API}/files/upload/", files=sent)
        return Uploaded(str(_checked(answer)["files"][0]["url"]))

    def finish(self, menu: Sequence[Entry]) -> None:
        """One level: the theme shows no other."""
        home = {"label": "Trang chủ", "url": self.root}
        entries = [{"label": e.label, "url": self._links[e.label]} for e in menu]
        self._set({"navigation": json.dumps([home, *entries], ensure_ascii=False)})

    def _written(self, kind: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        told = {kind: [{**fields, "status": "published"}]}
        made: dict[str, Any] = self._ask("POST", f"{kind}/?source=html", told)[kind][0]
        return made

    def _set(self, values: Mapping[str, str]) -> None:
        told = [{"key": key, "value": value} for key, value in values.items()]
        self._ask("PUT", "settings/", {"settings": told})

    def _ask(self, method: str, place: str, told: dict[str, Any] | None = None) -> dict[str, Any]:
        return _checked(self._client.request(method, f"{self.root}{API}/{place}", json=told))


def _checked(answer: httpx.Response) -> dict[str, Any]:
    if answer.is_error:
        raise SystemExit(f"{answer.request.url}: {answer.status_code} {answer.text[:800]}")
    is_json = "json" in answer.headers.get("content-type", "")
    told: dict[str, Any] = answer.json() if is_json else {}
    return told
