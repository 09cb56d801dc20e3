"""An explained visit as one self-contained Vietnamese page, without any script."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from importlib.resources import files

from domain.explanations import Explanation, Step
from domain.outcomes import Skip
from reports import explanation_words as told_words
from reports import words
from reports.pages import LONGEST_QUOTE, page_environment
from reports.quotes import quote_parts
from reports.safety import safe_link

MOST_SHOWN = 5_000
"""Rows of the order of a visit; a visit asks no more unless configured to."""
MOST_SHOWN_PASSED = 60
"""Addresses shown of what was passed over for one reason; the JSON has all."""


def explanation_to_html(told: Explanation, made_at: datetime) -> bytes:
    """The page; times are shown in the zone that ``made_at`` carries."""
    folder = files("reports").joinpath("templates")
    environment = page_environment()
    environment.globals.update(
        made_at=made_at,
        words=words,
        told_words=told_words,
        safe_link=safe_link,
        quote_parts=lambda evidence: quote_parts(evidence, LONGEST_QUOTE),
    )
    page = environment.get_template("explanation.html").render(
        told=told,
        proof=told.proof,
        opened=told.opened[:MOST_SHOWN],
        hidden=max(0, len(told.opened) - MOST_SHOWN),
        passed=_by_reason(told.passed_over),
        most_passed=MOST_SHOWN_PASSED,
        style=folder.joinpath("page.css").read_text("utf-8"),
        own_style=folder.joinpath("explanation.css").read_text("utf-8"),
    )
    return page.encode("utf-8")


def _by_reason(steps: Iterable[Step]) -> list[tuple[Skip, list[Step]]]:
    """What was passed over, by the reason; what leaves a gap first."""
    groups: dict[Skip, list[Step]] = {}
    for step in steps:
        if step.attempt.skip is not None:
            groups.setdefault(step.attempt.skip, []).append(step)
    return sorted(groups.items(), key=lambda group: not group[0].leaves_a_gap)
