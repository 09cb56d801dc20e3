"""The registry as the store keeps it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.agencies import Agency, Level, PortalAddress
from domain.errors import RegistryError
from storage.agencies import ImportSummary, StoredAgency
from storage.names import bare, folded
from storage.store import Store
from tests.unit.storage import samples

END = date(2025, 6, 30)
BEGIN = date(2025, 7, 1)
TODAY = date(2026, 11, 22)

OLD = (
    Agency("15", "UBND tỉnh Yên Bái", Level.PROVINCE, valid_to=END, successors=("15",)),
    Agency("138", "UBND huyện Trấn Yên", Level.DISTRICT, "15", valid_to=END),
    Agency("04516", "UBND xã Minh Quán", Level.COMMUNE, "138", valid_to=END, successors=("04252",)),
    Agency("04567", "UBND xã Minh Quân", Level.COMMUNE, "138", valid_to=END, successors=("04252",)),
    Agency("04252", "UBND xã Cũ", Level.COMMUNE, "138", valid_to=END, successors=("04252",)),
)
NEW = (
    Agency("15", "UBND tỉnh Lào Cai", Level.PROVINCE, valid_from=BEGIN),
    Agency("04252", "UBND phường Yên Bái", Level.COMMUNE, "15", valid_from=BEGIN),
)


def on(store: Store, code: str, day: date) -> StoredAgency:
    """The agency of a code on a day, which must be there."""
    found = store.agency(code, day)
    assert found is not None
    return found


def test_importing_again_changes_nothing(store: Store) -> None:
    """The same file twice adds once; a changed row is counted and taken over."""
    rows = (samples.agency(), samples.agency("04252", "Phường Yên Ninh"))
    assert store.import_agencies(rows, samples.NOON) == ImportSummary(2, 0, 0)
    assert store.import_agencies(rows, samples.NOON) == ImportSummary(0, 0, 2)
    shared = (PortalAddress(samples.HOME), PortalAddress("https://b.vn/", verified=False))
    changed = replace(rows[1], portals=shared)
    assert store.import_agencies((rows[0], changed), samples.NOON) == ImportSummary(0, 1, 1)
    assert on(store, "04252", TODAY).inspected.agency == changed


@pytest.mark.parametrize("batches", [(OLD, NEW), (NEW, OLD), ((*OLD, *NEW),)])
def test_codes_that_are_used_again(store: Store, batches: tuple[tuple[Agency, ...], ...]) -> None:
    """A successor code means the later unit of that code, in whatever order files come."""
    for batch in batches:
        store.import_agencies(batch, samples.NOON)
    after = on(store, "04252", TODAY).inspected
    assert after.agency.name == "UBND phường Yên Bái"
    assert after.parents == ("UBND tỉnh Lào Cai",)
    assert {one.code for one in after.predecessors} == {"04516", "04567", "04252"}
    assert [one.name for one in on(store, "15", TODAY).inspected.predecessors] == [
        "UBND tỉnh Yên Bái"
    ]
    before = on(store, "04252", END).inspected
    assert before.parents == ("UBND huyện Trấn Yên", "UBND tỉnh Yên Bái")
    assert before.predecessors == ()


def test_names_that_differ_in_marks_only(store: Store) -> None:
    """Minh Quán and Minh Quân are two agencies that know of each other."""
    store.import_agencies(OLD, samples.NOON)
    assert on(store, "04516", END).inspected.namesakes == ("UBND xã Minh Quân",)
    assert folded("Đường Đi") == "duong di"
    assert bare("Ủy ban nhân dân Huyện Yên Bình") == bare("UBND xã Yên Bình") == "yen binh"


def test_a_parent_by_name(store: Store) -> None:
    """A parent that is no code is its own name; a circle of parents ends."""
    store.import_agencies(
        [
            Agency("1", "Chi cục A", Level.BRANCH, "Sở B"),
            Agency("2", "C", Level.OTHER, "3"),
            Agency("3", "D", Level.OTHER, "2"),
        ],
        samples.NOON,
    )
    assert on(store, "1", TODAY).inspected.parents == ("Sở B",)
    assert len(on(store, "2", TODAY).inspected.parents) <= 8


def test_one_code_for_two_at_once_is_refused_whole(store: Store) -> None:
    """A row that would stand beside another of its code changes nothing."""
    store.import_agencies([samples.agency()], samples.NOON)
    clash = Agency("04249", "Xã Khác", Level.COMMUNE, valid_from=BEGIN)
    with pytest.raises(RegistryError, match="04249"):
        store.import_agencies([samples.agency("1", "Mới"), clash], samples.NOON)
    assert [one.inspected.agency for one in store.agencies()] == [samples.agency()]


def test_a_corrected_first_day_is_no_new_agency(store: Store) -> None:
    """The same name under the same code, with a first day added, is the same agency."""
    store.import_agencies([samples.agency()], samples.NOON)
    known = store.agencies()[0].id
    dated = replace(samples.agency(), valid_from=BEGIN)
    assert store.import_agencies([dated], samples.NOON) == ImportSummary(0, 1, 0)
    assert [(one.id, one.inspected.agency) for one in store.agencies()] == [(known, dated)]
