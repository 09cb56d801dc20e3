"""A visit that was cut off is gone on with."""

from __future__ import annotations

from pathlib import Path

from domain.exchanges import Ask
from storage.store import open_store
from tests.unit.empty_database import empty_database
from tests.unit.storage import samples

MADE_WITH = {"rule_digest": "r", "config_digest": "c", "reader_version": "1"}


def test_a_cut_off_visit_replays_what_was_committed(tmp_path: Path) -> None:
    """After a stop in the middle the same answers come back, each once, and no row is doubled."""
    url = empty_database(tmp_path / "giamsat.db")
    first = open_store(url)
    first.import_agencies([samples.agency()], samples.NOON)
    agency_id = first.agencies()[0].id
    _, visit_id = samples.open_night(first, agency_id)
    opened = samples.attempt(1)
    first.recorder(visit_id, agency_id).answered(opened, samples.answer(opened))
    first.close()

    second = open_store(url)
    run = samples.open_run(second, agency_id)
    handle = second.open_visit(run.run_id, agency_id, samples.HOME, samples.NOON)
    assert (run.resumed, handle.resumed, handle.visit_id) == (True, True, visit_id)
    replayed = second.stored_answer(visit_id, Ask(opened.address))
    assert replayed == samples.answer(opened)
    assert replayed is not None
    second.recorder(visit_id, agency_id).answered(opened, replayed)
    assert second.stored_answer(visit_id, Ask(opened.address)) is None
    second.close_visit(visit_id, samples.visit((opened,)), samples.report(), **MADE_WITH)
    assert next(iter(second.latest_visits(samples.NIGHT, 2026))).visit.attempts == (opened,)
    assert len(list(second.pages(visit_id, "1"))) == 1
    second.close()
