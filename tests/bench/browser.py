"""What showing pages in the browser costs: seconds and memory a page, and how many need it."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sqlite3
import statistics
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from tests.quality.run_province import Chosen, can_render, giamsat, inspected_year, served

CHOSEN = Chosen(families=("javascript_app", "javascript_shell", "wordpress", "nukeviet"))
LOOK_EVERY_S = 0.1


@dataclass
class Watched:
    """The most memory that processes of this one held together, by what they are."""

    peak_mb: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    _stop: threading.Event = field(default_factory=threading.Event)

    def watch(self) -> None:
        """Look again and again until told to stop."""
        while not self._stop.wait(LOOK_EVERY_S):
            now: dict[str, float] = defaultdict(float)
            for kind, mb in _held():
                now[kind] += mb
                if kind == "page":
                    self.peak_mb["one page"] = max(self.peak_mb["one page"], mb)
            for kind, mb in now.items():
                self.peak_mb[kind] = max(self.peak_mb[kind], mb)
            self.peak_mb["all"] = max(self.peak_mb["all"], sum(now.values()))

    def stop(self) -> None:
        """End the watch."""
        self._stop.set()


def main(argv: Sequence[str] | None = None) -> int:
    """Measure a night over portals with and without scripts, and print a table."""
    parser = argparse.ArgumentParser(prog="scripts/bench browser", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(argv)
    if not can_render():
        print("no browser here: apt-get install chromium-headless-shell")
        return 1
    with tempfile.TemporaryDirectory(prefix="giamsat-bench-") as name:
        folder, year = Path(name), inspected_year(_today())
        with served(folder, size="small", seed=options.seed, year=year, chosen=CHOSEN) as at:
            config = ("--config", str(at.config))
            giamsat(("registry", "import", str(at.registry), *config))
            started_s = time.monotonic()
            with _watched() as watched, contextlib.redirect_stdout(io.StringIO()):
                giamsat(("crawl", *config))
            _print(folder / "giamsat.db", watched, time.monotonic() - started_s)
    return 0


def _print(database: Path, watched: Watched, wall_s: float) -> None:
    with contextlib.closing(sqlite3.connect(database)) as held:
        seconds = [row[0] for row in held.execute(
            "SELECT elapsed_s FROM snapshot WHERE kind = 'rendered'")]  # fmt: skip
        parts = held.execute("SELECT count(*) FROM snapshot WHERE kind = 'part'").fetchone()[0]
        failed = held.execute(
            "SELECT count(*) FROM snapshot WHERE kind = 'rendered' AND outcome != 'ok'"
        ).fetchone()[0]
        pages = held.execute(
            "SELECT count(*) FROM snapshot WHERE kind = 'raw' AND outcome = 'ok' "
            "AND media_type LIKE '%html%'"
        ).fetchone()[0]
    ordered = sorted(seconds)
    print(f"pages fetched {pages}, shown {len(seconds)} ({100 * len(seconds) / pages:.0f} %), "
          f"of these failed {failed}; data answers kept {parts}; wall {wall_s:.0f} s")  # fmt: skip
    print(f"seconds a shown page: median {statistics.median(ordered):.2f}, "
          f"95 % under {ordered[int(0.95 * (len(ordered) - 1))]:.2f}, "
          f"most {ordered[-1]:.2f}")  # fmt: skip
    for kind in ("one page", "page", "browser", "driver", "all"):
        print(f"peak memory, {kind}: {watched.peak_mb[kind]:.0f} MB")


@contextlib.contextmanager
def _watched() -> Iterator[Watched]:
    watched = Watched()
    thread = threading.Thread(target=watched.watch, daemon=True)
    thread.start()
    try:
        yield watched
    finally:
        watched.stop()
        thread.join()


def _held() -> Iterator[tuple[str, float]]:
    """Kind and proportional memory of each process of the browser and of what drives it."""
    for pid in _descendants(os.getpid()):
        try:
            words = Path(f"/proc/{pid}/cmdline").read_bytes()
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
        except OSError:  # it has just ended
            continue
        kind = _kind_of(words)
        if kind:
            held = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
            yield kind, int(held.split()[1]) / 1024


def _kind_of(command: bytes) -> str:
    if b"--type=renderer" in command:
        return "page"
    if b"chromium" in command or b"chrome" in command:
        return "browser"
    return "driver" if b"run-driver" in command else ""


def _descendants(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text(encoding="ascii").split()
        except OSError:  # the thread has just ended
            continue
        for child in map(int, children):
            yield child
            yield from _descendants(child)


def _today() -> date:
    return datetime.now(UTC).date()
