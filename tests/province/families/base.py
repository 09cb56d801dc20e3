"""What all platforms share: which pages a site needs; every mark of HTML is the platform's own."""

from __future__ import annotations

import html
import random
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import ClassVar

from tests.province.addresses import address_key, fold
from tests.province.exchange import Request
from tests.province.families.widgets import with_widgets
from tests.province.menu_of_faults import SEARCH_LIES
from tests.province.province import (
    Attachment,
    Entry,
    PlannedPage,
    Section,
    SectionKind,
    Site,
)

Found = tuple[Section, Entry]
"""An entry together with the section it lies in."""


@dataclass(frozen=True)
class ServedFile:
    """A file with the headers it is sent with."""

    body: bytes = field(repr=False)
    media_type: str
    file_name: str
    modified: float
    """Seconds since the epoch."""
    section: str = ""


@dataclass
class Built:
    """A site with addresses and markup."""

    frame: str = ""
    pages: dict[str, PlannedPage] = field(default_factory=dict)
    files: dict[str, ServedFile] = field(default_factory=dict)
    words: list[tuple[str, Found]] = field(default_factory=list)
    """What the portal's search compares, folded."""


def escape(text: str) -> str:
    """Text made safe inside markup."""
    return html.escape(text)


class Family(ABC):
    """A platform: gives a site its addresses and its markup."""

    name: ClassVar[str]
    server: ClassVar[str] = "nginx"
    page_size: ClassVar[int] = 10
    ignored: ClassVar[frozenset[str]] = frozenset()
    """Query fields that make no other page of it."""
    search_path: ClassVar[str] = ""
    search_field: ClassVar[str] = "q"
    download_type: ClassVar[str] = ""
    """Media type given for every file, where the platform does not tell the real one."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.agency = site.agency
        self.prefix = site.prefix
        self.rng = random.Random(f"family {site.seed}")
        lies = not site.faults.isdisjoint(SEARCH_LIES)
        old = any(fault.startswith("charset_") for fault in site.faults)
        wants = self.rng.random() < 0.75 or lies
        posted = "search_posted" in site.faults
        self.has_search = bool(self.search_path) and wants and not old and not posted
        self.folder = {section.key: section for section in site.sections}

    # Addresses

    def home(self) -> str:
        """Address of the home page."""
        return f"{self.prefix}/"

    @abstractmethod
    def section_href(self, section: Section, page: int = 1) -> str:
        """Address of one page of a section."""

    @abstractmethod
    def entry_href(self, section: Section, entry: Entry) -> str:
        """Address of an entry's own page."""

    @abstractmethod
    def file_href(self, section: Section, entry: Entry, file: Attachment, index: int) -> str:
        """Address of a file."""

    def page_address(self, section: Section, page: int) -> str:
        """Where the host keeps one page of a list: its address, unless only a form leads there."""
        return self.section_href(section, page)

    def row_href(self, section: Section, entry: Entry) -> str:
        """Where a list leads to: the entry's page, or straight to its file."""
        if entry.direct and entry.files:
            return self.links(section, entry)[0][0]
        return self.entry_href(section, entry)

    def links(self, section: Section, entry: Entry) -> list[tuple[str, str]]:
        """Address and words of each file of an entry."""
        return [
            (file.href or self.file_href(section, entry, file, index), file.words)
            for index, file in enumerate(entry.files)
        ]

    def key(self, target: str) -> str:
        """The one spelling of an address of this portal, as asked for or as written in markup."""
        return address_key(target.replace("&amp;", "&"), self.ignored)

    # Markup

    @abstractmethod
    def frame(self) -> str:
        """The page around: slots @@title@@, @@crumbs@@, @@main@@, and what changes each time."""

    @abstractmethod
    def home_main(self) -> str:
        """The home page's own part."""

    @abstractmethod
    def list_main(self, section: Section, entries: list[Entry], page: int, pages: int) -> str:
        """One page of a section's list."""

    @abstractmethod
    def entry_main(self, section: Section, entry: Entry, others: list[Entry]) -> str:
        """An entry's own page; ``others`` stand under "Tin khác"."""

    @abstractmethod
    def page_main(self, section: Section) -> str:
        """A section that is one page: its body and the files that hang on it."""

    @abstractmethod
    def crumbs(self, section: Section, title: str = "") -> str:
        """The path from the home page."""

    @abstractmethod
    def results_main(self, query: str, found: list[Found]) -> str:
        """The page of search results."""

    def folder_main(self, section: Section) -> str:
        """A section that holds sections."""
        rows = "".join(
            f'<li><a href="{self.section_href(child)}">{escape(child.title)}</a></li>'
            for child in self.site.children(section.key)
        )
        return f"<h2>{escape(section.title)}</h2><ul>{rows}</ul>"

    def extra_pages(self, built: Built) -> dict[str, PlannedPage]:
        """robots.txt, sitemaps, feeds."""
        return {}

    # Answering

    def posted(self, request: Request, key: str) -> str | PlannedPage:
        """What a form sent to a page asks for: the key of a page, or a page made for it."""
        return key

    def state(self, key: str) -> dict[str, str]:
        """What the slots of hidden fields hold on one page."""
        return {}

    def unknown(self, request: Request) -> PlannedPage | None:
        """What stands at an address that leads nowhere; None leaves it to the host."""
        return None

    # Building

    def build(self) -> Built:
        """All pages and files of the site."""
        built = Built(frame=with_widgets(self.frame(), self.site.seed))
        home_title = f"Trang chủ - {self.agency.name}"
        built.pages[self.key(self.home())] = PlannedPage(home_title, self.home_main())
        for section in self.site.sections:
            self._add_section(built, section)
        built.pages |= self.extra_pages(built)
        return built

    def _add_section(self, built: Built, section: Section) -> None:
        if section.kind is SectionKind.CALENDAR:
            return
        if section.kind in (SectionKind.PAGE, SectionKind.EMPTY):
            self._add(built, section, self.section_href(section), self.page_main(section))
        elif section.kind is SectionKind.FOLDER:
            self._add(built, section, self.section_href(section), self.folder_main(section))
        else:
            self._add_list(built, section)
        for entry in section.entries:
            self._add_entry(built, section, entry)

    def _add(self, built: Built, section: Section, href: str, main: str, title: str = "") -> None:
        page = PlannedPage(
            title or section.title, main, self.crumbs(section, title), section=section.key
        )
        built.pages.setdefault(self.key(href), page)

    def _add_list(self, built: Built, section: Section) -> None:
        rows = list(section.entries)
        pages = max(1, -(-len(rows) // self.page_size))
        for page in range(1, pages + 1):
            part = rows[(page - 1) * self.page_size : page * self.page_size]
            main = self.list_main(section, part, page, pages)
            self._add(built, section, self.page_address(section, page), main)

    def _add_entry(self, built: Built, section: Section, entry: Entry) -> None:
        for index, file in enumerate(entry.files):
            if file.href is None:
                href = self.file_href(section, entry, file, index)
                built.files[self.key(href)] = self._served(section, file)
        said = [entry.title, entry.summary, entry.sign, *(file.words for file in entry.files)]
        built.words.append((fold(" ".join(said)), (section, entry)))
        if entry.direct or section.kind is SectionKind.PAGE:
            return
        others = self._others(section, entry)
        main = self.entry_main(section, entry, others)
        self._add(built, section, self.entry_href(section, entry), main, entry.title)

    def _others(self, section: Section, entry: Entry) -> list[Entry]:
        place = section.entries.index(entry)
        around = section.entries[max(0, place - 2) : place + 5]
        return [other for other in around if other is not entry and not other.direct][:5]

    def _served(self, section: Section, file: Attachment) -> ServedFile:
        stamp = (file.modified.toordinal() - 719_163) * 86_400.0 + 9 * 3600
        media_type = self.download_type or file.media_type
        return ServedFile(file.body, media_type, file.file_name, stamp, section.key)

    # Helpers for the platforms

    def top(self) -> tuple[Section, ...]:
        """The menu's top level."""
        return self.site.children("")

    def latest(self, kind: SectionKind, count: int) -> list[Found]:
        """The newest entries of the sections of one kind that a home page would show."""
        found = [
            (section, entry)
            for section in self.site.sections
            if section.kind is kind and not section.iso
            for entry in section.entries
        ]
        found.sort(key=lambda pair: pair[1].day, reverse=True)
        return found[:count]

    def calendar_href(self, year: int, month: int) -> str:
        """Address of one month of the calendar, which has no end."""
        return f"{self.prefix}/lich-cong-tac?thang={month}&nam={year}"

    def menu_href(self, section: Section) -> str:
        """Where a menu item leads to."""
        if section.kind is SectionKind.CALENDAR:
            return self.calendar_href(2026, 11)
        return self.section_href(section)


def text_page(main: str, media_type: str = "text/plain; charset=utf-8") -> PlannedPage:
    """A page without frame: robots.txt, a feed, a sitemap."""
    return PlannedPage("", main, media_type=media_type, framed=False)


def pages_around(page: int, pages: int, width: int = 3) -> list[int]:
    """The page numbers a pager shows: first, last and those around the current one."""
    shown = {1, pages, *range(page - width, page + width + 1)}
    return sorted(n for n in shown if 1 <= n <= pages)
