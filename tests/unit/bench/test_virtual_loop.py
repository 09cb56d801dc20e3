"""The loop on which nights are simulated."""

from __future__ import annotations

import asyncio
import threading

from tests.bench.simulated.loop import VirtualClock, VirtualLoop


def test_sleeping_passes_time_at_once_and_in_order() -> None:
    """Hours of sleep are over at once, whoever sleeps less wakes first."""
    loop, woke = VirtualLoop(), list[tuple[str, float]]()
    clock = VirtualClock(loop)

    async def sleeper(name: str, seconds: float) -> None:
        await clock.sleep(seconds)
        woke.append((name, clock.monotonic()))

    async def both() -> None:
        await asyncio.gather(sleeper("long", 7200.0), sleeper("short", 1.0))

    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(both())
    assert [(name, round(at_s, 3)) for name, at_s in woke] == [("short", 1.0), ("long", 7200.0)]


def test_time_stands_while_a_thread_works() -> None:
    """What waits in a thread takes real time, in which no timer may fire."""
    loop, go_on, seen = VirtualLoop(), threading.Event(), list[float]()

    async def with_thread() -> None:
        woken = asyncio.Event()
        loop.call_later(60.0, woken.set)
        working = asyncio.ensure_future(asyncio.to_thread(go_on.wait, 5.0))
        loop.call_soon(go_on.set)
        assert await working
        seen.append(loop.time())
        await woken.wait()
        seen.append(loop.time())

    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(with_thread())
    assert [round(at_s, 3) for at_s in seen] == [0.0, 60.0]
