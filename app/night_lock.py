"""One night's crawl at a time, also between processes and after a kill.

The operating system holds the lock for the process and lets go of it when the process ends,
however it ends; so there is nothing to clean up and no lock that outlives its owner.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from domain.errors import StoreError


class NightBusyError(StoreError):
    """Another process is crawling into the same database."""


@contextmanager
def night_lock(database_url: str) -> Iterator[None]:
    """Hold the lock of a database's night.

    Raises:
        NightBusyError: another process holds it.
    """
    path = lock_file(database_url)
    if path is None:
        yield
        return
    try:
        handle = path.open("a")
    except OSError as error:
        raise StoreError(
            f"{path}: the lock of the night cannot be made: {error.strerror}"
        ) from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise NightBusyError(
                f"{path}: another giamsat is crawling into this database; wait for it to end"
            ) from error
        yield


def lock_file(database_url: str) -> Path | None:
    """Where the lock of a database file lies; None for a database that is not a file."""
    scheme, _, path = database_url.partition(":///")
    if not scheme.startswith("sqlite") or path in ("", ":memory:"):
        return None
    return Path(path + ".night")
