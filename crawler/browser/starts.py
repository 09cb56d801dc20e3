"""Whether the browser is started once more after starts that failed."""

from __future__ import annotations

from domain.protocols import Clock

MOST_FAILED_STARTS = 3
"""A program that fails so often in a row is left alone for a while: each try costs seconds."""
REST_S = 300.0
"""So long: a machine that was too busy or out of memory may not be later in the night."""


class Starts:
    """Counts the starts that failed in a row."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._failed = 0
        self._last_failed_s = 0.0

    @property
    def may_start(self) -> bool:
        """Whether a start is worth its seconds now."""
        rested = self._clock.monotonic() - self._last_failed_s >= REST_S
        return self._failed < MOST_FAILED_STARTS or rested

    def failed(self) -> None:
        """A start failed."""
        self._failed += 1
        self._last_failed_s = self._clock.monotonic()

    def worked(self) -> None:
        """The browser runs."""
        self._failed = 0
