"""Before a portal is asked: stored answers, held copies, and room for what will come."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime

from app.memory import PassingMemory
from app.remembering import RememberingFetch
from domain.exchanges import Answer, Ask
from domain.outcomes import Outcome
from storage.queries import HeldCopy

ASK = Ask("http://xa.vn/a.pdf")


@dataclass(slots=True)
class LostCopy(PassingMemory):
    """Knows a validator, but no longer the bytes; has no room until it was waited for."""

    waited_in: list[str] = field(default_factory=list)

    def held_copy(self, address: str) -> HeldCopy | None:
        """A copy with an ETag."""
        return HeldCopy('"v1"', None, "0" * 64, "application/pdf", address)

    def wait_for_room(self) -> None:
        """Notes where it was waited."""
        self.waited_in.append(threading.current_thread().name)
        self.crowded = False


async def portal(ask: Ask) -> Answer:
    """Says 304 to whoever holds the copy."""
    outcome = Outcome.NOT_MODIFIED if ask.etag else Outcome.OK
    body = b"" if ask.etag else b"%PDF"
    return Answer(ask, outcome, datetime(2026, 11, 22, tzinfo=UTC), 0.1, body=body)


def test_a_lost_copy_is_asked_for_without_its_validator() -> None:
    """A 304 for bytes that are gone is worth nothing: the paper is fetched again."""
    answer = asyncio.run(RememberingFetch(portal, LostCopy())(ASK))
    assert (answer.outcome, answer.body) == (Outcome.OK, b"%PDF")


def test_room_is_waited_for_away_from_the_event_loop() -> None:
    """A recorder that cannot keep up holds back this portal only, before it is asked."""
    memory = LostCopy(crowded=True)
    asyncio.run(RememberingFetch(portal, memory)(ASK))
    assert len(memory.waited_in) == 1
    assert memory.waited_in[0] != threading.main_thread().name
