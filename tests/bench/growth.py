"""Memory and CPU of a night as portals grow, and as there are more of them, on a simulated clock.

Addresses: one portal whose sitemap names so many, of which 60 are opened. Portals: many small ones,
of which a few pages each are opened; 200 are visited side by side. Every night runs in a process of
its own; memory is the most that it held, beside what it held before the night.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from tests.bench.plot import Axes, Point, keep, lines
from tests.bench.told import told

_ADDRESSES = (1_000, 5_000, 10_000, 20_000, 50_000)
_PORTALS = (161, 500, 1_000, 2_000, 4_000)
_OPENED = 60


def main(argv: Sequence[str] | None = None) -> int:
    """Measure the nights of one curve or both, and print tables."""
    parser = argparse.ArgumentParser(
        prog="scripts/bench growth",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("curve", nargs="?", choices=("addresses", "portals"))
    parser.add_argument("--addresses", type=int, nargs="+", default=_ADDRESSES)
    parser.add_argument("--portals", type=int, nargs="+", default=_PORTALS)
    parser.add_argument("--pages", type=int, default=4, help="requests to each of many portals")
    parser.add_argument("--write", action="store_true", help="the plots, into docs/speed")
    given = parser.parse_args(argv)
    if given.curve != "portals":
        _addresses(given.addresses, write=given.write)
    if given.curve != "addresses":
        _portals(given.portals, given.pages, write=given.write)
    return 0


def _addresses(counts: Sequence[int], *, write: bool) -> None:
    print("addresses | memory before MB | most MB | CPU s | load before")
    memory: list[Point] = []
    cpu: list[Point] = []
    for count in counts:
        load = os.getloadavg()[0]
        night = _night(1, count, _OPENED, "--sitemap")
        _row(count, night, load)
        memory.append((count, night["peak_mb"] - night["before_mb"]))
        cpu.append((count, night["cpu_s"]))
    if write:
        axes = Axes("One portal: memory by addresses", "addresses known", "MB beyond the program's")
        keep("addresses_memory", lines(axes, {"memory": memory}))
        axes = Axes("One portal: CPU by addresses", "addresses known", "CPU seconds")
        keep("addresses_cpu", lines(axes, {"CPU": cpu}))


def _portals(counts: Sequence[int], pages: int, *, write: bool) -> None:
    print("portals | memory before MB | most MB | CPU s | load before")
    memory: list[Point] = []
    for count in counts:
        load = os.getloadavg()[0]
        night = _night(count, 40, pages)
        _row(count, night, load)
        memory.append((count, night["peak_mb"]))
    if write:
        axes = Axes("Memory by portals, 200 side by side", "portals", "MB, all of the program")
        keep("portals_memory", lines(axes, {"memory": memory}))


def _row(count: int, night: dict[str, float], load: float) -> None:
    before, most = night["before_mb"], night["peak_mb"]
    print(f"{count} | {before:.0f} | {most:.0f} | {night['cpu_s']:.1f} | {load:.1f}", flush=True)


def _night(portals: int, articles: int, pages: int, *more: str) -> dict[str, float]:
    return told(
        [sys.executable, "-m", "tests.bench.simulated.night", "--portals", str(portals),
         "--articles", str(articles), "--pages", str(pages), *more]
    )  # fmt: skip
