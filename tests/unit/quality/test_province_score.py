"""Verdicts of a night held against the truth."""

from __future__ import annotations

from tests.quality.intervals import Share
from tests.quality.score import Verdict, hidden_by


def _verdict(code: str, publication: str, status: str, *right: str) -> Verdict:
    return Verdict(
        seed=1,
        code=code,
        family="drupal",
        faults=(),
        readable=True,
        publication=publication,
        requirement="required",
        form="",
        place="",
        status=status,
        right=right,
        reason="",
        why="",
    )


def test_a_portal_that_hides_one_of_its_gaps_hides() -> None:
    """A portal counts once, however much it misses; one without a gap does not count."""
    said = (
        _verdict("X001", "quality_policy", "missing", "missing"),
        _verdict("X001", "annual_plan", "missing", "published"),
        _verdict("X002", "quality_policy", "missing", "missing"),
        _verdict("X003", "quality_policy", "outdated", "published"),
    )
    assert hidden_by(said) == Share(1, 2)
