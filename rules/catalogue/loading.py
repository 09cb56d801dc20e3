"""Reading the catalogue's TOML files, with errors that name file and key."""

from __future__ import annotations

import hashlib
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from domain.agencies import Level
from domain.errors import CatalogueError
from domain.publications import Period
from rules.catalogue.model import Catalogue, LegalBasis, Publication, Vocabulary
from rules.catalogue.wording import Wording, Wordings, parse_wording

_SHARED = "_shared.toml"
_KEYS = frozenset(
    {"title", "short", "period", "order", "version", "names", "names_in_context", "not_with"}
    | {"types", "number_forms", "body", "body_needed", "issuer_above", "legal_basis"}
    | {"subject_needed", "despite", "names_in_section", "names_on_links"}
    | {"not_in_context_with"}
)
_BASIS_KEYS = frozenset({"levels", "text", "valid_from", "valid_to", "source"})


def load_catalogue(directory: Path | None = None) -> Catalogue:
    """Every publication of a folder; the shipped ones when none is given.

    Raises CatalogueError naming file and key, with the line where TOML itself is broken.
    """
    folder = directory if directory is not None else Path(__file__).parent
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise CatalogueError(f"{folder}: no publication (*.toml) found")
    digest = hashlib.sha256()
    tables: dict[str, _Table] = {}
    for file in files:
        content = _content(file)
        digest.update(file.name.encode() + b"\0" + content.encode() + b"\0")
        tables[file.name] = _Table(file, _parsed(file, content))
    vocabulary = _vocabulary(tables.pop(_SHARED, None))
    found = [_publication(table, vocabulary) for table in tables.values()]
    ordered = tuple(sorted(found, key=lambda publication: (publication.order, publication.id)))
    return Catalogue(ordered, vocabulary, digest.hexdigest())


def _content(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{file}: cannot be read as UTF-8 text: {error}") from error


def _parsed(file: Path, content: str) -> dict[str, Any]:
    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{file}: not TOML: {error}") from error


class _Table:
    """One file's keys, each taken with the type it must have."""

    def __init__(self, file: Path, values: dict[str, Any], where: str = "") -> None:
        self.file, self.values, self.where = file, values, where

    def wrong(self, key: str, reason: str) -> CatalogueError:
        """The error that names this file and key."""
        line = self._line(key)
        return CatalogueError(f"{self.file}{line}: key {self.where}{key}: {reason}")

    def _line(self, key: str) -> str:
        pattern = re.compile(rf"\s*{re.escape(key)}\s*=")
        for number, line in enumerate(_content(self.file).splitlines(), start=1):
            if pattern.match(line):
                return f", line {number}"
        return ""

    def allow_only(self, keys: frozenset[str]) -> None:
        """Refuse keys that nobody reads: most likely a slip of the pen."""
        for key in self.values:
            if key not in keys:
                raise self.wrong(key, f"unknown; known are {', '.join(sorted(keys))}")

    def text(self, key: str) -> str:
        """A text that must be there and not be empty."""
        value = self.values.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, "must be a text in quotes, not empty")
        return value

    def number(self, key: str, default: int) -> int:
        """A whole number."""
        value = self.values.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(key, "must be a whole number")
        return value

    def flag(self, key: str) -> bool:
        """true or false; false when absent."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "must be true or false")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty when absent."""
        value = self.values.get(key, [])
        good = isinstance(value, list) and all(isinstance(item, str) for item in value)
        if not good:
            raise self.wrong(key, "must be a list of texts in quotes")
        return tuple(value)

    def day(self, key: str) -> date | None:
        """A date written 2014-05-01; None when absent."""
        value = self.values.get(key)
        if value is not None and type(value) is not date:
            raise self.wrong(key, "must be a date such as 2014-05-01, without quotes")
        return value

    def wordings(self, key: str, groups: dict[str, tuple[str, ...]]) -> Wordings:
        """A list of wordings whose groups all exist."""
        return Wordings(self._wording(key, written, groups) for written in self.texts(key))

    def _wording(self, key: str, written: str, groups: dict[str, tuple[str, ...]]) -> Wording:
        try:
            wording = parse_wording(written)
        except ValueError as error:
            raise self.wrong(key, str(error)) from error
        for part in wording.parts:
            if part.label.startswith("{") and part.label not in groups:
                raise self.wrong(key, f"no word group {part.label} in {_SHARED}: {written!r}")
        return wording


def _vocabulary(table: _Table | None) -> Vocabulary:
    groups: dict[str, tuple[str, ...]] = {"{ISO}": (), "{OTHER_ISO}": ()}
    lists: dict[str, Wordings] = {}
    if table is not None:
        inner = _Table(table.file, table.values.get("groups", {}), "groups.")
        for name in inner.values:
            groups["{" + name + "}"] = inner.texts(name)
        lists = {name: table.wordings(name, groups) for name in table.values if name != "groups"}
    return Vocabulary(groups, lists)


def _publication(table: _Table, vocabulary: Vocabulary) -> Publication:
    table.allow_only(_KEYS)
    groups = vocabulary.groups
    names = table.wordings("names", groups)
    in_context = table.wordings("names_in_context", groups)
    if not names and not in_context:
        raise table.wrong("names", "at least one wording is needed")
    return Publication(
        id=table.file.stem,
        title=table.text("title"),
        short=table.text("short"),
        period=_choice(table, "period", Period),
        order=table.number("order", 999),
        version=table.text("version"),
        bases=_bases(table),
        names=names,
        names_in_context=in_context,
        names_in_section=table.wordings("names_in_section", groups),
        names_on_links=table.wordings("names_on_links", groups),
        not_in_context_with=table.wordings("not_in_context_with", groups),
        not_with=table.wordings("not_with", groups),
        types=frozenset(table.texts("types")),
        number_forms=table.texts("number_forms"),
        body=table.wordings("body", groups),
        body_needed=table.number("body_needed", 1),
        issuer_above=table.flag("issuer_above"),
        subject_needed=table.wordings("subject_needed", groups),
        despite=frozenset(table.texts("despite")),
    )


def _choice(table: _Table, key: str, choices: type[Period]) -> Period:
    try:
        return choices(table.text(key))
    except ValueError as error:
        known = ", ".join(choice.value for choice in choices)
        raise table.wrong(key, f"must be one of {known}") from error


def _bases(table: _Table) -> tuple[LegalBasis, ...]:
    rows = table.values.get("legal_basis", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise table.wrong("legal_basis", "must be written as [[legal_basis]]")
    return tuple(
        _basis(_Table(table.file, row, f"legal_basis[{place}]."))
        for place, row in enumerate(rows, start=1)
    )


def _basis(table: _Table) -> LegalBasis:
    table.allow_only(_BASIS_KEYS)
    valid_from = table.day("valid_from")
    if valid_from is None:
        raise table.wrong("valid_from", "is needed")
    try:
        levels = frozenset(Level(level) for level in table.texts("levels"))
    except ValueError as error:
        known = ", ".join(level.value for level in Level)
        raise table.wrong("levels", f"each must be one of {known}") from error
    return LegalBasis(
        levels=levels,
        text=table.text("text"),
        valid_from=valid_from,
        valid_to=table.day("valid_to"),
        source=table.text("source"),
    )
