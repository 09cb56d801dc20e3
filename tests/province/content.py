"""Builds a portal's site: its sections, what fills them, and where the publications stand."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from tests.province.bulk import (
    DECOY_NEWS,
    Numbers,
    Pool,
    bomb_entry,
    day_in,
    decoy_entries,
    document_entries,
    news_entries,
    news_entry,
    paragraphs,
)
from tests.province.faults.bombs import BOMBS, Bomb
from tests.province.province import Entry, Place, Portal, Section, SectionKind, Site
from tests.province.publish import Published, Scene, packed_together, publish
from tests.province.wordings import (
    EMPTY_MENU,
    MENU,
    TTHC_FIELDS,
    UPDATING,
    about,
    contact,
    procedure_rows,
)

PAGES_BESIDE_ENTRIES = 24
"""Home, sections, list pages, procedures and publications of an ordinary portal, roughly."""


ALL_PACKED = 0.2
"""How many articles that carry all papers carry them in one archive."""


class SiteBuilder:
    """Builds one site; holds what its parts share."""

    def __init__(self, portal: Portal, scene: Scene, seed: int, pool: Pool) -> None:
        self.portal, self.scene, self.pool = portal, scene, pool
        self.issuer = portal.agency.issuer
        self.rng = random.Random(f"site {seed} {portal.agency.code}")
        self.numbers = Numbers(self.rng.randint(900, 30_000))
        self.section_numbers = Numbers(self.rng.randint(20, 400))
        self.seed = f"{seed} {portal.agency.code}"

    def section(self, key: str, kind: SectionKind, title: str = "", **more: object) -> Section:
        """A section with the next number and a wording of its menu name."""
        number = self.section_numbers.take(self.rng)
        section = Section(key, title or self.rng.choice(MENU[key]), kind, number)
        return replace(section, **more)  # type: ignore[arg-type] # fields of Section by name

    def build(self) -> Site:
        """The whole site."""
        published = publish(self.scene, self.portal.placements, self.rng, self.numbers)
        sections = [
            self.section("intro", SectionKind.PAGE, body=paragraphs(about(self.issuer, self.rng))),
            self._news(published),
            self._documents(published),
            *self._reform(published),
            *self._iso(published),
            *self._pages(published),
            *self._procedures(),
            self.section("contact", SectionKind.PAGE, body=paragraphs(contact(self.issuer))),
        ]
        if "near_empty" in self.portal.faults:
            sections[2:2] = self._near_empty(sections)
        if "endless_calendar" in self.portal.faults:
            sections.insert(3, self.section("calendar", SectionKind.CALENDAR))
        ordered = tuple(_by_day(section) for section in sections)
        prefix, faults = self.portal.prefix, frozenset(self.portal.faults)
        return Site(self.portal.agency, ordered, self.seed, faults, prefix)

    def _bulk(self) -> tuple[int, int]:
        entries = max(6, int((self.portal.pages - PAGES_BESIDE_ENTRIES) * 0.88))
        news = max(3, int(entries * self.rng.uniform(0.35, 0.65)))
        return news, max(3, entries - news)

    def _news(self, published: list[Published]) -> Section:
        rng, year = self.rng, self.scene.year
        count, _ = self._bulk()
        entries = news_entries(self.issuer, year, count, rng, self.numbers)
        for _ in range(rng.choice((0, 0, 1, 2))):
            kind = rng.choice(DECOY_NEWS)
            entries.append(news_entry(kind, self.issuer, year, rng, self.numbers))
        return self.section(
            "news", SectionKind.ARTICLES, entries=(*entries, *_at(published, Place.NEWS))
        )

    def _documents(self, published: list[Published]) -> Section:
        rng, year = self.rng, self.scene.year
        _, count = self._bulk()
        entries = document_entries(self.issuer, year, count, rng, self.numbers, self.pool)
        entries += decoy_entries(year, rng.choice((0, 1, 1, 2)), rng, self.numbers, self.pool)
        entries += _at(published, Place.DOCUMENTS)
        entries += [bomb_entry(bomb, year, self.numbers, rng) for bomb in self._bombs()]
        return self.section("documents", SectionKind.DOCUMENTS, entries=tuple(entries))

    def _bombs(self) -> list[Bomb]:
        return [bomb for name, bomb in BOMBS.items() if name in self.portal.faults]

    def _reform(self, published: list[Published]) -> list[Section]:
        """The folder "Cải cách hành chính", with the deep section about ISO where one is used."""
        rng, year = self.rng, self.scene.year
        folder = self.section("reform", SectionKind.FOLDER)
        plain = news_entries(self.issuer, year, 2, rng, self.numbers)
        inner = self.section(
            "reform_news", SectionKind.ARTICLES, parent="reform", entries=tuple(plain)
        )
        made = [folder, inner]
        entries = _at(published, Place.DEEP)
        if self._all_in_one_is_deep():
            entries += self._all_in_one(published)
        if entries:
            made.append(
                self.section(
                    "iso_deep",
                    SectionKind.ARTICLES,
                    parent="reform",
                    entries=tuple(entries),
                    iso=True,
                )
            )
        return made

    def _all_in_one_is_deep(self) -> bool:
        return random.Random(f"one {self.seed}").random() < 0.5

    def _all_in_one(self, published: list[Published]) -> list[Entry]:
        inside = _at(published, Place.ALL_IN_ONE)
        if not inside:
            return []
        files = tuple(file for entry in inside for file in entry.files)
        if random.Random(f"packed {self.seed}").random() < ALL_PACKED:
            files = packed_together(files, self.scene.year, self.rng)
        title = self.rng.choice(MENU["all_in_one"]).format(year=self.scene.year)
        day = max(entry.day for entry in inside)
        body = paragraphs(("Các tài liệu được đăng tải kèm theo dưới đây.",))
        loose = [entry for entry in inside if not entry.files]
        return [Entry(self.numbers.take(self.rng), title, day, "", body, files), *loose]

    def _iso(self, published: list[Published]) -> list[Section]:
        """The menu about ISO: full, empty, or with nothing but one article of 2011."""
        rng, year = self.rng, self.scene.year
        entries = _at(published, Place.ISO_MENU)
        if not self._all_in_one_is_deep():
            entries += self._all_in_one(published)
        wants = random.Random(f"menu {self.seed}").random()
        if not entries and not self.portal.placements and wants < 0.3:
            return [self.section("iso", SectionKind.EMPTY, body=rng.choice(UPDATING), iso=True)]
        if not entries and not self.portal.placements and wants < 0.6:
            old = news_entry("training", self.issuer, 2011, rng, self.numbers)
            old = replace(old, day=date(2011, 8, rng.randint(1, 28)))
            title = rng.choice(MENU["iso_old"])
            return [self.section("iso", SectionKind.ARTICLES, title, entries=(old,), iso=True)]
        if (entries and rng.random() < 0.5) or (not entries and wants > 0.85):
            kind = rng.choice(DECOY_NEWS)
            entries.append(news_entry(kind, self.issuer, year, rng, self.numbers))
        if not entries:
            return []
        return [self.section("iso", SectionKind.ARTICLES, entries=tuple(entries), iso=True)]

    def _pages(self, published: list[Published]) -> list[Section]:
        """Bare links on one page, and papers that are a page of the menu themselves."""
        made = []
        bare = _at(published, Place.BARE_LINK)
        if bare:
            files = replace(bare[0], files=tuple(f for entry in bare for f in entry.files))
            made.append(self.section("bare", SectionKind.PAGE, entries=(files,), iso=True))
        for index, entry in enumerate(_at(published, Place.PAGE)):
            made.append(
                self.section(
                    f"page{index}",
                    SectionKind.PAGE,
                    entry.title,
                    body=entry.body,
                    parent="reform",
                    iso=True,
                )
            )
        return made

    def _near_empty(self, sections: list[Section]) -> list[Section]:
        """Menu items that hold one sentence; one about ISO where there is no other."""
        names = self.rng.sample(EMPTY_MENU, 3)
        lacks = not any(section.iso for section in sections)
        iso = [self.section("iso", SectionKind.EMPTY, body=self._updating(), iso=True)]
        return (iso if lacks else []) + [
            self.section(f"empty{n}", SectionKind.EMPTY, name, body=self._updating())
            for n, name in enumerate(names)
        ]

    def _updating(self) -> str:
        return self.rng.choice(UPDATING)

    def _procedures(self) -> list[Section]:
        rng = self.rng
        if not self.portal.tthc_section:
            return []
        fields = rng.sample(TTHC_FIELDS, rng.randint(2, 3))
        entries = [
            Entry(
                self.numbers.take(rng),
                title,
                day_in(self.scene.year - 1, rng),
                "",
                paragraphs(steps),
                issuer=field,
            )
            for field in fields
            for title, steps in procedure_rows(field, rng)
        ]
        return [self.section("tthc", SectionKind.TTHC, entries=tuple(entries))]


def _at(published: list[Published], place: Place) -> list[Entry]:
    return [thing.entry for thing in published if thing.place is place]


def _by_day(section: Section) -> Section:
    if section.kind is SectionKind.TTHC:
        return section
    newest_first = sorted(section.entries, key=lambda entry: entry.day, reverse=True)
    return replace(section, entries=tuple(newest_first))
