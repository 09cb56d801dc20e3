"""From the raw strength of a verdict to a probability."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from domain.errors import CatalogueError
from domain.publications import Status

CURVES = ("published", "accused", "accused_near", "unverified")
"""The kinds of verdict, each with a curve of its own.

``accused`` is missing where nothing came near, ``accused_near`` is missing and outdated where
something like the publication was seen and did not count.
"""


@dataclass(frozen=True, slots=True)
class Curve:
    """Straight lines between points (strength, probability), both rising; level beyond the ends."""

    points: tuple[tuple[float, float], ...] = ((0.0, 0.0), (1.0, 1.0))

    def probability(self, strength: float) -> float:
        """How often verdicts of such a strength are right."""
        place = bisect_right(self.points, (strength, 2.0))
        if place == 0:
            return self.points[0][1]
        if place == len(self.points):
            return self.points[-1][1]
        (low, at_low), (high, at_high) = self.points[place - 1], self.points[place]
        return at_low + (at_high - at_low) * (strength - low) / (high - low)


@dataclass(frozen=True, slots=True)
class Calibration:
    """A curve for each kind of verdict; without points given, strengths stay as they are."""

    published: Curve = Curve()
    accused: Curve = Curve()
    accused_near: Curve = Curve()
    unverified: Curve = Curve()
    source: str = ""
    """What it was fitted on, and when."""

    def probability(self, status: Status, strength: float, *, near: bool = False) -> float:
        """How probably what a verdict says of the office is so; 0 where it says nothing.

        For ``unverified``, which asks: how probably the paper asked about is there and right.
        """
        curve = kind_of(status, near=near)
        return getattr(self, curve).probability(strength) if curve else 0.0


def kind_of(status: Status, *, near: bool) -> str:
    """The curve of a verdict; empty for those that say nothing."""
    if status.accuses:
        return "accused_near" if near else "accused"
    return status.value if status in (Status.PUBLISHED, Status.UNVERIFIED) else ""


def calibration_file() -> Path:
    """The shipped table."""
    return Path(__file__).parent / "calibration.toml"


def load_calibration(file: Path | None = None) -> Calibration:
    """The table of a file, the shipped one when none is given.

    Raises CatalogueError naming file and curve where points do not rise or leave 0 to 1.
    """
    path = file if file is not None else calibration_file()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CatalogueError(f"{path}: cannot be read as TOML: {error}") from error
    curves = {name: _curve(path, name, values.get(name)) for name in CURVES}
    return Calibration(**curves, source=str(values.get("source", "")))


def _curve(path: Path, name: str, table: object) -> Curve:
    points = table.get("points") if isinstance(table, dict) else None
    try:
        curve = Curve(tuple((float(at), float(right)) for at, right in points or ()))
    except (TypeError, ValueError):
        curve = Curve(())
    inside = all(0.0 <= value <= 1.0 for point in curve.points for value in point)
    rising = all(one[0] < two[0] and one[1] <= two[1] for one, two in pairwise(curve.points))
    if not (curve.points and inside and rising):
        wanted = "a list of [strength, probability], both rising from 0 to 1"
        raise CatalogueError(f"{path}: [{name}] points: must be {wanted}")
    return curve
