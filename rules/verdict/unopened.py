"""Which addresses nobody could open may hold a paper of the agency all the same."""

from __future__ import annotations

from domain.documents import Zone
from domain.outcomes import Outcome, Skip
from domain.visits import Attempt

_FRAME_ZONES = frozenset({Zone.MENU, Zone.HEADER, Zone.FOOTER, Zone.BREADCRUMB, Zone.PAGING})
"""What stands around every page, not in the agency's own text or in what its search finds."""
_OWN_ZONES = frozenset({Zone.MAIN, Zone.LIST, Zone.ATTACHMENT})
_GONE = frozenset({Outcome.NOT_FOUND, Outcome.SOFT_NOT_FOUND})


def may_hold_a_paper(attempt: Attempt) -> bool:
    """Whether the agency may have a paper there that nobody here could open.

    A share on another site counts when the agency's own text links to it; menus full of links to
    other sites do not. An address that is gone holds nothing, yet a line of the agency's own
    lists that names a paper there says that it was issued.
    """
    zones = {attempt.words.zone, *(words.zone for words in attempt.also)}
    if attempt.skip is Skip.OFF_PORTAL:
        return not zones <= _FRAME_ZONES
    if attempt.skip is not None:
        return attempt.skip.leaves_a_gap
    if attempt.outcome in _GONE:
        return not zones.isdisjoint(_OWN_ZONES)
    return attempt.outcome is not None and not attempt.outcome.settled
