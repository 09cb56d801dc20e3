"""In which letters a portal's pages are written, and what they say of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from documents.legacy.tables import Legacy
from tests.unit.documents.legacy_encoding import as_bytes, encoded

CHARSETS = (
    "charset_1258", "charset_1258_untold", "charset_tcvn3", "charset_tcvn3_in_utf8", "charset_vni",
    "charset_nfd",
)  # fmt: skip
"""The nuisances that are letters of before Unicode, or Unicode taken apart."""
_META = re.compile(r"(?is)<meta[^>]*?charset=[^>]*>")
_HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Letters:
    """How text becomes bytes, and how page and head declare it."""

    put: Callable[[str], bytes]
    """One letter."""
    declared: str = "utf-8"
    """The charset the page names; empty where it names none."""
    header: str = _HTML
    font: str = ""
    """The font without which the page is unreadable, where there is one."""
    plain: bool = False

    def encoded(self, text: str) -> bytes:
        """Text as this portal sends it."""
        if self.plain:
            return text.encode()
        known: dict[str, bytes] = {}
        for letter in set(text):
            known[letter] = letter.encode() if letter.isascii() else self.put(letter)
        return b"".join(map(known.__getitem__, text))

    def said(self, markup: str) -> str:
        """A page's markup with the charset and the font it declares."""
        if self.plain:
            return markup
        meta = f'<meta http-equiv="Content-Type" content="text/html; charset={self.declared}">'
        markup = _META.sub(meta if self.declared else "", markup)
        style = f'<style>body, td, a {{ font-family: "{self.font}" }}</style>'
        return markup.replace("</head>", f"{style}</head>", 1) if self.font else markup

    def media_type(self, given: str) -> str:
        """The media type of a page."""
        return self.header if given == _HTML else given


PLAIN = Letters(str.encode, plain=True)


def letters_of(faults: frozenset[str]) -> Letters:
    """The letters of a portal with these nuisances."""
    old = "text/html"
    known = {
        "charset_1258": Letters(_code_page_1258, "windows-1258", "text/html; charset=windows-1258"),
        "charset_1258_untold": Letters(_code_page_1258, "", old),
        "charset_tcvn3": Letters(_one_byte(Legacy.TCVN3), "windows-1252", old, ".VnTime"),
        "charset_tcvn3_in_utf8": Letters(_in_utf8(Legacy.TCVN3), "utf-8", _HTML, ".VnTime"),
        "charset_vni": Letters(_one_byte(Legacy.VNI), "x-user-defined", old, "VNI-Times"),
        "charset_nfd": Letters(_apart),
    }
    chosen = [known[name] for name in CHARSETS if name in faults]
    return chosen[0] if chosen else PLAIN


def _code_page_1258(letter: str) -> bytes:
    put = as_bytes(letter, Legacy.WINDOWS_1258)
    return _number(letter) if put == b"?" else put


def _one_byte(legacy: Legacy) -> Callable[[str], bytes]:
    def put(letter: str) -> bytes:
        try:
            return as_bytes(letter, legacy)
        except UnicodeEncodeError:  # a sign the font does not hold
            return _number(letter)

    return put


def _in_utf8(legacy: Legacy) -> Callable[[str], bytes]:
    return lambda letter: encoded(letter, legacy).encode()


def _apart(letter: str) -> bytes:
    return unicodedata.normalize("NFD", letter).encode()


def _number(letter: str) -> bytes:
    return f"&#{ord(letter)};".encode()
