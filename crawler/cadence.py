"""In which order the agencies are visited tonight, and how much of each is asked anew."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from domain.outcomes import PortalState, StoppedBy

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Turn:
    """An agency whose portal is to be visited."""

    code: str
    portal_url: str
    last_good_visit: datetime | None = None
    """Start of the last visit that could be judged; None when there was none."""
    last_visit: datetime | None = None
    """Start of the last visit of any kind."""


def order_of(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """Those longest without a good visit first, spread so that hosts take turns.

    Among portals without any good visit the one tried longest ago comes first: a portal that is
    always down does not push aside one that was never tried.
    """
    waiting: dict[str, deque[Turn]] = defaultdict(deque)
    for turn in sorted(turns, key=_urgency):
        waiting[urlsplit(turn.portal_url).netloc.lower()].append(turn)
    ordered: list[Turn] = []
    while waiting:
        ordered.extend(hosts.popleft() for hosts in waiting.values())
        waiting = defaultdict(deque, {host: left for host, left in waiting.items() if left})
    return tuple(ordered)


def _urgency(turn: Turn) -> tuple[datetime, datetime, str]:
    return turn.last_good_visit or _NEVER, turn.last_visit or _NEVER, turn.code


@dataclass(frozen=True, slots=True)
class Past:
    """The last visit to a portal, as far as it decides how the next one goes."""

    full_night: date
    """The night of the full look that it rests on; its own where it was one."""
    state: PortalState
    stopped_by: StoppedBy
    made_alike: bool
    """Whether rules, reader, crawler, settings, agency and year are what they were."""


def may_take_over(past: Past, tonight: date, full_look_every_nights: int) -> bool:
    """Whether what hardly changes may be taken over instead of being asked again.

    Only from a look that saw the portal whole, made with the same eyes, and not too long ago: no
    accusation rests on an older one. ``full_look_every_nights``: 1 for never.
    """
    whole = past.state is PortalState.REACHED and past.stopped_by is StoppedBy.NOTHING_LEFT
    age_nights = (tonight - past.full_night).days
    recent = full_look_every_nights > 1 and 0 <= age_nights < full_look_every_nights
    return whole and past.made_alike and recent
