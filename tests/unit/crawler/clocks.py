"""A clock that moves only when somebody sleeps."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta


class FakeClock:
    """Time passes by sleeping alone, and at once."""

    def __init__(self) -> None:
        self.passed_s = 0.0

    def now(self) -> datetime:
        """A fixed evening, and what passed since."""
        return datetime(2026, 11, 22, 15, 0, tzinfo=UTC) + timedelta(seconds=self.passed_s)

    def monotonic(self) -> float:
        """Seconds passed."""
        return self.passed_s

    async def sleep(self, seconds: float) -> None:
        """Let time pass and others run."""
        self.passed_s += seconds
        await asyncio.sleep(0)
