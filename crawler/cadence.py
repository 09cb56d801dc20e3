"""In which order the agencies are visited tonight."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

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
