"""Speed of the whole pipeline on the sample province, beside a bare fetch-and-parse of it."""

from __future__ import annotations

import argparse
import asyncio
import resource
import shutil
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.bare import addresses_by_host, fetch_and_parse
from tests.bench.quiet import quietly
from tests.quality.run_province import inspected_year, served


@dataclass(frozen=True, slots=True)
class Measured:
    """One night and, right after it, the bare pass over the addresses that it opened."""

    pages: int
    wall_s: float
    own_cpu_s: float
    """Of the main process: network, parsing, rules, store."""
    workers_cpu_s: float
    """Of the processes that read files."""
    peak_mb: float
    bare_pages: int
    bare_cpu_s: float

    @property
    def cpu_ms(self) -> float:
        """CPU milliseconds a page, workers included."""
        return 1000 * (self.own_cpu_s + self.workers_cpu_s) / self.pages

    @property
    def bare_cpu_ms(self) -> float:
        """CPU milliseconds a page of fetching and parsing alone."""
        return 1000 * self.bare_cpu_s / self.bare_pages


def main(argv: Sequence[str] | None = None) -> int:
    """Measure some nights and print a table."""
    parser = argparse.ArgumentParser(prog="scripts/bench province", description=__doc__)
    parser.add_argument("--size", default="demo", choices=("small", "demo", "bench"))
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args(argv)
    rounds = [measure(options.size, seed) for seed in range(1, options.rounds + 1)]
    print("  pages  wall s  pages/s  CPU ms/page  workers' part  bare ms/page  ratio  peak MB")
    for one in rounds:
        part = 100 * one.workers_cpu_s / (one.own_cpu_s + one.workers_cpu_s)
        print(
            f"{one.pages:>7} {one.wall_s:>7.1f} {one.pages / one.wall_s:>8.1f} {one.cpu_ms:>12.2f} "
            f"{part:>12.0f} % {one.bare_cpu_ms:>13.2f} {one.cpu_ms / one.bare_cpu_ms:>6.2f} "
            f"{one.peak_mb:>8.0f}"
        )
    ratio = statistics.median(one.cpu_ms / one.bare_cpu_ms for one in rounds)
    print(f"median ratio of the whole pipeline to fetch-and-parse alone: {ratio:.2f}")
    return 0


def measure(size: str, seed: int) -> Measured:
    """One night without politeness delay, so that CPU is the limit."""
    folder = Path(tempfile.mkdtemp(prefix="giamsat-bench-"))
    year = inspected_year(datetime.now(UTC).date())
    try:
        with served(folder, size=size, seed=seed, year=year, timeout_s=2.0) as province:
            config = ["--config", str(province.config)]
            quiet = folder / "output.txt"
            quietly(quiet, ["registry", "import", str(province.registry), *config])
            wall, own, workers = time.monotonic(), time.process_time(), _children_cpu_s()
            quietly(quiet, ["crawl", *config])
            wall, own = time.monotonic() - wall, time.process_time() - own
            workers = _children_cpu_s() - workers
            hosts = addresses_by_host(folder / "giamsat.db")
            bare = time.process_time()
            bare_pages = asyncio.run(fetch_and_parse(hosts))
            bare = time.process_time() - bare
        peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        pages = sum(len(addresses) for addresses in hosts.values())
        return Measured(pages, wall, own, workers, peak_mb, bare_pages, bare)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _children_cpu_s() -> float:
    """CPU of the children that have ended: the reading workers, once the crawl is over."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
