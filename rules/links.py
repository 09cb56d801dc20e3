"""What a link promises: how soon it is worth opening, and which publications it could hold."""

from __future__ import annotations

import re
from functools import lru_cache

from documents.away import is_whole_site
from domain.documents import Zone
from domain.protocols import LinkValue, Promise
from domain.publications import PublicationId
from domain.visits import LinkWords
from rules.catalogue.model import Catalogue
from rules.catalogue.vocabulary import LONGEST_NAME, Lexicon
from rules.head.numbers import first_number
from rules.naming.joined_names import names_in
from rules.naming.kinds import TitleReader
from rules.naming.topics import Topics
from rules.vietnamese.addresses import address_words
from rules.vietnamese.folding import fold, fold_words

_ZONE_WEIGHT = {
    Zone.MENU: 1.0,
    Zone.BREADCRUMB: 0.8,
    Zone.MAIN: 0.95,
    Zone.LIST: 0.95,
    Zone.ATTACHMENT: 1.0,
    Zone.PAGING: 0.85,
    Zone.SEARCH: 1.0,
    Zone.HEADER: 0.9,
    Zone.FEED: 0.8,
    Zone.SITEMAP: 0.85,
    Zone.UNKNOWN: 0.8,
    Zone.RELATED: 0.5,
    Zone.FOOTER: 0.4,
}
_MENUS = frozenset({Zone.MENU, Zone.HEADER, Zone.BREADCRUMB})
_LAW_NEAR_START = 20
_TELLING_TYPES = frozenset({"kế hoạch", "báo cáo", "biên bản"})
"""Decisions, notices and letters carry papers of any kind."""
_ONE_PROCEDURE = "thu tuc "
"""One procedure by its name is no list, yet shows that the portal has a section of them."""
_CACHE_SIZE = 20_000
_TEXTS_KEPT = 4_096
_READINGS_KEPT = 64
_IN_PLACE = (Promise.IN_PAPERS_PLACE, Promise.IN_SYSTEMS_PLACE)
_DOCUMENTS = "qms_documents"
_PUBLIC_SERVICES = re.compile(r"://(?:[\w-]+\.)*(?:dichvucong|dvc|motcua)[\w-]*\.", re.I)
_BOX = re.compile(
    r"(?:du bao )?thoi tiet|ty gia|gia vang|lich van nien|am lich|fanpage|tham do y kien"
    r"|(?:thong ke|luot) truy cap|ban do(?: hanh chinh)?|truyen thanh|video(?: clip)?"
)
"""Headings of boxes that stand on any page, whatever it is about."""
_ARCHIVE = re.compile(r"\.(?:zip|rar|7z)(?:[?#]|$)", re.IGNORECASE)

_Meaning = tuple[frozenset[PublicationId], float, Promise]
"""What a link could mean, how much that promises, and what decided."""
_Said = tuple[frozenset[PublicationId], str | None]
"""The publications that words name, and the type of paper that they begin with."""


class CatalogueScorer:
    """Scores links by the catalogue's words; built once for a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._lexicon = Lexicon(catalogue, lines_kept=_CACHE_SIZE)
        self._titles = TitleReader(self._lexicon, titles_kept=_READINGS_KEPT)
        self._all: frozenset[PublicationId] = frozenset(catalogue.ids)
        self._none: frozenset[PublicationId] = frozenset()
        self._procedures = self._all & {"tthc_list", "procedure_list"}
        self._topics = Topics(self._lexicon)
        self._said = lru_cache(maxsize=_CACHE_SIZE)(self._read)
        self._hits = self._lexicon.hits
        self._meaning = lru_cache(maxsize=_CACHE_SIZE)(self._meaning_of)
        self._is_bare = lru_cache(maxsize=_CACHE_SIZE)(self._topics.is_bare)
        # The title of a page, its section and a row stand around many links.
        self._named = lru_cache(maxsize=_TEXTS_KEPT)(self._names)
        self._about_system = lru_cache(maxsize=_TEXTS_KEPT)(self._speaks_of_system)
        self._is_elsewhere = lru_cache(maxsize=_TEXTS_KEPT)(self._is_of_other_subject)
        self._is_publicity = lru_cache(maxsize=_TEXTS_KEPT)(self._tells_of_publicity)
        self._is_other_place = lru_cache(maxsize=_TEXTS_KEPT)(self._is_place_of_others)
        self._section_weight = lru_cache(maxsize=_TEXTS_KEPT)(self._weight_of_section)

    def value(self, address: str, words: LinkWords) -> LinkValue:
        """The promise of one link."""
        own = " | ".join(part for part in (words.text, words.title) if part)
        slug = address_words(address)
        if is_whole_site(address):
            words = LinkWords(words.text, words.title, words.zone, words.context)
        # Most links are told without their context, which would fill the memory of meanings.
        counts = words.zone is Zone.ATTACHMENT or self._is_bare(own)
        could_mean, base, why = self._meaning(
            own,
            slug,
            words.context if counts else "",
            words.section,
            words.parent_title,
            words.zone,
        )
        if could_mean == self._procedures and _PUBLIC_SERVICES.search(address):
            could_mean = could_mean & {"tthc_list"}  # procedures of everybody, none of ISO
        if _DOCUMENTS in could_mean and _ARCHIVE.search(address):
            could_mean = self._all  # a set of the system's documents may hold every other paper
        weight = _ZONE_WEIGHT[words.zone]
        return LinkValue(round(min(1.0, base * weight), 4), could_mean, why)

    def _meaning_of(
        self, own: str, slug: str, context: str, section: str, parent: str, zone: Zone
    ) -> _Meaning:
        if self._is_elsewhere(own) or self._is_law(own):
            return self._none, 0.1, Promise.LAW if self._is_law(own) else Promise.OTHER_SUBJECT
        near = self._about_system(section) or self._about_system(parent)
        named = self._named(own, near)
        if named:
            found = self._all if self._is_section(own, zone) else named
            return found, 1.0, Promise.NAMES_PAPER
        # Words that name just the system are a section's, whatever the address is called.
        told = self._named_by_address(slug, near) if not self._about_system(own) else self._none
        if told:
            found = self._all if self._is_section(own, zone) else told
            return found, 0.95, Promise.NAMED_IN_ADDRESS
        around = self._named(context, False) if zone is Zone.ATTACHMENT else self._none
        if around and self._about_system(own):
            return around, 0.9, Promise.NAMED_AROUND
        if self._about_system(own) or self._about_system(slug):
            if self._is_news(own):
                return self._all, 0.5, Promise.SYSTEM_NEWS
            return self._all, 0.9, Promise.SYSTEM
        if self._is_procedures(own):
            return self._procedures, 0.5, Promise.PROCEDURES
        if self._is_bare(own):
            found, base, why = self._by_surroundings(slug, context, section, parent)
            return self._fitting(found, own), base, why
        if self._topics.is_generic(own):
            return self._all, self._section_weight(own), Promise.SECTION
        meaning = self._by_zone(own, near, zone)
        if zone is Zone.ATTACHMENT and meaning[2] is Promise.FEW_WORDS:
            # "BM-04-02 CAR.docx" says as little as "Tải về": on a paper's page it is the paper,
            # and on one called "Công khai" any that is made public there.
            beside = self._by_surroundings(slug, context, section, parent)
            open_place = self._is_publicity(parent) or self._topics.is_generic(parent)
            return beside if beside[2] in _IN_PLACE or open_place else meaning
        return meaning

    def _by_zone(self, own: str, near: bool, zone: Zone) -> _Meaning:
        """Words that are no section known: in a menu or an ISO section they cannot be told."""
        plain = self._topics.is_other_section(own)
        short = not self._topics.is_headline(own)
        if self._is_publicity(own):
            return self._all, 0.45, Promise.SECTION
        if not plain and self._topics.is_vague(own):
            return self._all, 0.3, Promise.VAGUE
        if near and short and not plain:
            return self._all, 0.7, Promise.NEAR_SYSTEM
        if zone in _MENUS and short and not plain:
            return self._all, 0.3, Promise.MENU
        if fold_words(own).startswith(_ONE_PROCEDURE):
            return self._procedures & {"tthc_list"}, 0.3, Promise.PROCEDURES
        if plain:
            return self._none, 0.12, Promise.OTHER_SECTION
        unsure = short and (zone is Zone.ATTACHMENT or not self._topics.is_subject(own, least=2))
        return self._none, 0.15, Promise.FEW_WORDS if unsure else Promise.OTHER_SUBJECT

    def _is_section(self, own: str, zone: Zone) -> bool:
        """Whether a menu entry such as "BAN CHỈ ĐẠO ISO" is a section that holds all papers."""
        return zone in _MENUS and not self._topics.is_headline(own) and self._about_system(own)

    def _is_news(self, text: str) -> bool:
        """Whether a headline tells of inspecting, training or buying."""
        return self._lexicon.has("training", text)

    def _names(self, text: str, near: bool) -> frozenset[PublicationId]:
        """The publications that a line names; none where it only speaks about them."""
        if not text or not self._titles.may_name(text):
            return self._none
        if self._lexicon.names_nothing(self._hits(text)):
            return self._none
        named = self._none.union(*(self._heard(piece, near)[0] for piece in names_in(text)))
        return named or self._none

    def _heard(self, piece: str, near: bool) -> _Said:
        """What words say; remembered where they may come again."""
        heard = self._said if len(piece) <= LONGEST_NAME else self._read
        return heard(piece, near)

    def _read(self, piece: str, near: bool) -> _Said:
        reading = self._titles.read(piece, False, near, True)
        names = [naming.publication.id for naming in reading.namings]
        names.extend(entry.id for entry in reading.in_context)
        return (frozenset(names) if names else self._none), reading.type_name

    def _named_by_address(self, slug: str, near: bool) -> frozenset[PublicationId]:
        """What the last telling part of an address names, else what the folders above it do.

        A folder about the system is a section, in which a file of any name may be anything.
        """
        parts = slug.split(" | ")
        near = near or any(self._about_system(part) for part in parts)
        for place, part in enumerate(reversed(parts)):
            named = self._named(part, near)
            if named:
                return self._all if place and self._about_system(part) else named
        return self._none

    def _speaks_of_system(self, text: str) -> bool:
        return bool(text) and self._lexicon.speaks_of_system(text)

    def _is_of_other_subject(self, text: str) -> bool:
        """Whether it is plainly about another subject: schools, hospitals, goods."""
        if not text or self._about_system(text):
            return False
        return self._lexicon.has("other_subject", text)

    def _tells_of_publicity(self, text: str) -> bool:
        """Whether it tells that papers are made public, and not which."""
        if not text or self._topics.is_other_section(text):
            return False
        return self._lexicon.has("publicity", text)

    def _is_law(self, text: str) -> bool:
        """Whether it is the number of a law text: "Thông tư 26/2014/TT-BKHCN"."""
        number = first_number(fold(text)) if "/" in text else None
        return number is not None and number.is_law and number.start <= _LAW_NEAR_START

    def _of_type(self, own: str) -> frozenset[PublicationId]:
        """The publications that a numbered paper may be whose type is all that is said of it."""
        kind = self._heard(own, False)[1] if "/" in own else None
        return self._papers_of(kind) if kind in _TELLING_TYPES else self._all

    def _papers_of(self, kind: str | None) -> frozenset[PublicationId]:
        return frozenset(
            publication.id
            for publication in self._lexicon.catalogue.publications
            if not publication.types or kind in publication.types
        )

    def _fitting(self, found: frozenset[PublicationId], own: str) -> frozenset[PublicationId]:
        """What surroundings say, but for what a plan, report or minutes cannot be."""
        if found == self._all:
            return self._of_type(own)
        kind = self._heard(own, False)[1]
        known = (self._lexicon.catalogue.get(name) for name in found)
        if kind not in _TELLING_TYPES or not found:
            return found
        fits = any(not entry.types or kind in entry.types for entry in known)
        return found if fits else self._papers_of(kind)

    def _is_procedures(self, text: str) -> bool:
        """Whether it leads to a section of administrative procedures."""
        section = self._lexicon.has("tthc_section", text)
        return section and not self._lexicon.has("tthc_partial", text)

    def _by_surroundings(self, slug: str, context: str, section: str, parent: str) -> _Meaning:
        """A link that says nothing means what stands around it."""
        if _BOX.fullmatch(fold_words(section.rpartition(" > ")[2])):
            return self._none, 0.12, Promise.IN_OTHERS_PLACE
        for text in (context, parent, section):
            named = self._named(text, False)
            if _DOCUMENTS in named and text is not context:
                return self._all, 0.9, Promise.IN_PAPERS_PLACE  # "các tài liệu ISO" may be any
            if named:
                return named, 0.9, Promise.IN_PAPERS_PLACE
        for text in (context, section, parent):
            if self._about_system(text):
                return self._all, 0.85, Promise.IN_SYSTEMS_PLACE
        if self._is_publicity(context) or self._is_publicity(parent):
            return self._all, 0.45, Promise.SECTION
        name = slug.rpartition(" | ")[2]  # folders such as /images/stories/vanban tell nothing
        own_row = self._is_elsewhere(context) or self._topics.is_other_matter(context)
        own_name = not context and self._topics.is_other_address(name)
        if own_row or own_name:
            return self._none, 0.12, Promise.OTHER_SUBJECT
        if self._is_other_place(section, parent) or self._topics.is_headline(name):
            return self._none, 0.12, Promise.IN_OTHERS_PLACE
        base = max(self._section_weight(section), self._section_weight(slug) - 0.05)
        return self._all, base, Promise.SECTION

    def _is_place_of_others(self, section: str, parent: str) -> bool:
        """Whether page or section are about something else."""
        if self._is_elsewhere(parent) or self._topics.is_headline(parent):
            return True
        if self._topics.is_other_section(section) or self._topics.is_other_title(parent):
            return True
        return self._topics.is_headline(section.split(" > ")[-1])

    def _weight_of_section(self, text: str) -> float:
        if not text:
            return 0.3
        return 0.6 if self._lexicon.has("section_priority", text) else 0.35
