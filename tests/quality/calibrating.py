"""Fitting what share of verdicts of a strength is right, from items whose truth is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from domain.publications import Status
from rules.calibration import CURVES, Calibration, Curve

PRIOR_RIGHT, PRIOR_WRONG = 1.0, 0.5
"""Counted into every step, so that a few lucky items make nothing certain."""
LEAST_ITEMS = 30
"""A step of the curve rests on so many items at least; thinner ones are joined."""
_HEADING = """\
# What share of verdicts of a strength turned out right: points [strength, probability], both
# rising; between two points a straight line, beyond the ends level.
# Fitted on development items only, never on the held-out ones.
"""


@dataclass(frozen=True, slots=True)
class Told:
    """One verdict of known truth, judged without calibration."""

    status: Status
    strength: float
    right: bool


@dataclass(frozen=True, slots=True)
class _Step:
    """Neighbouring strengths taken together."""

    total: float
    """Sum of the strengths."""
    items: int
    right: int

    @property
    def strength(self) -> float:
        return self.total / self.items

    @property
    def rate(self) -> float:
        """As counted, which is what must rise."""
        return self.right / self.items

    @property
    def cautious_rate(self) -> float:
        return (self.right + PRIOR_RIGHT) / (self.items + PRIOR_RIGHT + PRIOR_WRONG)

    def joined(self, other: _Step) -> _Step:
        items, right = self.items + other.items, self.right + other.right
        return _Step(self.total + other.total, items, right)


def fit_calibration(told: Iterable[Told], source: str) -> Calibration:
    """A curve for each kind of verdict; the straight line where nothing is told of one."""
    kept = tuple(told)
    curves = {name: fit([one for one in kept if _kind(one.status) == name]) for name in CURVES}
    return Calibration(**curves, source=source)


def fit(told: Sequence[Told]) -> Curve:
    """Pool adjacent violators: the rising steps that fit best, as points at their means."""
    if not told:
        return Curve()
    steps: list[_Step] = []
    for one in sorted(told, key=lambda one: one.strength):
        steps.append(_Step(one.strength, 1, int(one.right)))
        while len(steps) > 1 and _must_join(steps[-2], steps[-1]):
            last = steps.pop()
            steps[-1] = steps[-1].joined(last)
    while len(steps) > 1 and steps[-1].items < LEAST_ITEMS:
        last = steps.pop()
        steps[-1] = steps[-1].joined(last)
    rates = accumulate((step.cautious_rate for step in steps), max)
    at = (step.strength for step in steps)
    return Curve(tuple((round(x, 4), round(y, 4)) for x, y in zip(at, rates, strict=True)))


def as_toml(calibration: Calibration) -> str:
    """The table as the rules read it."""
    parts = [_HEADING + f'source = "{calibration.source}"\n']
    for name in CURVES:
        points = ", ".join(f"[{at}, {right}]" for at, right in getattr(calibration, name).points)
        parts.append(f"[{name}]\npoints = [{points}]\n")
    return "\n".join(parts)


def _must_join(one: _Step, two: _Step) -> bool:
    same = round(one.strength, 4) == round(two.strength, 4)
    return same or one.items < LEAST_ITEMS or one.rate >= two.rate


def _kind(status: Status) -> str:
    if status.accuses:
        return "accused"
    return status.value if status in (Status.PUBLISHED, Status.UNVERIFIED) else ""
