"""``python -m tests.bench.simulated.night``: one night on a simulated clock, measured from inside.

Real: the order of portals, their slots, politeness, the visits, reading, rules, store. Made up: the
answers, which cost neither network nor HTTP, and the clock, which stands while the program works.
Prints one JSON line.
"""

from __future__ import annotations

import argparse
import asyncio
import dataclasses
import json
import resource
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import cast

from app.night import crawl_night
from app.settings import load_settings
from app.wiring import open_parts
from crawler.fetcher import Fetcher
from domain.settings import Settings
from storage.store import open_store
from tests.bench.portals.made import MadePortal
from tests.bench.portals.server import loopback, write_registry
from tests.bench.portals.serving import config_text
from tests.bench.quiet import quietly
from tests.bench.simulated.fetcher import MadeFetcher
from tests.bench.simulated.loop import VirtualClock, VirtualLoop


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.simulated.night")
    parser.add_argument("--portals", type=int, required=True)
    parser.add_argument("--articles", type=int, required=True)
    parser.add_argument("--pages", type=int, required=True, help="most requests to a portal")
    parser.add_argument("--delay-s", type=float, default=1.0)
    parser.add_argument("--sitemap", action="store_true")
    given = parser.parse_args()
    made = _Made(given.portals, given.articles, given.sitemap)
    with tempfile.TemporaryDirectory(prefix="giamsat-bench-") as directory:
        told = _night(Path(directory), made, given.pages, given.delay_s)
    sys.stdout.write(json.dumps(told) + "\n")


class _Made:
    """The portals of a night, each made when it is asked for."""

    def __init__(self, portals: int, articles: int, sitemap: bool) -> None:
        self.indexes = {loopback(index): index for index in range(portals)}
        self._articles = articles
        self._sitemap = sitemap

    def __call__(self, host: str) -> MadePortal | None:
        """The portal of a host; None for a host that has none."""
        index = self.indexes.get(host)
        if index is None:
            return None
        sitemap_of = f"http://{host}:80" if self._sitemap else ""
        return MadePortal(f"UBND xã Số {index}", index * 100_003, self._articles, sitemap_of)


def _night(directory: Path, made: _Made, pages: int, delay_s: float) -> dict[str, float]:
    config = directory / "config.toml"
    config.write_text(config_text(directory, "night", pages, delay_s), encoding="utf-8")
    write_registry(len(made.indexes), 80, directory / "registry.csv")
    quietly(
        directory / "output.txt",
        ["registry", "import", str(directory / "registry.csv"), "--config", str(config)],
    )
    settings, loop = load_settings(config, {}), VirtualLoop()
    before_mb, cpu_s, wall_s = _peak_mb(), time.process_time(), time.monotonic()
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(_crawled(settings, made, VirtualClock(loop)))
        night_s = loop.time()
    cpu_s, wall_s = time.process_time() - cpu_s, time.monotonic() - wall_s
    asked = _requests(directory / "night.db")
    return {
        "night_s": night_s, "cpu_s": cpu_s, "wall_s": wall_s, "before_mb": before_mb,
        "peak_mb": _peak_mb(), "requests": sum(asked), "most_requests": max(asked),
        "portals": len(asked),
    }  # fmt: skip


async def _crawled(settings: Settings, made: _Made, clock: VirtualClock) -> None:
    store = open_store(settings.database.url, now=clock.now)
    try:
        async with open_parts(settings, clock) as real:
            fetcher = cast(Fetcher, MadeFetcher(made, settings.crawler.delay_s, clock))
            parts = dataclasses.replace(real, fetcher=fetcher)
            await crawl_night(parts, store, year=2026, only=(), told=lambda *_: None)
    finally:
        store.close()


def _requests(database: Path) -> list[int]:
    """How many requests each visit made."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute(
            "SELECT count(*) FROM request WHERE outcome IS NOT NULL GROUP BY visit_id"
        ).fetchall()
    return [count for (count,) in rows]


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
