"""Puts a scenario into WordPress, as its webmaster would."""

from __future__ import annotations

import random
from html import escape

from tests.province.papers import News, as_html, render
from tests.real.markup import SHOWN, row
from tests.real.menus import Entry, add_menu
from tests.real.scenario import Piece, Place, Scenario
from tests.real.wordpress import PASSWORD, Uploaded, WordPress

Addresses = dict[str, set[str]]
"""Per publication that is there: every address that shows the paper."""
CATEGORIES = ("Tin tức", "Văn bản", "Thông báo")
BELOW_ISO_PAGE = (Place.PAGE_TEXT, Place.PAGE_FILE, Place.PAGE_EMBED, Place.LOCKED)
COMMENT = "Bà con trong thôn rất phấn khởi."


class Webmaster:
    """Fills one site; remembers where each publication came to stand."""

    def __init__(self, wordpress: WordPress, scenario: Scenario, seed: int) -> None:
        self._wordpress = wordpress
        self._scenario = scenario
        self._rng = random.Random(seed)
        self.addresses: Addresses = {}
        self._categories: dict[str, int] = {}
        self._pages: dict[str, int] = {}
        self._links: dict[str, str] = {}
        self._rows: list[str] = []
        self._below: list[str] = []

    def fill(self) -> Addresses:
        """Everything; returns where the publications stand."""
        self._set_up()
        self._add_pages()
        for piece in self._scenario.pieces:
            self._add_piece(piece)
        for item in self._scenario.news:
            self._add_news(item)
        self._write_iso_page()
        self._add_comments()
        add_menu(self._wordpress, self._scenario.theme, self._entries())
        return self.addresses

    def _set_up(self) -> None:
        wordpress, scenario = self._wordpress, self._scenario
        wordpress.theme(scenario.theme)
        wordpress.permalinks(scenario.permalinks)
        wordpress.create("settings", dict(scenario.settings))
        for kind in ("posts", "pages"):
            for made in wordpress.all(kind):
                wordpress.delete(kind, made["id"])
        for name in CATEGORIES:
            made = wordpress.create("categories", {"name": name})
            self._categories[name], self._links[name] = made["id"], made["link"]

    def _add_pages(self) -> None:
        for title, text in self._scenario.pages:
            self._page(title, f"<p>{escape(text)}</p>")
        self._page(self._scenario.iso_page, "", parent="Cải cách hành chính")

    def _page(self, title: str, content: str, parent: str = "", secret: str = "") -> str:
        fields = {"title": title, "content": content, "status": "publish", "password": secret}
        above = {"parent": self._pages[parent]} if parent else {}
        made = self._wordpress.create("pages", {**fields, **above})
        self._pages[title] = made["id"]
        self._links[title] = str(made["link"])
        return self._links[title]

    def _post(self, title: str, content: str, when: str, category: str) -> str:
        fields = {"title": title, "content": content, "status": "publish", "date": when}
        told = {**fields, "categories": [self._categories[category]]}
        return str(self._wordpress.create("posts", told)["link"])

    def _add_piece(self, piece: Piece) -> None:
        """One paper; what shows it is remembered when it proves something."""
        paper, place = piece.paper, piece.place
        content, shown = as_html(paper), list[str]()
        if place in SHOWN:
            file = self._upload(piece)
            shown = [file.address, file.page]
            content = SHOWN[place](file, paper.link_title)
        if place is Place.TABLE:
            self._rows.append(row(paper.number or "", paper.link_title, shown[0]))
        elif place in BELOW_ISO_PAGE:
            secret = PASSWORD if place is Place.LOCKED else ""
            link = self._page(paper.link_title, content, self._scenario.iso_page, secret)
            self._below.append(f'<li><a href="{link}">{escape(paper.link_title)}</a></li>')
            shown.append(link)
        else:
            when = f"{paper.issued_on}T08:30:00"
            shown.append(self._post(paper.link_title, content, when, piece.category))
        if piece.proves:
            self.addresses.setdefault(piece.proves, set()).update(shown)

    def _upload(self, piece: Piece) -> Uploaded:
        body, media_type, extension = render(piece.paper, piece.form, self._rng)
        name = f"{piece.paper.file_stem}.{extension}"
        return self._wordpress.upload(name, media_type, body, piece.paper.link_title)

    def _add_news(self, item: News) -> None:
        content = "\n".join(f"<p>{escape(line)}</p>" for line in item.paragraphs)
        self._post(item.title, content, f"{item.published_on}T15:00:00", "Tin tức")

    def _write_iso_page(self) -> None:
        """The page above the papers: its table of files, or links to the pages below it."""
        head = "<thead><tr><th>Số hiệu</th><th>Tên văn bản</th></tr></thead>"
        rows, below = "".join(self._rows), "".join(self._below)
        listing = f"<table>{head}<tbody>{rows}</tbody></table>" if rows else ""
        listing += f"<ul>{below}</ul>" if below else ""
        content = f"<p>Hệ thống quản lý chất lượng của {escape(self._scenario.name)}.</p>{listing}"
        number = self._pages[self._scenario.iso_page]
        self._wordpress.create(f"pages/{number}", {"content": content})

    def _entries(self) -> tuple[Entry, ...]:
        iso, reform = self._scenario.iso_page, "Cải cách hành chính"
        pages = ("Giới thiệu", "Cơ cấu tổ chức", reform, iso, "Liên hệ")
        above = {"Cơ cấu tổ chức": "Giới thiệu", iso: reform}
        held = [Entry(p, self._links[p], "page", self._pages[p], above.get(p, "")) for p in pages]
        held[2:2] = [Entry(c, self._links[c], "category", self._categories[c]) for c in CATEGORIES]
        return (Entry("Trang chủ", self._wordpress.root, "custom", 0), *held)

    def _add_comments(self) -> None:
        """Comments bring feeds of their own and links to reply."""
        for post in self._wordpress.all("posts")[:2]:
            fields = {"post": post["id"], "content": COMMENT}
            self._wordpress.create("comments", fields)
