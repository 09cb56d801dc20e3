"""Addresses: one spelling for each, and nothing in it that changes from hop to hop."""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import AddressValueError, IPv6Address
from urllib.parse import quote, unquote, urljoin

from crawler.kinds import is_not_content, is_office_name, is_paper_like
from crawler.traps import REMEMBERED_CHARS, clean_path, clean_query, family

__all__ = ["canonical", "family", "is_not_content", "is_office_name", "is_paper_like", "resolve"]

MAX_ADDRESS_CHARS = 4096
_ALREADY_CANONICAL = re.compile(
    r"https?://[a-z0-9\-]+(?:\.[a-z0-9\-]+)*(?::(?!(?:80|443)/)(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}))?"
    r"(?:/(?![./])[A-Za-z0-9_~!$&'*+,=@.\-]*)+\Z"
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_PARTS = re.compile(r"(https?)://([^/?#]*)([^?#]*)(?:\?([^#]*))?", re.IGNORECASE)
_PLAIN_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.\-]*[a-z0-9_])?\Z")
_PLAIN_PATH = re.compile(r"(?:/(?![./])[A-Za-z0-9_~!$&'()*+,;=:@.\-]*)*/?\Z")
_PLAIN_QUERY = re.compile(r"[A-Za-z0-9_~!$&'()*+,;=:@.\-/?]*\Z")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_PATH_SAFE = "/%!$&'()*+,;=:@~"
_QUERY_SAFE = "/%!$&'()*+,;=:@~?"
_DEFAULT_PORTS = {"http": "80", "https": "443"}


def canonical(address: str, base: str = "") -> str | None:
    """The one spelling of an address, traps removed; None for what cannot be fetched."""
    joined = _join(_without_controls(address), base)
    if joined is None:
        return None
    if _ALREADY_CANONICAL.match(joined) and len(joined) <= MAX_ADDRESS_CHARS:
        return joined
    return _remembered(joined) if len(joined) <= REMEMBERED_CHARS else _cleaned(joined)


def _cleaned(joined: str) -> str | None:
    """The canonical form of an absolute address, worked out."""
    absolute = _spelled(joined)
    if absolute is None:
        return None
    scheme, _, rest = absolute.partition("://")
    host, slash, path_and_query = rest.partition("/")
    path, _, query = path_and_query.partition("?")
    path = normal_path(clean_path(slash + path))
    query = clean_query(path, query) if query else ""
    return f"{scheme}://{host}{path}?{query}" if query else f"{scheme}://{host}{path}"


@lru_cache(maxsize=16_384)
def _remembered(joined: str) -> str | None:
    """The same from memory: a portal's menu stands on all its pages, and this only computes."""
    return _cleaned(joined)


def resolve(address: str, base: str = "") -> str | None:
    """The absolute http(s) address in normal spelling, its query left as linked.

    This is what a redirect means: dropping a session number there would lead round in circles.
    """
    joined = _join(_without_controls(address), base)
    return None if joined is None else _spelled(joined)


def _spelled(joined: str) -> str | None:
    """Host, path and query of an absolute address in their normal spelling."""
    match = _PARTS.match(joined)
    if match is None or len(joined) > MAX_ADDRESS_CHARS:
        return None
    scheme, authority, path, query = match.groups()
    host = _normal_authority(scheme.lower(), authority)
    if host is None:
        return None
    normal = f"{scheme.lower()}://{host}{normal_path(path)}"
    spelled = f"{normal}?{_normal_query(query)}" if query else normal
    return spelled if len(spelled) <= MAX_ADDRESS_CHARS else None


def _without_controls(address: str) -> str:
    """As browsers do: tabs and line ends vanish, so no header can be smuggled through them."""
    stripped = address.strip()
    return _CONTROL.sub("", stripped) if _CONTROL.search(stripped) else stripped


def _join(address: str, base: str) -> str | None:
    """Absolute address; the common shapes without urljoin, which costs four times as much."""
    if len(address) > MAX_ADDRESS_CHARS:
        return None
    address = _slashes(address)
    if address[:8].lower().startswith(("http://", "https://")):
        return address
    if _SCHEME.match(address) or not base:
        return None
    match = _PARTS.match(base)
    if match is None:
        return None
    if address.startswith("/") and not address.startswith("//"):
        return f"{match[1]}://{match[2]}{address}"
    if address and address[0] not in "/.?#":
        folder = match[3][: match[3].rfind("/") + 1] or "/"
        return f"{match[1]}://{match[2]}{folder}{address}"
    try:
        return urljoin(base, address)
    except ValueError:  # a bracket that opens no IPv6 literal
        return None


def _slashes(address: str) -> str:
    """Backslashes of the path part turned, as browsers do; those of the query stay."""
    if "\\" not in address:
        return address
    path, mark, query = address.partition("?")
    return path.replace("\\", "/") + mark + query


def _normal_authority(scheme: str, authority: str) -> str | None:
    """Host in lower case and punycode, default port dropped; None when it cannot be trusted."""
    if "@" in authority:
        return None  # a name and password: never sent, and a favourite disguise
    host, port = _split_port(authority)
    if port and not (port.isascii() and port.isdigit()):
        return None
    number = port.lstrip("0")  # before its length is looked at: zeros in front count for nothing
    if port and not (0 < len(number) <= 5 and int(number) < 65536):
        return None
    host = _normal_host(host)
    if not host:
        return None
    return host if not number or number == _DEFAULT_PORTS[scheme] else f"{host}:{number}"


def _split_port(authority: str) -> tuple[str, str]:
    """Host and port; an IPv6 literal keeps its brackets."""
    if authority.startswith("["):
        host, bracket, port = authority.partition("]")
        return host + bracket, port.removeprefix(":")
    host, _, port = authority.partition(":")
    return host, port


def _normal_host(host: str) -> str:
    """Lower-case ASCII name without the root dot; empty when it is no name."""
    host = unquote(host).lower().rstrip(".")
    if host.startswith("["):
        return _normal_ipv6(host)
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return ""
    return host if _PLAIN_HOST.match(host) and len(host) <= 253 and ".." not in host else ""


def _normal_ipv6(host: str) -> str:
    """An IPv6 literal in its one spelling; empty for brackets around anything else.

    Whoever splits the address later would raise on those, and one link would end a visit.
    """
    if not re.fullmatch(r"\[[0-9a-f:.]+\]", host):
        return ""  # a zone is not an address of the network
    try:
        return f"[{IPv6Address(host[1:-1])}]"
    except AddressValueError:
        return ""


def normal_path(path: str) -> str:
    """Dot segments and doubled slashes removed, escapes in one spelling.

    The letters stay as they were linked: a server may know only the NFD form of a name.
    """
    if _PLAIN_PATH.match(path):
        return path or "/"
    segments: list[str] = []
    parts = _normal_escapes(path, _PATH_SAFE).split("/")
    for part in parts:
        if part == "..":
            del segments[-1:]
        elif part not in ("", "."):
            segments.append(part)
    tail = "/" if segments and parts[-1] in ("", ".", "..") else ""
    return "/" + "/".join(segments) + tail


def _normal_query(query: str) -> str:
    """Unsafe characters escaped, a space as "+", the rest as linked."""
    if _PLAIN_QUERY.match(query):
        return query
    return _normal_escapes(query.replace(" ", "+"), _QUERY_SAFE)


def _normal_escapes(text: str, safe: str) -> str:
    """UTF-8 percent-escapes in upper case; escapes of unreserved characters undone."""
    quoted = quote(_STRAY_PERCENT.sub("%25", text), safe=safe, errors="replace")
    return _ESCAPE.sub(_one_escape, quoted)


def _one_escape(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return character if character in _UNRESERVED else f"%{match[1].upper()}"
