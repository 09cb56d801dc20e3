"""The environment of its own that Scrapy runs in: it is measured, never part of the program."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

from tests.quality.run_province import ROOT

_LOCK = ROOT / "requirements" / "bench.txt"
_PLACE = ROOT / ".venv-bench"


def scrapy_python() -> Path:
    """The interpreter that has Scrapy, installed from the hashed lock at first use."""
    python, stamp = _PLACE / "bin" / "python", _PLACE / "lock"
    wanted = hashlib.sha256(_LOCK.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    sys.stderr.write("Setting up .venv-bench with Scrapy (once) ...\n")
    venv.create(_PLACE, with_pip=True)
    subprocess.run(
        [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
         "--require-hashes", "--requirement", str(_LOCK)],
        check=True, stdout=sys.stderr,
    )  # fmt: skip
    stamp.write_text(wanted, encoding="utf-8")
    return python
