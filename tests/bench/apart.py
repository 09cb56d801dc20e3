"""What the main process is spared when pages are read in a worker process instead of in itself.

The same pages are read in the main process and by one worker, in turn; what counts is the CPU of
the main process a page, for it is the one that every portal waits for.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

from documents.hints import Hints
from documents.lane import Lane
from documents.read import read_body
from documents.sniff import HTML
from tests.bench.portals.made import MadePortal

_HINTS = Hints("text/html; charset=utf-8")
_MEMORY_MB = 1_000
_LIMIT_S = 30.0


@dataclass(frozen=True, slots=True)
class Round:
    """Milliseconds a page."""

    load: float
    here: float
    main: float
    """CPU of the main process while the worker reads."""
    wall: float
    """From one page to the next while the worker reads."""


def main(argv: Sequence[str] | None = None) -> int:
    """Measure some rounds and print a table."""
    parser = argparse.ArgumentParser(prog="scripts/bench apart", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pages", type=int, default=300)
    options = parser.parse_args(argv)
    portal = MadePortal("UBND xã Số 1", 7, options.pages)
    asked = (portal.page(f"/bai/{number}") for number in range(options.pages))
    bodies = [body for body in asked if body is not None]
    rounds = asyncio.run(_measured(bodies, options.rounds))
    print("load before | read here: CPU ms | in a worker: CPU ms of the main process | wall ms")
    for one in rounds:
        print(f"{one.load:.1f} | {one.here:.2f} | {one.main:.2f} | {one.wall:.2f}")
    ratio = statistics.median(one.main / one.here for one in rounds)
    print(f"median: handing a page over costs {ratio:.2f} of what reading it costs")
    return 0


async def _measured(bodies: Sequence[bytes], rounds: int) -> list[Round]:
    lane = Lane(1, _MEMORY_MB, _LIMIT_S)
    try:
        await _apart(lane, bodies[:20])  # the worker's start and first page are paid once
        _here(bodies[:20])
        return [await _round(lane, bodies) for _ in range(rounds)]
    finally:
        await lane.aclose()


async def _round(lane: Lane, bodies: Sequence[bytes]) -> Round:
    load, each = os.getloadavg()[0], 1000 / len(bodies)
    here = _here(bodies)
    cpu, wall = time.process_time(), time.monotonic()
    await _apart(lane, bodies)
    cpu, wall = time.process_time() - cpu, time.monotonic() - wall
    return Round(load, here * each, cpu * each, wall * each)


def _here(bodies: Sequence[bytes]) -> float:
    """CPU seconds of reading them all in this process."""
    began = time.process_time()
    for body in bodies:
        read_body(body, _HINTS)
    return time.process_time() - began


async def _apart(lane: Lane, bodies: Sequence[bytes]) -> None:
    await asyncio.gather(*(lane.read(read_body, HTML, body, _HINTS) for body in bodies))
