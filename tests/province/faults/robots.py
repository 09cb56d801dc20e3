"""What robots.txt answers with."""

from __future__ import annotations

from functools import partial

from tests.province.exchange import Reply, Request
from tests.province.faults.base import ROBOTS, Fault


def _robots(text: str, status: int, request: Request, before: int) -> Reply | None:
    if request.path != ROBOTS:
        return None
    return Reply(status, text.encode(), media_type="text/plain; charset=utf-8")


def of_robots(forbidden: tuple[str, ...]) -> dict[str, Fault]:
    """The faults of robots.txt; ``forbidden`` is what the partial one closes."""
    closed = "".join(f"Disallow: {path}\n" for path in forbidden)
    slow = "User-agent: *\nCrawl-delay: 0.4\nDisallow: /admin/\n"
    return {
        "robots_all": partial(_robots, "User-agent: *\nDisallow: /\n", 200),
        "robots_500": partial(_robots, "Internal Server Error", 500),
        "robots_part": partial(_robots, f"User-agent: *\n{closed}", 200),
        "crawl_delay": partial(_robots, slow, 200),
    }
