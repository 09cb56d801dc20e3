"""What is remembered of hosts: those of visits until their end, those linked to for a while."""

from __future__ import annotations

import asyncio

from crawler.fetcher.exchange import Exchange
from crawler.fetcher.guard import Guard
from crawler.politeness import Politeness
from domain.settings import CrawlerSettings
from tests.unit.crawler.clocks import FakeClock


async def _resolve(host: str, port: int) -> list[str]:
    return ["192.0.2.1"]


def _exchange(clock: FakeClock) -> Exchange:
    guard = Guard(clock, True, _resolve)
    return Exchange(CrawlerSettings(), clock, Politeness(1.0, clock), guard)


def test_hosts_that_portals_only_link_to_are_let_go_of() -> None:
    """Nobody says that a visit to them is over: they go when nobody asked them for an hour."""
    clock = FakeClock()
    exchange = _exchange(clock)

    async def a_night() -> None:
        for number in range(300):
            exchange.habits(f"xa{number}.vn")
            exchange.habits(f"ban-be-{number}.vn").speaks_loosely = True
            exchange.habits("tinh.vn").speaks_loosely = True
            await clock.sleep(60.0)
            exchange.forget(f"xa{number}.vn")

    asyncio.run(a_night())
    assert exchange.remembered < 200
    assert exchange.habits("tinh.vn").speaks_loosely
    assert exchange.habits("ban-be-299.vn").speaks_loosely
    assert not exchange.habits("ban-be-0.vn").speaks_loosely


def test_a_host_whose_visit_waits_for_long_is_kept() -> None:
    """Its scans may take hours to read; then it is asked on with the same cookies."""
    clock = FakeClock()
    exchange = _exchange(clock)

    async def a_night() -> None:
        exchange.habits("xa.vn").cookies.set("phien", "1", domain="xa.vn")
        for number in range(200):
            exchange.habits(f"ban-be-{number}.vn")
            await clock.sleep(60.0)
            exchange.forget("huyen.vn", {"xa.vn"})

    asyncio.run(a_night())
    assert exchange.habits("xa.vn").cookies.get("phien") == "1"
