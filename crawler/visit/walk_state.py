"""How much of the portal a round has seen."""

from __future__ import annotations

from crawler.visit.portal_state import gap_of
from crawler.visit.walk import Walk
from domain.documents import Need
from domain.outcomes import PortalState, StoppedBy

HOME_NOT_SHOWN = "trang chủ chỉ hiện đủ trong trình duyệt hoặc chưa đọc được"
"""What is said of a portal whose home page no browser showed."""


def state_of(walk: Walk, stopped_by: StoppedBy | None) -> tuple[PortalState, str]:
    """Reached only when the home page and all that could matter was seen; what to say of it."""
    entrance, home = walk.entrance, walk.entrance.home
    said = [entrance.detail] if entrance.detail else []
    if home is not None and entrance.robots.failure(home.final_address):
        said.append(entrance.robots.failure(home.final_address))
    if home is None or home.document is None or Need.BROWSER in home.document.needs:
        said.append(HOME_NOT_SHOWN)
        return PortalState.PARTLY_REACHED, "; ".join(said)
    early = stopped_by is StoppedBy.ALL_FOUND
    gap = gap_of(entrance.ledger.attempts(), frozenset(walk.matters), early=early)
    if stopped_by in (None, StoppedBy.ALL_FOUND) and gap is None:
        return PortalState.REACHED, "; ".join(said)
    if gap is not None:
        why = gap.skip.value if gap.skip else str(gap.outcome and gap.outcome.value)
        said.append(f"chưa xem được {gap.address} ({why})")
    return PortalState.PARTLY_REACHED, "; ".join(said)
