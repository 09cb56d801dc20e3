"""A fetcher and a small server on a real socket, for its tests."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from app.clock import SystemClock
from crawler.fetcher import Fetcher
from crawler.politeness import Politeness
from domain.exchanges import Answer, Ask
from domain.settings import CrawlerSettings
from tests.integration.small_server import SmallServer, serving

IP = "127.0.41.1"
"""Loopback address of the tests' portal."""
SETTINGS = CrawlerSettings(
    allow_private_addresses=True,
    delay_s=0.0,
    timeout_s=0.3,
    retries=1,
    retry_wait_s=0.0,
    max_body_bytes=200_000,
    contact="thanhtra@example.vn",
)


def fetcher_of(settings: CrawlerSettings = SETTINGS) -> Fetcher:
    """A fetcher on the real clock."""
    clock = SystemClock()
    return Fetcher(settings, clock, Politeness(settings.delay_s, clock))


def run(
    pages: Mapping[str, list[bytes]],
    work: Callable[[SmallServer, Fetcher], Coroutine[Any, Any, None]],
    settings: CrawlerSettings = SETTINGS,
    tls: ssl.SSLContext | None = None,
) -> None:
    """Serve the pages, do the work, and close both."""

    async def all_of_it() -> None:
        async with serving(pages, tls) as server:
            fetcher = fetcher_of(settings)
            try:
                await work(server, fetcher)
            finally:
                await fetcher.aclose()

    asyncio.run(all_of_it())


def one(raw: bytes, ask: Callable[[str], Ask] = Ask) -> Answer:
    """What comes of asking one address that answers with these bytes."""
    answers: list[Answer] = []

    async def work(server: SmallServer, fetcher: Fetcher) -> None:
        answers.append(await fetcher(ask(server.at(IP, "/a"))))

    run({"/a": [raw]}, work)
    return answers[0]
