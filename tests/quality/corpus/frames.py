"""The frames that pages are set into, one a family of portals, from ``frames.toml``."""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.province.addresses import quoted, slug

FRAME_NAMES = ("sharepoint", "liferay", "dotnetnuke", "nukeviet", "joomla", "aspnet")
_FILE = Path(__file__).with_name("frames.toml")
_SLOT = re.compile(r"@@(\w+)@@")
_LONGEST_SLUG = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A page of a portal as others link to it."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A family's markup: pieces with slots, and how its addresses are made."""

    name: str
    drops_d: bool
    """Whether its addresses lose the letter đ."""
    home: str
    page: str
    section: str
    file: str
    menu_item: str
    row: str
    rows: str
    side: str
    side_row: str
    crumbs: str
    heading: str
    date: str
    article: str
    shell: str

    def page_href(self, title: str, number: int) -> str:
        """Address of an article."""
        return self._address(self.page, title, number)

    def section_href(self, title: str, number: int) -> str:
        """Address of a page of the menu."""
        return self._address(self.section, title, number)

    def file_href(self, name: str, form: str, number: int) -> str:
        """Address of a file."""
        return quoted(put(self.file, name=name, form=form, number=str(number)))

    def _address(self, pattern: str, title: str, number: int) -> str:
        short = slug(title, _LONGEST_SLUG, drops_d=self.drops_d)
        return put(pattern, slug=short, number=str(number))

    def listed(self, places: Iterable[Place]) -> str:
        """A list of links in the main part."""
        return put(self.rows, rows=self._rows(self.row, places))

    def article_of(self, title: str, body: str, date: str = "") -> str:
        """A heading, perhaps a date, and the text below it."""
        return put(
            self.article,
            heading=put(self.heading, text=html.escape(title)),
            date=put(self.date, date=html.escape(date)) if date else "",
            body=body,
        )

    def whole(
        self, name: str, title: str, main: str, menu: Iterable[Place], news: Iterable[Place]
    ) -> str:
        """The page with all that stands around its main part."""
        crumbs = put(self.crumbs, home=self.home, text=html.escape(title))
        return put(
            self.shell,
            title=html.escape(title),
            name=html.escape(name),
            home=self.home,
            menu=self._rows(self.menu_item, menu),
            crumbs=crumbs,
            main=main,
            side=put(self.side, rows=self._rows(self.side_row, news)),
        )

    def _rows(self, piece: str, places: Iterable[Place]) -> str:
        return "".join(
            put(piece, href=html.escape(one.href), text=html.escape(one.text), order=str(order))
            for order, one in enumerate(places, 1)
        )


def put(piece: str, **slots: str) -> str:
    """A piece with its slots filled; what is filled in is not looked into again."""
    return _SLOT.sub(lambda found: slots[found.group(1)], piece)


@cache
def frame_of(name: str) -> Frame:
    """The frame of this name.

    Raises:
        KeyError: no such frame.
    """
    listed = tomllib.loads(_FILE.read_text(encoding="utf-8"))["frame"]
    return {one["name"]: Frame(**one) for one in listed}[name]
