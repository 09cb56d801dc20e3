"""What a single request came to, and what a page shown by a browser asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import httpx

from domain.exchanges import TlsFacts
from domain.outcomes import Outcome


@dataclass(frozen=True, slots=True)
class PartAsk:
    """A request that a page makes while a browser shows it."""

    address: str
    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = ()
    content: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Hop:
    """What came of one request."""

    outcome: Outcome | None = None
    """None when the status decides."""
    detail: str = ""
    status: int | None = None
    headers: httpx.Headers = field(default_factory=httpx.Headers)
    body: bytes = field(default=b"", repr=False)
    ip: str | None = None
    tls: TlsFacts | None = None
    started_at: datetime | None = None
    """When its turn came; None when it never did."""
    elapsed_s: float = 0.0
    """From then on."""
    waited_s: float = 0.0
    """Before: the pause and rest that the host itself needed; other portals' turns left out."""
    open_ended: bool = False
    """A page without its closing tag, which may have been cut."""
