"""RTF: its table of fonts, and which styles are headings."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from documents.old_letters import letters

_CHARSETS = MappingProxyType(
    {
        0: "cp1252",
        2: "symbol",
        77: "mac_roman",
        128: "cp932",
        129: "cp949",
        134: "gbk",
        136: "big5",
        161: "cp1253",
        162: "cp1254",
        163: "cp1258",
        177: "cp1255",
        178: "cp1256",
        186: "cp1257",
        204: "cp1251",
        222: "cp874",
        238: "cp1250",
        254: "cp437",
        255: "cp850",
    }
)
_MAX_ENTRIES = 5_000
_HEADINGS = ("heading", "title", "subtitle", "tiêu đề")


@dataclass(frozen=True, slots=True)
class Font:
    """A font's name and the character set its bytes are in; empty: the file's own."""

    name: str = ""
    charset: str = ""


NO_FONT = Font()


class Fonts:
    """Gathers the entries of the table as they come by."""

    def __init__(self) -> None:
        self._fonts: dict[int, Font] = {}
        self._number = 0
        self._charset = ""
        self._name = b""

    def word(self, word: str, number: int) -> None:
        """A control word inside the table."""
        if word == "f":
            self._number, self._charset, self._name = number, "", b""
        elif word == "fcharset":
            self._charset = self._charset or _CHARSETS.get(number, "")
        elif word == "cpg":
            self._charset = code_page(number)

    def text(self, held: bytes) -> None:
        """A piece of a name; a semicolon ends the entry."""
        name, end, _ = held.partition(b";")
        self._name = (self._name + name)[:200]
        if end and len(self._fonts) < _MAX_ENTRIES:
            charset = "cp1252" if self._charset == "symbol" else self._charset
            shown = letters(self._name, charset or "cp1252").strip()
            self._fonts[self._number] = Font(shown, self._charset)
            self._name = b""

    def font(self, number: int) -> Font:
        """The font of a number; one that is not in the table has no name."""
        return self._fonts.get(number, NO_FONT)


class Styles:
    """Gathers which paragraph styles are headings."""

    def __init__(self) -> None:
        self._headings: set[int] = set()
        self._number = 0
        self._name = b""

    def word(self, word: str, number: int) -> None:
        """A control word inside the style sheet."""
        if word in ("s", "cs", "ds", "ts"):
            self._number, self._name = (number if word == "s" else -1), b""

    def text(self, held: bytes) -> None:
        """A piece of a name; a semicolon ends the entry."""
        name, end, _ = held.partition(b";")
        self._name = (self._name + name)[:200]
        if end:
            told = self._name.decode("utf-8", "replace").strip().lower()
            if told.startswith(_HEADINGS) and self._number >= 0:
                self._headings.add(self._number)
            self._name = b""

    def is_heading(self, number: int) -> bool:
        """Whether paragraphs of this style are headings."""
        return number in self._headings


def code_page(number: int) -> str:
    """Python's name of a Windows code page."""
    return {65001: "utf-8", 10000: "mac_roman"}.get(number, f"cp{number}")
