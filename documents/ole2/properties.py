"""What a compound file of Office 97-2003 says of itself: title and dates."""

from __future__ import annotations

import struct
from datetime import UTC, datetime, timedelta

_SECTION_AT = 44
_MAX_PROPERTIES = 200
_CODE_PAGE, _TITLE, _CREATED, _MODIFIED = 1, 2, 12, 13
_SHORT, _BYTES, _WIDE, _TIME = 2, 30, 31, 64
_UTF8, _UTF16 = 65_001, 1_200
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def title_and_dates(held: bytes) -> tuple[str, list[tuple[str, str]]]:
    """The title as written, and pairs for a document's metadata; damaged ones give nothing."""
    try:
        found = _properties(held)
    except struct.error:
        return "", []
    dates = (("created", _CREATED), ("modified", _MODIFIED))
    told = [(name, found.get(number, "")) for name, number in dates]
    return found.get(_TITLE, ""), [each for each in told if each[1]]


def _properties(held: bytes) -> dict[int, str]:
    if len(held) < _SECTION_AT + 4:
        return {}
    (start,) = struct.unpack_from("<I", held, _SECTION_AT)
    section = held[start:]
    (count,) = struct.unpack_from("<I", section, 4)
    places = [
        struct.unpack_from("<II", section, 8 + 8 * index)
        for index in range(min(count, _MAX_PROPERTIES))
    ]
    code_page = next((_code_page(section, at) for number, at in places if number == _CODE_PAGE), "")
    wanted = (_TITLE, _CREATED, _MODIFIED)
    return {number: _value(section, at, code_page) for number, at in places if number in wanted}


def _code_page(section: bytes, at: int) -> str:
    kind, number = struct.unpack_from("<IH", section, at)
    if kind != _SHORT:
        return ""
    return {_UTF8: "utf-8", _UTF16: "utf-16-le"}.get(number, f"cp{number}")


def _value(section: bytes, at: int, code_page: str) -> str:
    (kind,) = struct.unpack_from("<I", section, at)
    if kind == _TIME:
        return _time(struct.unpack_from("<Q", section, at + 4)[0])
    if kind not in (_BYTES, _WIDE):
        return ""
    (size,) = struct.unpack_from("<I", section, at + 4)
    size = min(size * (2 if kind == _WIDE else 1), 4_000)
    text = section[at + 8 : at + 8 + size]
    charset = "utf-16-le" if kind == _WIDE else code_page or "cp1252"
    try:
        return text.decode(charset, "replace").rstrip("\0")
    except LookupError:
        return text.decode("cp1252", "replace").rstrip("\0")


def _time(ticks: int) -> str:
    """Ticks are of a ten-millionth of a second; files without a date say 0."""
    if not 0 < ticks < 1 << 60:
        return ""
    return (_EPOCH + timedelta(microseconds=ticks // 10)).strftime("%Y-%m-%dT%H:%M:%SZ")
