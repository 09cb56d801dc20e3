"""Which publications a title names, and whether it only speaks about them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rules.catalogue.model import Publication
from rules.catalogue.vocabulary import Lexicon, speaks_of_system
from rules.catalogue.wording import found_any
from rules.head.numbers import first_number
from rules.head.titles import TYPE_NAMES
from rules.naming.acts import only_spoken_of
from rules.naming.masking import masked
from rules.naming.topics import Topics
from rules.vietnamese.folding import Folded, fold, fold_words
from rules.vietnamese.search import ISO, OTHER_ISO, Hits, Span

Spans = tuple[Span, ...]
_LEAD = re.compile(
    r"^(?:[\s\"'(\[*|:.-]|null\s|\d{1,3}[.)]\s|v\s?/\s?v|ve viec|toan van|noi dung|file"
    r"|so\s*:?\s*\d+/[a-z0-9-]+"
    r"|(?:van ban|tai lieu)(?= (?:quyet dinh|ke hoach|thong bao))|\[?pdf\]?\s)+"
)
_ABBREVIATED_TYPES = {
    "qd": "quyết định",
    "kh": "kế hoạch",
    "tb": "thông báo",
    "bc": "báo cáo",
    "bb": "biên bản",
    "ttr": "tờ trình",
    "cv": "công văn",
    "gm": "giấy mời",
    "hd": "hướng dẫn",
    "qt": "quy trình",
}
_SENTENCE = re.compile(
    r"(?<=\S{3})[\s,;:(]+(?=(?:Trên cơ sở|Căn cứ|Theo đề nghị|Nhằm|Để|Chủ trì|Kính gửi"
    r"|Thực hiện (?:Quyết định|Kế hoạch|Nghị quyết|Nghị định|Đề án|Công văn|Chỉ thị|quy định))\s)"
)
"""Where a title that was not cut off runs into the first sentence below it."""
_AND = re.compile(r"\bva\b|[,;&+]")
_CONCLUSIONS = re.compile(
    r"thong bao\s+(?:ve\s+|ve viec\s+|noi dung\s+)?(?:y kien\s+)?ket luan\s+"
    r"(?:cua\s+[^,;]{0,70}?)?(?:tai\s+)?"
    r"(?:cuoc hop|phien hop|buoi hop|hop|hoi nghi|giao ban|buoi lam)(?![a-z])"
)
"""A notice of what a meeting concluded: it issues nothing of what was spoken about there."""
_NEAR_START = 12
_LATEST_ON_LINK = 30


@dataclass(frozen=True, slots=True)
class Naming:
    """One publication named by a title."""

    publication: Publication
    span: Span
    strong: bool
    """True where the wording names it by itself, False where context had to help."""
    by_section: bool = False
    """True where only a section about ISO or the system lets the wording name it."""


@dataclass(frozen=True)
class TitleReading:
    """What one title says."""

    text: Folded
    hits: Hits
    type_name: str | None
    namings: tuple[Naming, ...]
    refused: tuple[Naming, ...]
    """Publications whose words stand there, in a paper of another kind or subject."""
    in_context: tuple[Publication, ...]
    """Publications it would name were ISO or the system spoken of around it."""
    mention: bool
    """Only about the publication: inspection, training, tender, news of others."""
    draft: bool

    @property
    def about_system(self) -> bool:
        """Whether ISO 9001 or the system is spoken of."""
        return speaks_of_system(self.hits)

    @property
    def of_other_standard(self) -> bool:
        """Whether it is of another standard only: a laboratory's, the environment's."""
        return OTHER_ISO in self.hits and ISO not in self.hits


class TitleReader:
    """Reads titles with the catalogue's words; built once for a catalogue."""

    def __init__(self, lexicon: Lexicon, titles_kept: int = 2_000) -> None:
        """``titles_kept``: how many readings are remembered."""
        self._lexicon = lexicon
        self._topics = Topics(lexicon)
        self._types = {fold_words(name): name for name in TYPE_NAMES}
        self._known = lru_cache(maxsize=titles_kept)(self._read)

    def read(
        self,
        title: str,
        system_context: bool = False,
        system_section: bool = False,
        on_link: bool = False,
    ) -> TitleReading:
        """What a title names.

        ``system_context``: its text speaks of ISO or the system; ``system_section``: the section
        or article that it stands in does; ``on_link``: it is no title but a link's words.
        """
        return self._known(title[:500], system_context, system_section, on_link)

    def may_name(self, text: str) -> bool:
        """Whether some line of a text may name a publication, the system or a section.

        It is quick, and a no is sure, whatever is spoken of around the line.
        """
        folded = fold(text)
        # Words that are blanked out could join those beside them to a name.
        return self._lexicon.may_name(folded) or masked(folded) is not folded

    def hear(self, title: str) -> Hits:
        """The catalogue's words in a title, whatever they name."""
        hits = self._lexicon.hits(_SENTENCE.split(title, maxsplit=1)[0])
        left = masked(hits.text)
        return hits if left is hits.text else self._lexicon.hits(left)

    def is_elsewhere(self, title: str) -> bool:
        """Whether a title names some subject, and it is neither the system nor a publication."""
        reading = self.read(title, True)
        known = reading.namings or reading.refused or reading.about_system
        return not known and self._topics.is_subject(title, least=2)

    def _read(
        self, title: str, system_context: bool, system_section: bool, on_link: bool
    ) -> TitleReading:
        hits = self.hear(title)
        text = hits.text
        type_name = self._type_of(text)
        context = system_context or system_section or speaks_of_system(hits)
        named: list[Naming] = []
        refused: list[Naming] = []
        standing: list[Naming] = []
        possible = self._lexicon.possibly_named(hits)
        for publication in possible:
            naming = _naming(publication, hits, context, system_section)
            if naming is None and on_link:
                naming = _on_link(publication, hits)
            if naming is not None:
                standing.append(naming)
        places = {naming.publication.id: _places(naming.publication, hits) for naming in standing}
        for naming in standing:
            fits = self._fits(naming, hits, type_name, places)
            (named if fits else refused).append(naming)
        if not on_link:  # what a link leads to and nobody read may be either
            named = [one for one in named if not _is_of_the_section(one, named)]
        spoken = [naming for naming in named if self._is_spoken_of(naming, hits)]
        own = [naming for naming in named if naming not in spoken]
        return TitleReading(
            text=text,
            in_context=() if context else _named_in_context(possible, hits),
            hits=hits,
            type_name=type_name,
            namings=tuple(own),
            refused=tuple(refused + spoken),
            mention=bool(spoken) and not own,
            draft=found_any(self._lexicon.shared("draft"), hits) is not None,
        )

    def _type_of(self, text: Folded) -> str | None:
        lead = _LEAD.match(text.plain)
        plain = text.plain[lead.end() if lead else 0 :]
        if _CONCLUSIONS.match(plain):
            return "kết luận"
        words = " ".join(plain.replace("-", " ").split()[:4])
        for known, name in self._types.items():
            if words.startswith(known):
                return name
        first = re.split(r"[^a-z]", words, maxsplit=1)[0]
        if first in _ABBREVIATED_TYPES:
            return _ABBREVIATED_TYPES[first]
        number = first_number(text)
        return number.type_name if number and number.start <= _NEAR_START else None

    def _fits(
        self, naming: Naming, hits: Hits, type_name: str | None, places: Mapping[str, Spans]
    ) -> bool:
        publication = naming.publication
        if any(
            not _is_name_beside(place, publication.id, places, hits)
            for _, wording in publication.not_with.found(hits)
            for place in wording.places(hits)
        ):
            return False
        if type_name is not None and publication.types and type_name not in publication.types:
            return False
        if ISO not in hits and (OTHER_ISO in hits or self._lexicon.shared("never").found(hits)):
            return False
        return self._other_subject(naming, hits) is None

    def _is_spoken_of(self, naming: Naming, hits: Hits) -> bool:
        return only_spoken_of(self._lexicon, naming.publication.despite, naming.span, hits)

    def _other_subject(self, naming: Naming, hits: Hits) -> Span | None:
        """Words of another subject; a school's or hospital's standard that is not ISO's."""
        if ISO in hits or "{HTQLCL}" in hits:
            return None
        return found_any(self._lexicon.shared("other_subject"), hits)


def _places(publication: Publication, hits: Hits) -> Spans:
    """Every place at which a title has a name of the publication."""
    return tuple(
        place
        for wordings in (publication.names, publication.names_in_context)
        for _, wording in wordings.found(hits)
        for place in wording.places(hits)
    )


def _is_name_beside(
    against: Span, publication: str, places: Mapping[str, Spans], hits: Hits
) -> bool:
    """Whether words against a publication are only the name of another that stands beside it.

    "Kế hoạch duy trì HTQLCL và Mục tiêu chất lượng năm 2026" is both papers.
    """
    return any(
        _overlap(against, other) and not _overlap(against, own) and _joined(own, other, hits)
        for own in places[publication]
        for known, others in places.items()
        if known != publication
        for other in others
    )


def _is_of_the_section(naming: Naming, named: list[Naming]) -> bool:
    """Whether the same words name another paper where they stand in a section about the system.

    "Danh mục thủ tục hành chính" under ISO is the list of what the system covers; words that
    say more, such as "thuộc thẩm quyền giải quyết", go beyond what the section's name shares.
    """
    return any(
        other.by_section and other.span[1] >= naming.span[1] and _overlap(other.span, naming.span)
        for other in named
        if other is not naming
    )


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _joined(one: Span, other: Span, hits: Hits) -> bool:
    """Whether two names stand apart, with "và" or a comma between them."""
    first, second = sorted((one, other))
    between = hits.text.plain[first[1] : second[0]]
    return first[1] <= second[0] and _AND.search(between) is not None


def _named_in_context(possible: Iterable[Publication], hits: Hits) -> tuple[Publication, ...]:
    """Publications whose ambiguous names or abbreviations stand in the line."""
    return tuple(
        publication
        for publication in possible
        if publication.names_in_context.found(hits)
        and not publication.not_with.found(hits)
        and not publication.not_in_context_with.found(hits)
    )


def _on_link(publication: Publication, hits: Hits) -> Naming | None:
    span = found_any(publication.names_on_links, hits)
    if span is None or span[0] > _LATEST_ON_LINK:
        return None
    return Naming(publication, span, strong=False)


def _naming(publication: Publication, hits: Hits, context: bool, section: bool) -> Naming | None:
    span = found_any(publication.names, hits)
    if span is not None:
        return Naming(publication, span, strong=True)
    if not context or publication.not_in_context_with.found(hits):
        return None
    span = found_any(publication.names_in_context, hits)
    if span is not None or not section:
        return Naming(publication, span, strong=False) if span is not None else None
    span = found_any(publication.names_in_section, hits)
    return Naming(publication, span, strong=False, by_section=True) if span is not None else None
