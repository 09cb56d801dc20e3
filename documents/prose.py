"""Judging and mending extracted text: lines into paragraphs, garbage, titles that are none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from documents.legacy.syllables import is_syllable

_ENDS = (".", ";", ":", "!", "?", "/.", "”")
_STARTS_ITEM = re.compile(
    r"^(?:[-–+*•·]|\(?\d{1,3}[.)]|[a-zđ]\)|[IVX]{1,5}[.)]|Điều \d|Chương |Mục |Phụ lục|Số:|Căn cứ)"
)
_LONG_LINE = 60
_SCAN_REMARK = re.compile(
    r"^\W*(?:người ký|ký bởi|email|e-mail|cơ quan|tổ chức|chức vụ|thời gian ký|ngày ký|lý do|vị trí"
    r"|digitally signed|signed by|signature|date:|reason|location|dn:|scanned (?:by|with)"
    r"|camscanner|quét bằng|\d{1,2}[:/.]\d{1,2}|[\d/ .:+-]+$)",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
# Vowels of Vietnamese and English. The letters of legacy fonts (TCVN3, VNI) lie in the Latin-1
# range and stand for vowels too: such text is mended later, not thrown away.
_VOWEL = re.compile(r"[aeiouyăâêôơưAEIOUYĂÂÊÔƠƯ\u00a1-\u00ff\u0100-\u01bf\u1ea0-\u1ef9]")
_FILE_TITLE = re.compile(
    r"\.(?:docx?|pdf|xlsx?|rtf|tmp|indd)\s*$|^microsoft word|^untitled|^\W*$", re.I
)
_SAMPLE = 2_000
"""So much of a page tells its language."""
_RULED = re.compile(r"[_.…=*~-]{3,}")
"""Lines to write on and rules between parts, which forms are full of."""
_MIN_JUDGED = 50
_CONTROLS = re.compile("[\x01\x03-\x08\x0e-\x1b]")
"""Without the sign for a hyphen at the end of a line."""
_MOST_CONTROLS = 3
"""In one line, by a slip of some sign in it."""
_MARKED = re.compile(r"[à-ýăđĩũơưÀ-ÝĂĐĨŨƠƯ\u1ea0-\u1ef9]")
"""Letters with a mark, as a quarter of those of Vietnamese are."""


def joined_lines(lines: Iterable[str]) -> list[str]:
    """Lines with those that plainly go on in the next one joined to it."""
    joined: list[str] = []
    last = 0
    for raw in lines:
        line = " ".join(raw.split())
        if not line:
            last = 0
            continue
        if last and _goes_on(joined[-1], last, line):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
        last = len(line)
    return joined


def _goes_on(before: str, last_length: int, line: str) -> bool:
    if _STARTS_ITEM.match(line) or before.endswith(_ENDS) or len(before) > 20_000:
        return False
    return line[0].islower() or before[-1] == "," or last_length >= _LONG_LINE


def is_scan_remark(line: str) -> bool:
    """Whether a line is a scanner's or a digital signature's, often the only text of a scan."""
    return len(line) < 160 and bool(_SCAN_REMARK.match(line))


def garbage_share(text: str) -> float:
    """0 to 1: how much of ``text`` is no writing, as fonts without letter names leave it."""
    marks = [letter for letter in _RULED.sub("", text) if not letter.isspace()]
    if len(marks) < _MIN_JUDGED:
        return 0.0
    odd = sum(1 for mark in marks if _is_odd(mark)) / len(marks)
    plain = sum(1 for mark in marks if mark.isalnum() or mark in ".,-–/:;()") / len(marks)
    # No writing has control characters at all: a tenth of them is no slip of some bullets.
    return min(1.0, max(4 * odd, 0.0 if plain >= 0.6 else 1.0 - plain, _vowelless(text)))


def has_garbled_lines(text: str) -> bool:
    """Whether lines stand amid sound ones in codes of a font that does not name its letters."""
    found = [len(_CONTROLS.findall(line)) for line in text.splitlines()]
    return sum(count for count in found if count >= _MOST_CONTROLS) > _MOST_CONTROLS


def _is_odd(mark: str) -> bool:
    code = ord(mark)
    return code < 32 or 0x7F <= code < 0xA0 or 0xE000 <= code <= 0xF8FF or code >= 0xFFF0


def _vowelless(text: str) -> float:
    """The share of words without a vowel, where it is more than abbreviations can explain."""
    words = _WORD.findall(text[:200_000])
    if len(words) < 20:
        return 0.0
    bare = sum(1 for word in words if not _VOWEL.search(word)) / len(words)
    return bare if bare > 0.5 else 0.0


def vietnamese_share(text: str) -> float:
    """0 to 1: how many words are spelt as Vietnamese is; 1.0 where there are too few to tell."""
    words = _WORD.findall(text[:_SAMPLE])
    if len(words) < 20:
        return 1.0
    return sum(1 for word in words if is_syllable(word)) / len(words)


def is_badly_recognised(text: str) -> bool:
    """Whether the text layer of a scan was made by a program that knew no Vietnamese.

    Such programs turn "CỘNG HÒA" into "CQNG HOA": words that are none, and hardly a tone mark.
    """
    letters = [mark for mark in text[:_SAMPLE] if mark.isalpha()]
    if len(letters) < _MIN_JUDGED:
        return False
    marked = sum(1 for letter in letters if _MARKED.match(letter)) / len(letters)
    return marked < 0.08 or vietnamese_share(text) < 0.6


def title_or_nothing(told: str) -> str:
    """A file's own title if it reads like one; programs put file names and blanks there."""
    title = " ".join(told.replace("\0", "").split())
    fits = 8 <= len(title) <= 300 and " " in title and not _FILE_TITLE.search(title)
    return title if fits and garbage_share(title * 8) < 0.2 else ""
