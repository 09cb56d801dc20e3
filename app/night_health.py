"""Watching the watcher: a night in which many portals drop at once is our fault, not theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.findings import AgencyReport
from domain.outcomes import PortalState

FEWEST_DROPS = 5
"""Fewer portals than this may fall silent in one night by chance."""
LARGEST_DROPPED_SHARE = 0.3
"""Of the portals seen the time before."""
LARGEST_UNREACHABLE_SHARE = 0.5
"""Of all portals that have an address."""


@dataclass(frozen=True, slots=True)
class NightHealth:
    """Whether a night's look can be trusted as a look at the province."""

    good: bool
    note: str
    """In Vietnamese; empty when the night was good."""


def health_of(
    reports: Sequence[AgencyReport], before: Mapping[str | None, PortalState]
) -> NightHealth:
    """Judge the night by how many portals it could reach; ``before`` is keyed by agency code."""
    with_portal = [r for r in reports if r.portal_state is not PortalState.NO_PORTAL]
    silent = [r for r in with_portal if r.portal_state is PortalState.UNREACHABLE]
    seen_before = [r for r in with_portal if _judgeable(before.get(r.agency.code))]
    dropped = [r for r in seen_before if not r.portal_state.judgeable]
    if len(silent) >= FEWEST_DROPS and len(silent) > LARGEST_UNREACHABLE_SHARE * len(with_portal):
        return NightHealth(False, _note(len(silent), len(with_portal), "không truy cập được"))
    if len(dropped) >= FEWEST_DROPS and len(dropped) > LARGEST_DROPPED_SHARE * len(seen_before):
        return NightHealth(False, _note(len(dropped), len(seen_before), "đêm trước còn xem được"))
    return NightHealth(True, "")


def _judgeable(state: PortalState | None) -> bool:
    return state is not None and state.judgeable


def _note(count: int, total: int, what: str) -> str:
    return (
        f"{count}/{total} cổng cùng lúc không xem được ({what}): "
        "nhiều khả năng do mạng của máy này, không phải do các cơ quan"
    )
