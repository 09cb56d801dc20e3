"""Cookies of one host, kept so that portals which insist on one can be read."""

from __future__ import annotations

from http.cookiejar import Cookie, CookieJar, DefaultCookiePolicy
from typing import Any

MAX_COOKIES = 50
MAX_COOKIE_CHARS = 4096


class _Careful(DefaultCookiePolicy):
    """Takes what can be sent back, and not without end."""

    def __init__(self) -> None:
        super().__init__()
        self._names: set[str] = set()

    def set_ok(self, cookie: Cookie, request: Any) -> bool:
        """Whether the cookie is kept: plain characters, a usual size, and not too many."""
        text = f"{cookie.name}={cookie.value or ''}"
        if not text.isascii() or not text.isprintable() or len(text) > MAX_COOKIE_CHARS:
            return False
        if cookie.name not in self._names and len(self._names) >= MAX_COOKIES:
            return False
        kept = bool(super().set_ok(cookie, request))
        if kept:
            self._names.add(cookie.name)
        return kept


def cookie_jar() -> CookieJar:
    """An empty jar for one host."""
    return CookieJar(_Careful())
