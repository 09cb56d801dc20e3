"""How the province's servers tell one address from another."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import parse_qsl, quote, unquote

SESSION_FIELDS = frozenset({"sid", "phpsessid", "jsessionid"})
MAZE_FIELDS = frozenset({"sapxep", "hienthi", "kieuxem", "quaylai"})
"""Fields that change nothing of a page."""
NEVER_TOLD_APART = SESSION_FIELDS | MAZE_FIELDS
SLOT = re.compile(r"@@(\w+)@@")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


def address_key(target: str, ignored: frozenset[str] = frozenset()) -> str:
    """One spelling for all addresses that a server answers alike."""
    path, _, query = SLOT.sub("", target.strip()).partition("?")
    path = unicodedata.normalize("NFC", unquote(path)).rstrip("/") or "/"
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = sorted(f"{k}={v}" for k, v in pairs if k.lower() not in ignored | NEVER_TOLD_APART)
    return path + "?" + "&".join(kept) if kept else path


def fold(text: str) -> str:
    """Lower case without diacritics, as a portal's search compares words."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def slug(text: str, longest: int = 70, drops_d: bool = False) -> str:
    """A title as a piece of an address; some platforms lose the letter đ altogether."""
    lowered = text.lower().replace("đ", "" if drops_d else "d")
    return _NOT_LETTERS.sub("-", fold(lowered)).strip("-")[:longest].strip("-") or "bai-viet"


def quoted(path: str) -> str:
    """A path with its spaces and Vietnamese letters percent-encoded; slots are left alone."""
    return quote(path, safe="/@:;,+-_.()~!*'&=?$")
