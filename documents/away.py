"""Links out of a portal altogether: to a whole site, to a wall of news, to a telephone."""

from __future__ import annotations

import re

_WHOLE_SITE = re.compile(r"(?:https?:)?//[^/?#]+/?\Z", re.IGNORECASE)
_AWAY = re.compile(
    r"\s*(?:tel|mailto|sms|fax|skype|zalo|viber):"
    r"|(?:https?:)?//(?:www\.)?(?:facebook|zalo|youtube|twitter|tiktok)\.",
    re.IGNORECASE,
)


def is_whole_site(address: str) -> bool:
    """Whether it is a site's home page, written out: what it is linked from says nothing of it."""
    return _WHOLE_SITE.match(address) is not None


def leads_away(href: str) -> bool:
    """Whether no page or paper of the portal stands there, whatever page links to it."""
    return is_whole_site(href) or _AWAY.match(href) is not None
