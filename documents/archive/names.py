"""Names of files inside archives: old encodings made readable, paths made harmless."""

from __future__ import annotations

import re
from unicodedata import category, combining

from documents.charset import to_nfc
from documents.legacy import to_unicode

_LONGEST = 300
_LONGEST_STORED = 4 * _LONGEST
"""Bytes or letters of a stored name that are looked at: a header may claim 64 KB of them."""
_INNER_UTF8 = bytes(range(0x80, 0xC0))
_DRIVE = re.compile(r"\A[A-Za-z]:")
_LITTER = re.compile(
    r"(?:\A|/)(?:__MACOSX/|\._|\.DS_Store\Z|thumbs\.db\Z|desktop\.ini\Z|\.git/)", re.I
)
_VIETNAMESE = frozenset(
    "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
)
_TYPOGRAPHY = frozenset("–—‘’“”…")
_OLD = ("cp1258", "cp437", "cp1252")
"""Vietnamese Windows, the DOS set that the ZIP format names, and letters of older fonts."""


def readable(raw: bytes) -> str:
    """A name from its bytes: UTF-8 where it is, else the old set that gives Vietnamese."""
    if len(raw) > _LONGEST_STORED:
        raw = raw[-_LONGEST_STORED:].lstrip(_INNER_UTF8)
    try:
        return mended(raw.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    readings = [to_nfc(raw.decode(charset, "replace")) for charset in _OLD]
    fonts = to_unicode(readings[-1])
    return max((*readings, fonts), key=_vietnamese_share)


def mended(name: str) -> str:
    """A name whose UTF-8 some program took for another set, made whole again; NFC."""
    name = name[-_LONGEST_STORED:]
    best = to_nfc(name)
    if best.isascii():
        return best
    for charset in ("cp437", "cp1252", "latin-1", "cp1258"):
        try:
            again = to_nfc(name.encode(charset).decode("utf-8"))
        except UnicodeError:
            continue
        if _vietnamese_share(again) > _vietnamese_share(best):
            best = again
    return max((best, to_unicode(best)), key=_vietnamese_share)


def harmless(name: str) -> str:
    """The path without drive, root, ``..`` and unseen letters; empty where nothing is left.

    Nothing is ever written under it: it is only shown, and read for what it says.
    """
    slashed = _DRIVE.sub("", name.replace("\\", "/"))
    shown = "".join(letter for letter in slashed if category(letter)[0] != "C")
    parts = [part.strip() for part in shown.split("/")]
    kept = "/".join(part for part in parts if part not in ("", ".", ".."))
    if len(kept) <= _LONGEST:
        return kept
    return kept[-_LONGEST:]  # the end tells more: the file's own name and its ending


def is_litter(name: str) -> bool:
    """Whether it is what operating systems leave beside files, and never a paper."""
    return _LITTER.search(name) is not None


def _vietnamese_share(text: str) -> float:
    """How many of the letters beyond ASCII are Vietnamese; marks that stand alone are not."""
    foreign = [letter for letter in text if letter > "\x7f" and letter not in _TYPOGRAPHY]
    if not foreign:
        return 1.0
    good = sum(1 for letter in foreign if letter in _VIETNAMESE and not combining(letter))
    return good / len(foreign)
