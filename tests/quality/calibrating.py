"""Fitting what share of verdicts of a strength is right, from items whose truth is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from domain.publications import Status
from rules.verdict.calibration import CURVES, Calibration, Curve, kind_of

PRIOR_RIGHT, PRIOR_WRONG = 1.0, 0.5
"""Counted into every step, so that a few lucky items make nothing certain."""
LEAST_ITEMS = 30
"""A step of the curve rests on so many items at least; thinner ones are joined."""
DOUBT_LEFT_AT_FULL = 0.5
DOUBT_OF_THE_WEAKEST = 2.0
_ACCUSING = ("accused", "accused_near")
_HEADING = """\
# How probably what a verdict of a strength says is so (of "unverified": that the paper is there
# and right): points [strength, probability], both rising; between two points a straight line,
# beyond the ends level.
# Fitted on development items, item by item never on the held-out ones. Publications that an item
# says nothing of count together as many as those it holds, else they would make anything certain;
# the end of both accusing curves, at strength 1, is an assumption: half of the doubt left; so is,
# where no accusation of an item was wrong, twice the doubt at the weakest with a look-alike.
# Because rules are mended until these items come out right, "published" and both accusing curves
# are lowered to the shares that the last opening of the held-out wordings before the fit counted.
"""


@dataclass(frozen=True, slots=True)
class Told:
    """One verdict of known truth, judged without calibration."""

    status: Status
    strength: float
    right: float
    """1 where what it says of the office is so, 0 where not, 0.5 where nobody can tell."""
    near: bool = False
    """An accusation although something like the publication was seen."""
    holds: bool | None = None
    """Whether the item has the publication; None where it says nothing of it."""
    weight: float = 1.0
    """As how many verdicts it counts."""

    @property
    def is_trivial(self) -> bool:
        """An accusation that nothing in the item could have led astray."""
        return self.holds is None and self.status.accuses and not self.near


@dataclass(frozen=True, slots=True)
class Unseen:
    """What the last opening of the held-out wordings counted, no more than its shares."""

    published_right: float
    """Of what was called published."""
    accused_right: float
    """Of the accusations, at even odds that a paper is there."""


@dataclass(frozen=True, slots=True)
class _Step:
    """Neighbouring strengths taken together."""

    low: float
    high: float
    items: float
    right: float

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


def fit_calibration(told: Iterable[Told], source: str, unseen: Unseen | None = None) -> Calibration:
    """A curve for each kind of verdict; the straight line where nothing is told of one.

    With ``unseen`` each is lowered by how much less was right on wordings that nobody had seen:
    rules are mended until they are right on the wordings that were.
    """
    kept = balanced(told)
    curves = {name: fit([one for one in kept if _curve_of(one) == name]) for name in CURVES}
    if unseen is not None:
        curves["published"] = _lowered(curves["published"], unseen.published_right)
        curves |= {name: _lowered(curves[name], unseen.accused_right) for name in _ACCUSING}
    curves["accused_near"] = _leaning(curves["accused_near"])
    curves |= {name: _beyond(curves[name]) for name in _ACCUSING}
    return Calibration(**curves, source=source)


def _lowered(curve: Curve, most: float) -> Curve:
    """The curve with its end at most there, and every point lowered by the same share."""
    if curve == Curve():  # nothing was fitted
        return curve
    share = min(1.0, most / max(curve.points[-1][1], most))
    return Curve(tuple((at, round(right * share, 4)) for at, right in curve.points))


def balanced(told: Iterable[Told]) -> tuple[Told, ...]:
    """Trivial accusations together weigh as many as there are publications that are there.

    That is even odds for a publication before anything is looked at; as cast, twenty empty places
    for every filled one would make any accusation look certain.
    """
    kept = tuple(told)
    there, trivial = sum(one.holds is True for one in kept), sum(one.is_trivial for one in kept)
    weight = min(1.0, there / trivial) if there and trivial else 1.0
    return tuple(replace(one, weight=weight) if one.is_trivial else one for one in kept)


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
        step = _Step(at, at, one.weight, one.weight * one.right)
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


def _curve_of(told: Told) -> str:
    return kind_of(told.status, near=told.near)


def _leaning(curve: Curve) -> Curve:
    """The curve of accusations with a look-alike, where all that was seen is one level step.

    Rules mended until no accusation is wrong leave nothing to tell the surest look-alike from the
    faintest; it is then taken to leave twice the doubt: an assumption, nothing that was counted.
    """
    seen = curve.points[1:]
    if curve == Curve() or len(seen) < 2 or len({right for _, right in seen}) > 1:
        return curve
    (low, right), (high, _) = seen[0], seen[-1]
    weakest = max(0.0, 1.0 - (1.0 - right) * DOUBT_OF_THE_WEAKEST)
    return Curve((curve.points[0], (low, round(weakest, 4)), (high, right)))


def _beyond(curve: Curve) -> Curve:
    """An accusing curve carried on to the full strength, which the corpus never reaches.

    None of its portals has a search box or many pages. All that can be looked at at once is taken
    to halve the doubt that is left: an assumption, nothing that was counted.
    """
    strength, right = curve.points[-1]
    if strength >= 1.0:
        return curve
    return Curve((*curve.points, (1.0, round(right + (1.0 - right) * DOUBT_LEFT_AT_FULL, 4))))
