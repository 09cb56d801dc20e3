"""What a visit saw serves the next one, through as many nights as take it over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.exchanges import PART, RENDER, Ask
from domain.outcomes import PortalState, StoppedBy
from domain.publications import Status
from domain.visits import Attempt, PageChange
from storage.last_looks import PastVisit
from storage.store import Store
from tests.unit.storage import samples

MADE_WITH = {"rule_digest": "r", "config_digest": "c", "reader_version": "1"}
CODE = "04249"
BODY = b"<p>x</p>"


@pytest.fixture
def agency_id(store: Store) -> int:
    """The one agency of the registry."""
    store.import_agencies([samples.agency()], samples.NOON)
    return store.agencies()[0].id


def looked(
    store: Store,
    agency_id: int,
    attempts: tuple[Attempt, ...],
    days: int = 0,
    rests_on: date | None = None,
    status: Status = Status.MISSING,
) -> int:
    """A finished visit that asked what it did not take over."""
    visit_id = store.open_visit(None, agency_id, samples.HOME, samples.NOON).visit_id
    store.last_looks.begin(visit_id, f"digest {days}", None)
    recorder = store.recorder(visit_id, agency_id)
    for one in attempts:
        if one.taken_from is None:
            recorder.answered(replace(one, outcome=None), samples.answer(one, BODY))
            recorder.classified(one)
    night = samples.NIGHT + timedelta(days=days)
    visit = replace(samples.visit(attempts, night), rests_on=rests_on)
    report = replace(samples.report(status, night), rests_on=rests_on)
    store.close_visit(visit_id, visit, report, **MADE_WITH)
    return visit_id


def test_what_is_taken_over_comes_back_from_the_night_it_was_asked(
    store: Store, agency_id: int
) -> None:
    """A night that took over holds no body of its own, and the next finds it all the same."""
    asked = samples.attempt(1, BODY)
    looked(store, agency_id, (asked,))
    taken = replace(asked, taken_from=samples.NIGHT)
    again = replace(samples.attempt(2, BODY), change=PageChange.CHANGED)
    base_id = looked(store, agency_id, (taken, again), 1, samples.NIGHT)
    base = store.last_looks.load(base_id, 2026)
    assert base.visit.attempts == (taken, again)
    assert base.visit.rests_on == samples.NIGHT
    assert base.report is not None
    assert base.restless == {again.address}
    answer = store.last_looks.answer(agency_id, taken)
    assert answer is not None
    assert (answer.body, answer.started_at) == (BODY, asked.started_at)
    other = replace(taken, started_at=samples.NOON + timedelta(days=9))
    assert store.last_looks.answer(agency_id, other) is None
    assert store.last_looks.answer(agency_id + 1, taken) is None


def test_the_past_visit(store: Store, agency_id: int) -> None:
    """The newest that ended, with the full look that it rests on."""
    asked = (samples.attempt(1, BODY),)
    first = looked(store, agency_id, asked)
    assert store.last_looks.past(agency_id, first) is None
    second = looked(store, agency_id, asked, 1, samples.NIGHT)
    now = store.open_visit(None, agency_id, samples.HOME, samples.NOON).visit_id
    assert store.last_looks.past(agency_id, now) == PastVisit(
        second,
        samples.NIGHT + timedelta(days=1),
        samples.NIGHT,
        PortalState.REACHED,
        StoppedBy.NOTHING_LEFT,
        "digest 1",
    )


def test_what_was_decided_is_kept(store: Store, agency_id: int) -> None:
    """So that a visit that is gone on with goes the same way, until it is made a full look."""
    visit_id = store.open_visit(None, agency_id, samples.HOME, samples.NOON).visit_id
    assert store.last_looks.begun_with(visit_id) == ("", None)
    store.last_looks.begin(visit_id, "made so", 7)
    assert store.last_looks.begun_with(visit_id) == ("made so", 7)
    store.last_looks.look_fully(visit_id)
    assert store.last_looks.begun_with(visit_id) == ("made so", None)


def test_a_full_look_is_given_its_own_answers_again(store: Store, agency_id: int) -> None:
    """What was asked before the visit was begun anew is not asked a second time."""
    visit_id = store.open_visit(None, agency_id, samples.HOME, samples.NOON).visit_id
    asked = samples.attempt(1, BODY)
    given = samples.answer(asked, BODY)
    store.recorder(visit_id, agency_id).answered(replace(asked, outcome=None), given)
    assert store.stored_answer(visit_id, given.ask) is None
    store.last_looks.look_fully(visit_id)
    assert store.stored_answer(visit_id, given.ask) == given


@pytest.mark.parametrize(
    ("status", "confirmations"), [(Status.MISSING, 2), (Status.OUTDATED, 2), (Status.PUBLISHED, 4)]
)
def test_accusations_are_confirmed_by_full_looks(
    store: Store, agency_id: int, status: Status, confirmations: int
) -> None:
    """A paper is asked for every night; that there is none is looked for by full looks only."""
    asked, full = (samples.attempt(1, BODY),), samples.NIGHT
    for days, rests_on in enumerate((None, full, full, None)):
        looked(store, agency_id, asked, days, rests_on, status)
    report = store.report(CODE, 2026, samples.NIGHT, 3)
    assert report is not None
    assert report.findings[0].confirmations == confirmations
    assert not report.findings[0].confirmed


def test_what_a_browser_showed_is_held_with_its_data(store: Store, agency_id: int) -> None:
    """As it was shown, and what its scripts had fetched for it just before."""
    visit_id = store.open_visit(None, agency_id, samples.HOME, samples.NOON).visit_id
    recorder = store.recorder(visit_id, agency_id)
    shown = samples.attempt(9, BODY)
    data = f"{samples.HOME}api?trang=9"
    for number, body in enumerate((b"[1]", b"[2]"), 1):
        part = replace(samples.attempt(number, body), address=data, method=PART, outcome=None)
        given = replace(samples.answer(part, body), ask=Ask(data, PART))
        recorder.answered(part, given)
    seen = replace(samples.answer(shown, BODY), ask=Ask(shown.address, RENDER))
    recorder.answered(replace(shown, outcome=None), seen)
    late = replace(samples.attempt(10, b"[3]"), address=data, method=PART, outcome=None)
    recorder.answered(late, replace(samples.answer(late, b"[3]"), ask=Ask(data, PART)))
    store.flush()
    assert store.last_looks.answer(agency_id, shown) == seen
    asks = (Ask(data, PART), Ask(f"{samples.HOME}api?mat", PART))
    (part_then,) = store.last_looks.parts(agency_id, shown, asks)
    assert part_then.body == b"[2]"
