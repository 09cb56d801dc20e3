"""Some agencies by hand, or what is left of a night: the others' portals stay theirs."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.night import NightResult, crawl_night
from domain.exchanges import Answer, Ask
from domain.findings import AgencyReport
from domain.outcomes import PortalState
from domain.publications import Status
from storage.store import Store
from tests.unit.app.portals import Net, parts, three_agencies
from tests.unit.crawler.clocks import FakeClock


@dataclass
class MovedIn(Net):
    """The second agency's home page leads to the first one's portal."""

    async def __call__(self, ask: Ask) -> Answer:
        answer = await super().__call__(ask)
        moved = ask.address == "http://xa2.vn/"
        return replace(answer, final_address="http://xa1.vn/") if moved else answer


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three agencies with a portal each."""
    opened = three_agencies(tmp_path)
    yield opened
    opened.close()


def night(store: Store, only: tuple[str, ...]) -> NightResult:
    """A night of these agencies; of all for none."""

    def told(done: int, total: int, report: AgencyReport | None) -> None:
        """Nobody listens."""

    made = parts(MovedIn(FakeClock()))
    return asyncio.run(crawl_night(made, store, year=2026, only=only, told=told))


@pytest.mark.parametrize("only", [(), ("2",)])
def test_another_agencys_portal_is_never_ones_own(store: Store, only: tuple[str, ...]) -> None:
    """What the first agency does not publish is nothing that the second one lacks."""
    (moved,) = (one for one in night(store, only).reports if one.agency.code == "2")
    assert moved.portal_state is PortalState.NO_PORTAL
    assert {finding.status for finding in moved.findings} == {Status.UNDETERMINED}
