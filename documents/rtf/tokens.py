"""RTF cut into its tokens, in one pass over the bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

_TOKEN = re.compile(
    rb"(?P<brace>[{}])"
    rb"|\\(?P<word>[a-zA-Z]{1,40})(?P<number>-?\d{1,10})? ?"
    rb"|(?P<hex>(?:\\'[0-9a-fA-F]{2}){1,2000})"
    rb"|\\(?P<sign>.)"
    rb"|(?P<text>[^\\{}\r\n\0]{1,20000})"
    rb"|[\r\n\0]+|\\",
    re.S,
)


class Kind(Enum):
    """What a token is."""

    OPEN = "open"
    CLOSE = "close"
    WORD = "word"
    SIGN = "sign"
    TEXT = "text"


class Token(NamedTuple):
    """A brace, a control word with its number, a control sign, or text as bytes."""

    kind: Kind
    held: bytes = b""
    word: str = ""
    number: int | None = None


_OPEN, _CLOSE = Token(Kind.OPEN), Token(Kind.CLOSE)


def tokens(body: bytes) -> Iterator[Token]:
    r"""The tokens of ``body``; ``\'xx`` comes as text, ``\bin`` data is jumped over."""
    at = 0
    while at < len(body):
        match = _TOKEN.match(body, at)
        if match is None:  # cannot be: some branch takes every byte
            return
        at = match.end()
        kind = match.lastgroup
        if kind == "brace":
            yield _OPEN if match.group() == b"{" else _CLOSE
        elif kind in ("word", "number"):
            number = int(match["number"]) if match["number"] else None
            word = match["word"].decode("ascii")
            if word == "bin":
                at += max(0, number or 0)
            else:
                yield Token(Kind.WORD, word=word, number=number)
        elif kind == "hex":
            yield Token(Kind.TEXT, bytes.fromhex(match["hex"].replace(b"\\'", b"").decode("ascii")))
        elif kind == "sign":
            yield Token(Kind.SIGN, match["sign"])
        elif kind == "text":
            yield Token(Kind.TEXT, match["text"])
