"""Whatever else was found, gaps never accuse and less evidence never proves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.outcomes import Outcome, Skip
from domain.publications import Status
from domain.visits import Attempt
from rules.sightings import PageNotes, SightingKind
from tests.unit.rules.builders import (
    IDS,
    attempt,
    having,
    sighting,
    statuses,
)

GAP_OUTCOMES = [
    outcome for outcome in Outcome if not outcome.settled and outcome is not Outcome.REDIRECTED_AWAY
]
GAP_SKIPS = [skip for skip in Skip if skip.leaves_a_gap] + [
    Skip.ALL_FOUND,
    Skip.UNPROMISING,
    Skip.UNSAFE,
]

ATTEMPTS = st.builds(
    lambda name, text, outcome, skip: attempt(
        name, text, outcome=None if skip else outcome, skip=skip, sha256=None
    ),
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from(["tin", "Xem thêm", *IDS]),
    st.sampled_from(GAP_OUTCOMES),
    st.sampled_from([None, *GAP_SKIPS]),
)
SIGHTINGS = st.builds(
    sighting,
    st.sampled_from(IDS),
    st.sampled_from(list(SightingKind)),
    year=st.sampled_from([None, 2025, 2026, 2027]),
    confidence=st.sampled_from([0.3, 0.95]),
    issued_on=st.sampled_from([None, date(2024, 1, 2), date(2025, 12, 1), date(2026, 1, 2)]),
)


@given(st.lists(ATTEMPTS, min_size=1, max_size=4), st.lists(SIGHTINGS, max_size=4))
def test_an_open_attempt_never_leaves_an_accusation(
    opened: list[Attempt], seen: list[object]
) -> None:
    """Whatever was found, an unseen address that could mean P never lets P be accused."""
    sightings = tuple(seen)
    found = statuses(having(attempts=tuple(opened), sightings=sightings))  # type: ignore[arg-type]  # strategies are untyped
    for entry in opened:
        blocked = {name for name in IDS if name in entry.words.text}
        if entry.words.text == "Xem thêm" and entry.skip is not Skip.UNSAFE:
            blocked = set(IDS)
        assert not any(found[name].accuses for name in blocked)


@given(st.lists(SIGHTINGS, max_size=5), st.data())
def test_removing_pages_never_creates_published(seen: list[object], data: st.DataObject) -> None:
    """Less evidence proves no more, and less looking accuses of no more than it did."""
    pages = [
        PageNotes(attempt(f"p{number}", "Xem thêm"), (entry,))  # type: ignore[arg-type]  # as above
        for number, entry in enumerate(seen)
    ]
    whole = having(attempts=tuple(page.attempt for page in pages), notes=tuple(pages))
    kept = tuple(page for page in whole.notes if data.draw(st.booleans()))
    fewer = replace(whole, notes=kept)
    before, after = statuses(whole), statuses(fewer)
    for name in IDS:
        assert after[name] is not Status.PUBLISHED or before[name] is Status.PUBLISHED
        assert not after[name].accuses or before[name].accuses
