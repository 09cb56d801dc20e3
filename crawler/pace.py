"""How fast a host answers, and the pause that a host which grows slower is given."""

from __future__ import annotations

from collections import deque
from statistics import median

_COUNTED = 5
"""Answers whose middle one tells the pace: a single heavy page slows nothing."""
_FEWEST = 3
_GROWN = 2.0
"""Slower than usual by so much is slowing down."""
_SHORTEST_USUAL_S = 0.05
_REST_PER_WORK = 2.0
"""The pause from start to start, in answer times: a host rests as long as it worked."""
LONGEST_PAUSE_S = 30.0


class Pace:
    """The answer times of one host within a visit: its usual one, and the one of now."""

    def __init__(self) -> None:
        self._recent_s: deque[float] = deque(maxlen=_COUNTED)
        self._usual_s: float | None = None

    def heard(self, took_s: float) -> None:
        """Take note of an answer: the seconds from the question to the first line of it."""
        self._recent_s.append(took_s)
        if len(self._recent_s) >= _FEWEST:
            now_s = max(median(self._recent_s), _SHORTEST_USUAL_S)
            self._usual_s = now_s if self._usual_s is None else min(self._usual_s, now_s)

    def pause_s(self, delay_s: float) -> float:
        """The pause from start to start that it needs; 0 where ``delay_s`` is enough.

        A host that always took long is left its own pace: only growth is a sign of trouble.
        """
        if self._usual_s is None:
            return 0.0
        now_s = median(self._recent_s)
        if now_s <= delay_s or now_s < _GROWN * self._usual_s:
            return 0.0
        return min(_REST_PER_WORK * now_s, LONGEST_PAUSE_S)
