"""What stands in the cells of a registry row: codes, dates, addresses, yes and no."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from crawler.registry.words import plain

_MOST_ADDRESS_LETTERS = 2_000
_MOST_CODE_LETTERS = 64
_SHOWN_LETTERS = 80
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00:00)?")
_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_HOST = re.compile(r"[^\W_]([\w-]*[^\W_])?(\.[^\W_]([\w-]*[^\W_])?)*\.?")
_NO_SCHEME = re.compile(r"[\w.-]+\.[\w.-]+(:\d+)?(/.*)?")
_YES = frozenset(("yes", "y", "true", "1", "co", "da", "x", "roi"))
_NO = frozenset(("no", "n", "false", "0", "khong", "chua"))
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def code_problem(code: str) -> str | None:
    """Why a text cannot be a code; None when it can."""
    if not code:
        return "is empty; every agency needs a code"
    if len(code) > _MOST_CODE_LETTERS:
        return f"is longer than {_MOST_CODE_LETTERS} letters"
    if re.search(r"\s|[;,]", code) or _UNSEEN.search(code):
        return f"{code!r} holds a space, comma, semicolon or invisible character"
    return None


def name_problem(name: str) -> str | None:
    """Why a text cannot be an agency's name; None when it can."""
    if not name:
        return "is empty; every agency needs a name"
    if _UNSEEN.search(name):
        return "holds an invisible control character"
    return None


def read_date(words: str) -> date | str:
    """A day as 2025-07-01 or 01/07/2025, or in English why it is none."""
    iso, day_first = _ISO.fullmatch(words), _DAY_FIRST.fullmatch(words)
    if iso:
        year, month, day = (int(part) for part in iso.groups())
    elif day_first:
        day, month, year = (int(part) for part in day_first.groups())
    else:
        return f"{words[:_SHOWN_LETTERS]!r} is no date; write 2025-07-01 or 01/07/2025"
    try:
        return date(year, month, day)
    except ValueError:
        return f"{words!r} is a day that does not exist"


def read_yes(words: str) -> bool | None:
    """True for yes, False for no, None for neither."""
    word = plain(words)
    return True if word in _YES else False if word in _NO else None


def address_problem(address: str) -> str | None:
    """Why a text cannot be a portal's address; None when it can."""
    shown = repr(address[:_SHOWN_LETTERS])
    if len(address) > _MOST_ADDRESS_LETTERS:
        return f"{shown}... is longer than {_MOST_ADDRESS_LETTERS} letters"
    if re.search(r"\s|\\", address) or _UNSEEN.search(address):
        return f"{shown} holds a space or a character that no address has"
    if "://" not in address and _NO_SCHEME.fullmatch(address):
        return f"{shown} has no scheme; write https://{address[:_SHOWN_LETTERS]}"
    return _parts_problem(address, shown)


def _parts_problem(address: str, shown: str) -> str | None:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        return f"{shown} is no address: {error}"
    if parts.scheme not in ("http", "https"):
        return f"{shown} is not an http or https address"
    if parts.username is not None or parts.password is not None:
        return f"{shown} holds a user name or password"
    host = parts.hostname or ""
    if not host:
        return f"{shown} has no host"
    if port == 0 or not _is_host(host):
        return f"{shown} has a host or port that cannot be: {parts.netloc[:_SHOWN_LETTERS]!r}"
    return None


def _is_host(host: str) -> bool:
    if ":" in host:
        return True  # an IPv6 address: urlsplit has checked its brackets
    return bool(_HOST.fullmatch(host)) and ("." in host or host == "localhost")
