"""Recognising text in pictures with Tesseract."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PIL.Image import Image
    from tesserocr import PyTessBaseAPI

LANGUAGE = "vie"
HOW_TO_INSTALL = "install tesseract-ocr-vie"
_TESSDATA = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
)
_DPI = 200
"""What Tesseract is told; its recognition works on lines scaled to one height whatever it is."""
_RULES = re.compile(r"^[|¦]+(?=\w)|(?<=\w)[|¦_]+$")
"""Rules of a table, taken for a part of the word beside them."""
_WORD_LEVEL = "5"
"""How rows of single words begin in Tesseract's table."""


def tessdata() -> Path | None:
    """The folder with Tesseract's Vietnamese model; None where it is not installed."""
    named = os.environ.get("TESSDATA_PREFIX")
    folders = (Path(named), *map(Path, _TESSDATA)) if named else map(Path, _TESSDATA)
    model = f"{LANGUAGE}.traineddata"
    return next((folder for folder in folders if (folder / model).is_file()), None)


@dataclass(frozen=True, slots=True)
class Word:
    """A recognised word and where it stands, in pixels from the upper left corner."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    certainty: float
    """0 to 1."""
    paragraph: tuple[int, int]
    """The numbers of its block and of its paragraph in that."""
    line: tuple[int, int, int]
    """The same and the number of its line: equal for the words of one line."""


class Recogniser(Protocol):
    """What turns an upright grey picture into words."""

    def __call__(self, picture: Image, limit_s: float) -> tuple[Word, ...] | None:
        """The words in reading order of blocks; None when ``limit_s`` did not suffice."""
        ...


@cache
def recogniser() -> Recogniser | None:
    """Tesseract, or None where its model or library is missing.

    Cached: loading the model costs as long as reading a page, and a worker reads many.
    """
    folder = tessdata()
    # Two threads of one page gain little, and two workers' threads take each other's core. The
    # library asks once, when it is loaded; so it is loaded here, in the worker, and not above.
    os.environ["OMP_THREAD_LIMIT"] = "1"
    try:
        from tesserocr import OEM, PSM, PyTessBaseAPI
    except ImportError:
        return None
    if folder is None:
        return None
    return _Tesseract(
        PyTessBaseAPI(path=str(folder), lang=LANGUAGE, psm=PSM.AUTO, oem=OEM.LSTM_ONLY)
    )


class _Tesseract:
    """One loaded model; not thread-safe."""

    def __init__(self, api: PyTessBaseAPI) -> None:
        self._api = api

    def __call__(self, picture: Image, limit_s: float) -> tuple[Word, ...] | None:
        api = self._api
        width, height = picture.size
        api.SetImageBytes(picture.tobytes(), width, height, 1, width)
        api.SetSourceResolution(_DPI)
        try:
            finished = api.Recognize(int(limit_s * 1000))
            return words_of_table(api.GetTSVText(0)) if finished else None
        finally:
            api.Clear()


def words_of_table(table: str) -> tuple[Word, ...]:
    """The words of a table as Tesseract writes it: tab-separated, one line a word."""
    rows = (row.split("\t") for row in table.splitlines())
    return tuple(
        _word(row) for row in rows if len(row) == 12 and row[0] == _WORD_LEVEL and row[11].strip()
    )


def _word(row: list[str]) -> Word:
    _, _, block, paragraph, line, _, left, top, width, height, confidence, text = row
    in_block = (int(block), int(paragraph))
    return Word(
        text=_RULES.sub("", text.strip()),
        left=int(left),
        top=int(top),
        right=int(left) + int(width),
        bottom=int(top) + int(height),
        certainty=min(1.0, max(0.0, float(confidence) / 100)),
        paragraph=in_block,
        line=(*in_block, int(line)),
    )
