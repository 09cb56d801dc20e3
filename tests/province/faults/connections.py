"""Connections that hang, break, or lead elsewhere."""

from __future__ import annotations

from dataclasses import replace

from tests.province.exchange import Act, Reply, Request
from tests.province.faults.base import NO_STORE, ROBOTS, page


def hang(request: Request, before: int) -> Reply | None:
    """Says nothing."""
    return Reply(act=Act.HANG)


def every_third_503(request: Request, before: int) -> Reply | None:
    """Every third request is too much for it."""
    if before % 3 != 2:
        return None
    body = "<h1>503 Service Temporarily Unavailable</h1><hr><center>nginx</center>"
    return page("503 Service Temporarily Unavailable", body, 503)


def dies_after_25(request: Request, before: int) -> Reply | None:
    """Closes the connection from the 26th request on."""
    return Reply(act=Act.DROP) if before >= 25 else None


def redirect_loop(request: Request, before: int) -> Reply | None:
    """Redirects in a circle."""
    target = "/default.aspx?r=1" if request.path != "/default.aspx" else "/index.aspx"
    return Reply(302, b"", (("Location", target), *NO_STORE))


def moved_to(origin: str, keeps_path: bool, request: Request, before: int) -> Reply:
    """Redirects everything to another address."""
    target = request.target if keeps_path else "/"
    return Reply(301, b"", (("Location", origin + target), *NO_STORE))


def reset(request: Request, before: int) -> Reply | None:
    """Every connection is torn down as soon as something is asked."""
    return Reply(act=Act.RESET)


def reset_sometimes(request: Request, reply: Reply, before: int) -> Reply:
    """Every fourth reply breaks off in its middle, the connection torn down."""
    if before % 4 != 3:
        return reply
    return replace(reply, act=Act.RESET, sent_bytes=len(reply.body) // 2)


def home_redirect(request: Request, reply: Reply, before: int) -> Reply:
    """What is not found leads to the home page."""
    if reply.status != 404 or request.path == ROBOTS:
        return reply
    return Reply(302, b"", (("Location", "/"), *NO_STORE))
