"""What is installed, reachable and writable, and what to do about the rest."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.night_lock import lock_file
from app.schedule import trigger_of
from app.wiring import make_ruling
from crawler.browser.program import NoBrowser, find_program
from documents.ocr.recogniser import HOW_TO_INSTALL, tessdata
from domain.errors import GiamsatError
from domain.protocols import Clock
from domain.settings import BrowserSettings, DocumentsSettings, Settings
from storage.opening import NoDatabaseError
from storage.store import Store, open_store

LEAST_FREE_BYTES = 2_000_000_000
"""A province of 161 portals takes about this much in its first year."""

_FILL_IT = "giamsat registry import FILE"


class Health(StrEnum):
    """How a part is."""

    GOOD = "good"
    OFF = "off"
    """Works without it; something is switched off."""
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Examined:
    """One part that was looked at."""

    part: str
    health: Health
    found: str
    advice: str = ""


def examine(settings: Settings, clock: Clock, *, wait_s: float = 2.0) -> Iterator[Examined]:
    """Look at every part; nothing is changed but a database of an earlier version.

    Args:
        wait_s: how long a database that somebody writes to is waited for.
    """
    yield _python()
    yield _database(settings.database.url, wait_s)
    yield _disk(settings)
    yield _schedule(settings, clock)
    yield _contact(settings)
    yield _rules(settings, clock)
    yield from _programs(settings.documents)
    yield _browser(settings.browser)


def _python() -> Examined:
    version = ".".join(str(part) for part in sys.version_info[:3])
    return Examined("Python", Health.GOOD, f"{version}, giamsat {own_version()}")


def own_version() -> str:
    """The version that is installed."""
    try:
        return importlib.metadata.version("giamsat")
    except importlib.metadata.PackageNotFoundError:
        return "(run from its folder, not installed)"


def _rules(settings: Settings, clock: Clock) -> Examined:
    try:
        catalogue = make_ruling(settings, clock).catalogue
    except GiamsatError as error:
        return Examined("Rules", Health.BAD, str(error), "mend what is named")
    return Examined("Rules", Health.GOOD, f"{len(catalogue.publications)} publications")


def _database(url: str, wait_s: float) -> Examined:
    try:
        store = open_store(url, create=False, busy_timeout_s=wait_s)
        try:
            return _content(store, url)
        finally:
            store.close()
    except NoDatabaseError:
        return Examined("Database", Health.BAD, f"{url}: there is none yet", _FILL_IT)
    except GiamsatError as error:
        return _in_its_words("Database", error)


def _content(store: Store, url: str) -> Examined:
    agencies, last = len(store.agencies()), store.last_run()
    if not agencies:
        return Examined("Database", Health.BAD, f"{url}: empty", _FILL_IT)
    night = "no night yet"
    if last is not None:
        night = f"last night {last.night}, {'finished' if last.finished_at else 'CUT OFF'}"
    return Examined("Database", Health.GOOD, f"{url}: {agencies} agencies, {night}")


def _in_its_words(part: str, error: GiamsatError) -> Examined:
    """A line of the error tree says what is wrong and, after a semicolon, what to do."""
    found, _, advice = str(error).partition("; ")
    return Examined(part, Health.BAD, found, advice)


def _disk(settings: Settings) -> Examined:
    lock = lock_file(settings.database.url)
    folder = lock.absolute().parent if lock else Path.cwd()
    if not folder.is_dir():
        return Examined("Disk", Health.BAD, f"{folder}: no such folder", "make it")
    if not os.access(folder, os.W_OK):
        return Examined("Disk", Health.BAD, f"{folder}: not writable", "change its owner or mode")
    free = shutil.disk_usage(folder).free
    found = f"{folder}: {free / 1e9:.1f} GB free"
    if free < LEAST_FREE_BYTES:
        return Examined("Disk", Health.BAD, found, "make room: snapshots of a year take about 2 GB")
    return Examined("Disk", Health.GOOD, found)


def _schedule(settings: Settings, clock: Clock) -> Examined:
    try:
        due = trigger_of(settings.schedule).get_next_fire_time(None, clock.now())
    except GiamsatError as error:
        return _in_its_words("Schedule", error)
    if due is None:
        found = f"[schedule] cron = {settings.schedule.cron!r}: no such day ever comes"
        return Examined("Schedule", Health.BAD, found, "mend [schedule] cron")
    return Examined("Schedule", Health.GOOD, f"next night {due:%Y-%m-%d %H:%M %Z}")


def _contact(settings: Settings) -> Examined:
    if settings.crawler.contact:
        return Examined("Contact", Health.GOOD, settings.crawler.contact)
    return Examined(
        "Contact", Health.OFF, "portals see no contact", "set [crawler] contact to a mail or phone"
    )


def _programs(settings: DocumentsSettings) -> Iterator[Examined]:
    yield _ocr(settings)
    yield _program("RAR archives", "bsdtar", "libarchive-tools", "packed RAR files stay unread")
    yield _program("PDFs in pieces", "pdftotext", "poppler-utils", "some PDFs stay unread")


def _ocr(settings: DocumentsSettings) -> Examined:
    part, without = "Scans (OCR)", "scans stay unread, findings on them are 'unverified'"
    folder = tessdata()
    if not settings.ocr:
        return Examined(part, Health.OFF, f"switched off: {without}", "[documents] ocr = true")
    if folder is None:
        found = f"no Vietnamese model of Tesseract: {without}"
        return Examined(part, Health.OFF, found, HOW_TO_INSTALL)
    return Examined(part, Health.GOOD, f"Vietnamese model in {folder}")


def _browser(settings: BrowserSettings) -> Examined:
    program = find_program(settings)
    if isinstance(program, NoBrowser):
        found = f"{program.why}: JavaScript portals are 'undetermined'"
        return Examined("Browser", Health.OFF, found, program.advice)
    without = ", without its sandbox (run as root)" if os.geteuid() == 0 else ""
    return Examined("Browser", Health.GOOD, f"{program}{without}")


def _program(part: str, name: str, package: str, without: str) -> Examined:
    path = shutil.which(name)
    if path is None:
        return Examined(part, Health.OFF, f"no {name}: {without}", f"apt-get install {package}")
    return Examined(part, Health.GOOD, path)
