"""An event loop whose time passes only while nothing can be done."""

from __future__ import annotations

import asyncio
import selectors
from concurrent.futures import Executor
from datetime import UTC, datetime, timedelta
from typing import Any

_EVENING = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
_LOOK_S = 0.05


class _Selector(selectors.DefaultSelector):
    """Instead of waiting for a timer, lets the time of its loop jump there."""

    jumped_s = 0.0
    in_threads = 0
    """Calls under way in threads, which real time passes for."""

    def select(self, timeout: float | None = None) -> list[Any]:
        """What is ready; where nothing is, nothing is under way and a timer is set: it is due."""
        ready = super().select(0)
        if ready or timeout == 0:
            return ready
        if self.in_threads or timeout is None:
            return super().select(_LOOK_S)
        self.jumped_s += timeout
        return []


class VirtualLoop(asyncio.SelectorEventLoop):
    """Sleeps take no time; work does not either, as it is not counted."""

    def __init__(self) -> None:
        self._jumping = _Selector()
        super().__init__(self._jumping)

    def time(self) -> float:
        """Seconds slept through."""
        return self._jumping.jumped_s

    def run_in_executor(  # type: ignore[override] # as the loop above takes any arguments
        self, executor: Executor | None, func: Any, *args: Any
    ) -> asyncio.Future[Any]:
        """Time stands while a thread works."""
        self._jumping.in_threads += 1
        future = super().run_in_executor(executor, func, *args)
        future.add_done_callback(self._back)
        return future

    def _back(self, _: asyncio.Future[Any]) -> None:
        self._jumping.in_threads -= 1


class VirtualClock:
    """The clock of such a loop."""

    def __init__(self, loop: VirtualLoop) -> None:
        self._loop = loop

    def now(self) -> datetime:
        """An evening, and what passed since."""
        return _EVENING + timedelta(seconds=self._loop.time())

    def monotonic(self) -> float:
        """Seconds passed."""
        return self._loop.time()

    async def sleep(self, seconds: float) -> None:
        """Let time pass."""
        await asyncio.sleep(seconds)
