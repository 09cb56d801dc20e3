"""Which browser program there is to work with, or why there is none and what to do about it."""

from __future__ import annotations

import importlib.util
import shutil
from dataclasses import dataclass
from pathlib import Path

from domain.settings import BrowserSettings

PACKAGE = "chromium-headless-shell"
_NAMES = (PACKAGE, "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome-stable")


@dataclass(frozen=True, slots=True)
class NoBrowser:
    """Why no page can be shown."""

    why: str
    advice: str
    told: str
    """The same for inspectors."""


def find_program(settings: BrowserSettings) -> str | NoBrowser:
    """The path of the browser program."""
    if not settings.enabled:
        return NoBrowser(
            "switched off", "set [browser] enabled = true", "trình duyệt bị tắt trong cấu hình"
        )
    if importlib.util.find_spec("playwright") is None:
        return NoBrowser(
            "Playwright for Python is not installed",
            "run scripts/bootstrap (pip install playwright)",
            "máy này chưa cài thư viện Playwright",
        )
    return _named(settings.executable) if settings.executable else _looked_for()


def _named(executable: str) -> str | NoBrowser:
    found = shutil.which(Path(executable).expanduser())
    return (
        str(found)
        if found
        else NoBrowser(
            f"{executable}: no such program",
            "mend [browser] executable, or leave it empty to have it looked for",
            "không có chương trình trình duyệt nêu trong cấu hình",
        )
    )


def _looked_for() -> str | NoBrowser:
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    return found or NoBrowser(
        "no Chromium",
        f"apt-get install {PACKAGE}",
        f"máy này chưa có trình duyệt: cài gói {PACKAGE}",
    )
