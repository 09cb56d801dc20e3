"""What all unit tests share: temporary folders in memory."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes its own folder there, for this user alone
_NEEDED_BYTES = 256_000_000


def pytest_configure() -> None:
    """Keep temporary folders in memory: unit tests ask nothing of a disk, which makes them wait."""
    usable = _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)
    if usable and shutil.disk_usage(_MEMORY).free > _NEEDED_BYTES:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))
