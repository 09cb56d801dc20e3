"""What shaped sections are made of: which rows a page shows, which only its scripts can bring."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path

from tests.province.families.base import Built, Family, escape, text_page
from tests.province.province import Entry, PlannedPage, Section, SectionKind, Site

SCRIPT = Path(__file__).with_name("page.js")
JSON = "application/json; charset=utf-8"
JAVASCRIPT = "application/javascript; charset=utf-8"
FEW = 3
"""How many rows stand in the open where the others only come when something is pressed."""
Data = dict[str, object]


@dataclass(frozen=True)
class Part:
    """A section about ISO: the rows its page shows, and those that only a script would bring."""

    section: Section
    shown: tuple[Entry, ...]
    behind: tuple[Entry, ...]

    @property
    def rows(self) -> tuple[Entry, ...]:
        """All of them."""
        return (*self.shown, *self.behind)

    @property
    def is_list(self) -> bool:
        """Whether it holds entries, and is not one page."""
        return self.section.kind is SectionKind.ARTICLES


@dataclass(frozen=True)
class Work:
    """A portal while it is shaped."""

    family: Family
    built: Built
    rng: random.Random

    def put(self, address: str, page: PlannedPage) -> None:
        """Let the host answer an address."""
        self.built.pages[self.family.key(address)] = page

    def put_data(self, address: str, data: object, status: int = 200) -> None:
        """Let the host answer an address with JSON."""
        page = text_page(json.dumps(data, ensure_ascii=False), JSON)
        self.put(address, replace(page, status=status))

    def script(self, part: Part, call: str = "") -> str:
        """The element that loads the page's script, which ends with a call of its own."""
        address = f"/giao-dien/js/trang-{part.section.number}.js"
        self.put(address, text_page(SCRIPT.read_text(encoding="utf-8") + call, JAVASCRIPT))
        return f'<script src="{address}"></script>'

    def row_data(self, section: Section, entry: Entry) -> Data:
        """A row as the portal's program gives it."""
        return {
            "title": entry.title,
            "url": unescape(self.family.row_href(section, entry)),
            "date": f"{entry.day:%d/%m/%Y}",
            "number": entry.sign,
        }

    def rows_data(self, part: Part, entries: tuple[Entry, ...]) -> list[Data]:
        """Rows of a section as data; the files of a section that is one page stand for rows."""
        if part.is_list:
            return [self.row_data(part.section, entry) for entry in entries]
        return [
            {"title": words, "url": unescape(href), "date": "", "number": ""}
            for entry in entries
            for href, words in self.family.links(part.section, entry)
        ]

    def put_files(self, part: Part, entries: tuple[Entry, ...]) -> None:
        """Serve the files of entries that the platform itself does not know of."""
        family = self.family
        for entry in entries:
            for index, file in enumerate(entry.files):
                if file.href is None:
                    href = family.file_href(part.section, entry, file, index)
                    served = family._served(part.section, file)
                    self.built.files[family.key(href)] = served

    def put_behind(self, part: Part) -> None:
        """Answer with what a press brings: the rows as data, and each row's page and files."""
        self.put_files(part, part.behind)
        told: Data = {"html": self.family.page_main(part.section)}
        if part.is_list:
            told = {"items": self.rows_data(part, part.behind)}
        self.put_data(f"/du-lieu/muc/{part.section.number}", told)
        for entry in part.behind:
            page = self.family.entry_main(part.section, entry, [])
            self.put_data(f"/du-lieu/bai-viet/{entry.number}", {"html": page})


Maker = Callable[[Work, Part], str]


@dataclass(frozen=True)
class Shape:
    """How the sections about ISO of a portal show themselves."""

    main: Maker
    """What a section's page holds; called for each of them."""
    shows: int | None = None
    """How many rows of a list stand in the open; None for all."""
    pages: bool = False
    """Whether sections that are one page are shaped as well."""
    other_ways: float = 0.2
    """On how many portals search, sitemap and other lists lead to what is not shown here."""


def parts_of(site: Site, shape: Shape) -> tuple[Part, ...]:
    """The sections that a shape takes, each with its rows divided."""
    kinds = (SectionKind.ARTICLES, SectionKind.PAGE) if shape.pages else (SectionKind.ARTICLES,)
    return tuple(
        _divided(section, shape.shows, random.Random(f"shown {site.seed} {section.key}"))
        for section in site.sections
        if section.iso and section.kind in kinds
    )


def _divided(section: Section, shows: int | None, rng: random.Random) -> Part:
    """Any rows may be those in the open, so that last year's paper may stand without this one's."""
    if shows is None:
        return Part(section, section.entries, ())
    count = min(shows, len(section.entries) // 2)
    shown = set(rng.sample(range(len(section.entries)), count))
    rows = enumerate(section.entries)
    apart: tuple[list[Entry], list[Entry]] = ([], [])
    for place, entry in rows:
        apart[place not in shown].append(entry)
    return Part(section, tuple(apart[0]), tuple(apart[1]))


def without_behind(site: Site, shape: Shape) -> Site:
    """The site as its platform knows it: mostly without what only scripts bring."""
    if random.Random(f"ways {site.seed}").random() < shape.other_ways:
        return site
    kept = {part.section.key: part.shown for part in parts_of(site, shape)}
    sections = tuple(
        replace(section, entries=kept[section.key]) if section.key in kept else section
        for section in site.sections
    )
    return replace(site, sections=sections)


def heading(section: Section) -> str:
    """The section's own heading."""
    return f"<h2>{escape(section.title)}</h2>"


def list_of(work: Work, part: Part) -> str:
    """The rows in the open, as the platform lists them."""
    return work.family.list_main(part.section, list(part.shown), 1, 1)
