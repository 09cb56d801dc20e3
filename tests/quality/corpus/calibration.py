"""Whether findings that call themselves 70 % sure are right 70 times in 100."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from domain.publications import Status
from tests.quality.corpus.intervals import Share, share
from tests.quality.corpus.verdict import Verdict

DOUBTFUL = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
"""Edges of the bins of doubtful findings; the last edge belongs to the last bin."""
_ALL_BINS = 20
_CLAIMS = (Status.PUBLISHED, Status.OUTDATED)


@dataclass(frozen=True, slots=True)
class Bin:
    """Findings that are about equally sure."""

    low: float
    high: float
    mean_confidence: float
    right: Share


def claims(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The findings that say that a paper was found: this year's or an earlier one."""
    return [v for v in verdicts if v.said in _CLAIMS and not v.item.twin_of]


def doubtful(verdicts: Iterable[Verdict]) -> list[Bin]:
    """The bins between 0.5 and 0.95."""
    found, last = claims(verdicts), len(DOUBTFUL) - 2
    bins = []
    for order, (low, high) in enumerate(pairwise(DOUBTFUL)):
        inside = [
            v
            for v in found
            if low <= v.finding.confidence < high
            or (order == last and v.finding.confidence == high)
        ]
        bins.append(_bin(low, high, inside))
    return bins


def expected_error(verdicts: Iterable[Verdict]) -> float:
    """The mean distance between what findings claim and how often they are right."""
    found = claims(verdicts)
    groups: dict[int, list[Verdict]] = {}
    for verdict in found:
        place = min(int(verdict.finding.confidence * _ALL_BINS), _ALL_BINS - 1)
        groups.setdefault(place, []).append(verdict)
    bins = (_bin(0.0, 1.0, group) for group in groups.values())
    off = (abs(one.mean_confidence - one.right.value) * one.right.total for one in bins)
    return sum(off) / len(found) if found else 0.0


def _bin(low: float, high: float, inside: list[Verdict]) -> Bin:
    mean = sum(v.finding.confidence for v in inside) / len(inside) if inside else 0.0
    return Bin(low, high, mean, share(v.is_right for v in inside))
