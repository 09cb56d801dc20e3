"""Writes docs/reference/ from the program itself; --check says which page is stale instead."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from app.cli.program import make_program
from domain.outcomes import Outcome, PortalState, Skip, StoppedBy
from domain.publications import Status
from reports.words import STATES, STATUSES
from rules.catalogue import LegalBasis, load_catalogue

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference"
NOTICE = "<!-- Written by scripts/make_reference.py; `scripts/check --fix` renews it. -->\n\n"


def commands() -> str:
    """Every command with its arguments and options."""
    lines = ["# Commands", ""]
    root = typer.main.get_command(make_program())
    for path, command in _walk(root, "giamsat"):
        lines += [f"## `{path}`", "", (command.help or "").strip(), ""]
        shown = () if getattr(command, "commands", None) else command.params
        lines += [*(_parameter(parameter) for parameter in shown), ""]
    return "\n".join(lines)


def _walk(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    yield path, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from _walk(inner, f"{path} {name}")


def _parameter(parameter: Any) -> str:
    words = parameter.help or ""
    if parameter.param_type_name == "argument":
        return f"- `{parameter.name.upper()}` – {words}"
    metavar = "" if parameter.is_flag else f" {parameter.metavar or parameter.name.upper()}"
    return f"- `{', '.join(parameter.opts)}{metavar}` – {words}"


def configuration() -> str:
    """The keys, their defaults and reasons, as config.toml says them."""
    text = (ROOT / "config.toml").read_text(encoding="utf-8")
    heading = "# Configuration\n\n`config.toml` with every key and its default:"
    return f"{heading}\n\n```toml\n{text}```\n"


def publications() -> str:
    """What the catalogue looks for."""
    lines = ["# Publications", "", "| id | name | period | version |", "|---|---|---|---|"]
    catalogue = load_catalogue()
    entries = sorted(catalogue.publications, key=lambda entry: entry.order)
    lines += [f"| `{e.id}` | {e.title} | {e.period} | {e.version} |" for e in entries]
    for entry in entries:
        lines += ["", f"## {entry.title}", ""]
        lines += [_basis(basis) for basis in entry.bases]
    return "\n".join(lines) + "\n"


def _basis(basis: LegalBasis) -> str:
    levels = ", ".join(sorted(level.value for level in basis.levels))
    until = f" – {basis.valid_to}" if basis.valid_to else ""
    return f"- {levels} (from {basis.valid_from}{until}): {basis.text} [{basis.source}]"


def words() -> str:
    """The words of verdicts, portal states, outcomes and skips."""
    lines = ["# Words", "", "## Status of a publication", ""]
    lines += [
        f"- `{status}` – {STATUSES[status].word}: {STATUSES[status].meaning}" for status in Status
    ]
    lines += ["", "## State of a portal", ""]
    lines += [f"- `{state}` – {STATES[state]}" for state in PortalState]
    for title, kind in (
        ("Outcome of asking one address", Outcome),
        ("Why an address was passed over", Skip),
        ("Why a visit ended", StoppedBy),
    ):
        lines += ["", f"## {title}", "", ", ".join(f"`{word.value}`" for word in kind)]
    return "\n".join(lines) + "\n"


PAGES = {
    "commands.md": commands,
    "configuration.md": configuration,
    "publications.md": publications,
    "words.md": words,
}


def main(arguments: list[str]) -> int:
    """Write the pages, or with --check compare them."""
    stale = []
    for name, make in PAGES.items():
        page = REFERENCE / name
        text = NOTICE + make()
        if page.is_file() and page.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in arguments:
            REFERENCE.mkdir(parents=True, exist_ok=True)
            page.write_text(text, encoding="utf-8")
    if stale and "--check" in arguments:
        print(f"docs/reference is stale: {', '.join(stale)}; run scripts/check --fix")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
