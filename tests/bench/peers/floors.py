"""``python -m tests.bench.peers.floors KIND ADDRESSES DATABASE``: what the least program costs.

``bare`` fetches, parses and takes links, and keeps nothing. ``whole`` does, tuned by hand and in
the simplest way, one of each thing that the pipeline does to a page: fetch, parse, links made
absolute, text, fold, the catalogue's words, compress, hash, store. Neither decides anything. Both
have an httpx client a host and one request at a time to each. Prints one JSON line.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import sqlite3
import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx
import zstandard
from ahocorasick_rs import AhoCorasick
from selectolax.lexbor import LexborHTMLParser

from rules.catalogue import load_catalogue
from rules.vietnamese.folding import dense_phrase

_BATCH_ROWS = 200
_ROW = tuple[str, str, bytes, int, int]


def by_host(addresses: list[str]) -> Mapping[str, list[str]]:
    """The addresses of each host, in their order."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        hosts[urlsplit(address).netloc].append(address)
    return hosts


def bare(_: str, answer: httpx.Response) -> None:
    """Parse and take the links."""
    parsed = LexborHTMLParser(answer.text)
    [link.attributes.get("href") for link in parsed.css("a[href]")]


@dataclass
class Whole:
    """One of each thing that the pipeline does to a page."""

    database: Path
    _rows: list[_ROW] = field(default_factory=list)
    _compress: zstandard.ZstdCompressor = field(
        default_factory=lambda: zstandard.ZstdCompressor(level=3)
    )

    def __post_init__(self) -> None:
        self._connection = sqlite3.connect(self.database)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute(
            "CREATE TABLE page (address TEXT, sha256 TEXT, body BLOB, links INTEGER, words INTEGER)"
        )
        self._words = AhoCorasick(sorted({dense_phrase(said) for said in _phrases()}))

    def __call__(self, address: str, answer: httpx.Response) -> None:
        """Do it all to one page."""
        parsed = LexborHTMLParser(answer.text)
        hrefs = (link.attributes.get("href") for link in parsed.css("a[href]"))
        links = {_absolute(address, href) for href in hrefs if href}
        body = parsed.body
        text = body.text(separator=" ", strip=True) if body else ""
        found = self._words.find_matches_as_indexes(_dense(text), overlapping=True)
        sha256 = hashlib.sha256(answer.content).hexdigest()
        packed = self._compress.compress(answer.content)
        self._rows.append((address, sha256, packed, len(links), len(found)))
        if len(self._rows) >= _BATCH_ROWS:
            self.flush()

    def flush(self) -> None:
        """Store what was gathered."""
        with self._connection:
            self._connection.executemany("INSERT INTO page VALUES (?, ?, ?, ?, ?)", self._rows)
        self._rows.clear()


def _phrases() -> list[str]:
    groups = load_catalogue().vocabulary.groups.values()
    return [phrase for group in groups for phrase in group]


def _absolute(address: str, href: str) -> str:
    if href.startswith("/") and not href.startswith("//"):
        return "/".join(address.split("/", 3)[:3]) + href
    return href if href.startswith("http") else urljoin(address, href)


def _dense(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return "".join(plain.encode("ascii", "ignore").decode().split())


async def fetch_all(
    hosts: Mapping[str, list[str]], with_page: Callable[[str, httpx.Response], None]
) -> int:
    """Fetch one host's addresses after another's with a client a host; the pages that came."""
    pages = await asyncio.gather(*(_one_host(hosts[host], with_page) for host in hosts))
    return sum(pages)


async def _one_host(addresses: list[str], with_page: Callable[[str, httpx.Response], None]) -> int:
    async with httpx.AsyncClient(timeout=30) as client:
        for address in addresses:
            with_page(address, await client.get(address))
    return len(addresses)


def main() -> None:
    """Measure from the first request to the last row."""
    kind, addresses, database = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    hosts = by_host(addresses.read_text(encoding="utf-8").split())
    whole = Whole(database) if kind == "whole" else None
    began_s = time.process_time()
    pages = asyncio.run(fetch_all(hosts, whole or bare))
    if whole is not None:
        whole.flush()
    cpu_s = time.process_time() - began_s
    sys.stdout.write(json.dumps({"pages": pages, "cpu_s": cpu_s}) + "\n")


if __name__ == "__main__":
    main()
