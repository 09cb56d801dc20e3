"""On which line of a TOML text each key and each entry of a list stands.

No TOML reader for Python says so. This one reads nothing: it walks over a text that was already
read without an error, and notes where the names and entries begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Place = tuple[str | int, ...]
"""A key or entry: ``("legal_basis", 1, "levels", 0)``; entries count from 0."""

_TOKEN = re.compile(
    r'(?P<text>"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<note>\#[^\n]*)|(?P<mark>[][{}=,\n])|(?P<bare>[^\]\[\s{}=,#\"']+)|(?P<blank>[^\S\n]+)",
    re.DOTALL,
)


def lines_of(text: str) -> dict[Place, int]:
    """The line, counted from 1, of everything in a valid TOML text."""
    walk = _Walk()
    for line, kind, piece in _tokens(text):
        walk.step(line, kind, piece)
    walk.step(0, "mark", "\n")
    return walk.lines


def _tokens(text: str) -> Iterator[tuple[int, str, str]]:
    line = 1
    for match in _TOKEN.finditer(text):
        kind, piece = match.lastgroup or "", match.group()
        if kind not in ("note", "blank"):
            yield line, kind, piece
        line += piece.count("\n")


@dataclass
class _Open:
    """A table or list whose end was not reached."""

    path: Place
    is_list: bool = False
    entries: int = 0
    key: list[str] = field(default_factory=list)
    in_value: bool = False


class _Walk:
    """What was met so far."""

    def __init__(self) -> None:
        self.lines: dict[Place, int] = {}
        self._counts: dict[Place, int] = {}
        self._open = [_Open(())]
        self._heading = 0
        self._heading_line = 0

    def step(self, line: int, kind: str, piece: str) -> None:
        """Take the next piece."""
        top = self._open[-1]
        if len(self._open) == 1 and not top.in_value:
            self._between(line, kind, piece, top)
        elif top.is_list:
            self._in_list(line, kind, piece, top)
        else:
            self._in_table(line, kind, piece, top)

    def _between(self, line: int, kind: str, piece: str, top: _Open) -> None:
        """At the outermost level, before an equals sign."""
        if piece == "[" and kind == "mark":
            self._heading += 1
            self._heading_line = line
        elif piece == "\n" and kind == "mark":
            if self._heading:
                self._begin_table(top)
            top.key = []
        elif not self._heading:
            self._in_table(line, kind, piece, top)
        elif piece != "]":
            top.key += _names(kind, piece)

    def _begin_table(self, top: _Open) -> None:
        path: Place = ()
        for name in top.key:
            path = self._newest((*path, name))
        if self._heading > 1:
            path = path if not isinstance(path[-1], int) else path[:-1]
            self._counts[path] = self._counts.get(path, 0) + 1
            path = self._newest(path)
        self.lines.setdefault(path, self._heading_line)
        self._open = [_Open(path)]
        self._heading = 0

    def _newest(self, path: Place) -> Place:
        """Of several tables of one name, the last that was begun."""
        return (*path, self._counts[path] - 1) if path in self._counts else path

    def _in_table(self, line: int, kind: str, piece: str, top: _Open) -> None:
        if kind in ("text", "bare") and not top.in_value:
            top.key += _names(kind, piece)
        elif piece == "=" and kind == "mark":
            for end in range(1, len(top.key) + 1):
                self.lines.setdefault((*top.path, *top.key[:end]), line)
            top.in_value = True
        elif piece in ("[", "{") and kind == "mark":
            self._open.append(_Open((*top.path, *top.key), is_list=piece == "["))
        elif piece in (",", "\n") and kind == "mark":
            top.key, top.in_value = [], False
        elif piece == "}" and kind == "mark":
            self._open.pop()

    def _in_list(self, line: int, kind: str, piece: str, top: _Open) -> None:
        if kind == "mark" and piece in (",", "]", "\n"):
            if piece == "]":
                self._open.pop()
            top.entries += piece == ","
            return
        here = (*top.path, top.entries)
        self.lines.setdefault(here, line)
        if kind == "mark":
            self._open.append(_Open(here, is_list=piece == "["))


def _names(kind: str, piece: str) -> list[str]:
    """The parts of a key: ``a.b`` has two, ``"a.b"`` is one."""
    if kind == "text":
        return [piece[1:-1]]
    return [part for part in piece.split(".") if part]
