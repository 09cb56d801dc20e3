"""One store used from several threads."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from storage.store import Store, open_store
from tests.unit.empty_database import empty_database
from tests.unit.storage import samples

MADE_WITH = {"rule_digest": "r", "config_digest": "c", "reader_version": "1"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    opened = open_store(empty_database(tmp_path / "giamsat.db"))
    yield opened
    opened.close()


def test_many_threads_at_once(store: Store) -> None:
    """Visits recorded and closed from several threads at once do not touch each other."""
    store.import_agencies([samples.agency(str(code)) for code in range(8)], samples.NOON)

    def visit(agency_id: int) -> None:
        handle = store.open_visit(None, agency_id, samples.HOME, samples.NOON)
        recorder = store.recorder(handle.visit_id, agency_id)
        bodies = [f"{agency_id} {number}".encode() for number in range(1, 40)]
        opened = [samples.attempt(number, body) for number, body in enumerate(bodies)]
        for attempt, body in zip(opened, bodies, strict=True):
            recorder.answered(attempt, samples.answer(attempt, body))
            recorder.classified(attempt)
        facts = samples.visit(tuple(opened))
        store.close_visit(handle.visit_id, facts, samples.report(), **MADE_WITH)

    ids = [stored.id for stored in store.agencies()]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(visit, ids))
    for kept in store.latest_visits(samples.NIGHT, 2026):
        own = [store.body(page[1]) for page in store.pages(kept.visit_id, "1")]
        expected = [f"{kept.stored_agency.id} {number}".encode() for number in range(1, 40)]
        assert own == expected
