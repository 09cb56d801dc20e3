"""The limits a worker process lives under, and the reading done inside them."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from documents import sniff
from documents.hints import Hints
from domain.documents import Document, Reading, Unread, Unreadable

BodyReader = Callable[[bytes, Hints], Reading]
"""Reads a body; importable by name, as workers start afresh."""

MAX_RESULT_CHARACTERS = 5_000_000
MAX_RESULT_LINKS = 10_000
_PR_SET_PDEATHSIG = 1


def limit_worker(memory_mb: int, parent_pid: int, niceness: int = 0) -> None:
    """Called once in a new worker: caps its memory and ties its life to its parent's.

    ``memory_mb`` counts beyond what the bare interpreter has mapped already.
    """
    end_with_parent(parent_pid)
    os.nice(niceness)
    mapped = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    most = mapped + memory_mb * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # A bomb must not fill the disk either: readers write nothing.
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def end_with_parent(parent_pid: int) -> None:
    """Have the kernel end this process when its parent dies, however that dies."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent_pid:  # the parent died before the kernel was told
        os._exit(1)


def read_within(reader: BodyReader, body: bytes, hints: Hints, cpu_s: float) -> Reading:
    """Read one body in a worker; the kernel ends the worker after ``cpu_s`` seconds of work."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    end_s = int(used.ru_utime + used.ru_stime + cpu_s) + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (end_s, hard))
    try:
        return capped(reader(body, hints))
    except MemoryError:
        media_type = sniff.media_type_of(body[:4096], hints.declared, hints.name)
        return Unreadable(media_type, Unread.OUT_OF_MEMORY, "more memory than a reader may have")
    except Exception as error:  # noqa: BLE001,RUF100 - whatever a hostile file makes a parser raise
        media_type = sniff.media_type_of(body, hints.declared, hints.name)
        return Unreadable(media_type, Unread.DAMAGED, f"{type(error).__name__}: {error}"[:200])


def work_left_s() -> float | None:
    """Seconds of processor time before the kernel ends this worker; None outside of one."""
    end_s = resource.getrlimit(resource.RLIMIT_CPU)[0]
    if end_s == resource.RLIM_INFINITY:
        return None
    used = resource.getrusage(resource.RUSAGE_SELF)
    return end_s - used.ru_utime - used.ru_stime


def capped(reading: Reading) -> Reading:
    """A reading no larger than what may cross back into the main process."""
    if isinstance(reading, Unreadable):
        return reading
    links = reading.links[:MAX_RESULT_LINKS]
    lengths = accumulate(len(block.text) for block in reading.blocks)
    kept = sum(1 for length in lengths if length <= MAX_RESULT_CHARACTERS)
    if kept == len(reading.blocks) and len(links) == len(reading.links):
        return reading
    return _cut(reading, kept, len(links))


def _cut(document: Document, blocks: int, links: int) -> Document:
    note = ("truncated", f"{blocks} of {len(document.blocks)} blocks")
    return replace(
        document,
        blocks=document.blocks[:blocks],
        links=document.links[:links],
        metadata=(*document.metadata, note),
    )
