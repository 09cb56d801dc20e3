"""Undoing what a body was packed with: by what its bytes are, whatever the header says."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

ACCEPT_ENCODING = "gzip, deflate"
_TOLD_BY_BYTES = 64
"""So many bytes tell packed data from text; fewer do at a body's end."""
_PIECE_BYTES = 256 * 1024
"""Unpacked at once: what a bomb can make us hold beyond the cap."""
_MOST_LAYERS = 4
_GZIP = b"\x1f\x8b\x08"
_PLAIN_STARTS = (b"<", b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\xef\xbb\xbf", b"\x89PNG")
_NOTHING = frozenset({"", "identity", "none", "binary", "8bit", "utf-8"})
"""What some servers write where nothing is packed."""
_CONTROLS = bytes([*range(9), *range(14, 27), *range(28, 32)])
_GZIP_FILES = ("gzip", "x-tar", "x-compressed", "x-tgz")


class Undecodable(Exception):  # noqa: N818 - says what the body is, and never leaves the fetcher
    """The body is packed in a way that cannot be undone; the message names it."""


class _Layer:
    """Undoes one packing, told by the first bytes; what is not packed passes through."""

    def __init__(self, name: str, *, promised: bool = True) -> None:
        self._name = name
        self._promised = promised
        self._head = b""
        self._decided = False
        self._zlib: zlib._Decompress | None = None

    @property
    def unfinished(self) -> bool:
        """Whether a packed stream has not come to its end."""
        return self._zlib is not None and not self._zlib.eof

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """What the chunk unpacks to, piece by piece; raises zlib.error on damaged data."""
        if not self._decided:
            self._head += chunk
            if len(self._head) < _TOLD_BY_BYTES:
                return
            chunk = self._decide()
        yield from self._undone(chunk)

    def end(self) -> Iterator[bytes]:
        """What a short body unpacks to, once it is known to be over."""
        if not self._decided and self._head:
            yield from self._undone(self._decide())

    def _decide(self) -> bytes:
        head, self._head, self._decided = self._head, b"", True
        self._zlib = self._opened(head)
        return head

    def _opened(self, head: bytes) -> zlib._Decompress | None:
        if head.startswith(_GZIP):
            return zlib.decompressobj(31)
        if not self._promised or _is_plain(head):
            return None
        if self._name == "deflate":
            return zlib.decompressobj(15 if _has_zlib_header(head) else -15)
        if self._name in ("gzip", "x-gzip"):
            return zlib.decompressobj(15) if _has_zlib_header(head) else None
        raise Undecodable(self._name[:40])

    def _undone(self, chunk: bytes) -> Iterator[bytes]:
        if self._zlib is None:
            yield chunk
            return
        while chunk:
            yield self._zlib.decompress(chunk, _PIECE_BYTES)
            chunk = self._zlib.unconsumed_tail
            if self._zlib.eof:  # a second member, or padding: real servers send either
                chunk = self._zlib.unused_data
                if not chunk.startswith(_GZIP[:2]):
                    return
                self._zlib = zlib.decompressobj(31)


class Unpacker:
    """Undoes all packings of a body one after another.

    Servers name a packing that they did not do, do one that they do not name, and do it twice:
    gzip tells itself by its first bytes, so these decide.
    """

    def __init__(self, content_encoding: str, *, keeps_gzip: bool = False) -> None:
        """``keeps_gzip``: the body is itself a file of that kind, and must stay one."""
        names = [name.strip().lower() for name in content_encoding.split(",")]
        told = [name for name in reversed(names) if name not in _NOTHING][:_MOST_LAYERS]
        self._layers = [_Layer(name) for name in told]
        if not keeps_gzip:
            self._layers.append(_Layer("gzip", promised=False))

    @property
    def unfinished(self) -> bool:
        """Whether a packed stream has not come to its end."""
        return any(layer.unfinished for layer in self._layers)

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """Unpacked pieces; raises :class:`Undecodable`, and zlib.error on damaged data."""
        yield from self._through(iter((chunk,)), 0)

    def end(self) -> Iterator[bytes]:
        """The last pieces, once the body is known to be over; raises like :meth:`feed`."""
        for number, layer in enumerate(self._layers):
            yield from self._through(layer.end(), number + 1)

    def _through(self, pieces: Iterator[bytes], first: int) -> Iterator[bytes]:
        for layer in self._layers[first:]:
            pieces = _fed(layer, pieces)
        yield from pieces


def is_gzip_file(media_type: str, address: str) -> bool:
    """Whether an address is that of a packed file, which nobody unpacks on the way."""
    path = address.partition("?")[0].lower()
    kind = media_type.partition(";")[0].lower()
    return path.endswith((".gz", ".tgz", ".svgz")) or kind.endswith(_GZIP_FILES)


def _fed(layer: _Layer, pieces: Iterator[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        yield from layer.feed(piece)


def _is_plain(head: bytes) -> bool:
    """Whether the first bytes are those of a page, a known file or a text."""
    start = head.lstrip()
    if start.startswith(_PLAIN_STARTS):
        return True
    return len(head.translate(None, _CONTROLS)) == len(head)


def _has_zlib_header(head: bytes) -> bool:
    return len(head) > 1 and head[0] & 15 == 8 and (head[0] * 256 + head[1]) % 31 == 0
