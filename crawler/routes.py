"""Pages of a script-built portal that are told apart only behind the "#" of their address.

A server never hears of what stands there: the page is asked for without it and shown with it.
"""

from __future__ import annotations

import re

_ROUTE = re.compile(r"#(!?/[^#\s\"'<>]{1,500})\Z")


def route_of(address: str) -> str:
    """The part behind "#" that names a page of its own, with the sign; empty for none."""
    found = _ROUTE.search(address)
    return found[0] if found and found[1].strip("!/") else ""


def with_route(address: str, route: str) -> str:
    """The address of the page that a route names."""
    return address.partition("#")[0] + route
