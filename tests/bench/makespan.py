"""How long a night of many portals takes, against what politeness alone asks for.

The bound is the requests of the portal that was asked most, times the pause between two: no program
that is polite ends sooner. On the simulated clock only waiting takes time, as on a machine that is
quick enough: that shows what the order of portals, their slots and the pauses make of it. With
--real the portals are served on loopback addresses of their own, and time is this machine's.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from tests.bench.portals.serving import made_portals
from tests.bench.quiet import quietly
from tests.bench.told import told

_NOBODY = "code,name,level,parent,portal_url\nX1,UBND xã Không,commune,,\n"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure one night and print a table."""
    parser = argparse.ArgumentParser(
        prog="scripts/bench makespan",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--portals", type=int, default=161)
    parser.add_argument("--pages", type=int, default=120, help="requests to each portal")
    parser.add_argument("--articles", type=int, default=300, help="articles a portal")
    parser.add_argument("--delay-s", type=float, default=1.0)
    parser.add_argument("--real", action="store_true", help="on the machine's own clock")
    given = parser.parse_args(argv)
    load = os.getloadavg()[0]
    measure = _real if given.real else _simulated
    most, night_s, requests, cpu_s = measure(given)
    bound_s = most * given.delay_s
    print("clock | portals | requests | bound s | night s | ratio | CPU s | load before")
    clock = "real" if given.real else "simulated"
    print(
        f"{clock} | {given.portals} | {requests:.0f} | {bound_s:.0f} |"
        f" {night_s:.1f} | {night_s / bound_s:.3f} | {cpu_s:.0f} | {load:.1f}"
    )
    return 0


def _simulated(given: argparse.Namespace) -> tuple[float, float, float, float]:
    """Most requests to one portal, seconds of the night, all requests, CPU seconds."""
    night = told(
        [sys.executable, "-m", "tests.bench.simulated.night", "--portals", str(given.portals),
         "--articles", str(given.articles), "--pages", str(given.pages),
         "--delay-s", str(given.delay_s)]
    )  # fmt: skip
    return night["most_requests"], night["night_s"], night["requests"], night["cpu_s"]


def _real(given: argparse.Namespace) -> tuple[float, float, float, float]:
    """The same, with sockets."""
    folder = Path(tempfile.mkdtemp(prefix="giamsat-bench-"))
    try:
        with made_portals(folder, portals=given.portals, articles=given.articles) as served:
            config = served.config("night", pages=given.pages, delay_s=given.delay_s)
            nothing = served.config("nothing", pages=given.pages, delay_s=given.delay_s)
            nobody = folder / "nobody.csv"
            nobody.write_text(_NOBODY, encoding="utf-8")
            quiet = folder / "output.txt"
            for file, known in ((served.registry, config), (nobody, nothing)):
                quietly(quiet, ["registry", "import", str(file), "--config", str(known)])
            night = told(
                [sys.executable, "-m", "tests.bench.portals.night", str(config), str(nothing)]
            )
            asked = _requests(served.database("night"))
        return max(asked), night["wall_s"], sum(asked), night["cpu_s"]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _requests(database: Path) -> list[int]:
    """How many requests each visit made."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute(
            "SELECT count(*) FROM request WHERE outcome IS NOT NULL GROUP BY visit_id"
        ).fetchall()
    return [count for (count,) in rows]
