"""Running the program in tests: in this process with a fixed surrounding, or as one of its own."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from app.cli import run
from app.cli.options import Surroundings
from app.clock import SystemClock

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str


class _Both(io.TextIOWrapper):
    """A text stream that also takes bytes, as standard output does."""


def giamsat(
    *arguments: str,
    environment: dict[str, str] | None = None,
    ahead: timedelta = timedelta(),
) -> Ended:
    """Run a command in this process, its clock moved ahead."""
    surroundings = Surroundings(clock=SystemClock(ahead), environment=environment or {})
    out, err = _Both(io.BytesIO(), encoding="utf-8"), _Both(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = run(list(arguments), surroundings)
        out.flush()
        err.flush()
    return Ended(status, _text(out), _text(err))


def _text(stream: io.TextIOWrapper) -> str:
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")


def command(*arguments: str) -> Sequence[str]:
    """The words that start the program in a process of its own."""
    return (sys.executable, "-c", "from app.cli import main; main()", *arguments)


def environment() -> dict[str, str]:
    """The environment such a process needs."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}
