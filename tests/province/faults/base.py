"""What faults are made of."""

from __future__ import annotations

from collections.abc import Callable

from tests.province.exchange import Reply, Request

Fault = Callable[[Request, int], Reply | None]
"""Given a request and how many came before it, the reply; None leaves it to the portal."""
Change = Callable[[Request, Reply, int], Reply]
"""Given a request, the portal's reply and how many came before, what is sent in its place."""

NO_STORE = (("Cache-Control", "no-store, no-cache, must-revalidate"),)
ROBOTS = "/robots.txt"


def page(title: str, body: str, status: int = 200) -> Reply:
    """A page that no platform wrote."""
    text = (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body>{body}</body></html>"
    )
    return Reply(status, text.encode(), NO_STORE)


def is_page(reply: Reply) -> bool:
    """Whether a reply is a page that came well."""
    return reply.status == 200 and reply.media_type.startswith("text/html")


def is_file(reply: Reply) -> bool:
    """Whether a reply is a file with its own bytes."""
    plain = ("text/", "application/json", "application/javascript", "application/x-javascript",
             "application/xml", "application/rss+xml")  # fmt: skip
    return reply.status == 200 and bool(reply.body) and not reply.media_type.startswith(plain)
