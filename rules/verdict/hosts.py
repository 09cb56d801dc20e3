"""Whose site an address is on, told by its host alone."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

_PUBLIC_SECOND_LEVELS = frozenset({"gov", "com", "edu", "org", "net", "ac", "int", "info"})


def is_elsewhere(address: str, portal_url: str) -> bool:
    """Whether an address is on a site that is plainly not the portal's."""
    there, here = _site(address), _site(portal_url)
    return bool(there) and bool(here) and there != here


def loose_address(url: str) -> str:
    """An address without what tells no two portals apart: scheme, "www.", spelling of escapes."""
    bare = unquote(url).casefold().partition("://")[2].removeprefix("www.")
    host, slash, path = bare.partition("/")
    return host.removesuffix(":80").removesuffix(":443") + (slash + path).rstrip("/")


def is_below(address: str, portal_url: str) -> bool:
    """Whether a host is a sub-domain of the portal's, or the portal's host at another port."""
    there, here = _host(address), _host(portal_url).removeprefix("www.")
    if not there or not here:
        return False
    another_port = there == here and _port(address) != _port(portal_url)
    return another_port or there.endswith(f".{here}")


def _host(address: str) -> str:
    """The host of an address; empty for a malformed one."""
    try:
        return (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return ""


def _port(address: str) -> int | None:
    """The port that an address names, other than those http and https have by default."""
    try:
        port = urlsplit(address).port
    except ValueError:
        return None
    return None if port in (80, 443) else port


def _site(address: str) -> str:
    """The registrable part of a host, by the shape of Vietnamese names; numbers stand whole."""
    host = _host(address)
    labels = host.split(".")
    if ":" in host or labels[-1].isdigit():
        return host
    deep = len(labels) > 2 and labels[-2] in _PUBLIC_SECOND_LEVELS
    return ".".join(labels[-3:] if deep else labels[-2:])
