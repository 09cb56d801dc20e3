"""What files made to hurt have in common."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
"""The billion laughs: entities that stand for ten of the one before."""
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file with the format it pretends to be and the trick it plays."""

    format: str
    trick: str
    make: Callable[[], bytes]


def packed(*parts: tuple[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of some parts."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", packing, compresslevel=1) as archive:
        for name, body in parts:
            archive.writestr(name, body)
    return held.getvalue()


def word(number: int) -> bytes:
    """Four bytes, the lowest first."""
    return struct.pack("<I", number)
