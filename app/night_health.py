"""Watching the watcher: a night in which many portals drop at once is our fault, not theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

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


@dataclass(frozen=True, slots=True)
class Standing:
    """What a night needs to know of an agency's report, findings and evidence left out."""

    code: str | None
    name: str
    portal_state: PortalState
    state_detail: str
    started_at: datetime

    @classmethod
    def of(cls, report: AgencyReport) -> Standing:
        """The little of a report; nothing of it keeps the rest in memory."""
        agency = report.agency
        return cls(
            agency.code, agency.name, report.portal_state, report.state_detail, report.started_at
        )


def health_of(standings: Iterable[Standing], before: Mapping[str | None, Standing]) -> NightHealth:
    """Judge the night by how many portals it could reach; ``before`` is keyed by agency code."""
    with_portal = [one for one in standings if one.portal_state is not PortalState.NO_PORTAL]
    silent = [one for one in with_portal if one.portal_state is PortalState.UNREACHABLE]
    seen_before = [one for one in with_portal if _judgeable(before.get(one.code))]
    dropped = [one for one in seen_before if not one.portal_state.judgeable]
    if len(silent) >= FEWEST_DROPS and len(silent) > LARGEST_UNREACHABLE_SHARE * len(with_portal):
        return NightHealth(False, _note(len(silent), len(with_portal), "không truy cập được"))
    if len(dropped) >= FEWEST_DROPS and len(dropped) > LARGEST_DROPPED_SHARE * len(seen_before):
        return NightHealth(False, _note(len(dropped), len(seen_before), "đêm trước còn xem được"))
    return NightHealth(True, "")


def _judgeable(last: Standing | None) -> bool:
    return last is not None and last.portal_state.judgeable


def _note(count: int, total: int, what: str) -> str:
    return (
        f"{count}/{total} cổng cùng lúc không xem được ({what}): "
        "nhiều khả năng do mạng của máy này, không phải do các cơ quan"
    )
