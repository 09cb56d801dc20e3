"""Bytes to text: which character set a body is written in."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from unicodedata import is_normalized, normalize

import cchardet

from documents.legacy import Legacy, whole_of
from documents.legacy.tables import high_controls

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.I)
_HEADER = re.compile(r"""charset\s*=\s*["']?\s*([\w:.\-]{2,40})""", re.I)
# Python knows rot13, base64, unicode_escape and their like as codecs too; utf-7 can hide markup.
_CHARSET = re.compile(
    r"(?:utf-(?:8|16|32)|ascii|cp\d|iso8859|latin|koi8|mac|gb|big5|euc|shift_jis|tis-620|kz|hz)"
)
_LATIN = frozenset({"ascii", "iso8859-1", "latin-1", "cp1252"})
_SAMPLE_BYTES = 65_536
_SURE_ENOUGH = 0.8
_SURE_ENOUGH_OF_VIETNAMESE = 0.5
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text in NFC, the character set it was read in, and how sure that is (0 to 1)."""

    text: str
    charset: str
    certainty: float = 1.0
    verbatim: bool = False
    """Whether the body is just this text in UTF-8."""


def decode(body: bytes, declared_header: str = "") -> Decoded:
    """The text of a body; never fails, what cannot be decoded lowers the certainty.

    ``declared_header`` is the Content-Type as sent. It is asked last: portals declare wrongly.
    """
    marked = _by_mark(body)
    if marked is not None:
        return marked
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        composed = to_nfc(text)
        return Decoded(composed, "utf-8", verbatim=composed is text)
    wide = _wide_charset(body[:_SAMPLE_BYTES])
    if wide:
        return _lenient(body, wide)
    return _lenient(body, _guess(body, declared_header))


def to_nfc(text: str) -> str:
    """``text`` composed; asking first is three times cheaper than composing always."""
    return text if is_normalized("NFC", text) else normalize("NFC", text)


def _by_mark(body: bytes) -> Decoded | None:
    for mark, charset in _MARKS:
        if body.startswith(mark):
            return _lenient(body[len(mark) :], charset)
    # UTF-16 of plain Latin text without a mark is valid UTF-8 full of NULs: look before trusting.
    wide = _wide_charset(body[:512]) if b"\0" in body[:512] else ""
    return _lenient(body, wide) if wide else None


def _wide_charset(sample: bytes) -> str:
    """UTF-16 without a byte order mark shows as NULs on one side of most pairs."""
    pairs = len(sample) // 2
    if pairs < 2:
        return ""
    high, low = sample[0 : pairs * 2 : 2].count(0), sample[1 : pairs * 2 : 2].count(0)
    if low > pairs * 0.4 and high < pairs * 0.1:
        return "utf-16-le"
    if high > pairs * 0.4 and low < pairs * 0.1:
        return "utf-16-be"
    return ""


def _guess(body: bytes, declared_header: str) -> str:
    """A character set for a body that is not sound UTF-8."""
    told = _told(body, declared_header)
    found = cchardet.detect(body[:_SAMPLE_BYTES])
    detected = _known(str(found.get("encoding") or ""))
    if "utf-8" in (told, detected) and _mostly_utf8(body):
        return "utf-8"
    legacy = _legacy(body)
    if legacy:
        return legacy
    confidence = float(found.get("confidence") or 0.0)
    if detected == "cp1258" and confidence >= _SURE_ENOUGH_OF_VIETNAMESE:
        return detected
    if confidence >= _SURE_ENOUGH and detected not in ("", "utf-8"):
        # A detected Latin set and a told windows-1258 are the same letters but for the tones.
        return told if told == "cp1258" and detected in _LATIN else _widest(detected)
    # Text in the fonts of before Unicode (TCVN3, VNI) is told as anything and detected as nothing:
    # as windows-1252 every byte keeps a letter, from which it can be mended later.
    return _widest(told) if told and told != "utf-8" else "cp1252"


def _legacy(body: bytes) -> str:
    """A set that keeps every letter of text in an old Vietnamese encoding; empty for other text."""
    found = whole_of(_windows_1252(body[:_SAMPLE_BYTES]))
    if found is None:
        return ""
    return "cp1258" if found is Legacy.WINDOWS_1258 else "cp1252"


def _windows_1252(body: bytes) -> str:
    """Like browsers: the five bytes that windows-1252 lacks stay, VISCII has letters there."""
    return body.decode("latin-1").translate(high_controls())


def _widest(charset: str) -> str:
    """Like browsers: what calls itself Latin-1 is windows-1252."""
    return "cp1252" if charset in _LATIN else charset


def _told(body: bytes, declared_header: str) -> str:
    meta = _META.search(body[:4096])
    names = [meta.group(1).decode("ascii")] if meta else []
    header = _HEADER.search(declared_header)
    names += [header.group(1)] if header else []
    known = [_known(name) for name in names]
    return next((name for name in known if name and not name.startswith("utf-16")), "")


def _known(name: str) -> str:
    """Python's name of a character set; empty for one it lacks or that is no character set."""
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    return info.name if _CHARSET.match(info.name) else ""


def _mostly_utf8(body: bytes) -> bool:
    """UTF-8 with a few broken places, such as an excerpt cut in the middle of a letter."""
    text = body.decode("utf-8", "replace")
    foreign = sum(1 for letter in text[:_SAMPLE_BYTES] if letter > "\x7f")
    return text.count(_REPLACEMENT) * 10 <= max(foreign, 10)


def _lenient(body: bytes, charset: str) -> Decoded:
    text = _windows_1252(body) if charset == "cp1252" else body.decode(charset, "replace")
    lost = text.count(_REPLACEMENT)
    certainty = max(0.0, 1.0 - 20.0 * lost / len(text)) if lost else 1.0
    return Decoded(to_nfc(text), charset, round(certainty, 3))
