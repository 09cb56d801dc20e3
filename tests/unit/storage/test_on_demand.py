"""Addresses checked on demand are kept beside the registry and never appear in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.agencies import Agency, Level, PortalAddress
from domain.findings import AgencyReport
from storage.agencies import ImportSummary
from storage.store import Store
from tests.unit.storage import samples

TODAY = date(2026, 11, 22)
MADE_WITH = {"rule_digest": "r", "config_digest": "c", "reader_version": "1"}


def checked(name: str = "Phường Yên Thịnh", url: str = samples.HOME) -> Agency:
    """A portal as somebody checks it."""
    return Agency(None, name, Level.OTHER, portals=(PortalAddress(url),))


def check(store: Store, report: AgencyReport | None = None) -> int:
    """One whole check; the id of the address."""
    agency_id = store.on_demand_agency(checked(), samples.NOON)
    visit_id = store.open_visit(None, agency_id, samples.HOME, samples.NOON).visit_id
    opened = samples.attempt(1)
    recorder = store.recorder(visit_id, agency_id)
    recorder.answered(opened, samples.answer(opened))
    recorder.classified(opened)
    kept = report or replace(samples.report(url=opened.address), agency=checked())
    store.close_visit(visit_id, samples.visit((opened,)), kept, **MADE_WITH)
    return agency_id


def test_the_same_address_is_the_same_row(store: Store) -> None:
    """Checked again, also by another name or level, an address keeps its row."""
    first = store.on_demand_agency(checked(""), samples.NOON)
    assert store.on_demand_agency(checked(), samples.NOON) == first
    assert store.on_demand_agency(replace(checked(""), level=Level.COMMUNE), samples.NOON) == first
    assert store.on_demand_agency(checked(url="https://b.vn/"), samples.NOON) != first


@pytest.mark.parametrize("odd", ["https://a.example.vn/\ud800", "http://a.vn/" + "x" * 4000])
def test_odd_addresses_and_names_have_a_row_too(store: Store, odd: str) -> None:
    """Neither length nor what no encoding can hold is in the way."""
    found = store.on_demand_agency(checked("A\udcff", odd), samples.NOON)
    assert store.on_demand_agency(checked("B", odd), samples.NOON) == found
    assert store.on_demand_agency(checked(), samples.NOON) != found


def test_a_check_brings_the_next_one_its_copies_and_evidence(store: Store) -> None:
    """What was held and found is there for the next check of the address, each visit its own."""
    agency_id = check(store)
    assert check(store) == agency_id
    assert list(store.held_copies(agency_id)) == [samples.attempt(1).address]
    assert [k.address for k in store.evidence_addresses(agency_id)] == [samples.attempt(1).address]


def test_checks_are_no_part_of_the_registry(store: Store) -> None:
    """Nothing that speaks of the inspected agencies ever names a checked address."""
    check(store)
    assert store.agencies() == () == store.agencies(TODAY)
    assert store.agency("", TODAY) is None
    assert store.reports(2026, TODAY, 2) == ()
    assert store.unvisited(2026, TODAY) == ()
    assert list(store.latest_visits(TODAY, 2026)) == []
    assert store.history("") == ()
    child = replace(samples.agency("2", "Trường"), parent=samples.agency().name)
    assert store.import_agencies([samples.agency(), child], samples.NOON) == ImportSummary(2, 0, 0)
    for stored in store.agencies():
        assert stored.inspected.namesakes == ()
        assert stored.inspected.predecessors == ()


def test_a_check_confirms_nothing(store: Store) -> None:
    """A night's verdict is confirmed by nights alone, also where the address is the same."""
    store.import_agencies([samples.agency()], samples.NOON)
    agency_id = store.agencies()[0].id
    visit_id = store.open_visit(None, agency_id, samples.HOME, samples.NOON).visit_id
    store.close_visit(visit_id, samples.visit(()), samples.report(), **MADE_WITH)
    check(store, replace(samples.report(night=TODAY + timedelta(days=1)), agency=checked()))
    (report,) = store.reports(2026, TODAY, 2)
    assert report.agency == samples.agency()
    assert [one.confirmations for one in report.findings] == [1]
    assert len(store.history("04249")) == 1


def test_a_check_that_was_killed_is_in_nobodys_way(store: Store, anew: Callable[[], Store]) -> None:
    """Its visit stays unfinished: no run takes it up, the next check begins anew."""
    agency_id = store.on_demand_agency(checked(), samples.NOON)
    cut_off = store.open_visit(None, agency_id, samples.HOME, samples.NOON)
    store.recorder(cut_off.visit_id, agency_id).skipped(samples.passed_over(1))
    store.close()
    again = anew()
    again.import_agencies([samples.agency()], samples.NOON)
    ids = [one.id for one in again.agencies()]
    run = again.open_run(
        TODAY, 2026, samples.NOON, config_digest="c", rule_digest="r", agency_ids=ids
    )
    assert (run.resumed, run.finished) == (False, frozenset())
    assert not again.open_visit(run.run_id, ids[0], samples.HOME, samples.NOON).resumed
    later = again.open_visit(None, agency_id, samples.HOME, samples.NOON)
    assert not later.resumed
    assert later.visit_id != cut_off.visit_id
    assert [line.planned for line in again.runs(5)] == [1]
    again.close()
