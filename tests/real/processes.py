"""Programs that the run starts, and ends again by their process ids."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

STOP_S = 15.0
"""A program that has not ended itself after so long is killed."""
LOOK_S = 0.1
"""Between two looks at whether a program is up."""


def succeeds(
    command: Sequence[str],
    log: Path,
    environment: Mapping[str, str] | None = None,
    directory: Path | None = None,
) -> bool:
    """Run ``command`` to its end; what it says is added to ``log``."""
    with log.open("ab") as written:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(environment or {})},
            cwd=directory,
            check=False,
        )
    return done.returncode == 0


@contextmanager
def running(
    command: Sequence[str],
    log: Path,
    environment: Mapping[str, str] | None = None,
    errors: Path | None = None,
    directory: Path | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """``command`` for as long as the block lasts.

    It leads a session of its own, so that Ctrl-C reaches this program first, and its own workers
    end with it. ``log`` takes what it writes; ``errors``, where given, what it writes to stderr.
    """
    with log.open("wb") as written, (errors or log).open("ab") as apart:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=apart if errors else subprocess.STDOUT,
            env={**os.environ, **(environment or {})},
            cwd=directory,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        _end(process)


@contextmanager
def orders(
    command: Sequence[str], directory: Path, environment: Mapping[str, str], place: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """``command`` run in ``place``, with pipes to tell it what to do and to read its answers."""
    with (directory / "webmaster.log").open("wb") as errors:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            env={**os.environ, **environment},
            cwd=place,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        _end(process)


def up(process: subprocess.Popen[bytes], ready: Callable[[], bool], limit_s: float) -> bool:
    """Whether ``ready`` becomes true before ``process`` ends or ``limit_s`` pass."""
    until = time.monotonic() + limit_s
    while time.monotonic() < until:
        if ready():
            return True
        try:
            process.wait(LOOK_S)
        except subprocess.TimeoutExpired:
            continue
        return False
    return False


def _end(process: subprocess.Popen[bytes]) -> None:
    _tell(process, signal.SIGTERM)
    try:
        process.wait(STOP_S)
    except subprocess.TimeoutExpired:
        pass
    finally:
        # Workers outlive a leader that died; the group is this process's own.
        _tell(process, signal.SIGKILL)
        process.wait(STOP_S)


def _tell(process: subprocess.Popen[bytes], what: signal.Signals) -> None:
    try:
        os.killpg(process.pid, what)
    except ProcessLookupError:
        return
