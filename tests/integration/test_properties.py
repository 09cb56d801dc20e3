"""What holds of any text or number of things is tried with many of them."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.examples_tried import EXAMPLES, MANY
from tests.integration.programs import ROOT


def test_properties_hold_for_many_examples() -> None:
    """Those that the unit tests try with few; a counterexample is shown with its test."""
    ended = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-m",
            "hypothesis",
            "-p",
            "no:cacheprovider",
            "tests/unit",
        ],
        cwd=ROOT,
        env={**os.environ, EXAMPLES: MANY},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert " passed" in ended.stdout
