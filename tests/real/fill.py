"""Puts a scenario into a CMS, as its webmaster would."""

from __future__ import annotations

import random
from hashlib import sha256
from html import escape

from tests.province.papers import News, as_html, render
from tests.real.editor import PASSWORD, Editor, Entry, Uploaded
from tests.real.scenario import BELOW_ISO_PAGE, PAGES, Piece, Place, Scenario

Addresses = dict[str, set[str]]
"""Per publication that is there: every address that shows the paper, and its file's digest."""
CATEGORIES = ("Tin tức", "Văn bản", "Thông báo")
IN_PAGE = (Place.PAGE_TEXT, Place.POST_TEXT, Place.LOCKED, Place.MENU)
"""Places whose own text is the paper."""


class Webmaster:
    """Fills one site; remembers where each publication came to stand."""

    def __init__(self, editor: Editor, scenario: Scenario, seed: int) -> None:
        self._editor = editor
        self._scenario = scenario
        self._rng = random.Random(seed)
        self.addresses: Addresses = {}
        self._rows: list[tuple[str, str, str]] = []
        self._below: list[tuple[str, str]] = []
        self._menu_pages: list[str] = []

    def fill(self) -> Addresses:
        """Everything; returns where the publications stand."""
        for name in CATEGORIES:
            self._editor.category(name)
        for title, text in self._scenario.pages:
            self._editor.page(title, self._text(text))
        self._editor.page(self._scenario.iso_page, self._text("..."), "Cải cách hành chính")
        for piece in self._scenario.pieces:
            self._add_piece(piece)
        for item in self._scenario.news:
            self._add_news(item)
        self._write_iso_page()
        self._editor.finish(self._menu())
        return self.addresses

    def _text(self, *lines: str) -> str:
        return self._editor.markup.text("\n".join(f"<p>{escape(line)}</p>" for line in lines))

    def _add_piece(self, piece: Piece) -> None:
        """One paper; what shows it is remembered when it proves something."""
        paper, place = piece.paper, piece.place
        shown: set[str] = set()
        if place in IN_PAGE:
            content = self._editor.markup.text(as_html(paper))
        else:
            file = self._upload(piece, shown)
            content = self._editor.markup.file(place, file, paper.link_title)
        if place is Place.TABLE:
            self._rows.append((paper.number or "", paper.link_title, file.address))
        else:
            shown.add(self._written(piece, content))
        if piece.proves:
            self.addresses.setdefault(piece.proves, set()).update(shown)

    def _written(self, piece: Piece, content: str) -> str:
        """The address of the paper's page or post."""
        title, place = piece.paper.link_title, piece.place
        if place not in PAGES:
            category = "Tin tức" if place is Place.ARCHIVED else piece.category
            return self._editor.post(title, content, piece.paper.issued_on, category)
        if place not in BELOW_ISO_PAGE:
            self._menu_pages.append(title)
            return self._editor.page(title, content)
        secret = PASSWORD if place is Place.LOCKED else ""
        link = self._editor.page(title, content, self._scenario.iso_page, secret)
        self._below.append((title, link))
        return link

    def _upload(self, piece: Piece, shown: set[str]) -> Uploaded:
        body, media_type, extension = render(piece.paper, piece.form, self._rng)
        name = f"{piece.paper.file_stem}.{extension}"
        file = self._editor.upload(name, media_type, body, piece.paper.link_title)
        shown |= {file.address, *file.pages, sha256(body).hexdigest()}
        return file

    def _add_news(self, item: News) -> None:
        content = self._text(*item.paragraphs)
        self._editor.post(item.title, content, item.published_on, "Tin tức")

    def _write_iso_page(self) -> None:
        """The page above the papers: its table of files, or links to the pages below it."""
        markup = self._editor.markup
        parts = [self._text(f"Hệ thống quản lý chất lượng của {self._scenario.name}.")]
        parts += [markup.table(self._rows)] if self._rows else []
        parts += [markup.links(self._below)] if self._below else []
        self._editor.rewrite(self._scenario.iso_page, "\n".join(parts))

    def _menu(self) -> tuple[Entry, ...]:
        about, reform = Entry("Giới thiệu"), Entry("Cải cách hành chính")
        staff, iso = (
            Entry("Cơ cấu tổ chức", about.label),
            Entry(self._scenario.iso_page, reform.label),
        )
        own = (Entry(title) for title in self._menu_pages)
        categories = (Entry(name) for name in CATEGORIES)
        return (about, staff, *categories, reform, iso, *own, Entry("Liên hệ"))
