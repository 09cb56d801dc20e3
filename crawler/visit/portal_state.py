"""What a whole visit says about its portal, and whether the portal is failing right now."""

from __future__ import annotations

from collections.abc import Iterable

from domain.outcomes import Outcome, PortalState
from domain.visits import Attempt, FoundBy, is_data_pager, listed_as_data

_FAILURES_IN_A_ROW = 8
_SLOW_FAILURE_WEIGHT = 2
_STATE_OF_HOME = {
    Outcome.ROBOTS_DENIED: PortalState.BLOCKED,
    Outcome.BLOCKED: PortalState.BLOCKED,
    Outcome.LOGIN_REQUIRED: PortalState.LOGIN_REQUIRED,
    Outcome.MAINTENANCE: PortalState.MAINTENANCE,
    Outcome.PARKED: PortalState.PARKED,
    Outcome.NOT_FOUND: PortalState.NO_PORTAL,
    Outcome.SOFT_NOT_FOUND: PortalState.NO_PORTAL,
    Outcome.REDIRECTED_AWAY: PortalState.NO_PORTAL,
    Outcome.UNSAFE_ADDRESS: PortalState.NO_PORTAL,
}


def state_from_home(outcome: Outcome | None) -> PortalState:
    """The state of a portal whose home page did not come back as content."""
    if outcome is None:
        return PortalState.UNREACHABLE
    return _STATE_OF_HOME.get(outcome, PortalState.UNREACHABLE)


def gap_of(
    attempts: Iterable[Attempt], matters: frozenset[str], *, early: bool = False
) -> Attempt | None:
    """The first address that was not seen and could matter; None when nothing is open.

    ``matters`` holds the addresses whose words do not plainly say something else. A paper that
    came back and could not be read is no gap of the portal's: it is weighed for what it names;
    nor is a menu entry that leads to another site. ``early``: all was found, and the data that
    stands for a script's pager may not have been asked.
    """
    every = tuple(attempts)
    listed = listed_as_data(every)
    if early:
        listed |= {one.parent for one in every if one.parent is not None}
    gaps = (one for one in every if _is_gap(one) and not is_data_pager(one, listed))
    return next((one for one in gaps if one.address in matters), None)


def _is_gap(attempt: Attempt) -> bool:
    if attempt.skip is not None:
        return attempt.skip.leaves_a_gap
    if attempt.found_by is FoundBy.AID or attempt.outcome is None:
        return False
    if attempt.found_by is FoundBy.HOME and attempt.outcome is Outcome.REDIRECTED_AWAY:
        return True  # one of the agency's own addresses, and nobody saw what it stands for
    elsewhere = (Outcome.UNREADABLE, Outcome.REDIRECTED_AWAY)
    return not attempt.outcome.settled and attempt.outcome not in elsewhere


class Health:
    """Failures in a row, by which a portal that stopped answering is noticed."""

    def __init__(self) -> None:
        self._failures = 0

    def saw(self, outcome: Outcome | None) -> None:
        """Take note of an answer: only one that shows the portal working ends a row."""
        if outcome is None or not (outcome.passing or outcome is Outcome.TLS):
            self._failures = 0
        else:
            slow = outcome in (Outcome.TIMEOUT, Outcome.DNS)
            self._failures += _SLOW_FAILURE_WEIGHT if slow else 1

    @property
    def failing(self) -> bool:
        """Whether the last request failed."""
        return self._failures > 0

    def doubtful(self) -> bool:
        """Whether so many requests failed in a row that the home page should be asked again."""
        return self._failures >= _FAILURES_IN_A_ROW

    def recovered(self) -> None:
        """The home page answered: start counting anew."""
        self._failures = 0
