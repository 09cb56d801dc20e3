"""The parts of a MIME message, as web archives are made of."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from quopri import decodestring

_HEADER = re.compile(rb"^([\w-]{1,60}):[ \t]*((?:[^\r\n]|\r?\n[ \t])*)", re.M)
_BOUNDARY = re.compile(r"""boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))""", re.I)
_END_OF_HEAD = re.compile(rb"\r?\n[ \t]*\r?\n")
_MAX_PARTS = 500
_MAX_DEPTH = 4
_MAX_HEAD_BYTES = 20_000


@dataclass(frozen=True, slots=True)
class MimePart:
    """One part that holds no others, decoded."""

    media_type: str
    """As declared, in full: it may name the character set."""
    location: str
    content: bytes


def parts_of(body: bytes) -> Iterator[MimePart]:
    """The parts in order; what is wrong with one costs that one."""
    waiting = [(body, 0)]
    count = 0
    while waiting and count < _MAX_PARTS:
        held, depth = waiting.pop()
        count += 1
        head, content = _split(held)
        declared = head.get("content-type", "")
        boundary = _BOUNDARY.search(declared)
        if declared.lower().startswith("multipart/"):
            if boundary and depth < _MAX_DEPTH:
                mark = (boundary.group(1) or boundary.group(2)).encode("latin-1", "replace")
                inner = _pieces(content, mark)
                waiting += [(piece, depth + 1) for piece in reversed(inner)]
            continue
        decoded = _decoded(content, head.get("content-transfer-encoding", ""))
        yield MimePart(declared, head.get("content-location", ""), decoded)


def _split(held: bytes) -> tuple[dict[str, str], bytes]:
    held = held.lstrip(b"\r\n")
    end = _END_OF_HEAD.search(held, 0, _MAX_HEAD_BYTES)
    if end is None:
        return {}, held
    found = {
        match.group(1).decode("ascii", "replace").lower(): " ".join(
            match.group(2).decode("latin-1").split()
        )
        for match in _HEADER.finditer(held, 0, end.start())
    }
    return found, held[end.end() :]


def _pieces(content: bytes, boundary: bytes) -> list[bytes]:
    """What stands between the marks; the last needs none after it, as files are cut short."""
    pieces = content.split(b"--" + boundary, _MAX_PARTS + 1)[1 : _MAX_PARTS + 1]
    return [piece for piece in pieces if not piece.startswith(b"--")]


def _decoded(content: bytes, encoding: str) -> bytes:
    kind = encoding.strip().lower()
    if kind == "quoted-printable":
        return decodestring(content)
    if kind == "base64":
        packed = re.sub(rb"[^A-Za-z0-9+/]", b"", content)
        try:
            return b64decode(packed[: len(packed) // 4 * 4] + _rest(packed))
        except binascii.Error:
            return b""
    return content


def _rest(packed: bytes) -> bytes:
    """The last letters of base64 filled up to four."""
    rest = packed[len(packed) // 4 * 4 :]
    return rest + b"=" * (4 - len(rest)) if len(rest) > 1 else b""
