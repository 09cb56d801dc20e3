"""The catalogue made searchable: one finder over every wording and shared word."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rules.catalogue.model import Catalogue, Publication
from rules.catalogue.wording import Wording, Wordings
from rules.vietnamese.folding import Folded, fold
from rules.vietnamese.search import ISO, Hits, PhraseFinder

_READ_WHOLE = frozenset({"bare", "filler", "generic_section", "other_section"})
"""Lists that topics compares whole; searching texts for such common words costs much."""
_LONGEST_LINE = 500


class Lexicon:
    """Finds the catalogue's words in a text; built once for a catalogue."""

    def __init__(self, catalogue: Catalogue, lines_kept: int = 2_000) -> None:
        """``lines_kept``: of how many lines it is remembered what stands in them."""
        self.catalogue = catalogue
        self.words = catalogue.vocabulary
        self._naming = [
            (known, frozenset(_naming_labels(known))) for known in catalogue.publications
        ]
        self._naming_labels = frozenset(label for _, labels in self._naming for label in labels)
        self._finder = PhraseFinder(_labelled(catalogue))
        self._in_line = lru_cache(maxsize=lines_kept)(self._settled)

    def hits(self, text: Folded | str) -> Hits:
        """All catalogue words of a text; those of a line are remembered."""
        if not isinstance(text, str):
            return self._finder.find(text)
        return self._in_line(text) if len(text) <= _LONGEST_LINE else self._found(text)

    def _found(self, text: str) -> Hits:
        return self._finder.find(fold(text))

    def _settled(self, text: str) -> Hits:
        return self._found(text).settled()

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


def _naming_labels(known: Publication) -> Iterable[str]:
    named = (known.names, known.names_in_context, known.names_in_section, known.names_on_links)
    for wordings in named:
        yield from (wording.parts[0].label for wording in wordings)


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
