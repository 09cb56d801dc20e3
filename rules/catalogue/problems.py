"""What is wrong in a catalogue: file, line, key and reason of every mistake, all at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from domain.errors import CatalogueError


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake."""

    file: Path
    line: int | None
    """Counted from 1; None where it is the file as a whole."""
    key: str
    """As ``names[3]`` or ``legal_basis[2].levels``, counted from 1; empty for the whole file."""
    reason: str
    also: Path | None = None
    """The other file, where two do not go together."""

    def __str__(self) -> str:
        line = f", line {self.line}" if self.line is not None else ""
        key = f" key {self.key}:" if self.key else ""
        return f"{self.file}{line}:{key} {self.reason}"

    def is_in(self, file: Path) -> bool:
        """Whether it stands in this file or lies between it and another."""
        return file in (self.file, self.also)


class WrongCatalogueError(CatalogueError):
    """A catalogue that was refused whole; its message has a line for every problem."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def nearest(word: str, known: Sequence[str]) -> str:
    """The known word that was probably meant, else all of them; ready to follow a reason."""
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f"the nearest known one is {close[0]}" if close else f"known are {', '.join(known)}"
