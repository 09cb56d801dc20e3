"""CPU of a page of the whole pipeline beside Scrapy and two floors, over the same portals.

Every round runs the four one after another, so that a busy machine slows all of them: the night as
a user runs it, main process and workers; a program that does one of each thing that the night does,
tuned by hand (the whole floor); one that fetches and parses only (the bare floor), both over the
very pages that the night opened; Scrapy's CrawlSpider, which fetches, parses and follows links from
the same home pages until it has seen as many. Medians are of the rounds. Scrapy is installed
into .venv-bench at first use, from requirements/bench.txt.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.bench.peers.environment import scrapy_python
from tests.bench.plot import Axes, bars, keep
from tests.bench.portals.serving import MadePortals, made_portals
from tests.bench.quiet import quietly
from tests.bench.told import told
from tests.quality.run_province import ROOT

_SPIDER = ROOT / "tests" / "bench" / "peers" / "scrapy_spider.py"
_NOBODY = "code,name,level,parent,portal_url\nX1,UBND xã Không,commune,,\n"
_ALL_PAGES = 100_000


@dataclass(frozen=True, slots=True)
class Round:
    """CPU milliseconds a page of each, and how busy the machine was before."""

    pages: int
    load: float
    night: float
    workers: float
    """The part of the night that its worker processes took."""
    whole: float
    bare: float
    scrapy: float
    peak_mb: float
    pages_a_s: float


def main(argv: Sequence[str] | None = None) -> int:
    """Measure some rounds and print a table."""
    parser = argparse.ArgumentParser(
        prog="scripts/bench crawl",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--portals", type=int, default=4)
    parser.add_argument("--articles", type=int, default=300, help="articles a portal")
    parser.add_argument("--write", action="store_true", help="the plot, into docs/speed")
    options = parser.parse_args(argv)
    rounds = measured(options.rounds, options.portals, options.articles)
    print("load  pages  night  (workers)  whole floor  bare floor  Scrapy  pages/s  peak MB")
    for one in rounds:
        print(
            f"{one.load:4.1f} {one.pages:>6} {one.night:>6.2f} {one.workers:>10.2f} "
            f"{one.whole:>12.2f} {one.bare:>11.2f} {one.scrapy:>7.2f} {one.pages_a_s:>8.1f} "
            f"{one.peak_mb:>8.0f}"
        )
    print(_medians(rounds))
    if options.write:
        keep("crawl", _plot(rounds))
    return 0


def _plot(rounds: Sequence[Round]) -> str:
    """Each as so many times the bare floor: a machine's own milliseconds tell nothing."""
    named = {
        "Scrapy: fetch, parse, links": "scrapy",
        "giamsat: the whole night": "night",
        "floor: one of each thing": "whole",
        "floor: fetch and parse": "bare",
    }
    times = {
        name: statistics.median(getattr(one, key) / one.bare for one in rounds)
        for name, key in named.items()
    }
    return bars(Axes("CPU of a page", "times the bare floor, medians", ""), times)


def _medians(rounds: Sequence[Round]) -> str:
    to_whole = statistics.median(one.night / one.whole for one in rounds)
    to_bare = statistics.median(one.night / one.bare for one in rounds)
    to_scrapy = statistics.median(one.scrapy / one.night for one in rounds)
    return (
        f"median: the night costs {to_whole:.2f} times the whole floor, {to_bare:.2f} times the "
        f"bare floor; Scrapy costs {to_scrapy:.2f} times the night"
    )


def measured(rounds: int, portals: int, articles: int) -> list[Round]:
    """So many rounds over the same portals."""
    python, folder = scrapy_python(), Path(tempfile.mkdtemp(prefix="giamsat-bench-"))
    try:
        with made_portals(folder, portals=portals, articles=articles) as served:
            return [_round(served, python, number) for number in range(rounds)]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _round(served: MadePortals, python: Path, number: int) -> Round:
    load = os.getloadavg()[0]
    night, addresses = _night(served, number)
    listed = served.directory / "addresses.txt"
    listed.write_text("\n".join(addresses), encoding="utf-8")
    homes = served.directory / "homes.txt"
    homes.write_text("\n".join(served.homes), encoding="utf-8")
    floor = [sys.executable, "-m", "tests.bench.peers.floors"]
    database = str(served.directory / f"floor{number}.db")
    pages = len(addresses)
    whole = _cpu_ms([*floor, "whole", str(listed), database], pages)
    bare = _cpu_ms([*floor, "bare", str(listed), database], pages)
    scrapy = _cpu_ms([str(python), str(_SPIDER), str(homes), str(pages)], pages)
    return Round(
        pages, load, 1000 * night["cpu_s"] / pages, 1000 * night["workers_s"] / pages, whole,
        bare, scrapy, night["peak_mb"], pages / night["wall_s"],
    )  # fmt: skip


def _night(served: MadePortals, number: int) -> tuple[dict[str, float], list[str]]:
    """One night in a process of its own, and the pages that it opened."""
    name = f"night{number}"
    config = served.config(name, pages=_ALL_PAGES, delay_s=0.001)
    nothing = served.config(f"nothing{number}", pages=_ALL_PAGES, delay_s=0.001)
    nobody = served.directory / "nobody.csv"
    nobody.write_text(_NOBODY, encoding="utf-8")
    quiet = served.directory / "output.txt"
    quietly(quiet, ["registry", "import", str(served.registry), "--config", str(config)])
    quietly(quiet, ["registry", "import", str(nobody), "--config", str(nothing)])
    command = [sys.executable, "-m", "tests.bench.portals.night", str(config), str(nothing)]
    return told(command), _opened(served.database(name))


def _opened(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute(
            "SELECT address FROM request WHERE outcome = 'ok' AND method = 'GET'"
            " ORDER BY visit_id, seq"
        ).fetchall()
    return [address for (address,) in rows]


def _cpu_ms(command: list[str], pages: int) -> float:
    """CPU milliseconds a page; RuntimeError where it saw fewer pages than the rest."""
    seen = told(command)
    if seen["pages"] < pages:
        raise RuntimeError(f"{command[1:3]} saw {seen['pages']} pages, not {pages}")
    return 1000 * seen["cpu_s"] / seen["pages"]
