"""What each figure must reach, in words, and whether it does."""

from __future__ import annotations

from dataclasses import dataclass

from tests.quality.corpus.floors import Floors, load_floors
from tests.quality.corpus.score import Figures
from tests.quality.intervals import Share


@dataclass(frozen=True, slots=True)
class Target:
    """One figure's."""

    words: str
    held: bool


def target_of(field: str, found: Figures, floors: Floors | None = None) -> Target | None:
    """The target of a figure; None where none is set."""
    held = floors if floors is not None else load_floors()
    got: Share = getattr(found, field)
    if field in ("required_found", "expected_found"):
        least = float(getattr(held, field))
        return Target(f"at least {100 * least:g} %", got.total == 0 or got.value >= least)
    if field == "decoys_taken":
        return Target(f"at most {100 * held.decoys_taken:g} %", got.value <= held.decoys_taken)
    most = getattr(held, field, None)
    return None if most is None else Target(str(most), got.hits <= int(most))
