"""What goes wrong between the entries of a catalogue: repeated words, overlapping law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise

from domain.agencies import Level
from rules.catalogue.keys import AGAINST_KEYS, NAMING_KEYS, WORDING_KEYS
from rules.catalogue.model import Publication
from rules.catalogue.tables import Table
from rules.catalogue.wording import Part, Wordings, parse_wording
from rules.head.titles import TYPE_NAMES
from rules.vietnamese.folding import dense_phrase
from rules.vietnamese.letters import tidy, toned_key


@dataclass(frozen=True)
class Described:
    """A publication and the table it was read from."""

    publication: Publication
    table: Table


@dataclass(frozen=True)
class _Stands:
    """Where one wording stands."""

    table: Table
    key: str
    entry: int
    written: str

    def line(self) -> int | None:
        """The line in its file."""
        return self.table.source.line_of((self.key, self.entry))


def check_together(described: Iterable[Described]) -> None:
    """Note everything that is wrong between wordings, types and legal bases."""
    entries = list(described)
    named: dict[str, _Stands] = {}
    places = {entry.publication.id: entry.publication.instead_of for entry in entries}
    for entry in entries:
        _check_instead(entry, places)
        _check_lists(entry.table)
        _check_types(entry.table)
        _check_bases(entry)
        for key, stands in _standing(entry.table, "names"):
            first = named.setdefault(key, stands)
            if first.table is not stands.table:
                _note_two_publications(first, stands)


def _check_instead(entry: Described, places: Mapping[str, tuple[str, ...]]) -> None:
    """Note two publications that each stand in the place of the other."""
    own = entry.publication
    for other in own.instead_of:
        if other != own.id and own.id in places.get(other, ()):
            reason = f"{other} says the same of {own.id}: a title would name neither"
            entry.table.wrong(reason, "instead_of")


def _note_two_publications(first: _Stands, stands: _Stands) -> None:
    other = first.table.source.file
    stands.table.wrong(
        f"“{stands.written}” also stands in names of {other.name}, line {first.line()}: "
        "a title would name both",
        stands.key,
        stands.entry,
        also=other,
    )


def _standing(table: Table, key: str) -> Iterator[tuple[str, _Stands]]:
    """The wordings of a list by what they find: case, blanks and place of tones do not matter."""
    values = table.values.get(key, [])
    for entry, written in enumerate(values if isinstance(values, list) else []):
        if isinstance(written, str):
            text = tidy(written).strip()
            found = _what_it_finds(text)
            if found:
                yield found, _Stands(table, key, entry, text)


@lru_cache(maxsize=4096)
def _what_it_finds(written: str) -> str:
    try:
        parts = parse_wording(written).parts
    except ValueError:
        return ""  # noted where it was read
    return "|".join(f"{part.gap if place else 0} {_key(part)}" for place, part in enumerate(parts))


def _key(part: Part) -> str:
    """Letters and tones: "Hoà" is "hòa", and "tỉ lệ" is searched for apart from "tỷ lệ"."""
    label = part.label
    return label if label[0] == "{" else f"{dense_phrase(label)} {toned_key(label)}"


def _check_lists(table: Table) -> None:
    """Note a wording that stands twice where once says it, or both for and against."""
    naming: dict[str, _Stands] = {}
    for key in WORDING_KEYS:
        own: dict[str, _Stands] = {}
        for found, stands in _standing(table, key):
            twice = own.setdefault(found, stands)
            if twice is stands and key in (*NAMING_KEYS, *AGAINST_KEYS):
                twice = naming.setdefault(found, stands)
            if twice is not stands:
                _note_twice(twice, stands)


def _note_twice(first: _Stands, stands: _Stands) -> None:
    place = f"{first.key}[{first.entry + 1}], line {first.line()}"
    reason = f"“{stands.written}” stands already in {place}"
    if stands.key in AGAINST_KEYS and first.key in NAMING_KEYS:
        reason = f"“{stands.written}” speaks against what {place} names"
        if stands.key == "not_in_context_with" and first.key != "names_in_context":
            return  # it only silences the names in context
    elif stands.key in AGAINST_KEYS and first.key != stands.key:
        return  # one of the two only silences the names in context
    stands.table.wrong(reason, stands.key, stands.entry)


def _check_types(table: Table) -> None:
    """Note a misspelt type of paper: every paper of that type would be refused in silence."""
    values = table.values.get("types", [])
    for entry, name in enumerate(values if isinstance(values, list) else []):
        if not isinstance(name, str) or not name.strip():
            continue
        plain = tidy(name).strip().lower()
        if plain in TYPE_NAMES:
            continue
        close = get_close_matches(plain, TYPE_NAMES, n=1, cutoff=0.8)
        if close:
            reason = f"{name!r} is no type of paper; the nearest known one is “{close[0]}”"
            table.wrong(reason, "types", entry)


def _check_bases(entry: Described) -> None:
    """Note two legal bases that hold for one level on one day: which would be cited?"""
    every = enumerate(entry.publication.bases)
    bases = [(place, basis) for place, basis in every if basis.valid_from > date.min]
    noted = set()
    for level in Level:
        own = [(place, basis) for place, basis in bases if level in basis.levels]
        own.sort(key=lambda item: item[1].valid_from)
        for (first, earlier), (second, later) in pairwise(own):
            if (earlier.valid_to or date.max) < later.valid_from or (first, second) in noted:
                continue
            noted.add((first, second))
            line = entry.table.source.line_of(("legal_basis", first))
            reason = (
                f"for level {level.value} legal_basis[{first + 1}], line {line}, still holds on "
                f"{later.valid_from}; give that one a valid_to before it"
            )
            entry.table.wrong(reason, "legal_basis", second, "valid_from")


def instead(found: list[Publication]) -> list[Publication]:
    """The publications, each with the names of those that stand in its place against it."""
    against: dict[str, list[Publication]] = {}
    for publication in found:
        for other in publication.instead_of:
            against.setdefault(other, []).append(publication)
    return [_without(entry, against.get(entry.id, [])) for entry in found]


def _without(publication: Publication, others: list[Publication]) -> Publication:
    if not others:
        return publication
    names = (wording for other in others for wording in other.names)
    return replace(publication, not_with=Wordings((*publication.not_with, *names)))
