"""``python -m tests.bench.portals.server``: serves the portals for measuring, an address each."""

from __future__ import annotations

import argparse
import asyncio
import csv
import json
import os
import sys
from functools import partial
from pathlib import Path

from tests.bench.portals.made import MadePortal
from tests.province.server import bind_all

_NOT_FOUND = (
    "<html><head><title>Không tìm thấy</title></head><body><p>Trang không tồn tại.</p></body>"
)


def loopback(index: int) -> str:
    """The address of a portal, one each."""
    return f"127.40.{index // 250}.{index % 250 + 1}"


class Connection(asyncio.Protocol):
    """One connection to one portal: GET only, kept open."""

    def __init__(self, portal: MadePortal) -> None:
        self._portal = portal
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the way back."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer every whole request that has come."""
        self._buffer += data
        while b"\r\n\r\n" in self._buffer:
            head, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
            if self._transport is not None:
                self._transport.write(self._answer(head.split(b" ", 2)[1].decode("latin-1")))

    def _answer(self, target: str) -> bytes:
        body = self._portal.page(target.partition("?")[0])
        status = "200 OK" if body is not None else "404 Not Found"
        body = body if body is not None else _NOT_FOUND.encode()
        head = (
            f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body


def main() -> None:
    """Serve until stdin closes; say on stdout which port it is."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.portals.server")
    parser.add_argument("--portals", type=int, default=8)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--directory", type=Path, required=True)
    given = parser.parse_args()
    asyncio.run(_serve(given.portals, given.articles, given.directory))


async def _serve(portals: int, articles: int, directory: Path) -> None:
    loop = asyncio.get_running_loop()
    port, sockets = bind_all([loopback(index) for index in range(portals)], 0)
    for index, made in enumerate(sockets):
        portal = MadePortal(f"UBND xã Số {index}", index * 100_003, articles)
        await loop.create_server(partial(Connection, portal), sock=made)
    write_registry(portals, port, directory / "registry.csv")
    sys.stdout.write(json.dumps({"port": port}) + "\n")
    sys.stdout.flush()
    await asyncio.to_thread(_wait_for_end_of_stdin)


def write_registry(portals: int, port: int, file: Path) -> None:
    """An agency for each portal, as a file to import."""
    with file.open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow(("code", "name", "level", "parent", "portal_url"))
        for index in range(portals):
            url = f"http://{loopback(index)}:{port}/"
            rows.writerow((f"B{index:04}", f"UBND xã Số {index}", "commune", "UBND tỉnh", url))


def _wait_for_end_of_stdin() -> None:
    while os.read(0, 4096):  # not sys.stdin: its lock, held here, ends the interpreter badly
        continue


if __name__ == "__main__":
    main()
