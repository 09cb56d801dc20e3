"""``python -m tests.bench.portals.night CONFIG NOTHING``: one night, measured from inside.

Prints one JSON line: what the crawl cost, and what a crawl of nothing costs, which every night pays
once: catalogue, database, lists. The imports of the program are in neither.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from tests.bench.quiet import quietly


def main() -> None:
    """Crawl nothing, then what the configuration names."""
    config, nothing = Path(sys.argv[1]), Path(sys.argv[2])
    quiet = config.parent / "output.txt"
    once = _cpu_s()
    quietly(quiet, ["crawl", "--config", str(nothing)])
    once = _cpu_s() - once
    own, workers, wall_s = _cpu_s(), _workers_cpu_s(), time.monotonic()
    quietly(quiet, ["crawl", "--config", str(config)])
    own, workers, wall_s = _cpu_s() - own, _workers_cpu_s() - workers, time.monotonic() - wall_s
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = {
        "cpu_s": own - once + workers, "workers_s": workers, "once_s": once, "wall_s": wall_s,
        "peak_mb": peak_mb,
    }  # fmt: skip
    sys.stdout.write(json.dumps(told) + "\n")


def _cpu_s() -> float:
    """Of this process, all its threads."""
    return time.process_time()


def _workers_cpu_s() -> float:
    """Of the children that have ended: the worker processes, once a crawl is over."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
