"""Reading the catalogue's TOML files, with errors that name file, line, key and reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from domain.agencies import Level
from domain.errors import CatalogueError
from domain.publications import Period
from rules.catalogue.checks import Described, check_together, instead
from rules.catalogue.keys import BASIS_KEYS, KEYS, NAMING_KEYS
from rules.catalogue.model import Catalogue, LegalBasis, Publication, Vocabulary
from rules.catalogue.problems import Problem, WrongCatalogueError
from rules.catalogue.shared import read_vocabulary
from rules.catalogue.sources import SHARED, files_of, read_sources, shipped, with_shared
from rules.catalogue.tables import Table
from rules.vietnamese.letters import tidy

_NO_DAY = "is needed: the first day on which it holds, such as 2014-05-01"


def load_catalogue(directory: Path | None = None) -> Catalogue:
    """Every publication of a folder; the shipped ones when none is given.

    Raises WrongCatalogueError with every mistake of every file.
    """
    folder = directory if directory is not None else shipped()
    catalogue, problems = _load(folder, files_of(folder))
    if problems:
        raise WrongCatalogueError(problems)
    return catalogue


def check_file(file: Path) -> Catalogue:
    """One file in its catalogue: its folder's, where that has shared words, else the shipped one.

    Raises WrongCatalogueError with every mistake that lies in this file.
    """
    if file.suffix != ".toml":
        raise CatalogueError(f"{file}: a description of a publication is a file *.toml")
    own = file.parent
    folder = own if file.name == SHARED or (own / SHARED).is_file() else shipped()
    around = [other for other in folder.glob("*.toml") if other.name != file.name]
    catalogue, problems = _load(own, with_shared([*around, file]))
    of_file = [problem for problem in problems if problem.is_in(file)]
    if of_file:
        raise WrongCatalogueError(of_file)
    return catalogue


def _load(folder: Path, files: list[Path]) -> tuple[Catalogue, list[Problem]]:
    problems: list[Problem] = []
    sources, digest = read_sources(files, problems)
    tables = [Table(source, source.values, problems) for source in sources]
    shared = next((table for table in tables if table.source.file.name == SHARED), None)
    vocabulary = read_vocabulary(shared, problems)
    own = [table for table in tables if table is not shared]
    ids = tuple(table.source.file.stem for table in own)
    described = [Described(_publication(table, vocabulary, ids, problems), table) for table in own]
    check_together(described)
    found = instead([entry.publication for entry in described])
    ordered = tuple(sorted(found, key=lambda publication: (publication.order, publication.id)))
    problems.sort(key=lambda problem: (str(problem.file), problem.line or 0))
    return Catalogue(ordered, vocabulary, digest, str(folder)), problems


def _publication(
    table: Table, vocabulary: Vocabulary, ids: tuple[str, ...], problems: list[Problem]
) -> Publication:
    table.allow_only(KEYS)
    groups = vocabulary.groups
    made = Publication(
        id=table.source.file.stem,
        title=table.text("title"),
        short=table.text("short"),
        period=table.of("period", Period, Period.STANDING),
        order=table.number("order", 999),
        version=table.text("version"),
        bases=_bases(table, problems),
        names=table.wordings("names", groups),
        names_in_context=table.wordings("names_in_context", groups),
        names_in_section=table.wordings("names_in_section", groups),
        names_on_links=table.wordings("names_on_links", groups),
        not_in_context_with=table.wordings("not_in_context_with", groups),
        not_with=table.wordings("not_with", groups),
        types=frozenset(tidy(name).strip().lower() for name in table.texts("types")),
        number_forms=table.texts("number_forms"),
        body=table.wordings("body", groups),
        body_needed=table.number("body_needed", 1, least=1),
        issuer_above=table.flag("issuer_above"),
        subject_needed=table.wordings("subject_needed", groups),
        despite=frozenset(table.names("despite", _mentions(vocabulary), "shared word")),
        due=table.month_day("due"),
        instead_of=table.names("instead_of", ids, "publication"),
        weight=table.decimal("weight"),
        weight_source=table.text("weight_source", needed=False),
    )
    _check_keys_that_go_together(made, table)
    return made


def _mentions(vocabulary: Vocabulary) -> tuple[str, ...]:
    lists = (vocabulary.lists.get(name, ()) for name in ("mention", "other_act"))
    return tuple(wording.written for wordings in lists for wording in wordings)


def _check_keys_that_go_together(made: Publication, table: Table) -> None:
    given: Mapping[str, object] = table.values
    if not any(given.get(key) for key in NAMING_KEYS[:2]):
        table.wrong("at least one wording is needed here or in names_in_context", "names")
    if made.due is not None and made.period is not Period.YEARLY:
        table.wrong('only for period = "yearly"', "due")
    if made.weight is not None and "weight_source" not in given:
        table.wrong("needs weight_source: the paper that sets it", "weight")
    if "weight_source" in given and "weight" not in given:
        table.wrong("says where a weight is from, and there is no weight", "weight_source")
    if "body_needed" in given and made.body_needed > len(made.body):
        table.wrong(f"asks for more than the {len(made.body)} wordings in body", "body_needed")
    if made.id in made.instead_of:
        table.wrong("names this publication itself", "instead_of")


def _bases(table: Table, problems: list[Problem]) -> tuple[LegalBasis, ...]:
    rows = table.values.get("legal_basis", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        table.wrong("must be written as [[legal_basis]]", "legal_basis")
        return ()
    return tuple(
        _basis(Table(table.source, row, problems, ("legal_basis", place)))
        for place, row in enumerate(rows)
    )


def _basis(table: Table) -> LegalBasis:
    table.allow_only(BASIS_KEYS, above=KEYS)
    levels = table.all_of("levels", Level)
    if not table.values.get("levels"):
        table.wrong(f"is needed: a list of {', '.join(level.value for level in Level)}", "levels")
    valid_from, valid_to = table.day("valid_from"), table.day("valid_to")
    if "valid_from" not in table.values:
        table.wrong(_NO_DAY, "valid_from")
    if valid_from and valid_to and valid_to < valid_from:
        table.wrong(f"lies before valid_from ({valid_from})", "valid_to")
    text, source = table.text("text"), table.text("source")
    return LegalBasis(levels, text, valid_from or date.min, valid_to, source)
