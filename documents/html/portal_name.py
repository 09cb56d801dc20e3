"""Headings that name the portal or its owner, and not what a page is about."""

from __future__ import annotations

import re

_PORTAL = re.compile(
    r"\W*(?:(?:chào mừng|kính chào)\b.*|(?:trang|cổng) (?:thông tin|tttt|tin)(?: giao tiếp)?"
    r" điện tử\b.*|(?:website|trang web)\b.*"
    r"|(?:ubnd|(?:ủy|uỷ) ban nhân dân) (?:xã|phường|thị trấn|huyện|quận"
    r"|thị xã|thành phố|tỉnh)\b.*)",
    re.IGNORECASE | re.DOTALL,
)


def is_portal_name(heading: str) -> bool:
    """Whether a heading is one that stands on every page of a portal."""
    return len(heading) < 150 and _PORTAL.fullmatch(heading) is not None
