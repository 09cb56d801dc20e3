"""Programs that are measured in a process of their own and print one JSON line."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence

from tests.quality.run_province import ROOT


def told(command: Sequence[str]) -> dict[str, float]:
    """The JSON line that a program prints."""
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found
