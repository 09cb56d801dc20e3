"""Names of agencies made comparable: letters without marks, the kind of unit left out."""

from __future__ import annotations

import re
import unicodedata

_KINDS = (
    "uy ban nhan dan",
    "ubnd",
    "thanh pho",
    "thi tran",
    "thi xa",
    "dac khu",
    "phuong",
    "huyen",
    "quan",
    "tinh",
    "xa",
)
_LEADING_KIND = re.compile(rf"^(?:{'|'.join(_KINDS)})\s+(?=\S)")


def folded(name: str) -> str:
    """Small letters without diacritics, single spaces: "Minh Quán" and "Minh Quân" are one."""
    plain = unicodedata.normalize("NFD", name.casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(letters.replace("đ", "d").replace("ð", "d").split())


def bare(name: str) -> str:
    """The folded name without "UBND", "xã", "huyện" and the like before it."""
    text = folded(name)
    while match := _LEADING_KIND.match(text):
        text = text[match.end() :]
    return text
