"""What is to be tried: a text, a file or an address."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from domain.errors import UsageError

MOST_LINES = 1_000
LONGEST_LINE = 2_000
_MOST_BYTES = 2_000_000
_OUT_OF_A_PIPE = "-"
_PATHS_BEGIN = ("/", "./", "../", "~/")
_ENDINGS = (
    *("pdf", "doc", "docx", "odt", "rtf", "txt", "xls", "xlsx", "ods", "csv", "ppt", "pptx"),
    *("htm", "html", "jpg", "jpeg", "png", "tif", "tiff", "zip", "rar", "7z"),
)
"""Of the papers that portals hold."""


class GivenKind(StrEnum):
    """What a source is taken for."""

    TEXT = "text"
    FILE = "file"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Given:
    """A source and what it is taken for."""

    kind: GivenKind
    text: str
    """The text itself, the path or the address."""
    like_a_path: bool = False
    """Whether a text looks like the path of a file, which then is not there."""


def given_by(source: str, stdin: BinaryIO) -> Given:
    """An http(s) address, a file that is there, ``-`` for lines from a pipe, else a text.

    Raises UsageError when nothing is given, or the pipe holds no UTF-8 text.
    """
    if source.strip() == _OUT_OF_A_PIPE:
        return Given(GivenKind.TEXT, _from_pipe(stdin))
    if source.partition("://")[0].strip().lower() in ("http", "https") and "://" in source:
        return Given(GivenKind.ADDRESS, source.strip())
    if not source.strip():
        raise UsageError("nothing given; write a text, the path of a file or an http(s) address")
    if is_there(source):
        return Given(GivenKind.FILE, source)
    ends = source.rstrip().rpartition(".")[2].lower() in _ENDINGS
    return Given(GivenKind.TEXT, source, ends or source.lstrip().startswith(_PATHS_BEGIN))


def is_there(source: str) -> bool:
    """Whether there is a file or folder of this path."""
    try:
        return Path(source).exists()
    except (OSError, ValueError):  # too long for a path, or with a zero byte: a text
        return False


def _from_pipe(stdin: BinaryIO) -> str:
    body = stdin.read(_MOST_BYTES + 1)
    if len(body) > _MOST_BYTES:
        raise UsageError(f"more than {_MOST_BYTES:,} bytes came in; name a file to have it read")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError("what came in is no UTF-8 text; name a file to have it read") from error


def lines_of_text(text: str) -> tuple[str, ...]:
    """The lines that say something.

    Raises UsageError when there is none, or more or longer ones than a person looks through.
    """
    lines = tuple(line.strip() for line in text.splitlines() if line.strip())
    if not lines:
        raise UsageError("nothing given; write a text, the path of a file or an http(s) address")
    if len(lines) > MOST_LINES:
        raise UsageError(f"{len(lines):,} lines; at most {MOST_LINES:,} are tried at once")
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            raise UsageError(f"line {number} has more than {LONGEST_LINE:,} letters: no title")
    return lines
