"""Changed publications whose version was not raised."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from domain.publications import PublicationId
from rules.catalogue.sources import shipped

Values = dict[str, Any]


def unraised(folder: Path, asked: Iterable[PublicationId]) -> dict[PublicationId, str]:
    """The version of each that says other things than the shipped one of its name and version.

    Every file asked for was read before and is a publication; remarks in it do not count.
    """
    found = {}
    for name in asked:
        own, before = _values(folder / f"{name}.toml"), _values(shipped() / f"{name}.toml")
        if before and own != before and own["version"] == before["version"]:
            found[name] = str(own["version"])
    return found


def _values(file: Path) -> Values:
    """What a file says; nothing where there is none."""
    return tomllib.loads(file.read_text(encoding="utf-8-sig")) if file.is_file() else {}
