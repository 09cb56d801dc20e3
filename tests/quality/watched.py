"""How much memory processes take, from what the kernel tells of them."""

from __future__ import annotations

import contextlib
import multiprocessing
import re
import threading
from pathlib import Path
from types import TracebackType

_EVERY_S = 0.02
_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB", re.M)
_NOW = re.compile(r"^VmRSS:\s+(\d+) kB", re.M)


def own_megabytes() -> float:
    """The memory this process has now."""
    return _megabytes("self", _NOW)


class Watch:
    """While it is entered: the greatest memory of any one worker of this process."""

    def __init__(self) -> None:
        self.megabytes = 0.0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Watch:
        for worker in multiprocessing.active_children():
            with contextlib.suppress(OSError):  # it has just ended
                # 5: the kernel forgets the peak there was.
                Path(f"/proc/{worker.pid}/clear_refs").write_text("5")
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join()
        self._look()

    def _run(self) -> None:
        while not self._ended.wait(_EVERY_S):
            self._look()

    def _look(self) -> None:
        for worker in multiprocessing.active_children():
            self.megabytes = max(self.megabytes, _megabytes(str(worker.pid), _PEAK))


def _megabytes(process: str, wanted: re.Pattern[str]) -> float:
    try:
        found = wanted.search(Path(f"/proc/{process}/status").read_text())
    except OSError:  # it has ended meanwhile
        return 0.0
    return int(found.group(1)) / 1024 if found else 0.0
