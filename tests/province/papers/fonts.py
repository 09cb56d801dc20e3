"""The typeface of the made files: a small package brings one with every Vietnamese letter."""

from __future__ import annotations

import importlib.util
import io
from functools import cache
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]  # fontTools ships no type information
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it ships no type information

LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"


def font_file(weight: str) -> Path:
    """The TrueType file of "Regular" or "Bold"."""
    found = importlib.util.find_spec("font_roboto")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("font_roboto: install the development requirements")
    return Path(found.origin).parent / "files" / f"Roboto-{weight}.ttf"


@cache
def vietnamese_font(weight: str) -> bytes:
    """The font reduced to Vietnamese text, so that making a file of it is quick."""
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True)
    options.drop_tables += ["GPOS", "GSUB", "GDEF"]
    cutter = subset.Subsetter(options)
    printable = "".join(map(chr, range(32, 127)))
    marks = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
    cutter.populate(text=LETTERS + LETTERS.upper() + printable + marks + "\xa0–—“”‘’…•°")
    font = TTFont(font_file(weight), recalcTimestamp=False)
    cutter.subset(font)
    held = io.BytesIO()
    font.save(held)
    return held.getvalue()
