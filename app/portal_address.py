"""Taking an address from a person: what is wrong with it is said before anything is asked."""

from __future__ import annotations

from urllib.parse import urlsplit

from crawler.urls import canonical
from domain.errors import AddressError

LONGEST_ADDRESS = 4096
SHOWN = 80


def portal_address(text: str) -> str:
    """The canonical form of a portal's address as a person typed it.

    Raises:
        AddressError: it has no http(s) scheme or host, is too long or holds a password.
    """
    address = text.strip()
    if len(address) > LONGEST_ADDRESS:
        raise AddressError(
            f"{_short(address)}: an address of {len(address):,} characters; "
            f"the longest taken is {LONGEST_ADDRESS:,}"
        )
    scheme, colon, _ = address.partition("://")
    if not colon:
        raise AddressError(f"{_short(address)}: no scheme; write http://... or https://...")
    if scheme.lower() not in ("http", "https"):
        raise AddressError(f"{_short(address)}: only http and https addresses are taken")
    try:
        parts = urlsplit(address)
        host, has_user = parts.hostname, parts.username is not None
    except ValueError as error:
        raise AddressError(f"{_short(address)}: not an address: {error}") from error
    if not host:
        raise AddressError(f"{_short(address)}: no host name in it")
    if has_user:
        raise AddressError(f"{_short(host)}: addresses with a user name or password are not taken")
    found = canonical(address)
    if found is None:
        raise AddressError(f"{_short(address)}: not an address that can be asked")
    return found


def _short(address: str) -> str:
    shown = "".join(letter if letter.isprintable() else "?" for letter in address[:SHOWN])
    return shown if len(address) <= SHOWN else shown + "…"
