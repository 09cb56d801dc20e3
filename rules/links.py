"""What a link promises: how soon it is worth opening, and which publications it could hold."""

from __future__ import annotations

from functools import lru_cache

from domain.documents import Zone
from domain.protocols import LinkValue
from domain.publications import PublicationId
from domain.visits import LinkWords
from rules.catalogue.model import Catalogue
from rules.catalogue.wording import found_any
from rules.kinds import TitleReader
from rules.vietnamese.addresses import address_words
from rules.vietnamese.folding import fold_words
from rules.vocabulary import Lexicon

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
_CACHE_SIZE = 20_000


class CatalogueScorer:
    """Scores links by the catalogue's words; built once for a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._lexicon = Lexicon(catalogue)
        self._titles = TitleReader(self._lexicon)
        self._all: frozenset[PublicationId] = frozenset(catalogue.ids)
        self._none: frozenset[PublicationId] = frozenset()
        self._procedures = self._all & {"tthc_list", "procedure_list"}
        self._bare = frozenset(
            fold_words(wording.written) for wording in self._lexicon.shared("bare")
        )
        self._generic = frozenset(
            fold_words(wording.written) for wording in self._lexicon.shared("generic_section")
        )
        self._bare_words = frozenset(word for phrase in self._bare for word in phrase.split())
        self._reading = lru_cache(maxsize=_CACHE_SIZE)(self._titles.read)
        self._meaning = lru_cache(maxsize=_CACHE_SIZE)(self._meaning_of)

    def value(self, address: str, words: LinkWords) -> LinkValue:
        """The promise of one link."""
        own = " | ".join(part for part in (words.text, words.title) if part)
        slug = address_words(address)
        could_mean, base = self._meaning(
            own, slug, words.context, words.section, words.parent_title
        )
        weight = _ZONE_WEIGHT[words.zone]
        return LinkValue(priority=round(min(1.0, base * weight), 4), could_mean=could_mean)

    def _meaning_of(
        self, own: str, slug: str, context: str, section: str, parent: str
    ) -> tuple[frozenset[PublicationId], float]:
        near = bool(section or parent) and self._about_system(f"{section} | {parent}")
        for text, sure in ((own, 1.0), (slug, 0.95)):
            named = self._named(text, near)
            if named:
                return named, sure
        if self._about_system(own) or self._about_system(slug):
            return self._all, 0.9
        if self._is_procedures(own):
            return self._procedures, 0.5
        if self._is_bare(own):
            return self._by_surroundings(slug, context, section, parent)
        if self._is_generic(own):
            return self._all, self._section_weight(own)
        return self._none, 0.15

    def _named(self, text: str, near: bool) -> frozenset[PublicationId]:
        """The publications that a line names; none where it only speaks about them."""
        if not text:
            return self._none
        reading = self._reading(text)
        names = [naming.publication.id for naming in reading.namings]
        names.extend(publication.id for publication in reading.in_context if near)
        return frozenset(names)

    def _about_system(self, text: str) -> bool:
        return bool(text) and self._reading(text).about_system

    def _is_procedures(self, text: str) -> bool:
        """Whether it leads to a section of administrative procedures."""
        hits = self._reading(text).hits
        section = self._lexicon.shared("tthc_section").found(hits)
        return bool(section) and not self._lexicon.shared("tthc_partial").found(hits)

    def _by_surroundings(
        self, slug: str, context: str, section: str, parent: str
    ) -> tuple[frozenset[PublicationId], float]:
        """A link that says nothing means what stands around it."""
        for text in (context, parent, section):
            named = self._named(text, False)
            if named:
                return named, 0.9
        for text in (context, section, parent):
            if self._about_system(text):
                return self._all, 0.85
        for text in (context, slug, parent, section):
            if text and not self._is_bare(text):
                plain = self._is_generic(text)
                return (self._all, self._section_weight(text)) if plain else (self._none, 0.12)
        return self._all, 0.3

    def _is_bare(self, text: str) -> bool:
        """Whether the words would stand on a link to anything: "Tải về", "2", "Số 12/QĐ-UBND"."""
        words = fold_words(text)
        if words in self._bare or len(words) < 3:
            return True
        rest = [word for word in words.split() if word not in self._bare_words]
        return all(
            any(letter.isdigit() for letter in word) or (len(word) <= 4 and _letters(word))
            for word in rest
        )

    def _is_generic(self, text: str) -> bool:
        """Whether it names a section that may hold anything."""
        words = fold_words(text)
        if words in self._generic:
            return True
        hits = self._reading(text).hits
        place = found_any(self._lexicon.shared("generic_section"), hits)
        return place is not None and len(words.split()) <= 6

    def _section_weight(self, text: str) -> float:
        hits = self._reading(text).hits
        wanted = found_any(self._lexicon.shared("section_priority"), hits) is not None
        return 0.6 if wanted else 0.4


def _letters(word: str) -> bool:
    """Whether a short word is an abbreviation of an office rather than a word."""
    return word in {
        "ubnd",
        "qd",
        "kh",
        "tb",
        "bc",
        "bb",
        "ttr",
        "hdnd",
        "nq",
        "cv",
        "vp",
        "kb",
        "mb",
    }
