"""Recognising text in pictures with Tesseract."""

from __future__ import annotations

import os
from pathlib import Path

_TESSDATA = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
)


def tessdata() -> Path | None:
    """The folder with Tesseract's Vietnamese model; None where it is not installed."""
    named = os.environ.get("TESSDATA_PREFIX")
    folders = (Path(named), *map(Path, _TESSDATA)) if named else map(Path, _TESSDATA)
    return next((folder for folder in folders if (folder / "vie.traineddata").is_file()), None)
