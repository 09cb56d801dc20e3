"""WordPress's webmaster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tests.real.cms.wordpress.client import WordPress
from tests.real.cms.wordpress.markup import WordPressMarkup
from tests.real.cms.wordpress.menus import MenuEntry, add_menu
from tests.real.editor import Entry, Uploaded

COMMENT = "Bà con trong thôn rất phấn khởi."


@dataclass(frozen=True)
class Look:
    """How a site is set up."""

    theme: str
    permalinks: str
    """Empty: addresses like ``/?p=12``."""
    settings: tuple[tuple[str, str | int], ...]


class WordPressEditor:
    """Fills one site by its REST interface."""

    def __init__(self, client: WordPress, look: Look) -> None:
        self.root = client.root
        self.markup = WordPressMarkup()
        self._client = client
        self._look = look
        self._known: dict[str, MenuEntry] = {}
        self._set_up()

    def _set_up(self) -> None:
        self._client.theme(self._look.theme)
        self._client.permalinks(self._look.permalinks)
        self._client.create("settings", dict(self._look.settings))
        for kind in ("posts", "pages"):
            for made in self._client.all(kind):
                self._client.delete(kind, made["id"])

    def category(self, name: str) -> None:
        made = self._client.create("categories", {"name": name})
        self._known[name] = MenuEntry(name, made["link"], "category", made["id"])

    def page(self, title: str, content: str, above: str = "", secret: str = "") -> str:
        fields = {"title": title, "content": content, "status": "publish", "password": secret}
        parent = {"parent": self._known[above].number} if above else {}
        made = self._client.create("pages", {**fields, **parent})
        self._known[title] = MenuEntry(title, made["link"], "page", made["id"])
        return str(made["link"])

    def rewrite(self, title: str, content: str) -> None:
        self._client.create(f"pages/{self._known[title].number}", {"content": content})

    def post(self, title: str, content: str, day: date, category: str) -> str:
        fields = {"title": title, "content": content, "status": "publish"}
        told = {**fields, "date": f"{day}T08:30:00", "categories": [self._known[category].number]}
        return str(self._client.create("posts", told)["link"])

    def upload(self, name: str, media_type: str, body: bytes, title: str) -> Uploaded:
        return self._client.upload(name, media_type, body, title)

    def finish(self, menu: Sequence[Entry]) -> None:
        self._add_comments()
        home = MenuEntry("Trang chủ", self.root, "custom", 0)
        entries = (self._known[e.label].below(e.above) for e in menu)
        add_menu(self._client, self._look.theme, (home, *entries))

    def _add_comments(self) -> None:
        """Comments bring feeds of their own and links to reply."""
        for post in self._client.all("posts")[:2]:
            self._client.create("comments", {"post": post["id"], "content": COMMENT})
