"""The book of openings: who looked at the held-out fifth, when, and what was edited after it."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.quality.corpus.score import Figures

ROOT = Path(__file__).resolve().parents[3]
_BOOK = Path(__file__).with_name("openings.toml")
_FIGURES = (
    "required_found", "expected_found", "published_right", "decoys_taken", "wrong_year_or_issuer",
    "false_accusations", "spelling_differences",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opening:
    """One run of the held-out wordings."""

    date: datetime
    """UTC."""
    why: str
    rules: str
    """The digest of the rules it was taken under."""
    items: int
    figures: Mapping[str, str]


def rules_digest(root: Path = ROOT) -> str:
    """SHA-256 over the rules: their names and contents, in the order of the names."""
    held = hashlib.sha256()
    files = [file for file in (root / "rules").rglob("*") if file.suffix in (".py", ".toml")]
    for file in sorted(files):
        held.update(f"{file.relative_to(root).as_posix()}\0".encode())
        held.update(file.read_bytes() + b"\0")
    return held.hexdigest()


def opening_of(why: str, found: Figures, rules: str, now: datetime | None = None) -> Opening:
    """What is written into the book."""
    said = {name: str(getattr(found, name)) for name in _FIGURES}
    moment = (now or datetime.now(UTC)).replace(microsecond=0)
    return Opening(moment, why, rules, found.items, said)


def note_opening(opening: Opening, book: Path = _BOOK) -> None:
    """Append it."""
    lines = [
        "",
        "[[opening]]",
        f"date = {opening.date.isoformat()}",
        f"why = {_quoted(opening.why)}",
        f"rules = {_quoted(opening.rules)}",
        f"items = {opening.items}",
        "[opening.figures]",
        *(f"{name} = {_quoted(value)}" for name, value in opening.figures.items()),
    ]
    with book.open("a", encoding="utf-8") as held:
        held.write("\n".join(lines) + "\n")


def _quoted(text: str) -> str:
    """A TOML string: those of JSON are, where nothing is escaped but what both escape alike."""
    return json.dumps(text, ensure_ascii=False)


def load_openings(book: Path = _BOOK) -> tuple[Opening, ...]:
    """All of them, in order."""
    listed = tomllib.loads(book.read_text(encoding="utf-8")).get("opening", [])
    return tuple(Opening(**one) for one in listed)


def edits_after(opening: Opening, root: Path = ROOT) -> list[str] | None:
    """The commits that touched the rules after it, newest first; None where git cannot say."""
    git = shutil.which("git")
    if git is None:
        return None
    asked = [git, "log", "--format=%h %cs %s", f"--since={opening.date.isoformat()}", "--", "rules"]
    done = subprocess.run(asked, cwd=root, capture_output=True, text=True, check=False)
    return done.stdout.splitlines() if done.returncode == 0 else None
