"""Word 97-2003 files: names of fonts, and which styles are headings or bring a font."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from documents.word97.formats import letters_of

_MAX_STYLES = 4_096
_PARAGRAPH_STYLE, _LETTER_STYLE = 1, 2
_NO_STYLE = 0xFFF
_HEADINGS = frozenset({*range(1, 10), 62, 74})
"""Built-in numbers of "heading 1" to "heading 9", title and subtitle, in every language."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style: what it is built on, and its own font if it brings one."""

    heading: bool = False
    base: int = _NO_STYLE
    font: int | None = None


class Styles:
    """The style sheet and the fonts of one file."""

    def __init__(self, sheet: bytes, fonts: bytes) -> None:
        self._fonts = font_names(fonts)
        self._styles, self._default_font = _styles(sheet)

    def is_heading(self, style: int) -> bool:
        """Whether a style, or one that it is built on, is a heading."""
        return any(each.heading for each in self._line(style))

    def font(self, told: int | None, *styles: int | None) -> str:
        """The name of the font: the one told, else that of the first style that brings one."""
        number = told
        for style in styles:
            if number is None and style is not None:
                fonts = (each.font for each in self._line(style) if each.font is not None)
                number = next(fonts, None)
        if number is None:
            number = self._default_font
        return self._fonts[number] if 0 <= number < len(self._fonts) else ""

    def _line(self, style: int) -> list[Style]:
        """The style and those it is built on, nearest first."""
        found: list[Style] = []
        while style in self._styles and len(found) < 12:
            found.append(self._styles[style])
            style = found[-1].base
        return found


def font_names(table: bytes) -> tuple[str, ...]:
    """The names in the table of fonts, by number."""
    names: list[str] = []
    at = 4
    while at < len(table) and len(names) < 4_096:
        size = table[at] + 1
        held = table[at + 40 : at + size]
        name = held[: len(held) // 2 * 2].decode("utf-16-le", "replace")
        names.append(name.partition("\0")[0])
        at += size
    return tuple(names)


def _styles(sheet: bytes) -> tuple[dict[int, Style], int]:
    if len(sheet) < 20:
        return {}, 0
    head_bytes, count, base_bytes = struct.unpack_from("<HHH", sheet)
    (default_font,) = struct.unpack_from("<H", sheet, 14)
    styles: dict[int, Style] = {}
    at = 2 + head_bytes
    for number in range(min(count, _MAX_STYLES)):
        if at + 2 > len(sheet):
            break
        (size,) = struct.unpack_from("<H", sheet, at)
        held = sheet[at + 2 : at + 2 + size]
        if len(held) > base_bytes >= 8:
            styles[number] = _style(held, base_bytes)
        at += 2 + size
    return styles, default_font


def _style(held: bytes, base_bytes: int) -> Style:
    built_in, kind_and_base = struct.unpack_from("<HH", held)
    kind, base = kind_and_base & 0xF, kind_and_base >> 4
    heading = kind == _PARAGRAPH_STYLE and (built_in & 0xFFF) in _HEADINGS
    return Style(heading, base, _font_in(held, kind, base_bytes))


def _font_in(held: bytes, kind: int, base_bytes: int) -> int | None:
    """The font among a style's operations: after its name, those of paragraphs come first."""
    (letters,) = struct.unpack_from("<H", held, base_bytes)
    at = base_bytes + 2 + 2 * letters + 2
    for index in range(2 if kind == _PARAGRAPH_STYLE else 1):
        at += at % 2
        if at + 2 > len(held):
            return None
        (size,) = struct.unpack_from("<H", held, at)
        if kind == _LETTER_STYLE or index == 1:
            return letters_of(held[at + 2 : at + 2 + size]).font
        at += 2 + size
    return None
