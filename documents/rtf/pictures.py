"""The pictures of an RTF file, which stand in it as digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from documents.pasted import HEAD_BYTES, Picture

_BEGINS = re.compile(rb"\\(?:pict|objdata)(?![a-z])")
_DIGITS = re.compile(rb"(?<![0-9a-fA-F\s])[0-9a-fA-F\s]{100,}")
"""Longer than the identifiers that stand before them."""
_MARK = re.compile(rb"89504e47|ffd8ff")
"""How a PNG and a JPEG begin."""
_PLAIN = re.compile(rb"\\bin(\d{1,9})[ ]?")
_AGAIN = b"\\nonshppict"
"""The same picture once more, for older programs."""
_BEFORE_BYTES = 40
_MAX_PICTURES = 200


def pictures_in(body: bytes) -> Iterator[Picture]:
    """Each picture or embedded object once."""
    places = [
        found.end() for _, found in zip(range(_MAX_PICTURES), _BEGINS.finditer(body), strict=False)
    ]
    for start, end in pairwise([*places, len(body)]):
        if _AGAIN not in body[max(0, start - _BEFORE_BYTES) : start]:
            yield from _picture(body, start, end)


def _picture(body: bytes, start: int, end: int) -> Iterator[Picture]:
    plain = _PLAIN.search(body, start, min(end, start + HEAD_BYTES))
    if plain:
        size_bytes = min(int(plain.group(1)), len(body) - plain.end())
        yield Picture(size_bytes, body[plain.end() : plain.end() + min(size_bytes, HEAD_BYTES)])
        return
    digits = _DIGITS.search(body, start, end)
    if digits:
        shown = b"".join(digits.group()[: 2 * HEAD_BYTES].split()).lower()
        # The number of the control word before may run into them.
        begins = _MARK.search(shown, 0, _BEFORE_BYTES)
        shown = shown[begins.start() if begins else 0 :]
        head = bytes.fromhex(shown[: len(shown) // 2 * 2].decode("ascii"))
        yield Picture(len(digits.group()) // 2, head)
