"""A catalogue with one publication more, to be changed and broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rules.catalogue import WrongCatalogueError, load_catalogue
from rules.catalogue.sources import shipped

GOOD = """title = "Thử"
short = "Thử"
period = "yearly"
order = 1
version = "1"
names = [
  "thử nghiệm",
  "bản thử",
]
not_with = ["tin"]

[[legal_basis]]
levels = ["commune", "district"]
text = "Một"
valid_from = 2014-05-01
valid_to = 2020-01-31
source = "a"

[[legal_basis]]
levels = ["commune"]
text = "Hai"
valid_from = 2020-02-01
source = "b"
"""


def problems(folder: Path, content: str | bytes, name: str = "trial.toml") -> list[str]:
    """What is said of a folder with one file in it."""
    written = content if isinstance(content, bytes) else content.encode()
    (folder / name).write_bytes(written)
    with pytest.raises(WrongCatalogueError) as caught:
        load_catalogue(folder)
    assert str(caught.value).count("\n") + 1 == len(caught.value.problems)
    return [str(problem).removeprefix(f"{folder}/") for problem in caught.value.problems]


def copied(folder: Path) -> Path:
    """A copy of the shipped catalogue."""
    for file in shipped().glob("*.toml"):
        shutil.copy(file, folder)
    return folder


def change(file: Path, old: str, new: str) -> None:
    """Replace one place of a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
