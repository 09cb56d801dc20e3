"""Runs of a night and runs of some agencies by hand are kept apart."""

from __future__ import annotations

from datetime import date, timedelta

from storage.runs import RunHandle
from storage.store import Store
from tests.unit.storage import samples


def begin(
    store: Store, ids: list[int], *, partial: bool = False, night: date = samples.NIGHT
) -> RunHandle:
    """Open a run."""
    return store.open_run(
        night,
        2026,
        samples.NOON,
        config_digest="c",
        rule_digest="r",
        agency_ids=ids,
        partial=partial,
    )


def test_partial_runs_stand_for_themselves(store: Store) -> None:
    """They neither go on with anything nor are gone on with, and end no nightly run."""
    first = begin(store, [], partial=True)
    second = begin(store, [], partial=True)
    assert (second.resumed, second.run_id == first.run_id) == (False, False)
    nightly = begin(store, [])
    assert not nightly.resumed
    later = begin(store, [], partial=True, night=samples.NIGHT + timedelta(days=1))
    assert not later.resumed
    last = store.last_run()
    assert last is not None
    assert (last.run_id, last.finished_at) == (nightly.run_id, None)
    assert begin(store, []).run_id == nightly.run_id


def test_a_run_that_left_agencies_out_is_not_good(store: Store) -> None:
    """What was planned and not visited is said, whatever the caller thinks of the night."""
    store.import_agencies([samples.agency("1"), samples.agency("2")], samples.NOON)
    run = begin(store, [stored.id for stored in store.agencies()])
    store.close_run(run.run_id, samples.NOON, good=True, note="")
    (line,) = store.runs(5)
    assert (line.good, line.planned, line.visited) == (False, 2, 0)
    assert line.note.startswith("2 cơ quan")
