"""What tells one version of the rules from another."""

from __future__ import annotations

import hashlib
from pathlib import Path

from rules.catalogue import Catalogue

_DECIDES = ("*.py", "*.toml")


def rule_digest(catalogue: Catalogue) -> str:
    """SHA-256 over the catalogue in use and every file of the rules, their code included.

    No number has to be raised by hand: a change that nobody announced is a rule upgrade too,
    and would else be taken for a change of a portal.
    """
    digest = hashlib.sha256(catalogue.digest.encode())
    folder = Path(__file__).parent
    files = {file for pattern in _DECIDES for file in folder.rglob(pattern)}
    for file in sorted(files):
        name = file.relative_to(folder).as_posix()
        digest.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
