"""Before a portal is asked: stored answers, held copies, and room for what will come."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from app.memory import PassingMemory
from app.remembering import RememberingFetch, RememberingRender
from domain.exchanges import PART, RENDER, Answer, Ask, Shown
from domain.outcomes import Outcome
from storage.queries import HeldCopy

ASK = Ask("http://xa.vn/a.pdf")
NOW = datetime(2026, 11, 22, tzinfo=UTC)
SHELL = Answer(Ask("http://xa.vn/"), Outcome.OK, NOW, 0.1, body=b"<div id=app></div>")
DATA = Answer(Ask("http://xa.vn/api", PART), Outcome.OK, NOW, 0.1, body=b"{}")


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


@dataclass(slots=True)
class CutOffVisit(PassingMemory):
    """Has the rendering that a visit got before it was cut off."""

    held: tuple[Answer, ...] = ()

    def stored_answer(self, ask: Ask) -> Answer | None:
        """What is held, by what was asked."""
        return next((one for one in self.held if one.ask == ask), None)


def shown(memory: PassingMemory) -> Shown | None:
    """The home page, with no browser at hand."""
    return asyncio.run(RememberingRender(None, memory)(SHELL, lambda address: False))


def test_what_was_shown_before_is_played_back_without_a_browser() -> None:
    """The page and the data that its scripts had fetched."""
    held = replace(
        SHELL, ask=Ask("http://xa.vn/", RENDER), headers=(("giamsat-part", "http://xa.vn/api"),)
    )
    assert shown(CutOffVisit(held=(SHELL, held, DATA))) == Shown(held, (DATA,))


def test_a_rendering_whose_data_is_lost_is_not_played_back() -> None:
    """What its scripts had fetched may name papers: the page is shown again, or stays unseen."""
    named = (("giamsat-part", "http://xa.vn/api"),)
    held = replace(SHELL, ask=Ask("http://xa.vn/", RENDER), headers=named)
    assert shown(CutOffVisit(held=(SHELL, held))) is None


def test_without_a_browser_nothing_new_is_shown() -> None:
    """What was never shown stays as it came."""
    assert shown(CutOffVisit(held=(SHELL,))) is None
