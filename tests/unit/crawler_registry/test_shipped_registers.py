"""The registers of the real provinces that come with giamsat."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from crawler.registry import read_registry
from domain.agencies import Agency, Level

FOLDER = Path(__file__).parents[3] / "data" / "registry"


def shipped(name: str) -> tuple[Agency, ...]:
    """A register that comes with giamsat."""
    return read_registry((FOLDER / name).read_bytes(), name)


def test_yen_bai_of_2021() -> None:
    """It holds the 173 communes and 9 districts of 2021, all ended by 30/6/2025."""
    agencies = shipped("yenbai_2021.csv")
    levels = Counter(one.level for one in agencies)
    assert levels == {
        Level.PROVINCE: 1,
        Level.DEPARTMENT: 20,
        Level.DISTRICT: 9,
        Level.COMMUNE: 173,
    }
    assert all(one.valid_to and one.valid_to <= date(2025, 6, 30) for one in agencies)
    assert {"UBND xã Minh Quán", "UBND xã Minh Quân"} <= {one.name for one in agencies}


def test_lao_cai_since_july_2025() -> None:
    """It holds the province and its 99 communes, valid from 01/7/2025."""
    agencies = shipped("laocai_2025-07.csv")
    assert Counter(one.level for one in agencies) == {Level.PROVINCE: 1, Level.COMMUNE: 99}
    assert {one.valid_from for one in agencies} == {date(2025, 7, 1)}


def test_both_together() -> None:
    """The two lie side by side in one file: successors are there, no code clashes."""
    second = (FOLDER / "laocai_2025-07.csv").read_bytes().split(b"\n", 1)[1]
    both = read_registry((FOLDER / "yenbai_2021.csv").read_bytes() + second, "both.csv")
    assert len(both) == 203 + 100


def test_no_address_is_called_verified() -> None:
    """Nobody has tried the addresses, and they say so."""
    for name in ("yenbai_2021.csv", "laocai_2025-07.csv"):
        assert not any(portal.verified for one in shipped(name) for portal in one.portals)
