"""What in an address changes from hop to hop and means nothing: removed, or blurred to a family."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote_plus

_SESSION_PATH = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;]*", re.IGNORECASE)
_COOKIELESS_SEGMENT = re.compile(r"/\((?:[A-Z]\([^()/]*\))+\)(?=/|\Z)", re.IGNORECASE)
_SESSION_NAMES = frozenset({"phpsessid", "jsessionid", "cftoken", "sessionid", "session_id"})
_MARKETING = frozenset({"fbclid", "gclid", "zarsrc", "mc_cid", "mc_eid", "_ga", "msclkid"})
_REPLY_LINKS = frozenset({"replytocom"})
"""WordPress: the same post again, its comment form opened for one comment."""
_CACHE_BREAKERS = frozenset({"_", "nocache", "rnd", "rand", "random", "timestamp"})
_RETURN_NAMES = re.compile(
    r"(?:\A|_)(?:redirect|redirect_to|redirecturl|returnurl|return_url|return|returnto|backurl"
    r"|back_url|urlback|continue|referer|referrer)\Z"
)
_SAYS_NOTHING = _SESSION_NAMES | _MARKETING | _CACHE_BREAKERS | _REPLY_LINKS
_MAYBE_SESSION = frozenset({"sid", "session", "sess", "token", "csrf", "nonce"})
_TOKEN = re.compile(r"(?=[^0-9]*[0-9])(?=[^A-Za-z]*[A-Za-z])[A-Za-z0-9\-]{16,}\Z")
_PADDING = re.compile(
    r"\A(?:\+|%20|%09|%0[AaDd]|%C2%A0)+|(?:\+|%2B|%20|%09|%0[AaDd]|%C2%A0)+\Z", re.IGNORECASE
)
_DIGITS = re.compile(r"[0-9]+")
_GUID_OR_HEX = re.compile(r"(?i)\b(?=[0-9a-f\-]*[0-9])[0-9a-f]{8}[0-9a-f\-]{8,}\b")
_REPEATED_SEGMENT = re.compile(r"(/[^/]+)\1+(?=/|\Z)")
_VOLATILE_VALUES = frozenset({"l", "lv", "t", "ts", "v", "page", "p", "date", "day", "month"})
_LONG_VALUE_CHARS = 24
REMEMBERED_CHARS = 300
"""Of addresses that are remembered with what was made of them: few are longer."""


def clean_path(path: str) -> str:
    """The path without session numbers."""
    if ";" in path:
        path = _SESSION_PATH.sub("", path)
    if "/(" in path:
        path = _COOKIELESS_SEGMENT.sub("", path)
    return path


def clean_query(path: str, query: str) -> str:
    """The query without volatile pairs, repeats and padding; the order of the rest kept."""
    pairs: dict[str, None] = {}
    for pair in query.split("&"):
        name, equals, value = pair.partition("=")
        if name and not is_volatile(name, value):
            pairs[name + equals + _unpadded(value)] = None
    if path.lower().endswith(".aspx"):
        return "&".join(_sharepoint_item(list(pairs)))
    return "&".join(pairs)


def _unpadded(value: str) -> str:
    """A portal adds one "+" to a value at every hop: the padding means nothing."""
    return _PADDING.sub("", value)


def _sharepoint_item(pairs: list[str]) -> list[str]:
    """List and detail share one page: with an ItemID, the list's page number means nothing."""
    names = [pair.partition("=")[0].lower() for pair in pairs]
    if "itemid" not in names:
        return pairs
    return [pair for pair, name in zip(pairs, names, strict=True) if name != "page"]


def is_volatile(name: str, value: str) -> bool:
    """Whether the pair is a session number, return address, cache breaker or the like."""
    name = name.lower()
    if name.startswith(("utm_", "aspsessionid")):
        return True
    if name in _SAYS_NOTHING:
        return True
    if name in _MAYBE_SESSION:  # "sid" is an article's number on PHP-Nuke and its children
        return _TOKEN.match(value) is not None
    return _RETURN_NAMES.search(name) is not None and _is_address(value)


def _is_address(value: str) -> bool:
    return unquote_plus(value).lstrip().lower().startswith(("http://", "https://", "/"))


def family(address: str) -> str:
    """The shape of an address: what a calendar or a growing value makes endlessly many of."""
    return _remembered(address) if len(address) <= REMEMBERED_CHARS else _shape_of(address)


@lru_cache(maxsize=16_384)
def _remembered(address: str) -> str:
    """The same from memory: it is asked at every step of a visit, and of the page it came from."""
    return _shape_of(address)


def _shape_of(address: str) -> str:
    rest = address.partition("://")[2]
    host, slash, tail = rest.partition("/")
    path, _, query = tail.partition("?")
    shape = _REPEATED_SEGMENT.sub(r"\1", _blurred(slash + path))
    names = sorted({_blurred_pair(pair) for pair in query.split("&") if pair})
    return f"{host}{shape}?{'&'.join(names)}" if names else f"{host}{shape}"


def _blurred(text: str) -> str:
    return _DIGITS.sub("#", _GUID_OR_HEX.sub("*", text))


def _blurred_pair(pair: str) -> str:
    name, _, value = pair.partition("=")
    name = _DIGITS.sub("#", name)
    if name.lower() in _VOLATILE_VALUES:
        return f"{name}="
    return f"{name}=*" if len(value) > _LONG_VALUE_CHARS else f"{name}={_blurred(value)}"
