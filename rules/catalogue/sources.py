"""The files of a catalogue as text: found, measured, decoded and read as TOML."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from domain.errors import CatalogueError
from rules.catalogue.lines import Place, lines_of
from rules.catalogue.problems import Problem

SHARED = "_shared.toml"
"""The words that all publications share."""
LARGEST_FILE_BYTES = 1_000_000
_ID = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_AT_LINE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")

_LIKE_A_DATE = re.compile(r"=\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
_HINTS = {
    "Unclosed array": "a comma or ] is missing",
    "Illegal character": "a closing quote is missing",
    "Cannot overwrite": "the key stands twice",
    "Expected '='": "a comment begins with #",
    "Invalid value": "a text stands in quotes",
}


def shipped() -> Path:
    """The folder of the publications that come with the program."""
    return Path(__file__).parent


@dataclass(frozen=True)
class Source:
    """One file that is TOML."""

    file: Path
    content: str
    values: Mapping[str, Any]

    @cached_property
    def _lines(self) -> dict[Place, int]:
        return lines_of(self.content)

    def line_of(self, place: Place) -> int | None:
        """The line of a key or entry, else of what it lies in; None for the file as a whole."""
        while place:
            if place in self._lines:
                return self._lines[place]
            place = place[:-1]
        return None

    def problem(self, place: Place, reason: str, also: Path | None = None) -> Problem:
        """What is wrong at a place of this file."""
        return Problem(self.file, self.line_of(place), _written(place), reason, also)


def _written(place: Place) -> str:
    """A place as people read it: ``legal_basis[2].levels[1]``."""
    words = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in place)
    return words.removeprefix(".")


def files_of(folder: Path) -> list[Path]:
    """The files of a catalogue's folder; one without shared words takes the shipped ones.

    Raises CatalogueError when there is no publication.
    """
    try:
        found = sorted(folder.glob("*.toml"))
    except OSError as error:
        raise CatalogueError(f"{folder}: cannot be read: {error.strerror}") from error
    if not folder.is_dir():
        raise CatalogueError(f"{folder}: no such folder")
    if all(file.name == SHARED for file in found):
        raise CatalogueError(f"{folder}: no publication (*.toml) found")
    return with_shared(found)


def with_shared(files: Iterable[Path]) -> list[Path]:
    """The files, the shipped shared words among them when they bring none."""
    by_name = {SHARED: shipped() / SHARED, **{file.name: file for file in files}}
    return [by_name[name] for name in sorted(by_name)]


def read_sources(files: Iterable[Path], problems: list[Problem]) -> tuple[list[Source], str]:
    """Every file that is TOML, and the SHA-256 over all that could be read, in hexadecimal."""
    digest = hashlib.sha256()
    sources = []
    for file in files:
        content = _content(file, problems)
        if content is None:
            continue
        digest.update(file.name.encode() + b"\0" + content.encode() + b"\0")
        if file.name != SHARED and not _ID.fullmatch(file.stem):
            reason = "the file's name is the identifier: small letters a-z, digits and single _"
            problems.append(Problem(file, None, "", reason))
        values = _values(file, content, problems)
        if values is not None:
            sources.append(Source(file, content, values))
    return sources, digest.hexdigest()


def _content(file: Path, problems: list[Problem]) -> str | None:
    body = b""
    if file.exists() and not file.is_file():  # a pipe would be waited for without end
        problems.append(Problem(file, None, "", "not a file"))
        return None
    try:
        with file.open("rb") as opened:
            body = opened.read(LARGEST_FILE_BYTES + 1)
        if len(body) > LARGEST_FILE_BYTES:
            reason = f"larger than {LARGEST_FILE_BYTES:,} bytes: no description of a publication"
            problems.append(Problem(file, None, "", reason))
            return None
        return body.decode("utf-8-sig").replace("\r\n", "\n")  # as Windows editors save it
    except OSError as error:
        problems.append(Problem(file, None, "", f"cannot be read: {error.strerror}"))
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        problems.append(Problem(file, line, "", "not UTF-8 text; save it as UTF-8"))
    return None


def _hint(reason: str, written: str) -> str:
    """What is most likely meant by a reason, for people who do not write TOML every day."""
    if _LIKE_A_DATE.search(written):
        return "; a date is written 2014-05-01, and must exist"
    return next((f"; {hint}" for words, hint in _HINTS.items() if words in reason), "")


@lru_cache(maxsize=32)
def _parsed(content: str) -> Mapping[str, Any]:
    """Who edits one file of a catalogue has the others read again and again; never changed."""
    return tomllib.loads(content)


def _values(file: Path, content: str, problems: list[Problem]) -> Mapping[str, Any] | None:
    try:
        return _parsed(content)
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        last = content.rstrip("\n").count("\n") + 1
        line = int(at[1]) if at and at[1] else last
        reason = _AT_LINE.sub("", str(error))
        written = content.split("\n")[line - 1]
        problems.append(Problem(file, line, "", f"not TOML: {reason}{_hint(reason, written)}"))
    except RecursionError:
        problems.append(Problem(file, None, "", "not TOML: lists or tables nested too deeply"))
    except ValueError:  # Python refuses to read whole numbers of thousands of digits
        problems.append(Problem(file, None, "", "not TOML: a number of thousands of digits"))
    return None
