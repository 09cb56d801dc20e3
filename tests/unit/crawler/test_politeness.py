"""Turns: one at a time, and the pause between starts."""

from __future__ import annotations

import asyncio

from crawler.politeness import Politeness
from tests.unit.crawler.clocks import FakeClock


async def _starts(
    politeness: Politeness, clock: FakeClock, lasts_s: tuple[float, ...]
) -> list[float]:
    starts: list[float] = []
    for seconds in lasts_s:
        async with politeness.turn("10.0.0.1"):
            starts.append(clock.monotonic())
            await clock.sleep(seconds)
    return starts


def test_pause_between_starts() -> None:
    """The pause counts from start to start, so a slow answer has served it already."""
    clock = FakeClock()
    starts = asyncio.run(_starts(Politeness(1.0, clock), clock, (0.25, 3.0, 0.0)))
    assert starts == [0.0, 1.0, 4.0]


def test_one_at_a_time() -> None:
    """Two portals on one machine never ask it at once, and share its pause."""
    clock = FakeClock()
    politeness = Politeness(1.0, clock)
    inside: list[int] = []
    starts: list[float] = []

    async def ask(host: str) -> None:
        async with politeness.turn("10.0.0.1", host):
            starts.append(clock.monotonic())
            inside.append(1)
            assert len(inside) == 1
            await asyncio.sleep(0)
            inside.pop()

    async def all_at_once() -> None:
        await asyncio.gather(*(ask(f"xa{number}.vn") for number in range(5)))

    asyncio.run(all_at_once())
    assert starts == [0.0, 1.0, 2.0, 3.0, 4.0]


def test_other_machines_do_not_wait() -> None:
    """One slow machine starves no other."""
    clock = FakeClock()
    politeness = Politeness(1.0, clock)

    async def both() -> float:
        async with politeness.turn("10.0.0.1"), politeness.turn("10.0.0.2"):
            return clock.monotonic()

    assert asyncio.run(both()) == 0.0


def test_the_pause_counts_from_sending() -> None:
    """Time spent connecting does not shorten the pause that the server sees."""
    clock = FakeClock()
    politeness = Politeness(1.0, clock)

    async def two() -> float:
        async with politeness.turn("10.0.0.1") as turn:
            await clock.sleep(0.6)
            turn.sent()
        async with politeness.turn("10.0.0.1"):
            return clock.monotonic()

    assert asyncio.run(two()) == 1.6


def test_crawl_delay_of_a_host() -> None:
    """A host's own, longer pause holds at its machine, and never gets shorter."""
    clock = FakeClock()
    politeness = Politeness(1.0, clock)
    politeness.slow_down("xa.vn", 5.0)
    politeness.slow_down("xa.vn", 2.0)

    async def two() -> float:
        for _ in range(2):
            async with politeness.turn("10.0.0.1", "xa.vn"):
                pass
        return clock.monotonic()

    assert asyncio.run(two()) == 5.0


def test_hold() -> None:
    """Retry-After lets nothing start at the host before its time."""
    clock = FakeClock()
    politeness = Politeness(1.0, clock)
    politeness.hold("10.0.0.1", 30.0)
    assert asyncio.run(_starts(politeness, clock, (0.0,))) == [30.0]


def test_what_one_host_asks_for_holds_up_no_other_on_its_machine() -> None:
    """Crawl-delay, Retry-After and slowness of one of a hundred neighbours are its own."""
    clock = FakeClock()
    politeness = Politeness(1.0, clock)
    politeness.slow_down("cham.vn", 60.0)
    politeness.hold("ban.vn", 300.0)
    starts: list[tuple[str, float]] = []

    async def ask(host: str) -> None:
        async with politeness.turn("10.0.0.1", host):
            starts.append((host, clock.monotonic()))

    async def all_of_it() -> None:
        for host in ("cham.vn", "khac.vn", "khac.vn", "cham.vn", "khac.vn"):
            await ask(host)

    asyncio.run(all_of_it())
    assert starts == [
        ("cham.vn", 0.0), ("khac.vn", 1.0), ("khac.vn", 2.0), ("cham.vn", 60.0), ("khac.vn", 61.0)
    ]  # fmt: skip


def test_a_turn_tells_what_its_own_host_made_it_wait() -> None:
    """A hold is the portal's own time; waiting for a neighbour on the machine is not."""
    clock = FakeClock()
    politeness = Politeness(1.0, clock)
    waited: list[float] = []

    async def ask(host: str) -> None:
        async with politeness.turn("10.0.0.1", host) as turn:
            waited.append(turn.waited_s)

    async def all_of_it() -> None:
        politeness.hold("xa.vn", 30.0)
        await ask("xa.vn")
        await ask("khac.vn")

    asyncio.run(all_of_it())
    assert waited == [30.0, 0.0]
    assert clock.monotonic() == 31.0


def test_a_host_that_slows_down_is_asked_slower() -> None:
    """From start to start it gets twice its answer time, until it is quick again."""
    clock = FakeClock()
    politeness = Politeness(1.0, clock)

    async def gap_after(took_s: float) -> float:
        for _ in range(5):
            politeness.heard("10.0.0.1", took_s)
        return (await _starts(politeness, clock, (0.0, 0.0)))[-1]

    async def all_of_it() -> list[float]:
        gaps = []
        for took_s in (0.2, 4.0, 0.2):
            begun_s = clock.monotonic()
            gaps.append(await gap_after(took_s) - begun_s)
        return gaps

    assert asyncio.run(all_of_it()) == [1.0, 16.0, 2.0]


async def _visited(politeness: Politeness, clock: FakeClock, number: int) -> None:
    async with politeness.turn(f"10.0.{number // 250}.{number % 250}", f"xa{number}.vn"):
        await clock.sleep(0.2)
    politeness.heard(f"xa{number}.vn", 0.2)
    politeness.forget(f"xa{number}.vn")


def test_what_was_visited_is_let_go_of() -> None:
    """After a thousand portals little is remembered: those of late, and what asked for a pause."""
    clock = FakeClock()
    politeness = Politeness(1.0, clock)
    politeness.slow_down("cham.vn", 60.0)
    politeness.hold("ban.vn", 1e6)

    async def all_of_them() -> list[int]:
        for number in range(1000):
            await _visited(politeness, clock, number)
        begun_s = clock.monotonic()
        starts: list[int] = []
        for host in ("cham.vn", "cham.vn", "ban.vn"):
            async with politeness.turn("10.9.9.9", host):
                starts.append(round(clock.monotonic() - begun_s))
        return starts

    assert asyncio.run(all_of_them())[:2] == [0, 60]
    assert clock.monotonic() == 1e6
    assert politeness.remembered < 200


def test_what_is_waited_for_is_not_let_go_of() -> None:
    """A machine on which a request is under way stays one machine, whoever leaves meanwhile."""
    clock = FakeClock()
    politeness = Politeness(0.0, clock)
    inside: list[str] = []

    async def slow(host: str) -> None:
        async with politeness.turn("10.9.9.9", host):
            inside.append(host)
            assert len(inside) == 1
            for number in range(200):
                await _visited(politeness, clock, number)
            inside.remove(host)

    async def both() -> None:
        await asyncio.gather(slow("mot.vn"), slow("hai.vn"))

    asyncio.run(both())
    assert politeness.remembered < 200


def test_a_cancelled_turn_frees_the_machine() -> None:
    """Whoever gives up lets the next one in."""
    clock = FakeClock()
    politeness = Politeness(1.0, clock)

    async def cancel_one() -> float:
        async def stuck() -> None:
            async with politeness.turn("10.0.0.1"):
                await asyncio.Event().wait()

        task = asyncio.create_task(stuck())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        task.cancel()
        async with politeness.turn("10.0.0.1"):
            return clock.monotonic()

    assert asyncio.run(cancel_one()) == 1.0
