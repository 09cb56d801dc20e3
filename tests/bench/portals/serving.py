"""Serves the portals for measuring from a process of their own, with a configuration that fits."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.portals.server import loopback
from tests.quality.run_province import ROOT

_CONFIG = """\
[database]
url = "sqlite:///{directory}/{database}"

[crawler]
contact = "bench@example.invalid"
delay_s = {delay_s}
max_requests = {pages}
allow_private_addresses = true

[browser]
enabled = false

[documents]
ocr = false

[inspection]
year = 2026
"""


def config_text(directory: Path, name: str, pages: int, delay_s: float) -> str:
    """A configuration with the database ``name``.db and ``pages`` requests a portal."""
    database = f"{name}.db"
    return _CONFIG.format(directory=directory, database=database, pages=pages, delay_s=delay_s)


@dataclass(frozen=True, slots=True)
class MadePortals:
    """The portals while they are served."""

    directory: Path
    port: int
    portals: int

    @property
    def registry(self) -> Path:
        """Their agencies, as a file to import."""
        return self.directory / "registry.csv"

    @property
    def homes(self) -> list[str]:
        """Their home pages."""
        return [f"http://{loopback(index)}:{self.port}/" for index in range(self.portals)]

    def config(self, name: str, *, pages: int, delay_s: float) -> Path:
        """A configuration of this name with a database of its own, ``pages`` requests a portal."""
        file = self.directory / f"{name}.toml"
        file.write_text(config_text(self.directory, name, pages, delay_s), encoding="utf-8")
        return file

    def database(self, name: str) -> Path:
        """Where the configuration of this name keeps what it saw."""
        return self.directory / f"{name}.db"


@contextmanager
def made_portals(directory: Path, *, portals: int, articles: int) -> Iterator[MadePortals]:
    """Serve them until the block ends."""
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.portals.server", "--portals", str(portals),
         "--articles", str(articles), "--directory", str(directory)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert server.stdout is not None
        ready = json.loads(server.stdout.readline())
        yield MadePortals(directory, ready["port"], portals)
    finally:
        server.communicate(timeout=30)  # closes its stdin, which ends it
