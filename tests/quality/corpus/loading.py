"""Reading the authors' files: a mistake in one is named and left out, never the end of a run."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from domain.agencies import Level
from domain.publications import Status
from tests.quality.corpus.checking import mistakes
from tests.quality.corpus.wording import FileText, Kind, PageText, Wording

FOLDER = Path(__file__).parent
WORDINGS, HELD_OUT = FOLDER / "wordings", FOLDER / "held_out"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in an author's file."""

    source: str
    id: str
    """Of the wording; empty where the whole file cannot be read."""
    key: str
    what: str

    def __str__(self) -> str:
        place = ": ".join(part for part in (self.source, self.id, self.key) if part)
        return f"{place}: {self.what}"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What could be taken over, and what could not."""

    wordings: tuple[Wording, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def skipped(self) -> int:
        """How many wordings (or whole files) were left out."""
        return len({(problem.source, problem.id) for problem in self.problems})


def load(publications: Iterable[str], *, held_out: bool = False) -> Loaded:
    """The shipped wordings; the held-out ones too if asked for."""
    known = frozenset(publications)
    loaded = load_folder(WORDINGS, known)
    if not held_out:
        return loaded
    more = load_folder(HELD_OUT, known, held_out=True)
    both = Loaded(loaded.wordings + more.wordings, loaded.problems + more.problems)
    return _without_doubles(both)


def load_folder(folder: Path, publications: frozenset[str], *, held_out: bool = False) -> Loaded:
    """All wordings of a folder's files, in the order of their names."""
    wordings: list[Wording] = []
    problems: list[Problem] = []
    for file in sorted(folder.glob("*.toml")):
        found = load_text(file.read_text(encoding="utf-8"), file.name, publications)
        wordings += (replace(one, held_out=held_out) for one in found.wordings)
        problems += found.problems
    return _without_doubles(Loaded(tuple(wordings), tuple(problems)))


def load_text(text: str, source: str, publications: frozenset[str]) -> Loaded:
    """The wordings of one file."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Loaded((), (Problem(source, "", "", f"not TOML: {error}"),))
    odd = [Problem(source, "", key, "unknown key") for key in raw if key != "wording"]
    listed = raw.get("wording", [])
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        return Loaded((), (Problem(source, "", "wording", "write [[wording]]"),))
    wordings: list[Wording] = []
    for order, one in enumerate(listed, 1):
        name = str(one.get("id") or f"wording {order}")
        found = [Problem(source, name, key, what) for key, what in mistakes(one, publications)]
        odd += found
        if not found:
            wordings.append(_wording(one, source))
    return Loaded(tuple(wordings), tuple(odd))


def _without_doubles(loaded: Loaded) -> Loaded:
    first: dict[str, Wording] = {}
    problems = list(loaded.problems)
    for one in loaded.wordings:
        if one.id in first:
            what = f"stands twice; first in {first[one.id].source}"
            problems.append(Problem(one.source, one.id, "id", what))
        first.setdefault(one.id, one)
    return Loaded(tuple(first.values()), tuple(problems))


def _wording(raw: Mapping[str, Any], source: str) -> Wording:
    plain = ("note", "trap", "section", "link", "file", "text", "title", "date", "html")
    said: dict[str, Any] = {key: raw[key] for key in plain if key in raw}
    said |= {key: tuple(raw[key]) for key in ("forms", "cast", "menu") if key in raw}
    if raw.get("levels"):
        said["levels"] = frozenset(map(Level, raw["levels"]))
    return Wording(
        id=raw["id"],
        kind=Kind(raw["kind"]),
        right={key: frozenset(map(Status, allowed)) for key, allowed in raw["right"].items()},
        source=source,
        pages=tuple(PageText(**page) for page in raw.get("pages", ())),
        files=tuple(FileText(**file) for file in raw.get("files", ())),
        **said,
    )
