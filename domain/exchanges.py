"""One request to a portal and what came back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from domain.outcomes import Outcome

ODD_ANSWER = "độ dài, cách nén hoặc tiêu đề HTTP khai không đúng"
"""The detail of an answer that came well though its server breaks the rules of HTTP."""
Headers = tuple[tuple[str, str], ...]
"""Header names in lower case, in the order received."""


RENDER = "RENDER"
"""In place of a method: not asked of a portal, but shown by a browser from what had come."""
PART = "PART"
"""In place of a method: asked by the scripts of a page that a browser showed."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A request to make."""

    address: str
    """Canonical absolute address."""
    method: str = "GET"
    form: tuple[tuple[str, str], ...] = ()
    etag: str | None = None
    """Validator of the copy already held: sent as If-None-Match."""
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class TlsFacts:
    """What the TLS handshake showed."""

    version: str
    fault: str | None = None
    """None when the certificate was verified; else why it could not be."""


@dataclass(frozen=True, slots=True)
class Try:
    """One attempt that failed before the final one."""

    started_at: datetime
    elapsed_s: float
    outcome: Outcome
    status: int | None
    detail: str


@dataclass(frozen=True)  # without slots, so that the digest is worked out once
class Answer:
    """What came of one :class:`Ask`, after redirects and retries."""

    ask: Ask
    outcome: Outcome
    started_at: datetime
    elapsed_s: float
    detail: str = ""
    """For people: what exactly failed, or why the outcome is not ok."""
    final_address: str = ""
    """Where the redirects ended; the asked address when there were none."""
    status: int | None = None
    headers: Headers = ()
    redirects: tuple[str, ...] = ()
    """Addresses passed through, the asked one first, the final one not included."""
    body: bytes = field(default=b"", repr=False)
    ip: str | None = None
    """The address connected to, which is the one that was checked."""
    tls: TlsFacts | None = None
    earlier: tuple[Try, ...] = ()
    retry_after_s: float | None = None
    waited_s: float = 0.0
    """Seconds that the portal itself made us wait before asking: its pause, Retry-After, a rest.
    Not kept: an answer that is replayed was waited for before."""

    @cached_property
    def sha256(self) -> str:
        """The digest of the body, by which its bytes are known."""
        return hashlib.sha256(self.body).hexdigest()

    @property
    def cut_off(self) -> bool:
        """Whether content began to come and did not come whole."""
        begun = bool(self.body) and self.status is not None and self.status < 300
        return begun and self.outcome in (Outcome.HTTP_ERROR, Outcome.TIMEOUT)

    def header(self, name: str) -> str | None:
        """The first value of a header, by its lower-case name."""
        return next((value for key, value in self.headers if key == name), None)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a browser showed of a page; a failed outcome says that it is not the whole of it."""

    answer: Answer
    """The page as it stood in the end, in UTF-8."""
    parts: tuple[Answer, ...] = ()
    """Answers with data that its scripts fetched on the way."""
