"""What must be held, and what is not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.quality.corpus.score import Figures

_FILE = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of the labelled corpus."""

    false_accusations: int
    required_found: float
    expected_found: float
    decoys_taken: float
    wrong_year_or_issuer: int
    spelling_differences: int
    failures: int
    wordings: int
    items: int
    held_out_share: float


def load_floors(file: Path = _FILE) -> Floors:
    """The shipped floors.

    Raises:
        TypeError: a floor is missing or unknown.
    """
    return Floors(**tomllib.loads(file.read_text(encoding="utf-8")))


def broken(found: Figures, failures: int, floors: Floors) -> list[str]:
    """The floors that are not held, with the figure."""
    return list(_broken(found, failures, floors))


def _broken(found: Figures, failures: int, floors: Floors) -> Iterator[str]:
    counts = (
        ("accusations the truth does not allow", found.false_accusations, floors.false_accusations),
        ("wrong year or issuer accepted", found.wrong_year_or_issuer, floors.wrong_year_or_issuer),
        ("verdicts changed by spelling", found.spelling_differences, floors.spelling_differences),
    )
    for name, got, most in counts:
        if got.hits > most:
            yield f"{name}: {got}, at most {most}"
    for name, got, least in (
        ("required publications found", found.required_found, floors.required_found),
        ("expected publications found", found.expected_found, floors.expected_found),
    ):
        if got.total and got.value < least:
            yield f"{name}: {got}, at least {100 * least:g} %"
    if found.decoys_taken.value > floors.decoys_taken:
        yield f"decoys taken: {found.decoys_taken}, at most {100 * floors.decoys_taken:g} %"
    if failures > floors.failures:
        yield f"items that the program failed on: {failures}, at most {floors.failures}"
