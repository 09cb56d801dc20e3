"""Starts and stops the province: in a thread for tests, or for as long as a program runs."""

from __future__ import annotations

import asyncio
import csv
import json
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.province.build import Province, build_chosen, build_province
from tests.province.certificate import server_context
from tests.province.exchange import Log
from tests.province.server import bind_all, serve
from tests.province.truth import agency_truth, portalless_truth

HEADING = (
    "code",
    "name",
    "level",
    "parent",
    "portal_url",
    "valid_from",
    "valid_to",
    "successor",
)


def registry_rows(province: Province, port: int) -> list[tuple[str, ...]]:
    """The registry of the province, heading first."""
    rows: list[tuple[str, ...]] = [HEADING]
    with_url = [(portal.agency, portal.url(port)) for portal in province.portals]
    for row, url in [*with_url, *((row, "") for row in province.silent_rows)]:
        dates = (row.valid_from, row.valid_to, row.successor)
        rows.append((row.code, row.name, row.level, row.parent, url, *dates))
    return rows


def truth_of(province: Province, port: int) -> dict[str, object]:
    """The truth file's content."""
    silent = [portalless_truth(row) for row in province.silent_rows if not row.valid_to]
    agencies = [agency_truth(portal, port) for portal in province.portals]
    return {"seed": province.seed, "year": province.year, "agencies": [*agencies, *silent]}


def write_files(province: Province, port: int, folder: Path) -> None:
    """Writes registry.csv and truth.json."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "registry.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(registry_rows(province, port))
    text = json.dumps(truth_of(province, port), ensure_ascii=False, indent=1)
    (folder / "truth.json").write_text(text + "\n", encoding="utf-8")


def _listeners(province: Province, port: int) -> tuple[int, list[socket.socket]]:
    heard = [host.address for host in province.hosts if host.address not in province.unheard]
    chosen, sockets = bind_all(heard, port)
    province.at(chosen)
    return chosen, sockets


def _contexts(province: Province) -> dict[str, ssl.SSLContext]:
    return {
        address: server_context(
            address, f"{province.seed} {address}", expired=address in province.expired
        )
        for address in sorted(province.secured)
    }


class Running:
    """A province that is being served in a thread with a loop of its own."""

    def __init__(self, province: Province, port: int, log: Log) -> None:
        self.province, self.log = province, log
        self.port, self._sockets = _listeners(province, port)
        self._loop = asyncio.new_event_loop()
        self._up = threading.Event()
        self._thread = threading.Thread(target=self._run, name="province", daemon=True)

    def start(self) -> None:
        """Begin to answer; the sockets listen already."""
        self._thread.start()

    def stop(self) -> None:
        """Stop answering, and wait until it is so."""
        self._up.wait()  # told to stop while its listeners come up, the loop would forget it
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self.log.close()

    def _run(self) -> None:
        loop, unheard = self._loop, self.province.unheard
        asyncio.set_event_loop(loop)
        heard = [host for host in self.province.hosts if host.address not in unheard]
        try:
            servers = loop.run_until_complete(
                serve(heard, self._sockets, _contexts(self.province), self.log)
            )
        finally:
            self._up.set()
        loop.run_forever()
        for server in servers:
            server.close()
        for task in asyncio.all_tasks(loop):  # replies that are still being sent
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()


@contextmanager
def chosen_province(
    families: tuple[str, ...], faults: tuple[str, ...], seed: int = 1, year: int = 2026
) -> Iterator[tuple[Province, int]]:
    """Only the portals named by platform and by fault, served from this process, and their port."""
    running = Running(build_chosen(families, faults, seed, year), 0, Log())
    running.start()
    try:
        yield running.province, running.port
    finally:
        running.stop()


@contextmanager
def start_province(
    size: str = "small", seed: int = 1, year: int = 2026, port: int = 0, log: Path | None = None
) -> Iterator[tuple[Province, int, Log]]:
    """The province served from this process: the province, its port, its log of requests."""
    running = Running(build_province(size, seed, year), port, Log(log))
    running.start()
    try:
        yield running.province, running.port, running.log
    finally:
        running.stop()
