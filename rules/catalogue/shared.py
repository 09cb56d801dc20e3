"""The words that all publications share: groups and lists of ``_shared.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Any

from rules.catalogue.model import Vocabulary
from rules.catalogue.problems import Problem, nearest
from rules.catalogue.sources import SHARED, shipped
from rules.catalogue.tables import Table
from rules.catalogue.wording import Wordings
from rules.vietnamese.search import ISO, OTHER_ISO

_GROUP_NAME = re.compile(r"[A-Z_]+")


def read_vocabulary(table: Table | None, problems: list[Problem]) -> Vocabulary:
    """The groups and lists; only what is built in where there is no such file."""
    groups: dict[str, tuple[str, ...]] = {ISO: (), OTHER_ISO: ()}
    lists: dict[str, Wordings] = {}
    if table is None:
        return Vocabulary(groups, lists)
    groups.update(_groups(table, problems))
    lists = {name: table.wordings(name, groups) for name in table.values if name != "groups"}
    if table.source.file.parent != shipped():
        _compare_with_shipped(table)
    return Vocabulary(groups, lists)


def _groups(table: Table, problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    values = table.values.get("groups", {})
    if not isinstance(values, dict):
        table.wrong("must be the table [groups]", "groups")
        return {}
    inner = Table(table.source, values, problems, ("groups",))
    for name in values:
        label = "{" + name + "}"
        if not _GROUP_NAME.fullmatch(name):
            inner.wrong("the name of a word group is written in capitals A-Z and _", name)
        elif label in (ISO, OTHER_ISO):
            inner.wrong("is built in: the ways of writing a standard need no list", name)
        elif not inner.values[name]:
            inner.wrong("must be a list of texts in quotes, not empty", name)
    return {"{" + name + "}": inner.texts(name) for name in values}


def _compare_with_shipped(table: Table) -> None:
    """Note lists and groups that the rules ask for by name and that a changed file lost."""
    known = _shipped_values()
    for name in table.values:
        if name not in known:
            table.wrong(f"unknown; {nearest(name, list(known))}", name)
    for name in known:
        if name not in table.values:
            table.wrong("is missing; take it from the shipped file", name)
    groups = table.values.get("groups", {})
    for name in ("HTQLCL", "HETHONG"):
        if isinstance(groups, dict) and name not in groups:
            table.wrong("is missing; the rules ask for it by name", "groups", name)


@cache
def _shipped_values() -> dict[str, Any]:
    return tomllib.loads((shipped() / SHARED).read_text(encoding="utf-8"))
