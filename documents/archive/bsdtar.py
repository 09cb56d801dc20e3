"""Unpacking by the program bsdtar, from pipe to pipe: nothing is ever written to a disk."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import tarfile
import threading
from collections.abc import Generator
from typing import IO

PACKAGE = "libarchive-tools"
"""The Debian package that brings the program."""


class UnpackerError(Exception):
    """The program failed or broke off; it never leaves this room."""


def is_installed() -> bool:
    """Whether the program is there."""
    return shutil.which("bsdtar") is not None


def unpacked(body: bytes, most_bytes: int) -> Generator[tuple[int, bytes], None, None]:
    """Size and bytes of every entry in the archive's order, directories too.

    An entry larger than ``most_bytes`` comes without its bytes. Raises :class:`UnpackerError`
    where the program gives up: what came before is sound or caught by its check sum.
    """
    program = shutil.which("bsdtar")
    if program is None:
        raise UnpackerError("bsdtar is not installed")
    # The archive is rewritten as a plain tar: one pass, names and sizes beyond doubt, no listing
    # to be parsed. Closing its pipes ends it, and the worker's processor limit holds for it too.
    process = subprocess.Popen(  # noqa: S603 - a fixed program and fixed arguments
        [program, "-c", "-f", "-", "--format", "pax", "@-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"LC_ALL": "C.UTF-8"},
    )
    feeder = threading.Thread(target=_feed, args=(process.stdin, body), daemon=True)
    feeder.start()
    try:
        yield from _entries(process.stdout, most_bytes)
        if process.wait() != 0:
            raise UnpackerError(f"bsdtar gave up (exit {process.returncode})")
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
        feeder.join()


def _feed(pipe: IO[bytes] | None, body: bytes) -> None:
    with contextlib.suppress(BrokenPipeError, OSError):
        if pipe is not None:
            pipe.write(body)
            pipe.close()


def _entries(pipe: IO[bytes] | None, most_bytes: int) -> Generator[tuple[int, bytes], None, None]:
    try:
        with tarfile.open(fileobj=pipe, mode="r|", encoding="utf-8") as tar:
            for entry in tar:
                wanted = entry.isreg() and entry.size <= most_bytes
                file = tar.extractfile(entry) if wanted else None
                yield entry.size, file.read() if file is not None else b""
                # A stream never goes back, and endless lists fill memory.
                tar.members = []  # type: ignore[attr-defined] # typeshed leaves it out
    except (tarfile.TarError, OSError, EOFError, ValueError) as error:
        raise UnpackerError(str(error)[:200]) from error
