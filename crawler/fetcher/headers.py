"""What goes out in headers, and what of a portal's headers asks for patience."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from crawler.fetcher.unpacking import ACCEPT_ENCODING
from domain.settings import CrawlerSettings

MAX_RETRY_AFTER_S = 600.0
"""The longest Retry-After that is waited for; a portal that asks for more is one for later."""


def usual_headers(settings: CrawlerSettings) -> httpx.Headers:
    """What every request says; nothing that tells more than who asks and what can be read."""
    return httpx.Headers(
        {
            "Connection": "keep-alive",
            "User-Agent": agent_string(settings),
            "Accept": "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8",
            "Accept-Language": "vi,en;q=0.5",
            "Accept-Encoding": ACCEPT_ENCODING,
        }
    )


def agent_string(settings: CrawlerSettings) -> str:
    """Who is asking, and where to complain; ASCII, as headers must be."""
    named = settings.user_agent.replace("+contact", settings.contact or "no contact configured")
    if settings.contact and settings.contact not in named:
        named = f"{named} {settings.contact}"
    folded = named.encode("ascii", "replace").decode("ascii")
    return "".join(character for character in folded if character.isprintable())


def waits_s(headers: httpx.Headers, now: datetime) -> float:
    """Seconds that Retry-After asks for, capped; 0 when it asks for nothing."""
    value = headers.get("retry-after", "").strip()
    try:
        if value.isascii() and value.isdigit():
            seconds = float(value[:9])
        else:
            moment = parsedate_to_datetime(value) if value else now
            aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            seconds = (aware - now).total_seconds()
    except (ValueError, TypeError, OverflowError):  # a header that says nothing readable
        return 0.0
    return min(max(seconds, 0.0), MAX_RETRY_AFTER_S) if math.isfinite(seconds) else 0.0


def header_value(text: str) -> bytes:
    """A value a portal once sent, made safe to send back."""
    return "".join(filter(str.isprintable, text)).encode()
