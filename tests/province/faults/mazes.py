"""Portals that answer the same at ever more addresses, or only to who keeps their cookie."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from urllib.parse import quote

from tests.province.exchange import Reply, Request
from tests.province.faults.base import NO_STORE, ROBOTS, is_page

CHOICES = {
    "sapxep": ("moi-nhat", "cu-nhat", "ten"),
    "hienthi": ("20", "50", "100"),
    "kieuxem": ("luoi", "danhsach"),
}
COOKIE = "giong=1"


def filter_maze(request: Request, reply: Reply, before: int) -> Reply:
    """Every page offers itself sorted, counted and shown otherwise, and a way back to itself."""
    if not is_page(reply) or request.method != "GET":
        return reply
    joint = "&" if "?" in request.target else "?"
    addresses = [
        f"{request.target}{joint}{field}={value}"
        for field, values in CHOICES.items()
        if f"{field}=" not in request.target
        for value in values
    ]
    addresses.append(f"{request.target}{joint}quaylai={quote(request.target, safe='')}")
    links = " ".join(f'<a href="{escape(a)}">{escape(a[-9:])}</a>' for a in addresses)
    body = reply.body.replace(b"</body>", f'<div class="loc">{links}</div></body>'.encode(), 1)
    return replace(reply, body=body)


def cookie_redirect(request: Request, before: int) -> Reply | None:
    """Who brings no cookie is given one and sent to the same address again."""
    if COOKIE in request.headers.get("cookie", "") or request.path == ROBOTS:
        return None
    cookie = ("Set-Cookie", f"{COOKIE}; path=/")
    return Reply(302, b"", (("Location", request.target), cookie, *NO_STORE))
