"""What an explanation is told from: the newest judged visit and every try before the last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from domain.outcomes import Outcome
from storage.looks import Look
from storage.store import Store
from tests.unit.storage import samples

MADE_WITH = {"rule_digest": "r", "config_digest": "c", "reader_version": "1"}


def kept(store: Store) -> Look:
    """A visit in which the second address answered only when asked again."""
    store.import_agencies([samples.agency()], samples.NOON)
    agency_id = store.agencies()[0].id
    visit_id = store.open_visit(None, agency_id, samples.HOME, samples.NOON).visit_id
    recorder = store.recorder(visit_id, agency_id)
    first, second = samples.attempt(1), samples.attempt(2)
    later = replace(second, started_at=samples.NOON + timedelta(minutes=1))
    failed = replace(second, outcome=Outcome.TIMEOUT, detail="quá giờ", sha256=None)
    nothing = replace(samples.answer(failed), earlier=(), body=b"")
    recorder.answered(first, replace(samples.answer(first), earlier=()))
    recorder.answered(failed, nothing)
    recorder.answered(later, samples.answer(later))
    visit = samples.visit((first, later))
    store.close_visit(visit_id, visit, samples.report(), **MADE_WITH)
    found = store.looks.newest(agency_id, 2026, 2)
    assert found is not None
    return found


def test_the_tries_before_the_last_are_told(anew: Callable[[], Store]) -> None:
    """Those of the visit and those of the fetcher, in their order; one try alone is none."""
    store = anew()
    look = kept(store)
    tries = look.earlier[samples.attempt(2).address, "GET", None]
    assert [one.outcome for one in tries] == [Outcome.TIMEOUT, Outcome.TIMEOUT]
    assert [one.detail for one in tries] == ["quá giờ", "hết giờ"]
    assert len(look.earlier) == 1
    assert len(look.visit.attempts) == 2
    store.close()


def test_an_agency_is_found_by_its_portal(anew: Callable[[], Store]) -> None:
    """Also one that was checked on demand, and never by another address."""
    store = anew()
    kept(store)
    known = store.agencies()[0].id
    demanded = store.on_demand_agency(samples.agency(), samples.NOON)
    assert store.looks.agencies_at(lambda one: one == samples.HOME) == (known, demanded)
    assert store.looks.agencies_at(lambda one: False) == ()
    assert store.looks.newest(known, 2030, 2) is None
    store.close()
