"""Whether findings that call themselves 70 % sure are right 70 times in 100."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from domain.publications import Status
from tests.quality.corpus.verdict import Verdict
from tests.quality.intervals import Share, share

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
"""An edge belongs to the bin above it; the last one to the last bin."""
_ALL_BINS = 20


@dataclass(frozen=True, slots=True)
class Bin:
    """Findings that are about equally sure."""

    low: float
    high: float
    mean_confidence: float
    right: Share


@dataclass(frozen=True, slots=True)
class Claim:
    """One kind of thing that findings say."""

    name: str
    chooses: Callable[[Verdict], bool]


CLAIMS = (
    Claim("this year's or standing papers found", lambda v: v.said is Status.PUBLISHED),
    Claim("accusations although something like it was seen", lambda v: v.is_near),
    Claim(
        "accusations with nothing like it seen, of publications the item is about",
        lambda v: v.said.accuses and not v.is_near and v.is_named,
    ),
    Claim(
        "accusations with nothing like it seen, of publications the item says nothing of",
        lambda v: v.said.accuses and not v.is_near and not v.is_named,
    ),
    Claim(
        "questions, by whether the paper is there (those that nobody can tell left out)",
        lambda v: v.said is Status.UNVERIFIED and v.truth in (0.0, 1.0),
    ),
)


def of_claim(claim: Claim, verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The findings that say so; twins in another spelling count once."""
    return [v for v in verdicts if claim.chooses(v) and not v.item.twin_of]


def bins(found: Sequence[Verdict]) -> list[Bin]:
    """One for each pair of edges, the empty ones too."""
    last = len(EDGES) - 2
    return [
        _bin(low, high, [v for v in found if _is_in(v, low, high, closed=order == last)])
        for order, (low, high) in enumerate(pairwise(EDGES))
    ]


def _is_in(verdict: Verdict, low: float, high: float, *, closed: bool) -> bool:
    sure = verdict.finding.confidence
    return low <= sure < high or (closed and sure == high)


def expected_error(found: Sequence[Verdict]) -> float:
    """The mean distance between what findings claim and how often they are right."""
    groups: dict[int, list[Verdict]] = {}
    for verdict in found:
        place = min(int(verdict.finding.confidence * _ALL_BINS), _ALL_BINS - 1)
        groups.setdefault(place, []).append(verdict)
    apart = (_bin(0.0, 1.0, group) for group in groups.values())
    off = (abs(one.mean_confidence - one.right.value) * one.right.total for one in apart)
    return sum(off) / len(found) if found else 0.0


def _bin(low: float, high: float, inside: Sequence[Verdict]) -> Bin:
    mean = sum(v.finding.confidence for v in inside) / len(inside) if inside else 0.0
    return Bin(low, high, mean, share(v.truth == 1.0 for v in inside))
