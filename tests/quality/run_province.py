"""A night on the sample province: serve it, crawl it with the program itself, export, measure."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from app.cli import run
from app.cli.options import Surroundings
from app.clock import SystemClock
from crawler.browser.program import NoBrowser, find_program
from documents.ocr.recogniser import tessdata
from domain.settings import BrowserSettings
from tests.province.eyes import Eyes
from tests.province.lots import ORDINARY_PAGES

ROOT = Path(__file__).resolve().parents[2]

CONFIG = """\
# The sample province answers on loopback addresses, at once: it needs no long patience.
[database]
url = "sqlite:///{directory}/giamsat.db"

[crawler]
contact = "demo@example.invalid"
delay_s = 0.02
timeout_s = {timeout_s}
retries = 1
retry_wait_s = 0.05
portal_retry_wait_s = 1.0
allow_private_addresses = true

[documents]
ocr = {ocr}

[inspection]
year = {year}
"""


@dataclass(frozen=True, slots=True)
class ServedProvince:
    """The sample province while it is served."""

    directory: Path
    port: int
    pages: int
    portals: int
    added: Mapping[str, Mapping[str, str]]
    """By the agency's code: the publication of a paper more, and its section."""

    @property
    def config(self) -> Path:
        """The configuration that fits it."""
        return self.directory / "config.toml"

    @property
    def registry(self) -> Path:
        """Its agencies, as a file to import."""
        return self.directory / "registry.csv"

    @property
    def truth(self) -> Path:
        """What would be right."""
        return self.directory / "truth.json"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Portals by platform and by fault, in place of a whole province."""

    families: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    pages: tuple[int, int] = ORDINARY_PAGES
    """Least and most of a portal."""

    @property
    def options(self) -> tuple[str, ...]:
        """How the server is told."""
        families = (f"--family={name}" for name in self.families)
        faults = (f"--fault={name}" for name in self.faults)
        return (*families, *faults, "--pages", *map(str, self.pages))


def inspected_year(today: date) -> int:
    """The newest year whose yearly papers were due by 31 March."""
    return today.year if (today.month, today.day) > (3, 31) else today.year - 1


@contextmanager
def served(
    directory: Path,
    *,
    size: str,
    seed: int,
    year: int,
    port: int = 0,
    timeout_s: float = 4.0,
    ocr: bool = True,
    chosen: Chosen | None = None,
    one_more: bool = False,
) -> Iterator[ServedProvince]:
    """Serve the province from a process of its own until the block ends.

    With ``chosen`` only those portals are made, and ``size`` says nothing. With ``one_more`` every
    sound portal that lacks a paper has it, all else being as it is without.
    """
    directory.mkdir(parents=True, exist_ok=True)
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.province", "serve", "--size", size, "--seed", str(seed),
         "--year", str(year), "--port", str(port), "--directory", str(directory),
         *(chosen.options if chosen else ()), *(("--one-more",) if one_more else ())],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert server.stdout is not None
        line = server.stdout.readline()
        if not line:
            raise RuntimeError(f"the sample province did not start (exit {server.wait()})")
        ready = json.loads(line)
        text = CONFIG.format(
            directory=directory, year=year, timeout_s=timeout_s, ocr=str(ocr).lower()
        )
        (directory / "config.toml").write_text(text, encoding="utf-8")
        yield ServedProvince(
            directory, ready["port"], ready["pages"], ready["portals"], ready["added"]
        )
    finally:
        server.terminate()
        server.communicate(timeout=30)


def can_ocr() -> bool:
    """Whether pictures of papers can be read on this machine."""
    return tessdata() is not None


def can_render() -> bool:
    """Whether the program on this machine renders pages that need a browser."""
    return not isinstance(find_program(BrowserSettings()), NoBrowser)


def eyes(*, ocr: bool = True) -> Eyes:
    """What a night on this machine sees with."""
    return Eyes(ocr=ocr and can_ocr(), browser=can_render())


def giamsat(arguments: Sequence[str], *, ahead: timedelta = timedelta()) -> int:
    """Run the program in this process, its clock moved ahead; returns its exit status."""
    return run(list(arguments), Surroundings(clock=SystemClock(ahead)))
