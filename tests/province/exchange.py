"""One request to the province and its reply, and the log of them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from http import HTTPStatus
from pathlib import Path
from typing import IO
from urllib.parse import parse_qs


class Act(StrEnum):
    """What the server does with a reply."""

    SEND = "send"
    HANG = "hang"
    """Say nothing, until the other side gives up."""
    DROP = "drop"
    """Close the connection without a word."""
    RESET = "reset"
    """Tear the connection down, so that the other side gets an error and not an end."""


class Framing(StrEnum):
    """How the other side is told where a body ends."""

    LENGTH = "length"
    CHUNKS = "chunks"
    CLOSE = "close"
    """By nothing but the end of the connection, as servers of HTTP/1.0 do."""


@dataclass(frozen=True)
class Pace:
    """How slowly a reply is sent: after each wait one of so many equal pieces."""

    pieces: int
    every_s: float


@dataclass(frozen=True)
class Request:
    """A request as it came in."""

    method: str
    target: str
    headers: dict[str, str]
    """Names in lower case."""
    body: bytes = b""

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]

    def field(self, name: str) -> str | None:
        """The first value of a query field."""
        values = parse_qs(self.target.partition("?")[2], keep_blank_values=True).get(name)
        return values[0] if values else None

    def posted(self, name: str) -> str:
        """The first value of a form field; empty when there is none."""
        return parse_qs(self.body.decode("utf-8", "replace")).get(name, [""])[0]


@dataclass(frozen=True)
class Reply:
    """What the server sends back."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    media_type: str = "text/html; charset=utf-8"
    act: Act = Act.SEND
    pace: Pace | None = None
    length: int | None = None
    """The length that is announced; None for the true one."""
    sent_bytes: int | None = None
    """How much of the body is sent before the connection closes; None for all of it."""
    repeated: int = 1
    """How many times the body is sent."""
    framing: Framing = Framing.LENGTH

    @property
    def keeps_open(self) -> bool:
        """Whether the connection can serve another request after it."""
        announced = self.framing is not Framing.CLOSE and self.length is None
        return self.act is Act.SEND and announced and self.sent_bytes is None

    @property
    def at_once(self) -> bool:
        """Whether it is sent in one go."""
        return self.pace is None and self.repeated == 1

    def encoded(self, server: str, keep: bool, head: bool) -> bytes:
        """The reply as it goes over the wire, its body once."""
        body = self.body if self.sent_bytes is None else self.body[: self.sent_bytes]
        if self.framing is Framing.CHUNKS:
            body = _in_chunks(body)
        return self.head(server, keep) + (b"" if head else body)

    def head(self, server: str, keep: bool) -> bytes:
        """The lines before the body."""
        reason = HTTPStatus(self.status).phrase
        lines = [f"HTTP/1.1 {self.status} {reason}", f"Server: {server}"]
        if self.status != HTTPStatus.NOT_MODIFIED:
            lines += [f"Content-Type: {self.media_type}", *self._framed()]
        lines += [f"{name}: {value}" for name, value in self.headers]
        lines.append(f"Connection: {'keep-alive' if keep else 'close'}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8")

    def _framed(self) -> list[str]:
        if self.framing is Framing.CHUNKS:
            return ["Transfer-Encoding: chunked"]
        if self.framing is Framing.CLOSE:
            return []
        length = len(self.body) * self.repeated if self.length is None else self.length
        return [f"Content-Length: {length}"]


def _in_chunks(body: bytes, size: int = 4000) -> bytes:
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


@dataclass(frozen=True)
class Logged:
    """One request as the province saw it; times are ``time.monotonic()`` seconds."""

    host: str
    method: str
    target: str
    status: int
    started_s: float
    ended_s: float
    user_agent: str
    act: str
    referer: str = ""
    """The page whose scripts asked; empty for what the watcher asked itself."""


@dataclass
class Log:
    """All requests so far, in the order they ended; also as JSON lines where a file is given."""

    path: Path | None = None
    entries: list[Logged] = field(default_factory=list)
    _file: IO[str] | None = None

    def add(self, logged: Logged) -> None:
        """Note one request."""
        self.entries.append(logged)
        if self.path is not None:
            if self._file is None:
                self._file = self.path.open("a", encoding="utf-8", buffering=1)
            self._file.write(json.dumps(asdict(logged), ensure_ascii=False) + "\n")

    def of(self, host: str) -> list[Logged]:
        """The requests to one address."""
        return [logged for logged in self.entries if logged.host == host]

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None
