"""The catalogue made searchable: one finder over every wording and shared word."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache, partial

from rules.catalogue.model import Catalogue, Publication
from rules.catalogue.wording import Wording, Wordings
from rules.vietnamese.folding import Folded, fold
from rules.vietnamese.search import ISO, OTHER_ISO, Hits, LetterGate, PhraseFinder

_READ_WHOLE = frozenset({"bare", "filler", "generic_section", "other_section"})
"""Lists that topics compares whole; searching texts for such common words costs much."""
LONGEST_NAME = 160
"""Menu words and headlines come again; what is longer is the words of one row or paragraph."""
_LONGEST_LINE = 500
_LONG_LINES_KEPT = 64
"""Enough for all that is asked of one link."""
_SYSTEM = ("{HETHONG}", "{HTQLCL}")


class Lexicon:
    """Finds the catalogue's words in a text; built once for a catalogue."""

    def __init__(self, catalogue: Catalogue, lines_kept: int = 2_000) -> None:
        """``lines_kept``: of how many short lines it is remembered what stands in them."""
        self.catalogue = catalogue
        self.words = catalogue.vocabulary
        self._naming = [
            (known, frozenset(_naming_labels(known))) for known in catalogue.publications
        ]
        self._naming_labels = frozenset(label for _, labels in self._naming for label in labels)
        labelled = _labelled(catalogue)
        self._finder = PhraseFinder(labelled)
        news = {part.label for wording in self.shared("news") for part in wording.parts}
        of_news = {label: phrases for label, phrases in labelled.items() if label in news}
        self._news = PhraseFinder(of_news, standards=not news.isdisjoint((ISO, OTHER_ISO)))
        self._of_system = LetterGate(_phrases(_SYSTEM, labelled))
        telling = {
            _telling_label(wording, labelled)
            for known in catalogue.publications
            for wording in _naming_wordings(known)
        }
        sections = (part.label for one in self.shared("tthc_heading") for part in one.parts)
        self._of_names = LetterGate(_phrases((*telling, *sections, *_SYSTEM), labelled))
        self._gate = cache(partial(self._gate_of, labelled))
        self._in_name = lru_cache(maxsize=lines_kept)(self._settled)
        self._in_line = lru_cache(maxsize=_LONG_LINES_KEPT)(self._settled)

    def hits(self, text: Folded | str) -> Hits:
        """All catalogue words of a text; those of a line are remembered."""
        if not isinstance(text, str):
            return self._finder.find(text)
        if len(text) <= LONGEST_NAME:
            return self._in_name(text)
        return self._in_line(text) if len(text) <= _LONGEST_LINE else self._found(text)

    def news(self, text: Folded) -> Hits:
        """The words of news in a text, and no others."""
        return self._news.find(text)

    def _found(self, text: str) -> Hits:
        return self._finder.find(fold(text))

    def _settled(self, text: str) -> Hits:
        return self._finder.find_all(fold(text))

    def has(self, name: str, text: str) -> bool:
        """Whether a wording of a shared list stands in a text; of most it is known unsearched."""
        return self._gate(name).lets_through(fold(text)) and bool(
            self.shared(name).found(self.hits(text))
        )

    def _gate_of(self, labelled: Mapping[str, Collection[str]], name: str) -> LetterGate:
        telling = {_telling_label(wording, labelled) for wording in self.shared(name)}
        return LetterGate(_phrases(telling, labelled))

    def speaks_of_system(self, text: Folded | str) -> bool:
        """Whether a text speaks of ISO 9001 or the system; of most it is known without a search."""
        folded = fold(text) if isinstance(text, str) else text
        return self.may_speak_of_system(folded) and speaks_of_system(self.hits(text))

    def may_speak_of_system(self, text: Folded) -> bool:
        """Whether ISO or the system may be spoken of; quick, and a no is sure."""
        return self._of_system.lets_through(text)

    def may_name(self, text: Folded) -> bool:
        """Whether a text, or a part of it, may name a publication, the system or a section.

        It is quick, and a no is sure; a section is one of administrative procedures.
        """
        return self._of_names.lets_through(text)

    def names_nothing(self, hits: Hits) -> bool:
        """Whether no publication's name can stand in a text: nothing a name begins with does."""
        return not any(hits.among(self._naming_labels))

    def possibly_named(self, hits: Hits) -> tuple[Publication, ...]:
        """The publications of which something that a name begins with stands in a text."""
        standing = frozenset(hits.among(self._naming_labels))
        if not standing:
            return ()
        return tuple(known for known, labels in self._naming if not labels.isdisjoint(standing))

    def shared(self, name: str) -> Wordings:
        """A shared list by name; empty when the catalogue has none."""
        return self.words.lists.get(name, Wordings())


def _labelled(catalogue: Catalogue) -> dict[str, set[str]]:
    labelled: dict[str, set[str]] = {
        group: set(phrases) for group, phrases in catalogue.vocabulary.groups.items() if phrases
    }
    for wording in _all_wordings(catalogue):
        for part in wording.parts:
            if not part.label.startswith("{"):
                labelled.setdefault(part.label, set()).add(part.label)
    return labelled


def _all_wordings(catalogue: Catalogue) -> Iterable[Wording]:
    for name, wordings in catalogue.vocabulary.lists.items():
        if name not in _READ_WHOLE:
            yield from wordings
    for publication in catalogue.publications:
        yield from _wordings(publication)


def _phrases(labels: Iterable[str], labelled: Mapping[str, Collection[str]]) -> set[str]:
    return {phrase for label in labels for phrase in labelled.get(label, ())}


def _telling_label(wording: Wording, labelled: Mapping[str, Collection[str]]) -> str:
    """The part of a wording that stands in few texts: words of the system, else the longest.

    Mentions of a standard are no phrases, and every gate lets them through.
    """

    def telling(label: str) -> tuple[bool, int]:
        system = label in (ISO, *_SYSTEM)
        return system, min(map(len, labelled.get(label, ())), default=0)

    return max((part.label for part in wording.parts), key=telling)


def _naming_wordings(known: Publication) -> Iterable[Wording]:
    named = (known.names, known.names_in_context, known.names_in_section, known.names_on_links)
    for wordings in named:
        yield from wordings


def _naming_labels(known: Publication) -> Iterable[str]:
    return (wording.parts[0].label for wording in _naming_wordings(known))


def speaks_of_system(hits: Hits) -> bool:
    """Whether ISO 9001 or the system is spoken of."""
    return ISO in hits or "{HETHONG}" in hits or "{HTQLCL}" in hits


def _wordings(publication: Publication) -> Iterable[Wording]:
    yield from publication.names
    yield from publication.names_in_context
    yield from publication.names_in_section
    yield from publication.names_on_links
    yield from publication.not_with
    yield from publication.not_in_context_with
    yield from publication.body
    yield from publication.subject_needed
