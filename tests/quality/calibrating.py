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

    low: float
    high: float
    items: int
    right: int

    @property
    def rate(self) -> float:
        """As counted, which is what must rise."""
        return self.right / self.items

    @property
    def cautious_rate(self) -> float:
        return (self.right + PRIOR_RIGHT) / (self.items + PRIOR_RIGHT + PRIOR_WRONG)

    def joined(self, other: _Step) -> _Step:
        """The two as one; the other is the stronger."""
        return _Step(self.low, other.high, self.items + other.items, self.right + other.right)


def fit_calibration(told: Iterable[Told], source: str) -> Calibration:
    """A curve for each kind of verdict; the straight line where nothing is told of one."""
    kept = tuple(told)
    curves = {name: fit([one for one in kept if _kind(one.status) == name]) for name in CURVES}
    return Calibration(**curves, source=source)


def fit(told: Sequence[Told]) -> Curve:
    """Pool adjacent violators: the rising steps that fit best, each level, joined by lines."""
    if not told:
        return Curve()
    steps: list[_Step] = []
    for step in _thick_enough(_by_strength(told)):
        steps.append(step)
        while len(steps) > 1 and steps[-2].rate >= steps[-1].rate:
            last = steps.pop()
            steps[-1] = steps[-1].joined(last)
    rates = accumulate((round(step.cautious_rate, 4) for step in steps), max)
    points = {0.0: 0.0}  # below the weakest that was seen it falls to nothing: nobody counted there
    for step, rate in zip(steps, rates, strict=True):
        points |= {step.low: rate, step.high: rate}
    return Curve(tuple(points.items()))


def _by_strength(told: Sequence[Told]) -> list[_Step]:
    """A step for every strength that was seen, the weakest first."""
    seen: dict[float, _Step] = {}
    for one in told:
        at = round(one.strength, 4)
        step = _Step(at, at, 1, int(one.right))
        seen[at] = seen[at].joined(step) if at in seen else step
    return [seen[at] for at in sorted(seen)]


def _thick_enough(steps: Sequence[_Step]) -> list[_Step]:
    """Neighbours joined until every step rests on enough items."""
    thick = [steps[0]]
    for step in steps[1:]:
        if thick[-1].items < LEAST_ITEMS:
            thick[-1] = thick[-1].joined(step)
        else:
            thick.append(step)
    if len(thick) > 1 and thick[-1].items < LEAST_ITEMS:
        last = thick.pop()
        thick[-1] = thick[-1].joined(last)
    return thick


def as_toml(calibration: Calibration) -> str:
    """The table as the rules read it."""
    parts = [_HEADING + f'source = "{calibration.source}"\n']
    for name in CURVES:
        points = ", ".join(f"[{at}, {right}]" for at, right in getattr(calibration, name).points)
        parts.append(f"[{name}]\npoints = [{points}]\n")
    return "\n".join(parts)


def _kind(status: Status) -> str:
    if status.accuses:
        return "accused"
    return status.value if status in (Status.PUBLISHED, Status.UNVERIFIED) else ""
