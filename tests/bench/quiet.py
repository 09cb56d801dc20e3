"""Runs a command of the program with its output kept apart."""

from __future__ import annotations

import contextlib
from datetime import timedelta
from pathlib import Path

from tests.quality.run_province import giamsat


def quietly(output: Path, arguments: list[str], ahead: timedelta = timedelta()) -> None:
    """Run a command of the program, its output into a file; RuntimeError when it fails."""
    with output.open("a", encoding="utf-8") as file, contextlib.redirect_stdout(file):
        status = giamsat(arguments, ahead=ahead)
    if status > 1:
        raise RuntimeError(f"giamsat {arguments[0]} ended with {status}")
