"""Reading a body off the wire, with caps on what arrives and on what it unpacks to."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from dataclasses import dataclass

from crawler.fetcher.unpacking import Undecodable, Unpacker
from crawler.fetcher.wholeness import closes_its_page, ends_whole

KEPT_BYTES = 512 * 1024
"""Of a body over its cap: enough to tell what it was, and all of a robots.txt that counts."""


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
    open_ended: bool = False
    """A page without its closing tag: cut by nobody knows whom, or written so."""
    closed: bool = False
    """A page with its closing tag."""
    lied: bool = False
    """Its length or packing was announced wrongly, and the body is whole all the same."""


@dataclass(frozen=True, slots=True)
class Announced:
    """What the headers say of a body before it comes."""

    encoding: str = ""
    length: str = ""
    """The Content-Length header, or empty."""
    framed: bool = True
    """Whether HTTP itself knows where the body ends."""
    is_gzip_file: bool = False


class _TooLarge(Exception):  # noqa: N818 - control flow inside this file
    """The body is over its cap."""


class _Kept:
    """The unpacked content, never more than the cap."""

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._parts: list[bytes] = []
        self._size = 0

    @property
    def content(self) -> bytes:
        return b"".join(self._parts)

    def take(self, pieces: Iterator[bytes]) -> None:
        """Keep pieces. Raises _TooLarge."""
        for piece in pieces:
            self._size += len(piece)
            if self._size > self._max_bytes:
                raise _TooLarge
            self._parts.append(piece)


async def read_body(chunks: AsyncIterator[bytes], announced: Announced, max_bytes: int) -> Body:
    """Read to the end or to the cap."""
    length = announced.length
    if length.isascii() and length.isdigit() and int(length[:18]) > max_bytes:
        max_bytes = min(KEPT_BYTES, max_bytes)  # it will not fit: the beginning is enough
    unpacker = Unpacker(announced.encoding, keeps_gzip=announced.is_gzip_file)
    kept = _Kept(max_bytes)
    try:
        await _read_all(chunks, unpacker, kept, max_bytes)
    except _TooLarge:
        return Body(content=kept.content[:KEPT_BYTES], too_large=True)
    except Undecodable as error:
        return Body(content=kept.content, undecodable=str(error))
    except zlib.error:
        return _mended(Body(content=kept.content, undecodable=announced.encoding or "gzip"))
    except Exception as error:  # whatever broke the stream is put into words by failures.py
        return _mended(Body(content=_with_rest(kept, unpacker), broken=error))
    content = kept.content
    if unpacker.unfinished and not announced.framed:
        return _mended(Body(content=content, broken=EOFError()))
    closes = closes_its_page(content)
    return Body(content=content, open_ended=closes is False, closed=closes is True)


async def _read_all(
    chunks: AsyncIterator[bytes], unpacker: Unpacker, kept: _Kept, max_bytes: int
) -> None:
    raw_bytes = 0
    async for chunk in chunks:
        raw_bytes += len(chunk)
        if raw_bytes > max_bytes:
            raise _TooLarge
        kept.take(unpacker.feed(chunk))
    kept.take(unpacker.end())


def _with_rest(kept: _Kept, unpacker: Unpacker) -> bytes:
    """All that came before the break, its last bytes too where they can be unpacked."""
    with suppress(_TooLarge, Undecodable, zlib.error):
        kept.take(unpacker.end())
    return kept.content


def _mended(body: Body) -> Body:
    """A body that seems cut and ends as such a file ends has come whole: its length was a lie."""
    return Body(content=body.content, lied=True) if ends_whole(body.content) else body
