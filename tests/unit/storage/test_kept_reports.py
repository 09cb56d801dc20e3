"""Reports that are read as they are gone through."""

from __future__ import annotations

from domain.agencies import Agency
from domain.findings import AgencyReport
from domain.publications import Status
from storage.kept_reports import AT_ONCE, KeptReports
from storage.store import Store
from tests.unit.storage import samples

MADE_WITH = {"rule_digest": "r", "config_digest": "c", "reader_version": "1"}


def _judged(store: Store, agencies: list[Agency]) -> list[int]:
    store.import_agencies(agencies, samples.NOON)
    ids = [stored.id for stored in store.agencies()]
    for agency_id in ids[:-1]:  # the last is never visited
        visit_id = store.open_visit(None, agency_id, samples.HOME, samples.NOON).visit_id
        store.close_visit(
            visit_id, samples.visit((), samples.NIGHT), samples.report(Status.MISSING), **MADE_WITH
        )
    return ids


def test_they_say_what_all_at_once_say(store: Store) -> None:
    """Every pass gives the reports that a tuple would hold, in order; those asked for only."""
    ids = _judged(store, [samples.agency(str(code), f"Xã {code}") for code in range(100, 104)])
    kept = store.kept_reports(ids, 2026, 2)
    everything = store.reports(2026, samples.NIGHT, 2)
    assert len(kept) == len(everything) == 3
    assert tuple(kept) == tuple(kept) == everything
    assert everything[0] in kept
    assert len(store.kept_reports(ids[1:], 2026, 2)) == 2
    assert len(store.kept_reports(ids, 2025, 2)) == 0


def test_few_are_held() -> None:
    """However many there are, only some are read before the first of them is handed out."""
    asked: list[object] = []

    def read(work: object) -> tuple[AgencyReport, ...]:
        asked.append(work)
        return (samples.report(),) * AT_ONCE

    passing = iter(KeptReports(read, range(3 * AT_ONCE), 2026, 2))
    for count in range(3 * AT_ONCE):
        next(passing)
        assert len(asked) == count // AT_ONCE + 1
