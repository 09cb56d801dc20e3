"""What the sample province plans is the same for the same seed, and varied enough to measure on."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from tests.province import menu_of_faults
from tests.province.lots import COMMON, FAMILIES_OF_161
from tests.province.papers import forms
from tests.province.plan import plan_portals
from tests.province.province import Kind, Portal

SEEDS = (1, 2, 3)


@cache
def _portals(size: str, seed: int) -> tuple[Portal, ...]:
    return tuple(plan_portals(size, seed, 2026))


def test_the_same_seed_plans_the_same_province() -> None:
    """Two plans from one seed are equal, and another seed gives another province."""
    assert _portals("demo", 1) == tuple(plan_portals("demo", 1, 2026))
    assert _portals("demo", 1) != _portals("demo", 2)


@pytest.mark.parametrize("seed", SEEDS)
def test_there_are_161_portals_each_with_its_own_address(seed: int) -> None:
    """Codes and addresses are unique; only path-hosted communes share a host."""
    portals = _portals("demo", seed)
    assert len(portals) == 161
    assert len({portal.agency.code for portal in portals}) == 161
    assert len({(portal.host, portal.prefix) for portal in portals}) == 161
    shared = [host for host, count in Counter(p.host for p in portals).items() if count > 1]
    assert {p.family for p in portals if p.host in shared} == {"path_hosted"}


@pytest.mark.parametrize("seed", SEEDS)
def test_most_portals_are_healthy_and_every_fault_occurs(seed: int) -> None:
    """At least 105 portals hide nothing; each fault stands as often as the menu says."""
    portals = _portals("demo", seed)
    healthy = [p for p in portals if not menu_of_faults.hides_something(p.faults, p.family)]
    assert len(healthy) >= 105
    counts = Counter(fault for portal in portals for fault in portal.faults)
    assert {f: counts[f] for f in menu_of_faults.DEMO_COUNTS} == menu_of_faults.DEMO_COUNTS
    assert Counter(portal.family for portal in portals) == FAMILIES_OF_161


@pytest.mark.parametrize("seed", SEEDS)
def test_the_small_province_has_the_common_families_and_faults(seed: int) -> None:
    """A test that starts the small province meets what most portals of the large one are."""
    portals = _portals("small", seed)
    rare = {"path_hosted", "aspnet_post", "javascript_shell"}
    assert {portal.family for portal in portals} == {*COMMON, *rare}
    faults = {fault for portal in portals for fault in portal.faults}
    assert faults == {*menu_of_faults.SMALL, "growing_values"}


def test_every_form_of_paper_stands_somewhere() -> None:
    """Over five provinces no form is missing, and few papers can be read by nobody."""
    placed = [
        p for seed in range(1, 6) for portal in _portals("demo", seed) for p in portal.placements
    ]
    counts = Counter(placement.form for placement in placed)
    assert set(counts) == set(forms.FORMS)
    assert 5 <= sum(counts[form] for form in forms.UNSETTLED) <= len(placed) // 50


@pytest.mark.parametrize("seed", SEEDS)
def test_scans_are_the_most_common_of_files(seed: int) -> None:
    """Of what hangs on portals as files a quarter or more is scanned; Word and sheets follow."""
    placed = [p for portal in _portals("demo", seed) for p in portal.placements]
    files = [p.form for p in placed if p.form not in forms.PAGES]
    scanned = sum(forms.needs_ocr(form) for form in files) / len(files)
    assert 0.2 < scanned < 0.45
    assert scanned > files.count("pdf") / len(files) * 0.9
    assert files.count("doc") > files.count("rar") > files.count("ods")


@pytest.mark.parametrize("seed", SEEDS)
def test_only_true_papers_are_beyond_reading(seed: int) -> None:
    """What a locked look-alike is nobody could say: the truth would not be one."""
    for portal in _portals("demo", seed):
        for placement in portal.placements:
            assert forms.is_settled(placement.form) or placement.kind is Kind.OWN


def test_the_traps_of_real_registers_stand_in_the_registry() -> None:
    """Names that differ in diacritics only, in district only, or in level only, all occur."""
    names = Counter(p.agency.name for p in _portals("demo", 1))
    assert names["UBND xã Xuân Lãm"] == names["UBND xã Xuân Lâm"] == 1
    assert names["UBND xã Tân Hợp"] == 2
    assert names["UBND thị trấn Văn Khê"] == names["UBND xã Văn Khê"] == 1
    assert names["UBND huyện Văn Khê"] == 1
