"""How much memory the browser's processes hold, and an end to one that holds too much."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class BrowserProcess:
    """One process of the browser, as the browser itself names it."""

    pid: int
    kind: str

    @property
    def shows_pages(self) -> bool:
        """Whether it runs the scripts of pages, rather than serving those that do."""
        return self.kind == "renderer"


def own_mb(pid: int) -> float:
    """Memory that the process shares with no other; 0 where that cannot be told."""
    try:
        fields = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()
        pages = int(fields[1]) - int(fields[2])
    except (OSError, ValueError, IndexError):  # it has ended, or this is no Linux
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / _MEGABYTE


def end_the_greedy(processes: Iterable[BrowserProcess], most_mb: int) -> bool:
    """Kill what shows a page and holds more than its share; whether there was one."""
    ended = False
    for process in processes:
        if process.shows_pages and own_mb(process.pid) > most_mb:
            os.kill(process.pid, signal.SIGKILL)
            ended = True
    return ended
