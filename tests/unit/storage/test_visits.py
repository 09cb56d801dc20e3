"""A visit is kept exactly, once, and can be gone on with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.errors import StoreError
from domain.outcomes import Outcome
from domain.publications import Status
from domain.visits import Attempt
from storage.store import Store
from tests.unit.storage import samples

MADE_WITH = {"rule_digest": "r", "config_digest": "c", "reader_version": "1"}


@pytest.fixture
def agency_id(store: Store) -> int:
    """The one agency of the registry."""
    store.import_agencies([samples.agency()], samples.NOON)
    return store.agencies()[0].id


def test_a_visit_comes_back_exactly(store: Store, agency_id: int) -> None:
    """Every attempt, asked or passed over, is given back as it was recorded, in its order."""
    _, visit_id = samples.open_night(store, agency_id)
    recorder = store.recorder(visit_id, agency_id)
    attempts: list[Attempt] = []
    for number in range(1, 6):
        body = f"<p>{number}</p>".encode() * 50
        opened = samples.attempt(number, body)
        recorder.answered(replace(opened, outcome=None), samples.answer(opened, body))
        recorder.classified(opened)
        attempts.append(opened)
    skipped = samples.passed_over(6)
    recorder.skipped(skipped)
    visit = samples.visit((*attempts, skipped, samples.passed_over(7)))
    store.close_visit(visit_id, visit, samples.report(), **MADE_WITH)
    (kept,) = store.latest_visits(samples.NIGHT, 2026)
    assert kept.visit == visit
    assert [page[1] for page in store.pages(visit_id, "1")] == [one.sha256 for one in attempts]


def test_the_newest_copy_with_a_validator_is_held(store: Store, agency_id: int) -> None:
    """A conditional request can be made for every address that answered with a validator."""
    _, visit_id = samples.open_night(store, agency_id)
    opened = samples.attempt(1)
    store.recorder(visit_id, agency_id).answered(opened, samples.answer(opened))
    store.flush()
    held = store.held_copies(agency_id)[opened.address]
    assert (held.etag, held.sha256, held.media_type) == ('"1"', opened.sha256, "text/html")


def test_half_a_pair_of_surrogates_stops_nothing(store: Store, agency_id: int) -> None:
    """Text that no encoding can hold is kept with the character replaced."""
    _, visit_id = samples.open_night(store, agency_id)
    opened = replace(samples.attempt(1), detail="a\ud800b")
    store.recorder(visit_id, agency_id).answered(opened, samples.answer(opened))
    store.close_visit(visit_id, samples.visit((opened,)), samples.report(), **MADE_WITH)
    (kept,) = store.latest_visits(samples.NIGHT, 2026)
    assert kept.visit.attempts[0].detail == "a\ufffdb"


def test_a_failure_retried_later_keeps_both_requests(store: Store, agency_id: int) -> None:
    """An address asked twice is kept twice; only the final attempt belongs to the visit."""
    _, visit_id = samples.open_night(store, agency_id)
    recorder = store.recorder(visit_id, agency_id)
    failed = replace(samples.attempt(1), outcome=Outcome.TIMEOUT, sha256=None)
    recorder.answered(failed, replace(samples.answer(failed, b""), outcome=Outcome.TIMEOUT))
    again = replace(samples.attempt(1), started_at=samples.attempt(9).started_at)
    recorder.answered(again, samples.answer(again))
    store.close_visit(
        visit_id, samples.visit((again,)), samples.report(Status.PUBLISHED), **MADE_WITH
    )
    (kept,) = store.latest_visits(samples.NIGHT, 2026)
    assert kept.visit.attempts == (again,)


def test_a_closed_visit_counts_as_finished(store: Store, agency_id: int) -> None:
    """A resumed run knows whom it has visited; a later night ends the unfinished run."""
    run_id, visit_id = samples.open_night(store, agency_id)
    store.close_visit(visit_id, samples.visit(()), samples.report(), **MADE_WITH)
    again = samples.open_run(store, agency_id)
    assert (again.run_id, again.finished) == (run_id, frozenset({agency_id}))
    later = store.open_run(
        samples.NIGHT.replace(day=23),
        2026,
        samples.NOON,
        config_digest="c",
        rule_digest="r",
        agency_ids=[agency_id],
    )
    assert not later.resumed
    assert [(line.good, line.visited) for line in store.runs(2)] == [(None, 0), (False, 1)]


def test_an_unknown_visit_is_named(store: Store) -> None:
    """Closing a visit that was never opened is an error that can be read."""
    with pytest.raises(StoreError, match="no visit 7"):
        store.close_visit(7, samples.visit(()), samples.report(), **MADE_WITH)
