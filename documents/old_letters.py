"""Bytes that office files name by a code page or a font instead of by Unicode."""

from __future__ import annotations

from types import MappingProxyType

from documents.legacy import face_of

_WESTERN = MappingProxyType(
    {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}
)
_SYMBOLS = MappingProxyType(
    {
        0xA3: "≤",
        0xAE: "→",
        0xB0: "°",
        0xB1: "±",
        0xB3: "≥",
        0xB4: "×",
        0xB8: "÷",
        0xB9: "≠",
        0xDE: "⇒",
    }
)


def western(held: bytes) -> str:
    """Windows-1252; what it leaves undefined stays itself, as fonts drew letters there."""
    return held.decode("latin-1").translate(_WESTERN)


def symbol(code: int) -> str:
    """A sign of the font Symbol that papers use; of all others a bullet."""
    return " " if code & 0xFF == 0x20 else _SYMBOLS.get(code & 0xFF, "•")


def letters(held: bytes, charset: str, font: str = "") -> str:
    """Bytes of a run; in a font of before Unicode they are letters of that font, not of a set."""
    if charset == "cp1252" or (font and face_of(font)):
        return western(held)
    try:
        return held.decode(charset, "replace")
    except LookupError:
        return western(held)
