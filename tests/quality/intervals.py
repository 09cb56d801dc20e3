"""Shares with the range in which the true share lies, 95 times in 100."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

_Z = 1.959963984540054
"""The standard normal quantile of a two-sided 95 % interval."""


def wilson(hits: int, total: int) -> tuple[float, float]:
    """Wilson's score interval: honest for small numbers and for shares near 0 and 1."""
    if total == 0:
        return 0.0, 1.0
    share, weight = hits / total, _Z * _Z / total
    middle = (share + weight / 2) / (1 + weight)
    half = _Z / (1 + weight) * math.sqrt(share * (1 - share) / total + weight / (4 * total))
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    high = 1.0 if hits == total else min(1.0, middle + half)
    return low, high


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    hits: int
    total: int

    @property
    def value(self) -> float:
        """Between 0 and 1; 0 of nothing is 0."""
        return self.hits / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Its 95 % interval."""
        return wilson(self.hits, self.total)

    def __str__(self) -> str:
        if self.total == 0:
            return "–"
        low, high = self.interval
        percents = f"{100 * self.value:.1f} %, {100 * low:.1f}–{100 * high:.1f}"
        return f"{self.hits}/{self.total} ({percents})"


def share(answers: Iterable[bool]) -> Share:
    """How many of the answers are yes."""
    said = list(answers)
    return Share(sum(said), len(said))
