"""How visits ended, held against the truth file and told as a table."""

from __future__ import annotations

import json
from pathlib import Path

from tests.province.eyes import Eyes
from tests.quality.province_states import Ended, load_ends, states_table, wrong_ends


def _ended(state: str, *faults: str) -> Ended:
    return Ended(1, "X001", "nukeviet", faults, state, ("unreachable",), 7, 2.0)


def test_an_end_is_read_from_the_matrix_and_the_truth(tmp_path: Path) -> None:
    """State, requests and seconds come from the one, what is right from the other."""
    report = {
        "agency": {"code": "X001"},
        "portal_state": "reached",
        "coverage": {"requests": 12},
        "started_at": "2026-11-22T01:00:00+00:00",
        "finished_at": "2026-11-22T01:00:30+00:00",
    }
    told = {
        "code": "X001",
        "family": "drupal",
        "faults": ["hang"],
        "right_states": ["reached"],
        "right_states_without_browser": ["partly_reached"],
    }
    (tmp_path / "matrix.json").write_text(json.dumps([report]))
    (tmp_path / "truth.json").write_text(json.dumps({"seed": 3, "agencies": [told]}))
    for eyes, right in ((Eyes(), True), (Eyes(browser=False), False)):
        (ended,) = load_ends(tmp_path / "matrix.json", tmp_path / "truth.json", eyes)
        assert (ended.requests, ended.seconds, ended.is_right) == (12, 30.0, right)


def test_only_wrong_ends_are_named() -> None:
    """Each with its portal, its fault and what would have been right."""
    ends = [_ended("unreachable", "hang"), _ended("reached", "hang")]
    assert wrong_ends(ends) == ["seed 1 X001 (nukeviet; hang): reached instead of unreachable"]


def test_the_table_counts_states_by_fault() -> None:
    """A portal with two faults stands in both rows; one without has a row of its own."""
    ends = [_ended("unreachable", "hang", "growing_values"), _ended("reached")]
    rows = list(states_table(ends))[4:]
    assert rows == [
        "| growing_values | 1 | 1 | unreachable 1 | 7 | 2 |",
        "| hang | 1 | 1 | unreachable 1 | 7 | 2 |",
        "| – | 1 | 0 | reached 1 | 7 | 2 |",
    ]
