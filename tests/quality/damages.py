"""Ways in which a sound file is damaged; the same seed damages the same way."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from io import BytesIO

Damage = Callable[[bytes, random.Random], bytes]


def bits_flipped(body: bytes, rng: random.Random) -> bytes:
    """A few bits turned over, as a bad line or disk does."""
    held = bytearray(body)
    for _ in range(rng.choice((1, 5, 20, max(1, len(held) // 200)))):
        held[rng.randrange(len(held))] ^= 1 << rng.randrange(8)
    return bytes(held)


def overwritten(body: bytes, rng: random.Random) -> bytes:
    """A stretch replaced by noise, zeros or ones."""
    held = bytearray(body)
    size = rng.randrange(1, max(2, len(held) // 4))
    start = rng.randrange(max(1, len(held) - size))
    fill = rng.choice((bytes(size), b"\xff" * size, rng.randbytes(size)))
    held[start : start + size] = fill
    return bytes(held)


def cut_off(body: bytes, rng: random.Random) -> bytes:
    """Only the beginning came."""
    return body[: rng.randrange(1, len(body))]


def head_lost(body: bytes, rng: random.Random) -> bytes:
    """The signature stands, a stretch behind it is gone."""
    kept = rng.choice((4, 8, 64, 512))
    return body[:kept] + body[kept + rng.randrange(1, max(2, len(body) // 2)) :]


def parts_swapped(body: bytes, rng: random.Random) -> bytes:
    """Two stretches have changed places."""
    size = max(1, len(body) // rng.choice((4, 16, 64)))
    first, second = sorted(rng.randrange(max(1, len(body) - size)) for _ in range(2))
    second = max(second, first + size)
    middle = body[first + size : second]
    swapped = body[second : second + size] + middle + body[first : first + size]
    return body[:first] + swapped + body[second + size :]


def repeated(body: bytes, rng: random.Random) -> bytes:
    """A stretch that comes again and again, numbers in it too."""
    size = rng.randrange(1, max(2, len(body) // 8))
    start = rng.randrange(max(1, len(body) - size))
    return body[:start] + body[start : start + size] * rng.randrange(2, 60) + body[start:]


def numbers_grown(body: bytes, rng: random.Random) -> bytes:
    """Four bytes here and there that claim as much as four bytes can."""
    held = bytearray(body)
    for _ in range(rng.choice((1, 8, 40))):
        place = rng.randrange(max(1, len(held) - 4))
        held[place : place + 4] = rng.choice((b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"9999"))
    return bytes(held)


def inside_damaged(body: bytes, rng: random.Random) -> bytes:
    """A packed file whose check sums are right and whose parts are damaged all the same."""
    if not zipfile.is_zipfile(BytesIO(body)):
        return bits_flipped(body, rng)
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(body)) as old, zipfile.ZipFile(held, "w") as new:
        for info in old.infolist():
            part = b"" if info.flag_bits & 1 else old.read(info)
            if part and rng.random() < 0.5:
                part = rng.choice((bits_flipped, overwritten, cut_off, parts_swapped))(part, rng)
            new.writestr(info.filename, part, zipfile.ZIP_DEFLATED)
    return held.getvalue()


DAMAGES: dict[str, Damage] = {
    "bits flipped": bits_flipped,
    "overwritten": overwritten,
    "cut off": cut_off,
    "head lost": head_lost,
    "parts swapped": parts_swapped,
    "repeated": repeated,
    "numbers grown": numbers_grown,
    "damaged inside": inside_damaged,
}
