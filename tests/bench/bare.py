"""The floor to measure against: fetch every address of a night and parse it, nothing more."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from selectolax.lexbor import LexborHTMLParser


def addresses_by_host(database: Path) -> Mapping[str, list[str]]:
    """The addresses that a night opened with success, by host."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute(
            "SELECT address FROM request WHERE outcome IN ('ok', 'not_modified')"
            " AND method = 'GET' ORDER BY visit_id, seq"
        ).fetchall()
    hosts: dict[str, list[str]] = defaultdict(list)
    for (address,) in rows:
        hosts[urlsplit(address).netloc].append(address)
    return hosts


async def fetch_and_parse(hosts: Mapping[str, list[str]]) -> int:
    """Fetch one host's addresses after another's with a client a host; the pages that came."""
    pages = await asyncio.gather(*(_one_host(addresses) for addresses in hosts.values()))
    return sum(pages)


async def _one_host(addresses: list[str]) -> int:
    pages = 0
    async with httpx.AsyncClient(verify=False, timeout=10) as client:  # noqa: S501 - loopback
        for address in addresses:
            try:
                answer = await client.get(address)
            except httpx.HTTPError:
                continue
            pages += 1
            if "html" in answer.headers.get("content-type", ""):
                parsed = LexborHTMLParser(answer.text)
                links = [link.attributes.get("href") for link in parsed.css("a[href]")]
                assert links is not None
    return pages
