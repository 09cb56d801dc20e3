"""Reading a body off the wire, with caps on what arrives and on what it unpacks to."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

ACCEPT_ENCODING = "gzip, deflate"
KEPT_BYTES = 512 * 1024
"""Of a body over its cap: enough to tell what it was, and all of a robots.txt that counts."""
_GZIP_NAMES = ("gzip", "x-gzip")


@dataclass(frozen=True, slots=True)
class Body:
    """What was read: decoded bytes, or how reading ended early."""

    content: bytes = b""
    too_large: bool = False
    """It is over the cap; ``content`` is only its beginning."""
    broken: BaseException | None = None
    """The exception that cut the body short."""
    undecodable: str = ""
    """The content encoding that could not be undone."""


class _TooLarge(Exception):  # noqa: N818 - control flow inside this file
    """The body is over its cap."""


class _Decoder:
    """Undoes one content encoding step by step, never more than the cap at once."""

    def __init__(self, encoding: str, max_bytes: int) -> None:
        self._encoding = encoding
        self._max_bytes = max_bytes
        self._zlib: zlib._Decompress | None = None
        self._raw = not encoding or encoding == "identity"
        self._parts: list[bytes] = []
        self._size = 0

    @property
    def content(self) -> bytes:
        return b"".join(self._parts)

    @property
    def unfinished(self) -> bool:
        """Whether a packed stream has not come to its end."""
        return self._zlib is not None and not self._zlib.eof

    def feed(self, chunk: bytes) -> None:
        """Take a chunk off the wire. Raises _TooLarge, and zlib.error on damaged data."""
        if not self._raw and self._zlib is None:
            self._open(chunk)
        if self._raw or self._zlib is None:
            self._keep(chunk)
            return
        while chunk:
            self._keep(self._zlib.decompress(chunk, self._max_bytes - self._size + 1))
            chunk = self._zlib.unconsumed_tail
            if self._zlib.eof:  # a second member, or padding: real servers send either
                chunk = self._zlib.unused_data
                if not chunk.startswith(b"\x1f\x8b"):
                    return
                self._zlib = zlib.decompressobj(31)

    def _open(self, first: bytes) -> None:
        """Choose by the first bytes: some servers say gzip and send plain text."""
        if first.startswith(b"\x1f\x8b"):
            self._zlib = zlib.decompressobj(31)
        elif self._encoding == "deflate":
            zlib_header = (
                len(first) > 1
                and first[0] & 15 == 8
                and first[:2]
                and (first[0] * 256 + first[1]) % 31 == 0
            )
            self._zlib = zlib.decompressobj(15 if zlib_header else -15)
        else:
            self._raw = True

    def _keep(self, part: bytes) -> None:
        self._size += len(part)
        if self._size > self._max_bytes:
            raise _TooLarge
        self._parts.append(part)


async def read_body(
    chunks: AsyncIterator[bytes], encoding: str, declared: str, max_bytes: int, framed: bool = True
) -> Body:
    """Read to the end or to the cap.

    ``declared`` is the Content-Length header, or empty; ``framed`` says that HTTP itself knows
    where the body ends, so that a packed stream without its end is the server's own and whole.
    """
    encoding = encoding.strip().lower()
    if encoding not in ("", "identity", "deflate", *_GZIP_NAMES):
        return Body(undecodable=encoding[:40])
    if declared.isascii() and declared.isdigit() and int(declared[:18]) > max_bytes:
        max_bytes = min(KEPT_BYTES, max_bytes)  # it will not fit: the beginning is enough
    decoder = _Decoder(encoding, max_bytes)
    raw_bytes = 0
    try:
        async for chunk in chunks:
            raw_bytes += len(chunk)
            if raw_bytes > max_bytes:
                raise _TooLarge
            decoder.feed(chunk)
    except _TooLarge:
        return Body(content=decoder.content[:KEPT_BYTES], too_large=True)
    except zlib.error:
        return Body(content=decoder.content, undecodable=encoding)
    except Exception as error:  # whatever broke the stream is put into words by failures.py
        return Body(content=decoder.content, broken=error)
    unfinished = EOFError() if decoder.unfinished and not framed else None
    return Body(content=decoder.content, broken=unfinished)
