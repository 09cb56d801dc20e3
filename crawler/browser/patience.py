"""How long a page may take to be shown: longer where the machine has turned out to be slow."""

from __future__ import annotations

LONGER = 4.0
"""Times the usual, for a page that was not done in time and for those after a slow one."""
MOST_EXTRA_S = 1200.0
"""Beyond the usual in one visit: a portal whose pages never come to rest holds others up."""
_SLOW = 0.5
"""A page that took this share of the usual time tells that the machine is busy."""


class Patience:
    """Learns from the pages of one visit."""

    def __init__(self, usual_s: float) -> None:
        self._usual_s = usual_s
        self._left_s = MOST_EXTRA_S
        self._too_slow: set[str] = set()
        self._slow = False

    def seconds(self, address: str) -> float:
        """How long the page may take."""
        if not self._slow and address not in self._too_slow:
            return self._usual_s
        return self._usual_s + max(0.0, min(self._left_s, (LONGER - 1) * self._usual_s))

    def took(self, address: str, elapsed_s: float, *, done: bool) -> None:
        """Take note of a page: ``done`` is False when its time ran out."""
        self._left_s -= max(0.0, elapsed_s - self._usual_s)
        self._slow = not done or elapsed_s > _SLOW * self._usual_s
        if not done:
            self._too_slow.add(address)
