"""What speaks for and against each publication in one line, shown from the rules' own reading.

Nothing is decided here: whether a line names a publication is asked of the reader of titles. Which
words weigh against it is asked of it too: the line is read again with all the others taken out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from rules.catalogue.keys import NAMING_KEYS
from rules.catalogue.model import Catalogue, Publication
from rules.catalogue.vocabulary import Lexicon, speaks_of_system
from rules.catalogue.wording import Wordings
from rules.naming.kinds import TitleReader, TitleReading
from rules.vietnamese.search import OTHER_ISO, Hits, Span

_SHARED_AGAINST = ("mention", "other_act", "never", "other_subject")
_SHARED_IN_TEXT = ("news", "blank_form", "other_subject")
_BLANK = " | "
_Read = Callable[[str], TitleReading]


class Standing(StrEnum):
    """Where the line stands."""

    TITLE = "title"
    LINK = "link"
    LINK_IN_SECTION = "link_in_section"
    """On a link in a section or article about ISO or the system."""


_KEYS = {
    Standing.TITLE: ("names", "names_in_context"),
    Standing.LINK: ("names", "names_in_context", "names_on_links"),
    Standing.LINK_IN_SECTION: NAMING_KEYS,
}
"""The keys whose wordings can name something there."""


class Bearing(StrEnum):
    """How a line bears on one publication."""

    NAMES = "names"
    NEEDS_CONTEXT = "needs_context"
    """It would name it where ISO or the system is spoken of."""
    REFUSED = "refused"
    """Its words stand there, in a paper of another kind or subject."""
    SILENT = "silent"
    """Its words stand there and count for nothing in this place."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One wording of the catalogue that stands in the line."""

    key: str
    """The key or shared list it is from."""
    wording: str
    """As the catalogue writes it."""
    quote: str
    """As the line writes it."""
    span: Span
    counts: bool = True
    """Against: whether it alone would be enough."""


@dataclass(frozen=True, slots=True)
class Traced:
    """What one line says of one publication."""

    publication: Publication
    bearing: Bearing
    speaks_for: tuple[Heard, ...]
    against: tuple[Heard, ...]


@dataclass(frozen=True, slots=True)
class LineTrace:
    """One line as the rules read it."""

    text: str
    """Tidied, and cut where a title runs into the sentence below it."""
    standing: Standing
    type_name: str | None
    about_system: bool
    draft: bool
    publications: tuple[Traced, ...]


class Tracer:
    """Traces lines with one catalogue; built once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._lexicon = Lexicon(catalogue)
        self._titles = TitleReader(self._lexicon)

    def line(self, text: str, standing: Standing, near: bool = False) -> LineTrace:
        """What a line says where it stands; ``near``: the text below it speaks of the system."""
        read = partial(self._read, standing, near)
        reading = read(text.strip())
        traced = (
            self._traced(publication, reading, standing, read)
            for publication in self._catalogue.publications
        )
        return LineTrace(
            text=reading.text.source.rstrip(),
            standing=standing,
            type_name=reading.type_name,
            about_system=reading.about_system,
            draft=reading.draft,
            publications=tuple(entry for entry in traced if entry is not None),
        )

    def body(self, publication: Publication, text: str) -> tuple[Heard, ...]:
        """The words of a publication's body that stand in a text."""
        return _heard("body", publication.body, self._lexicon.hits(text))

    def against_in_text(self, text: str) -> tuple[Heard, ...]:
        """Words of a text by which pages are told to be news, blank forms or of another subject.

        How many of them decide, and where they must stand, is the rules' own affair.
        """
        hits = self._lexicon.hits(text)
        found = (_heard(name, self._lexicon.shared(name), hits) for name in _SHARED_IN_TEXT)
        return _distinct(heard for of_list in found for heard in of_list)

    def speaks_of_system(self, text: str) -> bool:
        """Whether a text speaks of ISO 9001 or the system."""
        return speaks_of_system(self._lexicon.hits(text))

    def _read(self, standing: Standing, near: bool, text: str) -> TitleReading:
        section = standing is Standing.LINK_IN_SECTION
        on_link = standing is not Standing.TITLE
        return self._titles.read(text, near or section, section, on_link=on_link)

    def _traced(
        self,
        publication: Publication,
        reading: TitleReading,
        standing: Standing,
        read: _Read,
    ) -> Traced | None:
        speaks_for = tuple(_naming(publication, reading.hits, _KEYS[standing]))
        bearing = _bearing(publication, reading)
        if bearing is Bearing.SILENT and not speaks_for:
            return None
        against = self._weighed(publication, reading, read, bearing)
        return Traced(publication, bearing, speaks_for, against)

    def _weighed(
        self,
        publication: Publication,
        reading: TitleReading,
        read: _Read,
        bearing: Bearing,
    ) -> tuple[Heard, ...]:
        """The words against it; those that would not be enough by themselves are so marked."""
        heard = _distinct(self._against(publication, reading))
        if bearing is not Bearing.REFUSED:
            counts = bearing is Bearing.SILENT
            return tuple(_counting(entry, counts) for entry in heard)
        weighed = []
        for entry in heard:
            others = [other.span for other in heard if other.span != entry.span]
            again = read(_without(reading.text.source, others, entry.span))
            named = any(n.publication.id == publication.id for n in again.namings)
            weighed.append(_counting(entry, not named))
        return tuple(weighed)

    def _against(self, publication: Publication, reading: TitleReading) -> Iterator[Heard]:
        hits = reading.hits
        yield from _heard("not_with", publication.not_with, hits)
        yield from _heard("not_in_context_with", publication.not_in_context_with, hits)
        for name in _SHARED_AGAINST:
            for heard in _heard(name, self._lexicon.shared(name), hits):
                if heard.wording not in publication.despite:
                    yield heard
        for span in hits.of(OTHER_ISO):
            yield Heard("other_iso", OTHER_ISO, reading.text.quote(*span), span)
        other = reading.type_name is not None and reading.type_name not in publication.types
        if other and publication.types:
            wanted = ", ".join(sorted(publication.types))
            yield Heard("types", wanted, reading.type_name or "", (0, 0))


def marked(text: str, spans: Iterable[Span], before: str = "«", after: str = "»") -> str:
    """A text with its places marked; places that overlap become one."""
    parts, end = [], 0
    for first, last in _joined(spans):
        parts += [text[end:first], before, text[first:last], after]
        end = last
    return "".join([*parts, text[end:]])


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for first, last in sorted(span for span in spans if span[1] > span[0]):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def _bearing(publication: Publication, reading: TitleReading) -> Bearing:
    if any(naming.publication.id == publication.id for naming in reading.namings):
        return Bearing.NAMES
    if any(naming.publication.id == publication.id for naming in reading.refused):
        return Bearing.REFUSED
    if any(known.id == publication.id for known in reading.in_context):
        return Bearing.NEEDS_CONTEXT
    return Bearing.SILENT


def _naming(publication: Publication, hits: Hits, keys: Iterable[str]) -> Iterator[Heard]:
    for key in keys:
        yield from _heard(key, getattr(publication, key), hits)


def _heard(key: str, wordings: Wordings, hits: Hits) -> tuple[Heard, ...]:
    found = sorted(wordings.found(hits), key=lambda item: (item[0][0], -item[0][1]))
    return tuple(
        Heard(key, wording.written, hits.text.quote(*span), span) for span, wording in found
    )


def _distinct(heard: Iterable[Heard]) -> tuple[Heard, ...]:
    """Each list and place once: "kiểm tra" is heard though "kiểm tra việc" is there too."""
    found: dict[tuple[str, int], Heard] = {}
    for entry in heard:
        found.setdefault((entry.key, entry.span[0]), entry)
    return tuple(found.values())


def _counting(entry: Heard, counts: bool) -> Heard:
    return Heard(entry.key, entry.wording, entry.quote, entry.span, counts)


def _without(text: str, spans: Iterable[Span], kept: Span) -> str:
    """A text with some places taken out, as far as they do not reach into one that is kept."""
    apart = [span for span in spans if span[1] <= kept[0] or span[0] >= kept[1]]
    for first, last in reversed(_joined(apart)):
        text = text[:first] + _BLANK + text[last:]
    return text
