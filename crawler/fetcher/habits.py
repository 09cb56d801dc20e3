"""What is learnt of one host while it is visited, and forgotten with the visit."""

from __future__ import annotations

from dataclasses import dataclass, field

import httpx

from crawler.fetcher.bodies import Body
from crawler.fetcher.cookies import cookie_jar
from crawler.fetcher.wholeness import KnownEnds


@dataclass(slots=True)
class Habits:
    """One host: its cookies, and how it answers otherwise than it says."""

    cookies: httpx.Cookies = field(default_factory=lambda: httpx.Cookies(cookie_jar()))
    asked_s: float = 0.0
    """When it was last asked, on the monotonic clock."""
    tls_fault: str | None = None
    """Why its certificate cannot be verified: it is asked without, from then on."""
    packs_oddly: bool = False
    """It packed a body in a way nobody asked for: it is asked for plain bodies."""
    miscounts: bool = False
    """It announced a longer body than it sent: it is asked to close after each."""
    speaks_loosely: bool = False
    """Its answers are no proper HTTP: they are read as a browser would."""
    may_miscount: bool = False
    """Its last page had no end: the next is read to the connection's end, past any length."""
    ends: KnownEnds = field(default_factory=KnownEnds)

    def headers(self) -> dict[bytes, bytes]:
        """What its requests say beyond the usual."""
        headers: dict[bytes, bytes] = {}
        if self.packs_oddly:
            headers[b"Accept-Encoding"] = b"identity"
        if self.miscounts:
            headers[b"Connection"] = b"close"
        return headers

    def send_cookies(self, request: httpx.Request) -> None:
        """Let a request say those that the host has set for it."""
        if self.cookies:
            self.cookies.set_cookie_header(request)

    def learn(self, body: Body, *, good: bool) -> None:
        """Take note of how a body came; ``good`` where it is no server's own error page."""
        self.packs_oddly = self.packs_oddly or bool(body.undecodable)
        self.miscounts = self.miscounts or body.lied
        if good and body.closed:
            self.ends.closed()
