"""The one serialisation of what is stored: JSON with sorted keys, and back without loss."""

from __future__ import annotations

import hashlib
import threading
from typing import Any, TypeVar

import msgspec
import zstandard

from domain.documents import Document, Reading, Unreadable

Value = TypeVar("Value")

_READING_LEVEL = 3


def encode(value: object) -> bytes:
    """The canonical bytes of a value of ``domain``; the same value always gives the same bytes.

    A half of a UTF-16 pair, which no encoding can hold, becomes U+FFFD.
    """
    try:
        return msgspec.json.encode(value, order="sorted")
    except UnicodeEncodeError:
        return msgspec.json.encode(_scrubbed(msgspec.to_builtins(value)), order="sorted")


def encode_text(value: object) -> str:
    """The canonical bytes as text, for columns that people may read."""
    return encode(value).decode()


def decode(data: bytes | str, kind: type[Value]) -> Value:
    """The value back from its canonical bytes."""
    return msgspec.json.decode(data, type=kind)


def digest(value: object) -> str:
    """SHA-256 of the canonical bytes."""
    return hashlib.sha256(encode(value)).hexdigest()


def sound(text: str) -> str:
    """The text, with what no encoding can hold replaced by U+FFFD."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text


def pack_reading(reading: Reading) -> tuple[str, bytes]:
    """The kind of a reading, and its canonical bytes compressed."""
    kind = "document" if isinstance(reading, Document) else "unreadable"
    return kind, _compressors.of_readings.compress(encode(reading))


def unpack_reading(kind: str, content: bytes) -> Reading:
    """The reading back from :func:`pack_reading`."""
    data = zstandard.ZstdDecompressor().decompress(content)
    return decode(data, Document) if kind == "document" else decode(data, Unreadable)


class _Compressors(threading.local):
    """One a thread, as two cannot use the same; making it costs a quarter of a page's reading."""

    def __init__(self) -> None:
        self.of_readings = zstandard.ZstdCompressor(level=_READING_LEVEL)


_compressors = _Compressors()


def _scrubbed(value: Any) -> Any:  # plain JSON values of any nesting
    if isinstance(value, str):
        return sound(value)
    if isinstance(value, list | tuple):
        return [_scrubbed(item) for item in value]
    if isinstance(value, dict):
        return {_scrubbed(key): _scrubbed(item) for key, item in value.items()}
    return value
